"""The Telegram channel, in front of a scripted front door, on the fake Bot API."""

import logging
from datetime import timedelta

import pytest
from prometheus_client import CollectorRegistry
from pydantic import SecretStr
from telegram.error import BadRequest

from bot.telegram import Hook, Rooms, Telegram, TokenRefused, open_telegram
from bot.telegram.trail import reference
from dialogues.private import Private
from handlers.ports import Answer, Channel, Gone, Inbound, Later, Reach, Sent
from handlers.voice import Voice
from tests.fakes.telegram import Broken, Cut, FakeTelegram, Flood
from tests.fakes.telegram.contents import CONTENTS, ContentKind
from tests.telegram.conftest import Pauses, Script, opened, receiving, says

pytestmark = pytest.mark.sockets

LONG = "x" * 4096


def question(_: Inbound) -> Answer:
    return Answer((says("Dank je"), says("Kies", ("Ja", "/SetSlots(a=yes)"), always=True)), "nl")


async def test_an_update_becomes_a_message_without_names(
    telegram: Telegram, fake: FakeTelegram, script: Script
) -> None:
    robin = fake.person(first_name="Robijn", last_name="Roodhart", username="roodhart", language="nl-NL")
    await robin.says("Hallo")
    await fake.settled()
    (heard,) = script.heard
    assert (heard.channel, heard.language, heard.payload) == (Channel.TELEGRAM, "nl", None)
    assert heard.text is not None
    assert heard.text.reveal() == "Hallo"
    assert heard.sender.reveal() == str(robin.id)
    assert not any(name in repr(heard) for name in ("Robijn", "Roodhart", "roodhart", str(robin.id), "Hallo"))


async def test_the_answer_stands_on_the_screen_with_choices_and_help_below(
    telegram: Telegram, fake: FakeTelegram, script: Script, voice: Voice
) -> None:
    script.answer = question
    robin = fake.person()
    await robin.says("Hallo")
    await fake.settled()
    first, second = robin.answers
    assert (first.text, first.rows) == ("Dank je", ())
    always = tuple(button.title.reveal() for button in voice.always("nl"))
    assert [tuple(key.title for key in row) for row in second.rows] == [("Ja",), always]
    assert second.previews_off
    assert not second.protected


async def test_help_stands_below_the_last_message_also_when_it_asks_nothing(
    telegram: Telegram, fake: FakeTelegram, script: Script, voice: Voice
) -> None:
    script.answer = lambda _: Answer((says("Dank je"), says("Tot ziens")), "en")
    robin = fake.person()
    await robin.says("Dag")
    await fake.settled()
    always = tuple(button.title.reveal() for button in voice.always("en"))
    assert [shown.titles for shown in robin.answers] == [(), always]


async def test_long_choices_get_a_row_each_and_short_ones_share(
    telegram: Telegram, fake: FakeTelegram, script: Script
) -> None:
    choices = [("Ja", "a"), ("Nee", "b"), ("Dat weet ik op dit moment nog niet", "c"), ("Liever niet", "d")]
    script.answer = lambda _: Answer((says("Kies", *choices, always=True),), "nl")
    robin = fake.person()
    await robin.says("Hallo")
    await fake.settled()
    rows = [tuple(key.data for key in row) for row in robin.answers[0].rows]
    assert rows[:-1] == [("a", "b"), ("c",), ("d",)]


async def test_a_press_is_answered_and_the_old_choices_go(
    telegram: Telegram, fake: FakeTelegram, script: Script
) -> None:
    script.answer = question
    robin = fake.person()
    await robin.says("Hallo")
    await fake.settled()
    press = await robin.presses("Ja")
    await fake.settled()
    assert press.answered
    assert script.heard[-1].payload == "/SetSlots(a=yes)"
    assert [len(shown.rows) for shown in robin.answers] == [0, 0, 0, 2]


async def test_forged_and_old_presses_are_answered_and_handed_on_as_they_are(
    telegram: Telegram, fake: FakeTelegram, script: Script
) -> None:
    robin = fake.person()
    await robin.says("Hallo")
    await fake.settled()
    long = await robin.forges("é" * 40)
    foreign = await robin.forges("/SetSlots(other=yes)", message=4)
    await fake.settled()
    assert long.answered
    assert foreign.answered
    assert [heard.payload for heard in script.heard] == [None, "", "/SetSlots(other=yes)"]


