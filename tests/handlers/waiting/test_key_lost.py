"""Between a new invitation and a confirmed key the employee is told, and chooses (C12, C43)."""

import pytest

from bot.wiring import House
from handlers.domain.case import Status
from handlers.ports import Channel, MailKind
from tests.handlers.at_desk import confirms
from tests.handlers.test_desk_invitations import begins_again, invited
from tests.handlers.waiting.passing import NAME, days, running, taken
from tests.house import (
    ANOTHER_BROWSER,
    BROWSER,
    DAAN,
    VERA,
    Counsellor,
    Employee,
    Mailroom,
    MovableClock,
    bring,
    cases_of,
    rows,
)


async def waiting_mail(house: House) -> list[MailKind]:
    """What waits to be told of the only running case."""
    case = await running(house)
    mail = await house.store.read(lambda work: work.mailbox.peek(case.conversation))
    return [piece.kind for piece in mail]


async def loses_the_key(house: House, clock: MovableClock) -> Counsellor:
    """HR invites Vera anew; whoever comes in has no passphrase yet."""
    fresh = await invited(house, VERA)
    clock.passes(seconds=6)
    return fresh


async def is_confirmed(house: House, clock: MovableClock) -> None:
    """Daan compares the digits of Vera's new key."""
    daan = await Counsellor.logs_in(house, DAAN)
    assert await confirms(house, await daan.session(), VERA)
    clock.passes(seconds=6)


@pytest.mark.clause("C12", "C43")
@pytest.mark.parametrize("is_taken", [True, False])
async def test_the_employee_is_told_at_once_that_the_key_is_gone_and_again_when_a_new_one_works(
    house: House, employee: Employee, clock: MovableClock, is_taken: bool
) -> None:
    await taken(house, employee) if is_taken else await employee.introduces(pick="woman")
    await loses_the_key(house, clock)
    await employee.commands("/news")
    assert employee.sees("utter_key_lost", counsellor_name=NAME)
    await employee.chooses(lost_next="wait")
    assert employee.sees("utter_lost_wait")
    await begins_again(house, VERA)
    await employee.commands("/news")
    assert employee.sees("utter_key_lost", counsellor_name=NAME), "invited once more: told once more"
    await is_confirmed(house, clock)
    await employee.commands("/news")
    assert employee.sees("utter_key_changed", counsellor_name=NAME)
    assert not employee.sees("utter_key_lost", counsellor_name=NAME)


@pytest.mark.clause("C12")
async def test_my_message_promises_no_answer_while_nobody_can_open_it(
    house: House, employee: Employee, clock: MovableClock
) -> None:
    await taken(house, employee)
    await loses_the_key(house, clock)
    await employee.commands("/news")
    await employee.chooses(lost_next="wait")
    await employee.commands("/status")
    assert employee.sees("utter_key_lost", counsellor_name=NAME)
    assert not employee.sees("utter_status_open", counsellor_name=NAME)
    await employee.chooses(lost_next="outside")
    assert employee.sees("utter_later")


@pytest.mark.clause("C12", "C40")
@pytest.mark.parametrize("has_read", [True, False])
async def test_words_that_are_typed_meanwhile_go_to_nobody_and_the_choice_is_put(
    house: House, employee: Employee, clock: MovableClock, has_read: bool
) -> None:
    await taken(house, employee)
    before = (await rows(house))["letters"]
    await loses_the_key(house, clock)
    shut = before - (await rows(house))["letters"]
    if has_read:
        await employee.commands("/news")
        await employee.chooses(lost_next="wait")
    await employee.says("Ben je daar nog? Er is weer iets gebeurd.")
    assert employee.sees("utter_problem_counsellor_gone", counsellor_name=NAME)
    assert employee.sees("utter_key_lost", counsellor_name=NAME)
    assert employee.screen.count("kan je bericht niet meer openen") == 1, "asked once"
    assert (await rows(house))["letters"] == before - shut
    await employee.chooses(lost_next="other")
    await employee.chooses(pick="man")
    await employee.walks_to("send")
    assert await cases_of(house, DAAN) == [], "not without a new yes"
    await employee.chooses(send="yes")
    daan = await Counsellor.logs_in(house, DAAN)
    assert "Het gaat over pesten." in (await daan.reads((await daan.case()).id))[0]
    (left,) = await cases_of(house, VERA)
    assert left.status is Status.HANDED_OVER
    await is_confirmed_of_nobody(house, clock)
    await employee.commands("/news")
    assert not employee.sees("utter_key_changed", counsellor_name="Daan Denkbeeld")


