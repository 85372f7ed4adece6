"""The fake Bot API delivers updates as Telegram does: what comes when, how often and in which order."""

import asyncio
from datetime import timedelta

import pytest
from telegram import Bot, InlineKeyboardButton, InlineKeyboardMarkup, Message, Update
from telegram.error import BadRequest, Conflict

from tests.fakes.telegram import Cut, FakeTelegram, Person
from tests.fakes.telegram.contents import CONTENTS, ContentKind
from tests.telegram.conftest import client

pytestmark = pytest.mark.sockets


async def ids(bot: Bot, offset: int | None = None, limit: int | None = None) -> list[int]:
    return [update.update_id for update in await bot.get_updates(offset, limit)]


async def asked(bot: Bot, robin: Person) -> Message:
    markup = InlineKeyboardMarkup([[InlineKeyboardButton("Ja", callback_data="yes")]])
    return await bot.send_message(robin.id, "Kies", reply_markup=markup)


async def only(bot: Bot) -> Update:
    (update,) = await bot.get_updates()
    return update


async def test_a_text_arrives_with_its_sender(fake: FakeTelegram, bot: Bot) -> None:
    robin = fake.person(language="en", username="robin_r", last_name="Rood", account_id=77)
    message_id = await robin.says("Hallo")
    message = (await only(bot)).message
    assert message is not None
    assert message.from_user is not None
    assert (message.message_id, message.text, message.chat.type) == (message_id, "Hallo", "private")
    sender = message.from_user
    assert (sender.id, sender.username, sender.last_name) == (77, "robin_r", "Rood")
    assert sender.language_code == "en"


async def test_a_link_arrives_as_start_with_its_payload(fake: FakeTelegram, bot: Bot) -> None:
    robin = fake.person()
    await robin.opens_link("new")
    message = (await only(bot)).message
    assert message is not None
    assert message.text == "/start new"
    assert [entity.type for entity in message.entities] == ["bot_command"]
    with pytest.raises(ValueError, match="start payload"):
        await robin.opens_link("no spaces")


async def test_what_is_over_4096_characters_arrives_in_pieces(fake: FakeTelegram, bot: Bot) -> None:
    await fake.person().says("a" * 10_000)
    updates = await bot.get_updates()
    assert [len(update.message.text or "") for update in updates if update.message] == [4096, 4096, 1808]


@pytest.mark.parametrize("kind", CONTENTS)
async def test_every_kind_of_content_arrives(fake: FakeTelegram, bot: Bot, kind: ContentKind) -> None:
    robin = fake.person()
    await robin.sends(kind, caption="Kijk")
    message = (await only(bot)).message
    assert message is not None
    assert message[kind]
    assert (message.text, message.caption) == (None, "Kijk")
    assert robin.screen[-1].kind == kind


async def test_pinning_arrives_as_a_service_message(fake: FakeTelegram, bot: Bot) -> None:
    robin = fake.person()
    await robin.pins(await robin.says("Hallo"))
    message = (await bot.get_updates())[-1].message
    assert message is not None
    assert message.pinned_message is not None


async def test_an_edit_of_a_person_arrives_as_an_edited_message(fake: FakeTelegram, bot: Bot) -> None:
    robin = fake.person()
    message_id = await robin.says("Hallo")
    await robin.edits(message_id, "Dag")
    update = (await bot.get_updates())[-1]
    assert update.edited_message is not None
    assert (update.edited_message.text, update.message) == ("Dag", None)
    assert update.edited_message.edit_date is not None


async def test_a_press_arrives_with_its_message_and_data(fake: FakeTelegram, bot: Bot) -> None:
    robin = fake.person()
    await robin.says("Hallo")
    sent = await asked(bot, robin)
    press = await robin.presses("Ja")
    query = (await bot.get_updates())[-1].callback_query
    assert query is not None
    assert isinstance(query.message, Message)
    assert (query.id, query.data, query.message.message_id) == (press.id, "yes", sent.message_id)
    assert query.message.reply_markup == sent.reply_markup


async def test_a_forged_press_arrives_like_any_other(fake: FakeTelegram, bot: Bot) -> None:
    robin = fake.person()
    await robin.says("Hallo")
    await asked(bot, robin)
    await robin.forges("/SetSlots(other=1)")
    query = (await bot.get_updates())[-1].callback_query
    assert query is not None
    assert query.data == "/SetSlots(other=1)"


