"""A new invitation ends everything that was there, on purpose; nobody becomes the counsellor by it (C43)."""

import pytest

from bot.wiring import House
from dialogues.private import Private
from handlers.domain.ids import StaffId
from handlers.ports import DeskSession, LinkPurpose
from tests.fakes.authenticator import Device
from tests.handlers.at_desk import CORA, appointed, confirms, with_case
from tests.handlers.test_desk_numbers import app, keeps
from tests.handlers.test_desk_passkeys import adds, comes_in
from tests.house import DAAN, VERA, Counsellor, Employee, Mailroom, MovableClock, bring, rows, staff_of

PHRASE = Private("een heel nieuwe lange zin")


async def invited(house: House, who: str) -> Counsellor:
    """Whoever holds the new invitation comes in with it."""
    staff = await staff_of(house, who)
    token = await house.desk.invitations.invite(staff.id)
    assert token is not None
    cookie = await house.desk.logins.enter(token, LinkPurpose.INVITATION)
    assert cookie is not None
    return Counsellor(house, cookie, staff.counsellor or VERA)


async def begins_again(house: House, who: str) -> Counsellor:
    """The same, with a new passphrase."""
    fresh = await invited(house, who)
    assert await house.desk.keys.set_passphrase(fresh.cookie, await fresh.session(), PHRASE) is None
    return fresh


async def test_a_new_invitation_ends_sessions_links_passkeys_numbers_and_the_key(
    house: House, clock: MovableClock
) -> None:
    vera, device, one = await Counsellor.logs_in(house, VERA), Device(), app(house)
    assert await adds(house, vera, device, opens=True)
    assert await keeps(house, vera, one, clock)
    staff = (await vera.session()).staff
    link = await house.desk.logins.link(staff.id, LinkPurpose.LOGIN)
    token = await house.desk.invitations.invite(staff.id)
    assert token is not None
    assert await house.desk.logins.session(vera.cookie) is None
    assert await comes_in(house, device, opens=True) is None
    assert await house.desk.numbers.enter(one.words, one.number(clock)) is None
    assert await house.desk.logins.enter(link, LinkPurpose.LOGIN) is None
    assert VERA not in [key.counsellor for key in await house.desk.keys.shown()]
    assert {"sessions", "passkeys", "numbers"} & (await rows(house)).keys() == set()
    cookie = await house.desk.logins.enter(token, LinkPurpose.INVITATION)
    assert cookie is not None
    session = await house.desk.logins.session(cookie)
    assert session == DeskSession(staff, session.csrf if session else "", None, has_passphrase=False)
    assert await house.desk.logins.enter(token, LinkPurpose.INVITATION) is None, "once"


async def test_a_second_invitation_makes_the_first_one_worthless(house: House, clock: MovableClock) -> None:
    staff = await staff_of(house, VERA)
    first = await house.desk.invitations.invite(staff.id)
    second = await house.desk.invitations.invite(staff.id)
    assert first is not None
    assert second is not None
    assert await house.desk.logins.enter(first, LinkPurpose.INVITATION) is None
    clock.passes(hours=24)
    assert await house.desk.logins.enter(second, LinkPurpose.INVITATION) is None


@pytest.mark.clause("C35", "C43")
async def test_whoever_holds_the_invitation_reads_and_receives_nothing_until_a_colleague_confirms(
    house: House, employee: Employee, clock: MovableClock
) -> None:
    vera, case = await with_case(house, employee)
    await vera.accepts(case)
    thief = await begins_again(house, VERA)
    view = await thief.opens(case)
    assert view is not None
    assert view.letters == ()
    assert not await confirms(house, await thief.session(), VERA), "never one's own"
    assert not await thief.writes(case, "Ik ben Vera.")
    clock.passes(seconds=6)
    await employee.says("Ben je daar nog?")
    assert await thief.reads(case) == []
    other = Employee(house, sender="2")
    await other.to_counsellor()
    await other.chooses(pick="person")
    assert f"/SetSlots(counsellor={VERA})" not in other.buttons