async def test_a_press_is_answered_even_when_the_turn_fails(
    telegram: Telegram, fake: FakeTelegram, script: Script
) -> None:
    robin = fake.person()
    await robin.says("Hallo")
    await fake.settled()
    script.failing = [RuntimeError("broken")]
    press = await robin.presses("Stop") if "Stop" in robin.answers[-1].titles else await robin.forges("/stop")
    await fake.until(lambda: press.answered)


@pytest.mark.parametrize(
    ("typed", "payload"),
    [
        ("/start", "/start"),
        ("/start new", "/new"),
        ("/start wipe", "/start"),
        ("/Stop", "/stop"),
        ("/stop@open_oor_bot", "/stop"),
        ("/onbekend", "/onbekend"),
    ],
)
async def test_commands_become_wishes(
    telegram: Telegram, fake: FakeTelegram, script: Script, typed: str, payload: str
) -> None:
    await fake.person().says(typed)
    await fake.settled()
    assert (script.heard[0].payload, script.heard[0].text) == (payload, None)


@pytest.mark.parametrize(
    "typed", ["/stop ermee", "/", "//", "/1", "1/2", "/start met woorden", "\u200b", "🙂"]
)
async def test_what_is_no_command_stays_words(
    telegram: Telegram, fake: FakeTelegram, script: Script, typed: str
) -> None:
    await fake.person().says(typed)
    await fake.settled()
    assert (script.words, script.heard[0].payload) == ([typed], None)


@pytest.mark.parametrize("kind", CONTENTS)
async def test_content_that_is_no_text_is_named_and_its_caption_kept(
    telegram: Telegram, fake: FakeTelegram, script: Script, kind: ContentKind
) -> None:
    await fake.person().sends(kind, caption="Kijk eens")
    await fake.settled()
    without, caption = script.heard
    assert (without.unsupported, without.text) == (kind, None)
    assert caption.unsupported is None
    assert caption.text is not None
    assert caption.text.reveal() == "Kijk eens"
    assert without.delivery != caption.delivery


async def test_an_edit_is_named_and_its_words_are_not_taken(
    telegram: Telegram, fake: FakeTelegram, script: Script
) -> None:
    robin = fake.person()
    await robin.edits(await robin.says("Hallo"), "Hallo allemaal")
    await fake.settled()
    assert (script.heard[-1].unsupported, script.heard[-1].text) == ("edited", None)


@pytest.mark.parametrize("kind", ["group", "supergroup", "channel"])
async def test_groups_and_channels_are_left(
    telegram: Telegram, fake: FakeTelegram, script: Script, kind: str
) -> None:
    room = fake.room(kind)  # type: ignore[arg-type]  # parametrize widens the literal
    await room.adds_bot(fake.person())
    await room.waits_until_bot_left()
    await fake.settled()
    farewells = [shown for shown in room.screen if shown.by_bot]
    assert len(farewells) == (0 if kind == "channel" else 1)
    assert sum(call.method == "leaveChat" for call in fake.calls) == 1
    assert not script.heard


@pytest.mark.parametrize("fault", [Flood(4), Broken()])
async def test_a_group_is_left_after_trouble_too(
    telegram: Telegram, fake: FakeTelegram, pauses: Pauses, fault: Flood | Broken
) -> None:
    group = fake.room("group")
    fake.faults.next("leaveChat", fault)
    await group.adds_bot(fake.person())
    await fake.until(lambda: bool({2.0, 4.0} & set(pauses.asked)))
    fake.clock.forward(timedelta(seconds=4))
    await group.waits_until_bot_left()
    await fake.settled()


async def test_a_pinned_message_asks_for_nothing(
    telegram: Telegram, fake: FakeTelegram, script: Script
) -> None:
    robin = fake.person()
    await robin.pins(await robin.says("Hallo"))
    await fake.settled()
    assert len(script.heard) == 1


