"""Who asked for it hears once that a counsellor starts; one word ends it; HR sees nobody and can stop."""

from dataclasses import dataclass, field, replace
from datetime import timedelta

import pytest
import sqlalchemy as sa

from bot.wiring import House
from dialogues.private import Private
from handlers.announcing import AFTER_ANOTHER, Announcing
from handlers.domain.ids import CounsellorId
from handlers.ports import AnnouncementState, Channel, DeskSession, Gone, Later, Outgoing, Reach, Sent, Work
from handlers.traces import TraceBook
from storage.tables_of_hr import subscribers
from storage.upkeep import read
from tests.handlers.test_choosing import TODAY, change
from tests.house import (
    BROWSER,
    DAAN,
    VERA,
    Employee,
    Mailroom,
    MovableClock,
    bring,
    officer,
    rows,
    sweep,
    waiting_jobs,
)


async def asks(employee: Employee) -> None:
    """A new colleague who wants to hear of new counsellors."""
    await employee.commands("/new")
    await employee.chooses(new_what="hear")
    assert employee.sees("utter_ask_hear_new")
    await employee.chooses(hear_new="yes")
    assert employee.sees("utter_hear_new_kept")


async def begin(house: House, who: CounsellorId = VERA) -> tuple[DeskSession, str]:
    """HR pressed; the id of the announcement."""
    hr = await officer(house)
    assert await house.hr.announcements.start(hr, who)
    page = await house.hr.announcements.page()
    return hr, next(each.id for each in page.past if each.state is AnnouncementState.RUNNING)


async def state(house: House) -> list[AnnouncementState]:
    return [each.state for each in await house.store.read(lambda work: work.announcements.all())]


@pytest.mark.clause("C57")
async def test_who_asked_hears_it_once_in_words_of_the_list(house: House, employee: Employee) -> None:
    await asks(employee)
    await begin(house)
    mailroom = Mailroom()
    await bring(house, mailroom)
    ((reach, message),) = mailroom.brought
    assert reach.address.reveal() == employee.sender
    assert "Er is een nieuwe vertrouwenspersoon: Vera Voorbeeld (vrouw, werkt hier)" in message.text.reveal()
    assert [button.payload for button in message.buttons] == ["/who", "/hear_new_stop"]
    assert await state(house) == [AnnouncementState.DONE]
    await bring(house, mailroom)
    assert len(mailroom.brought) == 1
    assert await waiting_jobs(house) == []


async def test_nobody_hears_it_who_did_not_say_yes(house: House, employee: Employee) -> None:
    await employee.commands("/new")
    await employee.chooses(new_what="hear")
    await employee.chooses(hear_new="no")
    await begin(house)
    mailroom = Mailroom()
    await bring(house, mailroom)
    assert mailroom.brought == []
    assert "subscribers" not in await rows(house)


async def test_on_the_web_nobody_can_be_told_and_that_is_said(house: House) -> None:
    browser = Employee(house, sender=BROWSER, channel=Channel.WEB)
    await browser.commands("/new")
    await browser.chooses(new_what="hear")
    assert browser.sees("utter_hear_new_elsewhere")
    assert "subscribers" not in await rows(house)


@pytest.mark.clause("C57")
@pytest.mark.parametrize("word", ["/hear_new_stop", "/stop", "stop", "wipe"])
async def test_one_press_or_word_ends_it_at_once_also_when_the_chat_is_long_gone(
    house: House, employee: Employee, clock: MovableClock, word: str
) -> None:
    await asks(employee)
    for _ in range(20):
        clock.passes(days=1)
        await sweep(house)
    left = await rows(house)
    assert "conversations" not in left
    assert "subscribers" in left
    if word == "wipe":
        await employee.commands("/wipe")
        await employee.chooses(wipe_ok="yes")
    elif word == "stop":
        await employee.says(word)
    else:
        await employee.presses_payload(word)
    assert "subscribers" not in await rows(house)
    await begin(house)
    mailroom = Mailroom()
    await bring(house, mailroom)
    assert mailroom.brought == []


async def test_stop_ends_it_also_while_a_message_waits_for_its_counsellor(
    house: House, employee: Employee
) -> None:
    await asks(employee)
    await employee.introduces(pick="woman")
    await employee.commands("/stop")
    assert employee.sees("utter_ask_stop_case", counsellor_name="Vera Voorbeeld")
    assert "subscribers" not in await rows(house)