async def test_a_press_on_a_message_that_is_gone_is_about_an_inaccessible_one(
    fake: FakeTelegram, bot: Bot
) -> None:
    robin = fake.person()
    await robin.says("Hallo")
    sent = await asked(bot, robin)
    await bot.delete_message(robin.id, sent.message_id)
    await robin.forges("yes", message=sent.message_id)
    query = (await bot.get_updates())[-1].callback_query
    assert query is not None
    assert query.message is not None
    assert not query.message.is_accessible


async def test_blocking_and_unblocking_arrive_as_changes_of_membership(fake: FakeTelegram, bot: Bot) -> None:
    robin = fake.person()
    await robin.says("Hallo")
    await robin.blocks()
    with pytest.raises(ValueError, match="sends it nothing"):
        await robin.says("Nog iets")
    await robin.unblocks()
    changes = [update.my_chat_member for update in (await bot.get_updates())[1:]]
    assert [change.new_chat_member.status for change in changes if change] == ["kicked", "member"]


async def test_a_group_tells_that_the_bot_came_what_is_said_and_that_it_left(
    fake: FakeTelegram, bot: Bot
) -> None:
    robin, group = fake.person(), fake.room("group", "Afdeling")
    await group.adds_bot(robin)
    await group.hears(robin, "Hallo allemaal")
    await bot.leave_chat(group.chat.id)
    added, service, said, left = await bot.get_updates()
    assert added.my_chat_member is not None
    assert added.my_chat_member.new_chat_member.status == "member"
    assert service.message is not None
    assert service.message.new_chat_members
    assert said.effective_chat is not None
    assert (said.effective_chat.type, said.effective_chat.title) == ("group", "Afdeling")
    assert left.my_chat_member is not None
    assert left.my_chat_member.new_chat_member.status == "left"
    with pytest.raises(ValueError, match="told nothing"):
        await group.hears(robin, "Is daar iemand?")


async def test_a_channel_post_has_no_sender(fake: FakeTelegram, bot: Bot) -> None:
    channel = fake.room("channel", "Nieuws")
    await channel.adds_bot(fake.person())
    await channel.posts("Nieuws van vandaag")
    added, post = await bot.get_updates()
    assert added.my_chat_member is not None
    assert added.my_chat_member.new_chat_member.status == "administrator"
    assert post.channel_post is not None
    assert (post.channel_post.text, post.effective_user) == ("Nieuws van vandaag", None)


async def test_only_a_higher_offset_confirms(fake: FakeTelegram, bot: Bot) -> None:
    robin = fake.person()
    for word in "abc":
        await robin.says(word)
    first, second, third = await ids(bot)
    assert (second, third) == (first + 1, first + 2)
    assert await ids(bot) == [first, second, third]
    assert await ids(bot, first) == [first, second, third]
    assert await ids(bot, second) == [second, third]
    assert await ids(bot, first) == [second, third]
    assert not fake.updates.all_confirmed()
    assert await ids(bot, third + 1) == []
    assert fake.updates.all_confirmed()


async def test_a_limit_gives_the_oldest_first(fake: FakeTelegram, bot: Bot) -> None:
    robin = fake.person()
    for word in "abc":
        await robin.says(word)
    first, second = await ids(bot, limit=2)
    assert second == first + 1


async def test_a_negative_offset_forgets_all_but_the_last(fake: FakeTelegram, bot: Bot) -> None:
    robin = fake.person()
    for word in "abc":
        await robin.says(word)
    last = (await ids(bot))[-1]
    assert await ids(bot, -1) == [last]
    assert await ids(bot) == [last]


async def test_an_offset_from_the_far_future_confirms_nothing(fake: FakeTelegram, bot: Bot) -> None:
    robin = fake.person()
    await robin.says("Hallo")
    (first,) = await ids(bot)
    assert await ids(bot, first + 1_000) == [first]
    assert await ids(bot, first + 5) == []


async def test_an_update_waits_24_hours_at_most(fake: FakeTelegram, bot: Bot) -> None:
    robin = fake.person()
    await robin.says("Hallo")
    fake.clock.forward(timedelta(hours=24))
    assert len(await ids(bot)) == 1
    fake.clock.forward(timedelta(seconds=1))
    assert await ids(bot) == []


