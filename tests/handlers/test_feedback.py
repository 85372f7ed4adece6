"""Two questions after a contact: passed with one press, counted without case or counsellor (C33)."""

from datetime import date

import pytest

from bot.wiring import House
from handlers.domain.feedback import QUESTIONS, Rating, cells, told
from handlers.domain.policy import Policy
from handlers.feedback import feedback_of
from handlers.ports import About, Channel, Work
from tests.handlers.test_aftercare import closed
from tests.house import BROWSER, Employee, MovableClock, rows

THIS, NEXT = date(2026, 12, 31), date(2027, 1, 1)


async def counted(house: House) -> dict[str, int]:
    """What the totals of the year hold of answers."""
    return dict(await house.store.read(lambda work: work.totals.of(About.FEEDBACK, 2026)))


@pytest.mark.parametrize("channel", [Channel.TELEGRAM, Channel.WEB])
async def test_after_aftercare_two_questions_come_and_both_answers_count_once(
    house: House, channel: Channel
) -> None:
    person = Employee(house, channel, "77001" if channel is Channel.TELEGRAM else BROWSER)
    await closed(house, person)
    if channel is Channel.TELEGRAM:
        await person.chooses(aftercare="none")
    await person.chooses(feedback_heard="yes")
    assert await counted(house) == {}
    await person.chooses(feedback_clear="partly")
    assert person.sees("utter_feedback_thanks")
    assert await counted(house) == {"heard.yes": 1, "clear.partly": 1}
    await person.again()
    await person.presses_payload("/SetSlots(feedback_clear=partly)")
    await person.presses_payload("/SetSlots(feedback_heard=yes)")
    assert await counted(house) == {"heard.yes": 1, "clear.partly": 1}


async def test_one_press_passes_both_and_writes_nothing(house: House, employee: Employee) -> None:
    await closed(house, employee)
    await employee.chooses(aftercare="two_weeks")
    await employee.chooses(feedback_heard="skip")
    assert employee.sees("utter_feedback_passed")
    assert not any("feedback" in button for button in employee.buttons)
    assert await counted(house) == {}
    assert (await rows(house))["totals"] == 1, "the contact that ended, and nothing of answers"


@pytest.mark.clause("C54")
@pytest.mark.parametrize("channel", [Channel.TELEGRAM, Channel.WEB])
async def test_who_is_treated_differently_now_says_so_at_the_end_and_sees_what_is_possible(
    house: House, channel: Channel
) -> None:
    person = Employee(house, channel, "77001" if channel is Channel.TELEGRAM else BROWSER)
    await closed(house, person)
    if channel is Channel.TELEGRAM:
        await person.chooses(aftercare="none")
    await person.chooses(feedback_heard="skip")
    assert "/checkin_changed" in person.buttons
    await person.commands("/checkin_changed")
    assert person.sees("utter_checkin_changed")
    assert {"/options", "/introduce"} <= set(person.buttons)
    before = await counted(house)
    await person.commands("/options")
    assert any("option=" in button or "in_danger=" in button for button in person.buttons)
    assert await counted(house) == before == {}


async def test_the_second_question_can_be_left_open(house: House, employee: Employee) -> None:
    await closed(house, employee)
    await employee.chooses(aftercare="none")
    await employee.chooses(feedback_heard="no")
    await employee.chooses(feedback_clear="skip")
    assert await counted(house) == {"heard.no": 1}


async def test_who_wipes_between_the_questions_is_counted_nowhere(house: House, employee: Employee) -> None:
    await closed(house, employee)
    await employee.chooses(aftercare="none")
    await employee.chooses(feedback_heard="no")
    await employee.commands("/wipe")
    await employee.chooses(wipe_ok="yes")
    assert await counted(house) == {}


@pytest.mark.parametrize("language", ["nl", "en"])
def test_the_questions_say_nothing_of_what_it_was_about(house: House, language: str) -> None:
    """Somebody may look over a shoulder."""
    texts = house.voice.flows.texts
    for name in ("utter_ask_feedback_heard", "utter_ask_feedback_clear"):
        words = texts.format(name, language, report_k="5").lower()
        for too_much in (
            "vertrouwenspers",
            "counsellor",
            "gedrag",
            "behaviour",
            "pest",
            "bull",
            "klacht",
        ):
            assert too_much not in words


@pytest.mark.clause("C33")
async def test_below_k_answers_nobody_is_told_anything_and_of_a_running_year_neither(
    house: House, clock: MovableClock
) -> None:
    policy = house.policy

    async def answered(many: int) -> None:
        def add(work: Work) -> None:
            work.totals.change(About.FEEDBACK, 2026, {"heard.yes": many, "clear.no": 1})

        await house.store.write(add)

    async def seen(today: date) -> dict[str, dict[Rating, int]]:
        return await house.store.read(lambda work: feedback_of(work, 2026, today, policy))

    await answered(policy.report_k - 1)
    assert await seen(NEXT) == {}
    await answered(1)
    assert await seen(THIS) == {}, "two looks would show what one answer added"
    assert await seen(NEXT) == {"heard": {Rating.YES: policy.report_k, Rating.PARTLY: 0, Rating.NO: 0}}


def test_a_question_counts_for_itself_and_is_told_from_k_answers_on() -> None:
    assert cells({"heard": Rating.NO, "clear": None}) == ("heard.no",)
    assert cells(dict.fromkeys(QUESTIONS, None)) == ()
    many = {"heard.yes": 2, "heard.no": 1, "clear.no": 2}
    assert told(many, 3) == {"heard": {Rating.YES: 2, Rating.PARTLY: 0, Rating.NO: 1}}
    assert set(told(many, 2)) == {"heard", "clear"}
    assert Policy("").report_k == 5