async def test_a_long_answer_comes_in_pieces_with_the_buttons_under_the_last(
    telegram: Telegram, fake: FakeTelegram, script: Script
) -> None:
    text = "Een zin. " * 600 + "🙂" * 3000
    script.answer = lambda _: Answer((says(text, ("Ja", "yes")),), "nl")
    robin = fake.person()
    await robin.says("Hallo")
    await fake.settled()
    pieces = robin.answers
    assert "".join(shown.text or "" for shown in pieces).replace(" ", "") == text.replace(" ", "")
    assert [bool(shown.rows) for shown in pieces] == [*[False] * (len(pieces) - 1), True]


async def test_who_blocked_the_bot_costs_nothing_and_holds_up_nobody(
    telegram: Telegram, fake: FakeTelegram, script: Script
) -> None:
    robin, sam = fake.person(), fake.person()
    fake.updates.hold()
    await robin.says("Hallo")
    await robin.blocks()
    await sam.says("Hallo")
    fake.updates.release()
    await fake.settled()
    assert not robin.answers
    assert len(sam.answers) == 1


async def test_a_flood_is_waited_for_and_nothing_is_said_twice(
    telegram: Telegram, fake: FakeTelegram, script: Script, pauses: Pauses
) -> None:
    script.answer = question
    robin = fake.person()
    fake.faults.next("sendMessage", Flood(7), chat=robin.id)
    await robin.says("Hallo")
    await pauses.until_asked(7.0)
    assert not robin.answers
    fake.clock.forward(timedelta(seconds=7))
    await fake.settled()
    assert [shown.text for shown in robin.answers] == ["Dank je", "Kies"]
    assert len(script.heard) == 1


async def test_trouble_at_telegram_is_tried_again(
    telegram: Telegram, fake: FakeTelegram, script: Script, pauses: Pauses
) -> None:
    robin = fake.person()
    fake.faults.next("sendMessage", Broken(), chat=robin.id)
    await robin.says("Hallo")
    await pauses.until_asked(2.0)
    fake.clock.forward(timedelta(seconds=2))
    await fake.settled()
    assert len(robin.answers) == 1


async def test_a_lost_answer_of_telegram_repeats_a_sentence_rather_than_losing_it(
    telegram: Telegram, fake: FakeTelegram, script: Script, pauses: Pauses
) -> None:
    robin = fake.person()
    fake.faults.next("sendMessage", Cut(done=True), chat=robin.id)
    await robin.says("Hallo")
    await pauses.until_asked(2.0)
    fake.clock.forward(timedelta(seconds=2))
    await fake.settled()
    assert [shown.text for shown in robin.answers] == ["Goed", "Goed"]


async def test_the_next_turn_knows_every_message_that_was_shown(
    telegram: Telegram, fake: FakeTelegram, script: Script
) -> None:
    script.answer = question
    robin = fake.person()
    first = await robin.says("Hallo")
    await fake.settled()
    second = await robin.says("Nog iets")
    await fake.settled()
    shown = [each.id for each in robin.screen if each.by_bot][:2]
    now = fake.clock.now()
    assert script.heard[0].trail == (reference(first, now),)
    assert script.heard[1].trail == tuple(reference(each, now) for each in (*shown, second))
    third = await robin.says("En dit")
    await fake.settled()
    later = [each.id for each in robin.screen if each.by_bot][2:4]
    assert script.heard[2].trail == tuple(reference(each, now) for each in (*later, third))


async def test_wipe_takes_both_sides_off_the_screen_as_far_as_telegram_lets_it(
    telegram: Telegram, fake: FakeTelegram, script: Script
) -> None:
    robin = fake.person()
    trail: list[str] = []

    def remember(inbound: Inbound) -> Answer:
        trail.extend(inbound.trail)
        return Answer((says("Goed"),), "nl")

    script.answer = remember
    await robin.says("Oud")
    await fake.settled()
    fake.clock.forward(timedelta(hours=48))
    for _ in range(60):
        await robin.says("Nieuw")
    await fake.settled()
    script.answer = lambda inbound: Answer((says("Gewist"),), "nl", erase=(*trail, *inbound.trail))
    await robin.says("Wis alles")
    await fake.settled()
    assert [shown.text for shown in robin.screen] == ["Oud", "Goed", "Gewist"]
    assert "deleteMessage" not in [call.method for call in fake.calls]  # never asked in vain