@pytest.mark.clause("C12", "C40")
async def test_words_typed_before_a_new_key_was_told_of_are_not_sealed_to_it(
    house: House, employee: Employee, clock: MovableClock
) -> None:
    await taken(house, employee)
    await loses_the_key(house, clock)
    await is_confirmed_of_nobody(house, clock)
    before = (await rows(house))["letters"]
    await employee.says("Ben je daar nog? Er is weer iets gebeurd.")
    assert employee.sees("utter_key_changed", counsellor_name=NAME)
    assert not employee.sees("utter_message_sent", counsellor_name=NAME)
    assert (await rows(house))["letters"] == before


async def is_confirmed_of_nobody(house: House, clock: MovableClock) -> None:
    """Vera's new key works, for whoever did not go on with somebody else."""
    await begins_again(house, VERA)
    await is_confirmed(house, clock)


async def test_who_did_not_look_before_the_new_key_works_is_asked_once(
    house: House, employee: Employee, clock: MovableClock
) -> None:
    await taken(house, employee)
    await loses_the_key(house, clock)
    assert await waiting_mail(house) == [MailKind.KEY_LOST]
    await loses_the_key(house, clock)
    assert await waiting_mail(house) == [MailKind.KEY_LOST], "told once before it is read"
    await days(house, clock, 4)
    assert await waiting_mail(house) == [MailKind.KEY_LOST], "and not asked about waiting as well"
    await begins_again(house, VERA)
    assert await waiting_mail(house) == [MailKind.KEY_LOST]
    await is_confirmed(house, clock)
    assert await waiting_mail(house) == [MailKind.KEY_CHANGED]
    await loses_the_key(house, clock)
    assert await waiting_mail(house) == [MailKind.KEY_LOST]


@pytest.mark.clause("C12")
async def test_who_waits_for_the_key_is_asked_again_when_the_promised_day_is_over(
    house: House, employee: Employee, clock: MovableClock
) -> None:
    await taken(house, employee)
    await loses_the_key(house, clock)
    await employee.commands("/news")
    await employee.chooses(lost_next="wait")
    await days(house, clock, 4)
    assert await waiting_mail(house) == [MailKind.OVERDUE]


async def test_whoever_asked_for_it_is_told_that_there_is_news_and_never_what(
    house: House, employee: Employee, clock: MovableClock
) -> None:
    await employee.introduces(pick="woman", push="yes")
    await bring(house, Mailroom())
    await loses_the_key(house, clock)
    mailroom = Mailroom()
    await bring(house, mailroom)
    assert mailroom.texts == [house.voice.flows.texts.format("notice-news", "nl")]


async def test_with_the_code_the_choice_is_the_first_thing_on_the_page(
    house: House, clock: MovableClock
) -> None:
    person = Employee(house, Channel.WEB, BROWSER)
    await person.to_counsellor()
    await person.chooses(pick="woman")
    code = (await person.page()).code
    assert code is not None
    await person.presses_payload("/SetSlots(teach=skip)")
    await person.chooses(send="yes")
    await loses_the_key(house, clock)
    back = await person.comes_back(code, ANOTHER_BROWSER)
    assert back is not None
    assert (await back.page()).has_news
    await back.commands("/news")
    assert back.sees("utter_key_lost", counsellor_name=NAME)


async def test_a_case_whose_counsellor_has_no_running_contact_hears_nothing(
    house: House, employee: Employee, clock: MovableClock
) -> None:
    await taken(house, employee)
    vera = await Counsellor.logs_in(house, VERA)
    assert await vera.closes((await vera.case()).id)
    await employee.commands("/news")
    case = (await vera.case()).conversation
    await loses_the_key(house, clock)
    assert await house.store.read(lambda work: work.mailbox.peek(case)) == []
