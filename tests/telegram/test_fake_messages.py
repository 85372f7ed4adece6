"""The fake Bot API holds a bot to Telegram's rules for messages, buttons and chats."""

from datetime import timedelta

import pytest
from telegram import Bot, BotCommand, InlineKeyboardButton, InlineKeyboardMarkup, LinkPreviewOptions
from telegram.error import BadRequest, EndPointNotFound, Forbidden, InvalidToken

from tests.fakes.telegram import FakeTelegram, Key
from tests.telegram.conftest import client

pytestmark = pytest.mark.sockets

HOURS_48 = timedelta(hours=48)


def keyboard(*buttons: tuple[str, str]) -> InlineKeyboardMarkup:
    return InlineKeyboardMarkup(
        [[InlineKeyboardButton(title, callback_data=data)] for title, data in buttons]
    )


async def test_get_me_tells_who_the_bot_is(fake: FakeTelegram, bot: Bot) -> None:
    me = await bot.get_me()
    assert (me.id, me.username, me.is_bot) == (424242, "open_oor_bot", True)


async def test_another_token_is_unauthorised(fake: FakeTelegram) -> None:
    with pytest.raises(InvalidToken):
        async with client(fake, "424242:another"):
            pass


async def test_a_misspelled_method_is_not_found(fake: FakeTelegram, bot: Bot) -> None:
    with pytest.raises(EndPointNotFound):
        await bot.do_api_request("sendMesage", {"chat_id": 1})


async def test_a_message_stands_on_the_screen_with_buttons_and_flags(fake: FakeTelegram, bot: Bot) -> None:
    robin = fake.person()
    await robin.says("Hallo")
    sent = await bot.send_message(
        robin.id,
        "  Dag.\n",
        reply_markup=keyboard(("Ja", "yes"), ("Nee", "no")),
        protect_content=True,
        link_preview_options=LinkPreviewOptions(is_disabled=True),
    )
    shown = robin.screen[-1]
    assert (shown.id, shown.text, shown.by_bot) == (sent.message_id, "Dag.", True)
    assert shown.rows == ((Key("Ja", "yes"),), (Key("Nee", "no"),))
    assert shown.protected
    assert shown.previews_off
    assert sent.has_protected_content


@pytest.mark.parametrize("text", ["", " \n ", "x" * 4097, "🙂" * 2049])
async def test_a_text_has_1_to_4096_characters(fake: FakeTelegram, bot: Bot, text: str) -> None:
    robin = fake.person()
    await robin.says("Hallo")
    with pytest.raises(BadRequest):
        await bot.send_message(robin.id, text)
    assert not robin.answers


async def test_a_text_of_4096_characters_goes_through(fake: FakeTelegram, bot: Bot) -> None:
    robin = fake.person()
    await robin.says("Hallo")
    await bot.send_message(robin.id, "é" * 4096)
    assert len(robin.answers[0].text or "") == 4096


@pytest.mark.parametrize("data", ["x" * 65, "é" * 33])
async def test_callback_data_is_counted_in_bytes_up_to_64(fake: FakeTelegram, bot: Bot, data: str) -> None:
    robin = fake.person()
    await robin.says("Hallo")
    with pytest.raises(BadRequest, match="Button_data_invalid"):
        await bot.send_message(robin.id, "Kies", reply_markup=keyboard(("Ja", data)))
    await bot.send_message(robin.id, "Kies", reply_markup=keyboard(("Ja", "é" * 32)))


async def test_a_button_needs_data_and_words(fake: FakeTelegram, bot: Bot) -> None:
    robin = fake.person()
    await robin.says("Hallo")
    for button in (InlineKeyboardButton("Ja"), InlineKeyboardButton(" ", callback_data="yes")):
        with pytest.raises(BadRequest):
            await bot.send_message(robin.id, "Kies", reply_markup=InlineKeyboardMarkup([[button]]))
    assert not robin.answers


async def test_a_keyboard_has_at_most_100_buttons(fake: FakeTelegram, bot: Bot) -> None:
    robin = fake.person()
    await robin.says("Hallo")
    many = keyboard(*[(f"Knop {number}", f"b{number}") for number in range(101)])
    with pytest.raises(BadRequest, match="too long"):
        await bot.send_message(robin.id, "Kies", reply_markup=many)


async def test_nobody_is_written_to_before_they_wrote(fake: FakeTelegram, bot: Bot) -> None:
    robin = fake.person()
    for chat_id in (robin.id, 1):
        with pytest.raises(BadRequest, match="Chat not found"):
            await bot.send_message(chat_id, "Dag")