async def test_a_poller_that_waits_hears_at_once(fake: FakeTelegram, bot: Bot) -> None:
    robin = fake.person()
    waiting = asyncio.create_task(bot.get_updates(timeout=50))
    await fake.until_polled()
    await robin.says("Hallo")
    assert [update.message.text for update in await waiting if update.message] == ["Hallo"]


async def test_a_second_poller_ends_the_first(fake: FakeTelegram, bot: Bot) -> None:
    robin = fake.person()
    async with client(fake) as other:
        first = asyncio.create_task(bot.get_updates(timeout=50))
        await fake.until_polled()
        second = asyncio.create_task(other.get_updates(timeout=50))
        with pytest.raises(Conflict, match="terminated by other getUpdates request"):
            await first
        await robin.says("Hallo")
        assert len(await second) == 1


async def test_polling_and_a_webhook_exclude_each_other(fake: FakeTelegram, bot: Bot) -> None:
    waiting = asyncio.create_task(bot.get_updates(timeout=50))
    await fake.until_polled()
    await bot.set_webhook("https://oor.example/telegram")
    with pytest.raises(Conflict, match="terminated by setWebhook"):
        await waiting
    with pytest.raises(Conflict, match="webhook is active"):
        await bot.get_updates()
    await bot.delete_webhook()
    assert not await bot.get_updates()


async def test_only_asked_kinds_of_updates_come_from_then_on(fake: FakeTelegram, bot: Bot) -> None:
    robin = fake.person()
    await robin.says("Hallo")
    await bot.get_updates(allowed_updates=["callback_query"])
    await asked(bot, robin)
    await robin.says("Komt niet")
    await robin.presses("Ja")
    updates = await bot.get_updates()
    assert [bool(update.message) for update in updates] == [True, False]
    assert updates[1].callback_query is not None


async def test_an_answer_of_get_updates_that_is_lost_comes_again(fake: FakeTelegram, bot: Bot) -> None:
    await fake.person().says("Hallo")
    fake.faults.next("getUpdates", Cut())
    with pytest.raises(Exception, match="RemoteProtocolError"):
        await bot.get_updates()
    assert len(await ids(bot)) == 1


async def test_a_doubled_update_comes_twice_with_one_id(fake: FakeTelegram, bot: Bot) -> None:
    fake.updates.double_next()
    await fake.person().says("Hallo")
    first, second = await ids(bot)
    assert first == second
    assert await ids(bot, first + 1) == []


async def test_held_updates_come_newest_first(fake: FakeTelegram, bot: Bot) -> None:
    robin = fake.person()
    fake.updates.hold()
    await robin.says("Een")
    await robin.says("Twee")
    assert await ids(bot) == []
    fake.updates.release(reverse=True)
    texts = [update.message.text for update in await bot.get_updates() if update.message]
    assert texts == ["Twee", "Een"]


async def test_settled_waits_for_the_confirming_offset(fake: FakeTelegram, bot: Bot) -> None:
    await fake.person().says("Hallo")
    settled = asyncio.create_task(fake.settled())
    (first,) = await ids(bot)
    assert not settled.done()
    await ids(bot, first + 1)
    await settled


async def test_seeing_waits_for_the_words(fake: FakeTelegram, bot: Bot) -> None:
    robin = fake.person()
    await robin.says("Hallo")
    seen = asyncio.create_task(robin.sees("Dag"))
    await bot.send_message(robin.id, "Dag Robin")
    assert (await seen).text == "Dag Robin"


async def test_only_the_sender_edits_a_message(fake: FakeTelegram, bot: Bot) -> None:
    robin = fake.person()
    await robin.says("Hallo")
    sent = await bot.send_message(robin.id, "Dag")
    with pytest.raises(ValueError, match="only what they sent"):
        await robin.edits(sent.message_id, "Anders")


async def test_a_webhook_address_and_its_secret_are_checked(fake: FakeTelegram, bot: Bot) -> None:
    for url in ("http://oor.example/", "https://oor.example:444/", "ftp://oor.example/"):
        with pytest.raises(BadRequest):
            await bot.set_webhook(url)
    for secret in ("x" * 257, "not allowed!"):
        with pytest.raises(BadRequest, match="Secret token"):
            await bot.set_webhook("https://oor.example/", secret_token=secret)
    assert (await bot.get_webhook_info()).url == ""