async def test_wipe_goes_on_one_by_one_when_one_message_cannot_go(
    telegram: Telegram, fake: FakeTelegram, script: Script
) -> None:
    robin = fake.person()
    old = await robin.says("Oud")
    await fake.settled()
    fake.clock.forward(timedelta(hours=49))
    new = await robin.says("Nieuw")
    await fake.settled()
    lie = reference(old, fake.clock.now())  # so that Telegram, not we, finds it too old
    script.answer = lambda _: Answer((), "nl", erase=(lie, reference(new, fake.clock.now()), "no reference"))
    await robin.says("Wis")
    await fake.settled()
    assert new not in [shown.id for shown in robin.screen]
    assert old in [shown.id for shown in robin.screen]


async def test_a_resume_code_is_protected_and_gone_after_ten_minutes_with_what_was_typed(
    telegram: Telegram, fake: FakeTelegram, script: Script, pauses: Pauses
) -> None:
    robin = fake.person()
    script.answer = lambda _: Answer((says("zeven woorden", fleeting=True, protect=True),), "nl")
    await robin.says("/code")
    await fake.settled()
    assert robin.answers[-1].protected
    script.answer = lambda _: Answer((says("Klopt"),), "nl")
    await robin.says("twee vijf")
    await fake.settled()
    fake.clock.forward(timedelta(minutes=9))
    await fake.settled()
    assert "zeven woorden" in [shown.text for shown in robin.screen]
    fake.clock.forward(timedelta(minutes=1))
    await robin.waits_until(lambda: not {"zeven woorden", "twee vijf"} & {s.text for s in robin.screen})
    assert [shown.text for shown in robin.screen] == ["/code", "Klopt"]


async def test_a_resume_code_goes_later_when_telegram_is_away(
    telegram: Telegram, fake: FakeTelegram, script: Script, pauses: Pauses
) -> None:
    robin = fake.person()
    script.answer = lambda _: Answer((says("zeven woorden", fleeting=True, protect=True),), "nl")
    await robin.says("/code")
    await fake.settled()
    fake.faults.next("deleteMessages", Flood(90))
    fake.clock.forward(timedelta(minutes=10))
    await fake.until(lambda: not fake.faults.waiting)
    assert "zeven woorden" in [shown.text for shown in robin.screen]
    await robin.says("/code")
    await fake.settled()
    fake.clock.forward(timedelta(minutes=10))
    await robin.waits_until(lambda: "zeven woorden" not in [shown.text for shown in robin.screen])


async def test_deleting_waits_for_a_flood(
    telegram: Telegram, fake: FakeTelegram, script: Script, pauses: Pauses
) -> None:
    robin = fake.person()
    script.answer = lambda inbound: Answer((), "nl", erase=inbound.trail)
    for fault, wait in ((Flood(4), 4.0), (Broken(), 2.0)):
        fake.faults.next("deleteMessages", fault)
        await robin.says("Wis")
        await pauses.until_asked(wait)
        fake.clock.forward(timedelta(seconds=wait))
        await fake.settled()
    assert not robin.screen


async def test_a_resume_code_does_not_outlive_the_process(
    rooms: Rooms, fake: FakeTelegram, script: Script
) -> None:
    robin = fake.person()
    script.answer = lambda _: Answer((says("zeven woorden", fleeting=True, protect=True),), "nl")
    async with receiving(rooms, fake):
        await robin.says("/code")
        await fake.settled()
    assert [shown.text for shown in robin.screen] == ["/code"]


async def test_the_postman_tells_sent_later_and_gone(telegram: Telegram, fake: FakeTelegram) -> None:
    robin = fake.person()
    await robin.says("Hallo")
    await fake.settled()
    reach = Reach(Channel.TELEGRAM, Private(str(robin.id)), "nl")
    news = says("Er is nieuws", ("Laat zien", "/news"), protect=True)
    assert isinstance(await telegram.postman.send(reach, news), Sent)
    assert (robin.answers[-1].protected, robin.answers[-1].titles) == (True, ("Laat zien",))
    fake.faults.next("sendMessage", Flood(90))
    assert await telegram.postman.send(reach, news) == Later(90.0)
    await robin.blocks()
    assert await telegram.postman.send(reach, news) == Gone()
    stranger = Reach(Channel.TELEGRAM, Private("1"), "nl")
    assert await telegram.postman.send(stranger, news) == Gone()