async def test_who_blocked_the_bot_gets_nothing_until_they_unblock(fake: FakeTelegram, bot: Bot) -> None:
    robin = fake.person()
    await robin.says("Hallo")
    await robin.blocks()
    with pytest.raises(Forbidden, match="bot was blocked by the user"):
        await bot.send_message(robin.id, "Dag")
    await robin.unblocks()
    await bot.send_message(robin.id, "Dag")
    assert [shown.text for shown in robin.answers] == ["Dag"]


async def test_a_deleted_account_is_forbidden_too(fake: FakeTelegram, bot: Bot) -> None:
    robin = fake.person()
    await robin.says("Hallo")
    await robin.deletes_account()
    with pytest.raises(Forbidden, match="user is deactivated"):
        await bot.send_message(robin.id, "Dag")


async def test_an_edit_changes_the_screen_and_takes_the_old_buttons_away(
    fake: FakeTelegram, bot: Bot
) -> None:
    robin = fake.person()
    await robin.says("Hallo")
    sent = await bot.send_message(robin.id, "Kies", reply_markup=keyboard(("Ja", "yes")))
    await bot.edit_message_text("Gekozen", robin.id, sent.message_id)
    shown = robin.screen[-1]
    assert (shown.text, shown.rows, shown.edited) == ("Gekozen", (), fake.clock.now())


async def test_an_edit_that_changes_nothing_is_refused(fake: FakeTelegram, bot: Bot) -> None:
    robin = fake.person()
    await robin.says("Hallo")
    sent = await bot.send_message(robin.id, "Kies", reply_markup=keyboard(("Ja", "yes")))
    with pytest.raises(BadRequest, match="not modified"):
        await bot.edit_message_text("Kies", robin.id, sent.message_id, reply_markup=keyboard(("Ja", "yes")))
    await bot.edit_message_reply_markup(robin.id, sent.message_id)
    with pytest.raises(BadRequest, match="not modified"):
        await bot.edit_message_reply_markup(robin.id, sent.message_id)


async def test_only_own_messages_are_edited(fake: FakeTelegram, bot: Bot) -> None:
    robin = fake.person()
    theirs = await robin.says("Hallo")
    with pytest.raises(BadRequest, match="Message can't be edited"):
        await bot.edit_message_text("Anders", robin.id, theirs)
    with pytest.raises(BadRequest, match="Message to edit not found"):
        await bot.edit_message_text("Anders", robin.id, 99)


async def test_messages_of_both_sides_can_go_until_they_are_48_hours_old(
    fake: FakeTelegram, bot: Bot
) -> None:
    robin = fake.person()
    theirs = await robin.says("Hallo")
    old = await bot.send_message(robin.id, "Oud")
    fake.clock.forward(HOURS_48 - timedelta(seconds=1))
    new = await bot.send_message(robin.id, "Nieuw")
    assert await bot.delete_message(robin.id, theirs)
    fake.clock.forward(timedelta(seconds=1))
    with pytest.raises(BadRequest, match="can't be deleted for everyone"):
        await bot.delete_message(robin.id, old.message_id)
    assert [shown.id for shown in robin.screen] == [old.message_id, new.message_id]


async def test_deleting_many_is_all_or_none_but_passes_over_what_is_gone(
    fake: FakeTelegram, bot: Bot
) -> None:
    robin = fake.person()
    old = await robin.says("Oud")
    fake.clock.forward(HOURS_48)
    new = await robin.says("Nieuw")
    with pytest.raises(BadRequest, match="can't be deleted for everyone"):
        await bot.delete_messages(robin.id, [new, old])
    assert len(robin.screen) == 2
    assert await bot.delete_messages(robin.id, [new, 4000])
    assert [shown.id for shown in robin.screen] == [old]


async def test_deleting_one_that_is_gone_is_refused(fake: FakeTelegram, bot: Bot) -> None:
    robin = fake.person()
    message = await robin.says("Hallo")
    await bot.delete_message(robin.id, message)
    with pytest.raises(BadRequest, match="Message to delete not found"):
        await bot.delete_message(robin.id, message)


@pytest.mark.parametrize("ids", [[], list(range(1, 102)), [0]])
async def test_deleting_many_takes_1_to_100_ids(fake: FakeTelegram, bot: Bot, ids: list[int]) -> None:
    robin = fake.person()
    await robin.says("Hallo")
    with pytest.raises(BadRequest):
        await bot.delete_messages(robin.id, ids)


async def test_messages_go_also_from_the_chat_of_who_blocked_the_bot(fake: FakeTelegram, bot: Bot) -> None:
    robin = fake.person()
    message = await robin.says("Hallo")
    await robin.blocks()
    assert await bot.delete_messages(robin.id, [message])
    assert not robin.screen


async def test_a_press_is_answered_once(fake: FakeTelegram, bot: Bot) -> None:
    robin = fake.person()
    await robin.says("Hallo")
    await bot.send_message(robin.id, "Kies", reply_markup=keyboard(("Ja", "yes")))
    press = await robin.presses("Ja")
    assert not press.answered
    await bot.answer_callback_query(press.id, "Goed")
    assert (press.answered, press.toast) == (True, "Goed")
    with pytest.raises(BadRequest, match="Query is too old"):
        await bot.answer_callback_query(press.id)


