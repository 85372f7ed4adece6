"""The Telegram channel, in front of a scripted front door, on the fake Bot API."""

from dataclasses import replace
from datetime import timedelta

import pytest

from bot.telegram import Telegram
from handlers.ports import Answer, Channel, Photo
from handlers.voice import Voice
from tests.fakes.telegram import Broken, FakeTelegram, Flood
from tests.fakes.telegram.contents import CONTENTS, ContentKind
from tests.telegram.conftest import Pauses, Script, question, says

pytestmark = pytest.mark.sockets


LONG = "x" * 4096


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


async def test_photos_stand_before_the_first_part_of_a_long_message_and_one_that_is_gone_is_passed_over(
    telegram: Telegram, fake: FakeTelegram, script: Script
) -> None:
    script.photos["here.jpg"] = b"\xff\xd8\xff"
    photos = (Photo("gone.jpg", "Foto van niemand"), Photo("here.jpg", "Foto van Vera"))
    script.answer = lambda _: Answer((replace(says("woord " * 900), photos=photos),), "nl")
    robin = fake.person()
    await robin.says("Hallo")
    await fake.settled()
    photo, *texts = robin.answers
    assert [shown.kind for shown in robin.answers] == ["photo", "text", "text"]
    assert photo.caption == "Foto van Vera"
    assert [bool(shown.keys) for shown in texts] == [False, True]


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