async def test_the_menu_is_told_in_every_language(
    telegram: Telegram, fake: FakeTelegram, voice: Voice
) -> None:
    default = '{"type": "default"}'
    for language in ("nl", "en"):
        commands = fake.world.commands[default, language]
        assert [each["command"] for each in commands][:3] == ["help_now", "stop", "wipe"]
        assert {each["description"] for each in commands} >= {
            button.title.reveal() for button in voice.menu(language)
        }
    assert fake.world.commands[default, ""] == fake.world.commands[default, "nl"]


async def test_a_refused_token_is_told_without_the_token(rooms: Rooms, fake: FakeTelegram) -> None:
    secret = "424242:quite-another-token"
    with pytest.raises(TokenRefused) as caught:
        await open_telegram(rooms, token=SecretStr(secret), api=fake.base_url)
    chain = [caught.value, caught.value.__cause__, caught.value.__context__]
    assert not any(secret in str(error) for error in chain)


@pytest.mark.parametrize("method", ["getMe", "setMyCommands", "deleteWebhook"])
@pytest.mark.parametrize("fault", [Broken(), Flood(2), Cut()])
async def test_a_telegram_that_is_away_at_the_start_is_tried_again_and_nobody_waits_for_it(
    rooms: Rooms,
    fake: FakeTelegram,
    script: Script,
    pauses: Pauses,
    capsys: pytest.CaptureFixture[str],
    method: str,
    fault: Broken | Flood | Cut,
) -> None:
    robin = fake.person()
    await robin.says("Hallo")
    fake.faults.next(method, fault, times=2)
    async with receiving(rooms, fake) as telegram:
        names = [telegram.username]
        wait = 2.0 if isinstance(fault, Flood) else 0.2
        await pauses.until_asked(wait)
        assert not script.heard
        fake.clock.forward(timedelta(seconds=wait))
        await robin.sees("Goed")
        await fake.settled()
        names.append(telegram.username)
    assert names == [None, "open_oor_bot"]
    said = capsys.readouterr().out
    assert "web chat and desk start without it" in said
    assert fake.token not in said


async def test_a_telegram_that_never_came_can_be_closed(rooms: Rooms, fake: FakeTelegram) -> None:
    fake.faults.next("getMe", Broken(), times=99)
    telegram = await opened(rooms, fake)
    fake.faults.next("sendMessage", Broken())
    reach = Reach(Channel.TELEGRAM, Private("1"), "nl")
    assert isinstance(await telegram.postman.send(reach, says("Er is nieuws")), Later)  # nobody is Gone
    await telegram.close()


async def test_an_address_that_telegram_does_not_take_is_a_mistake_of_the_settings(
    rooms: Rooms, fake: FakeTelegram
) -> None:
    with pytest.raises(BadRequest):
        await opened(rooms, fake, hook=Hook("ftp://nowhere", SecretStr("x" * 20)))


async def test_the_bot_has_a_name_for_links(telegram: Telegram) -> None:
    assert telegram.username == "open_oor_bot"


async def test_libraries_that_print_tokens_are_quiet_whatever_was_set(
    rooms: Rooms, fake: FakeTelegram, caplog: pytest.LogCaptureFixture
) -> None:
    for name in ("httpx", "httpcore", "telegram"):
        caplog.set_level(logging.DEBUG, logger=name)
    robin = fake.person(username="roodhart")
    async with receiving(rooms, fake):
        await robin.says("geheim van Robin")
        await fake.settled()
    for planted in (fake.token, "geheim", "roodhart", str(robin.id)):
        assert planted not in caplog.text


def test_a_webhook_without_its_secret_is_refused() -> None:
    with pytest.raises(ValueError, match="its address and its secret"):
        Hook("https://oor.example/telegram", SecretStr(""))


async def test_metrics_know_how_often_and_nothing_else(
    telegram: Telegram, fake: FakeTelegram, rooms: Rooms
) -> None:
    await fake.person().says("Hallo")
    await fake.settled()
    registry: CollectorRegistry = rooms.registry
    await fake.until_polled()
    assert registry.get_sample_value("openoor_telegram_updates_total") == 1.0
    assert all(not sample.labels for metric in registry.collect() for sample in metric.samples)