async def test_asking_twice_is_one_row_and_another_account_keeps_its_own(
    house: House, employee: Employee
) -> None:
    other = Employee(house, sender="987654")
    for one in (employee, employee, other):
        await asks(one)
    assert (await rows(house))["subscribers"] == 2
    await employee.commands("/hear_new_stop")
    assert employee.sees("utter_hear_new_stopped")
    assert (await rows(house))["subscribers"] == 1


async def test_whoever_blocked_the_bot_is_forgotten(house: House, employee: Employee) -> None:
    await asks(employee)
    await begin(house)
    await bring(house, Mailroom(outcome=Gone()))
    assert "subscribers" not in await rows(house)
    assert await state(house) == [AnnouncementState.DONE]


@pytest.mark.clause("C41", "C57")
async def test_whoever_blocks_the_bot_is_forgotten_before_anything_is_sent(
    house: House, employee: Employee
) -> None:
    await asks(employee)
    book = TraceBook(house.store, house.keys, house.clock)
    await book.unreachable(Reach(Channel.TELEGRAM, Private("987654"), ""))
    assert (await rows(house))["subscribers"] == 1, "that was somebody else"
    await book.unreachable(Reach(Channel.TELEGRAM, Private(employee.sender), ""))
    assert "subscribers" not in await rows(house)


@dataclass(slots=True)
class Line:
    """A channel that does something at the n-th message, then goes on."""

    at: int
    does: object
    sent: list[str] = field(default_factory=list)

    async def send(self, reach: Reach, message: Outgoing) -> Sent | Later:
        """Bring one message."""
        if len(self.sent) == self.at and self.does is not None:
            does, self.does = self.does, None
            if isinstance(does, Later):
                return does
            if isinstance(does, Exception):
                self.sent.append(reach.address.reveal())
                raise does
            await does()  # type: ignore[operator]  # the one other thing that a test puts there
        self.sent.append(reach.address.reveal())
        return Sent()


async def many(house: House, count: int) -> set[str]:
    """So many addresses."""
    names = {str(1000 + at) for at in range(count)}

    def job(work: Work) -> None:
        for name in names:
            work.announcements.keep(Reach(Channel.TELEGRAM, Private(name), "nl"))

    await house.store.write(job)
    return names


async def no_pause(_: float) -> None:
    """At once."""


def announcing(house: House, line: Line) -> Announcing:
    return Announcing(house.store, line, house.voice.flows.texts, house.clock, no_pause)


async def test_a_flood_is_waited_out_and_everyone_hears_it_once(house: House) -> None:
    names = await many(house, 30)
    _, job = await begin(house)
    line = Line(12, Later(17))
    assert await announcing(house, line).announce(job) == Later(17)
    assert len(line.sent) == 12
    assert await announcing(house, line).announce(job) is None
    assert sorted(line.sent) == sorted(names)


async def test_after_a_crash_nobody_is_missed_and_one_may_hear_it_twice(house: House) -> None:
    names = await many(house, 20)
    _, job = await begin(house)
    line = Line(7, RuntimeError())
    with pytest.raises(RuntimeError):
        await announcing(house, line).announce(job)
    assert await announcing(house, line).announce(job) is None
    assert set(line.sent) == names
    assert len(line.sent) == len(names) + 1


@pytest.mark.clause("C57")
async def test_stopped_half_way_nobody_more_is_told_and_it_is_not_taken_up_again(house: House) -> None:
    await many(house, 20)
    hr, job = await begin(house)

    async def stop() -> None:
        assert await house.hr.announcements.stop(hr, job)

    line = Line(5, stop)
    assert await announcing(house, line).announce(job) is None
    assert len(line.sent) == 6, "the message that was on its way"
    assert await state(house) == [AnnouncementState.STOPPED]
    assert not await house.hr.announcements.stop(hr, job)
    assert await waiting_jobs(house) == []


@pytest.mark.clause("C57")
async def test_nobody_hears_of_a_counsellor_whose_appointment_ended_in_the_meantime(house: House) -> None:
    await many(house, 3)
    _, job = await begin(house)
    await change(house, VERA, until=TODAY - timedelta(days=1), reason="left")
    line = Line(-1, None)
    assert await announcing(house, line).announce(job) is None
    assert line.sent == []