@pytest.mark.clause("C15", "C43")
async def test_after_the_new_key_each_employee_chooses_and_the_same_words_go_only_with_a_new_yes(
    house: House, employee: Employee, clock: MovableClock
) -> None:
    await employee.introduces(pick="woman", push="yes")
    vera = await Counsellor.logs_in(house, VERA)
    case = (await vera.case()).id
    await vera.accepts(case)
    mailroom, news = Mailroom(), house.voice.flows.texts.format("notice-news", "nl")
    await bring(house, Mailroom())
    await employee.commands("/news")
    vera = await begins_again(house, VERA)
    await bring(house, mailroom)
    assert mailroom.texts == [news], "that the key is gone"
    mailroom.brought.clear()
    daan = await Counsellor.logs_in(house, DAAN)
    assert await confirms(house, await daan.session(), VERA)
    clock.passes(seconds=6)
    await bring(house, mailroom)
    assert mailroom.texts == [news]
    await employee.commands("/news")
    assert employee.sees("utter_key_changed", counsellor_name="Vera Voorbeeld")
    assert await vera.reads(case) == [], "nothing went by itself"
    await employee.chooses(key_next="again")
    assert await vera.reads(case) == [], "nor by choosing"
    await employee.walks_to("send")
    await employee.chooses(send="yes")
    assert "Het gaat over pesten." in (await vera.reads(case))[0]
    assert await vera.accepts(case)
    assert await vera.writes(case, "Ik lees weer mee.")


@pytest.mark.parametrize("choice", ["other", "outside", "wipe", "later"])
async def test_the_other_choices_after_a_new_key_send_nothing_to_the_counsellor(
    house: House, employee: Employee, clock: MovableClock, choice: str
) -> None:
    vera, case = await with_case(house, employee)
    await vera.accepts(case)
    await employee.commands("/news")
    vera = await begins_again(house, VERA)
    daan = await Counsellor.logs_in(house, DAAN)
    assert await confirms(house, await daan.session(), VERA)
    clock.passes(seconds=6)
    await employee.commands("/news")
    await employee.chooses(key_next=choice)
    if choice == "other":
        await employee.chooses(pick="man")
        await employee.walks_to("send")
        await employee.chooses(send="yes")
        assert "Het gaat over pesten." in (await daan.reads((await daan.case()).id))[0]
    elif choice == "outside":
        assert employee.sees("utter_later")
    elif choice == "wipe":
        await employee.chooses(wipe_ok="yes")
        assert (await rows(house)).get("letters", 0) == 0
    view = await vera.opens(case)
    assert view is None or view.letters == ()


async def test_the_counsellor_and_every_colleague_are_told_that_a_key_changed(
    house: House, clock: MovableClock
) -> None:
    for who, chat in ((VERA, "1"), (DAAN, "2")):
        await (await Counsellor.logs_in(house, who)).wants_notices(chat)
    await house.desk.invitations.invite((await staff_of(house, VERA)).id)
    mailroom = Mailroom()
    await bring(house, mailroom)
    told = sorted((reach.address.reveal(), message.text.reveal()) for reach, message in mailroom.brought)
    waiting = house.voice.flows.texts.format("notice-waiting", "nl")
    assert told == [("1", waiting), ("2", waiting)]


async def test_the_first_invitation_tells_nobody_and_ends_nothing(house: House) -> None:
    await appointed(house, CORA)
    daan = await Counsellor.logs_in(house, DAAN)
    await daan.wants_notices("2")
    cora = await staff_of(house, CORA)
    assert not await house.desk.invitations.would_end_something(cora)
    assert await house.desk.invitations.invite(cora.id) is not None
    mailroom = Mailroom()
    await bring(house, mailroom)
    assert mailroom.brought == []
    assert await house.desk.invitations.would_end_something(await staff_of(house, VERA))
    new = await invited(house, CORA)
    assert await adds(house, new, Device())
    assert await house.desk.invitations.would_end_something(cora)


async def test_nobody_who_left_is_invited(house: House) -> None:
    staff = await staff_of(house, VERA)
    await house.store.write(lambda work: work.desk.end_staff(staff.id))
    assert await house.desk.invitations.invite(staff.id) is None
    assert await house.desk.invitations.invite(StaffId("0" * 32)) is None


async def test_a_passkey_begun_before_the_invitation_is_not_kept_after_it(house: House) -> None:
    vera, device = await Counsellor.logs_in(house, VERA), Device()
    options = await house.desk.passkeys.offer(vera.cookie, "Vera")
    assert options is not None
    await house.desk.invitations.invite((await vera.session()).staff.id)
    assert not await house.desk.passkeys.add(vera.cookie, device.makes(options), Private("x"), None)
    assert await comes_in(house, device) is None