async def test_a_press_is_answered_in_time(fake: FakeTelegram, bot: Bot) -> None:
    robin = fake.person()
    await robin.says("Hallo")
    await bot.send_message(robin.id, "Kies", reply_markup=keyboard(("Ja", "yes")))
    press = await robin.presses("Ja")
    fake.clock.forward(fake.world.callback_lifetime + timedelta(seconds=1))
    with pytest.raises(BadRequest, match="Query is too old"):
        await bot.answer_callback_query(press.id)
    assert not press.answered


async def test_the_words_beside_a_press_are_at_most_200_characters(fake: FakeTelegram, bot: Bot) -> None:
    robin = fake.person()
    await robin.says("Hallo")
    await bot.send_message(robin.id, "Kies", reply_markup=keyboard(("Ja", "yes")))
    press = await robin.presses("yes")
    with pytest.raises(BadRequest):
        await bot.answer_callback_query(press.id, "x" * 201)
    assert not press.answered


async def test_the_newest_message_with_the_button_is_pressed(fake: FakeTelegram, bot: Bot) -> None:
    robin = fake.person()
    await robin.says("Hallo")
    for _ in range(2):
        sent = await bot.send_message(robin.id, "Kies", reply_markup=keyboard(("Ja", "yes")))
    await robin.presses("Ja")
    query = (await bot.get_updates())[-1].callback_query
    assert query is not None
    assert query.message is not None
    assert query.message.message_id == sent.message_id


async def test_a_button_that_is_not_there_is_not_pressed(fake: FakeTelegram, bot: Bot) -> None:
    robin = fake.person()
    await robin.says("Hallo")
    await bot.send_message(robin.id, "Kies", reply_markup=keyboard(("Ja", "yes")))
    with pytest.raises(LookupError, match="there are: Ja"):
        await robin.presses("Nee")


async def test_leaving_a_private_chat_is_impossible(fake: FakeTelegram, bot: Bot) -> None:
    robin = fake.person()
    await robin.says("Hallo")
    with pytest.raises(BadRequest, match="can't be changed in private chats"):
        await bot.leave_chat(robin.id)


@pytest.mark.parametrize("kind", ["group", "supergroup"])
async def test_after_leaving_a_group_the_bot_is_no_member(fake: FakeTelegram, bot: Bot, kind: str) -> None:
    group = fake.room(kind)  # type: ignore[arg-type]  # parametrize widens the literal
    robin = fake.person()
    await group.adds_bot(robin)
    await group.hears(robin, "Hallo allemaal")
    theirs = group.screen[-1].id
    with pytest.raises(BadRequest, match="Message can't be deleted"):
        await bot.delete_message(group.chat.id, theirs)
    assert await bot.leave_chat(group.chat.id)
    assert not group.has_bot
    with pytest.raises(Forbidden, match=f"bot is not a member of the {kind} chat"):
        await bot.send_message(group.chat.id, "Dag")


async def test_commands_are_kept_by_language_and_checked(fake: FakeTelegram, bot: Bot) -> None:
    await bot.set_my_commands([BotCommand("stop", "Stoppen")], language_code="nl")
    assert [command.command for command in await bot.get_my_commands(language_code="nl")] == ["stop"]
    assert not await bot.get_my_commands()
    with pytest.raises(BadRequest):
        await bot.set_my_commands([BotCommand("Stop!", "Stoppen")])
    await bot.delete_my_commands(language_code="nl")
    assert not await bot.get_my_commands(language_code="nl")


async def test_descriptions_have_a_limit(fake: FakeTelegram, bot: Bot) -> None:
    await bot.set_my_description("x" * 512)
    await bot.set_my_short_description("x" * 120, language_code="nl")
    assert fake.world.descriptions["short_description", "nl"] == "x" * 120
    with pytest.raises(BadRequest):
        await bot.set_my_description("x" * 513)


async def test_formatting_is_refused_rather_than_guessed(fake: FakeTelegram, bot: Bot) -> None:
    robin = fake.person()
    await robin.says("Hallo")
    with pytest.raises(BadRequest, match="plain text"):
        await bot.send_message(robin.id, "*Dag*", parse_mode="Markdown")


async def test_every_call_is_remembered_in_order(fake: FakeTelegram, bot: Bot) -> None:
    robin = fake.person()
    await robin.says("Hallo")
    await bot.send_message(robin.id, "Dag")
    assert [call.method for call in fake.calls] == ["getMe", "sendMessage"]
    assert fake.calls[-1].params["text"] == "Dag"
    assert "Dag" not in repr(fake.calls)