async def test_some_hundreds_are_one_run_and_the_rest_is_the_next(
    house: House, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("handlers.announcing.AT_ONCE", 4)
    names = await many(house, 23)
    _, job = await begin(house)
    line = Line(-1, None)
    assert await announcing(house, line).announce(job) == Later(0)
    assert len(line.sent) == 20
    assert await announcing(house, line).announce(job) is None
    assert sorted(line.sent) == sorted(names)


@pytest.mark.clause("C57")
@pytest.mark.parametrize("first", [VERA, DAAN])
async def test_a_second_one_waits_for_the_end_of_the_first_and_everyone_hears_both_once(
    house: House, first: CounsellorId
) -> None:
    names = await many(house, 20)
    hr, one = await begin(house, first)
    assert await house.hr.announcements.start(hr, DAAN if first == VERA else VERA)
    (other,) = {each.id for each in (await house.hr.announcements.page()).past} - {one}
    line = Line(12, Later(17))
    announcing_both = announcing(house, line)
    assert await announcing_both.announce(one) == Later(17)
    assert await announcing_both.announce(other) == Later(AFTER_ANOTHER)
    assert len(line.sent) == 12
    assert await announcing_both.announce(one) is None
    assert await announcing_both.announce(other) is None
    assert sorted(line.sent) == sorted([*names, *names])
    assert await state(house) == [AnnouncementState.DONE, AnnouncementState.DONE]


@pytest.mark.clause("C57")
async def test_one_that_waits_for_another_can_be_stopped_too(house: House) -> None:
    await many(house, 3)
    hr, one = await begin(house)
    assert await house.hr.announcements.start(hr, DAAN)
    (other,) = {each.id for each in (await house.hr.announcements.page()).past} - {one}
    assert await announcing(house, Line(0, Later(17))).announce(one) == Later(17)
    assert await house.hr.announcements.stop(hr, other)
    line = Line(-1, None)
    assert await announcing(house, line).announce(other) is None
    assert line.sent == []


@pytest.mark.clause("C57")
async def test_hr_sees_the_same_whether_nobody_or_everybody_hears_it_for_a_week_and_after(
    house: House, clock: MovableClock
) -> None:
    hr, job = await begin(house)
    seen = []
    for mailroom in (None, Mailroom(outcome=Later(60)), Mailroom()):
        if mailroom is not None:
            await many(house, 3)
            await bring(house, mailroom)
        seen.append(await house.hr.announcements.page())
    assert seen[0] == seen[1] == seen[2]
    assert await house.hr.announcements.stop(hr, job), "whoever was told already"
    clock.passes(days=1)
    _, job = await begin(house, DAAN)
    clock.passes(days=7)
    (late, _) = (await house.hr.announcements.page()).past
    assert (late.id, late.state) == (job, AnnouncementState.DONE), "by its day alone; its job never ran"
    assert not await house.hr.announcements.stop(await officer(house), job)


async def test_once_each_and_only_who_is_new_and_works_now(house: House, clock: MovableClock) -> None:
    await many(house, 1)
    hr, _ = await begin(house)
    room = house.hr.announcements
    assert not await room.start(hr, VERA), "announced already"
    await bring(house, Mailroom())
    assert not await room.start(hr, VERA), "announced already"
    assert not await room.start(hr, CounsellorId("nobody"))
    assert not await room.stop(hr, "f" * 32)
    published = (await house.hr.page()).published
    daan = next(who for who in published.counsellors if who.id == DAAN)
    over = replace(daan, until=clock.now().date(), reason="left")
    assert await house.hr.save(hr, over, published.version)
    await house.hr.publish(hr)
    clock.passes(days=1)
    assert not await room.start(await officer(house), DAAN), "works here no more"


async def test_a_counsellor_announces_nothing(house: House) -> None:
    hr = await officer(house)
    other = replace(hr, staff=replace(hr.staff, role=type(hr.staff.role)("counsellor")))
    for does in (house.hr.announcements.start(other, VERA), house.hr.announcements.stop(other, "x")):
        with pytest.raises(PermissionError):
            await does


async def test_the_address_is_sealed_and_its_keys_move_on(
    house: House, employee: Employee, clock: MovableClock
) -> None:
    await asks(employee)
    (row,) = await read(house.store, lambda at: at.run(sa.select(subscribers)).all())
    assert employee.sender not in repr(row)
    assert set(row._mapping) == {"id", "lookup", "wrapped_key", "kek_day", "sealed", "told"}
    for _ in range(30):
        clock.passes(days=1)
        await sweep(house)
    await begin(house)
    mailroom = Mailroom()
    await bring(house, mailroom)
    assert len(mailroom.brought) == 1
