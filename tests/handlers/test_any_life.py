"""Whatever people, staff and the clock do, in any order, the invariants hold (I1, I2, I4–I6, I8–I12).

`OPENOOR_LIVES=200` runs so many random lives of up to 60 steps; without it a few short ones.
"""

import os
import sys
from datetime import timedelta
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import initialize, invariant, rule, run_state_machine_as_test

from bot.wiring import Reading
from dialogues.private import Private
from handlers.domain.ids import CounsellorId
from handlers.domain.proposals import Decision, Plan
from handlers.resume import Cookies, resume
from tests.handlers.holding import Held
from tests.handlers.living import ASKED_BY_A_STRANGER, OF_A_PERSON, PLANTED
from tests.handlers.stepping import ALONE, TO_BOARD, carries_out, carries_out_of, proposes
from tests.handlers.test_choosing import away, change
from tests.house import ANOTHER_BROWSER, DAAN, VERA, bring, cases_of, officer

LIVES = int(os.environ.get("OPENOOR_LIVES", "6"))  # `make night`: 2,500, of at most 60 steps
STEPS = 60 if LIVES > 6 else 25
WRONG_CODE = Private("zeno zoro zuno zado bado bedo bido budo")
COUNSELLORS = st.sampled_from([VERA, DAAN])
EMPLOYEES = st.integers(0, 1)
WISHES = (
    "/start",
    "/introduce",
    "/status",
    "/news",
    "/withdraw",
    "/end_contact",
    "/wipe",
    "/stop",
    "/help_now",
    "/who",
    "/receipt",
    "/steps",
    "/new",
    "/hear_new_stop",
    "/language",
)
MARKS = {"/news": "reaches", "/hear_new_stop": "subscribers"}
"""Under what was brought stands a button; whoever got it asked for it, and this table says so."""


class Lives(Held):
    """What each of them can do."""

    @initialize(who=EMPLOYEES)
    def somebody_has_a_case(self, who: int) -> None:
        self.do(self.people[who].introduces(pick="woman"))
        self.said_yes += 1

    # ── what employees do ───────────────────────────────────────────────────────────────────────

    @rule(who=EMPLOYEES, at=st.integers(0, 30))
    def an_employee_presses_something_on_the_screen(self, who: int, at: int) -> None:
        buttons = self.people[who].buttons
        if buttons:
            self.presses(who, buttons[at % len(buttons)])

    @rule(who=EMPLOYEES, wish=st.sampled_from(WISHES))
    def an_employee_gives_a_command(self, who: int, wish: str) -> None:
        self.does(who, self.people[who].commands(wish))

    @rule(
        who=EMPLOYEES,
        payload=st.sampled_from(
            ["/SetSlots(pick=woman)", "/SetSlots(push=no)", "/SetSlots(x=y)", "/notice x accept"]
        ),
    )
    def an_employee_presses_something_old_or_forged(self, who: int, payload: str) -> None:
        self.does(who, self.people[who].presses_payload(payload))

    @rule(at=st.integers(0, 5))
    def an_employee_presses_something_under_what_was_brought(self, at: int) -> None:
        buttons = [button for _, message in self.mailroom.brought[-1:] for button in message.buttons]
        if buttons:
            self.presses(0, buttons[at % len(buttons)].payload)

    @rule(who=EMPLOYEES)
    def an_employee_types(self, who: int) -> None:
        self.typed += 1
        self.does(who, self.people[who].says(f"Er was weer iets met {PLANTED}, voor de zoveelste keer."))

    @rule(who=EMPLOYEES)
    def a_delivery_comes_twice(self, who: int) -> None:
        person = self.people[who]
        # Nobody delivers again after a day (Telegram's own term); taken deliveries are known for three.
        if person.sent and self.clock.at - self.delivered[who] < timedelta(days=1):
            before = self.counts()
            self.do(person.again())
            assert self.counts() == before, "a repeated delivery wrote something"
            assert person.last.messages, "whoever sent it would not know whether it happened"

    @rule()
    def a_browser_notes_its_code(self) -> None:
        self.code = self.do(self.people[1].page()).code or self.code

    @rule()
    def a_code_is_tried_in_another_browser(self) -> None:
        """What is gone, or never was, opens nothing; what opens is the conversation that is there."""
        cookies = Cookies(Private(ANOTHER_BROWSER))
        store, keys = self.house.store, self.house.keys
        code = self.code or WRONG_CODE
        _, _, lookup = keys.code_key(code)
        there = self.do(store.read(lambda work: work.conversations.find_by_code(lookup)))
        opened = self.do(resume(store, keys, self.clock, cookies, code))
        assert (opened is None) == (there is None)
        if opened is not None:  # the same person, who goes on in that browser
            self.people[1].sender = ANOTHER_BROWSER

    # ── what strangers do ───────────────────────────────────────────────────────────────────────

    @rule(wish=st.sampled_from(ASKED_BY_A_STRANGER))
    def a_stranger_hears_the_same_as_where_nobody_ever_was(self, wish: str) -> None:  # I8
        assert self.stranger_hears(wish) == self.told_to_nobody[wish]

    # ── what staff does ─────────────────────────────────────────────────────────────────────────

    @rule(who=COUNSELLORS, step=st.sampled_from(["accepts", "declines", "writes", "closes"]))
    def a_counsellor_does_something(self, who: CounsellorId, step: str) -> None:
        counsellor = self.at_desk(who)
        for case in self.do(cases_of(self.house, who)) if counsellor else ():
            words = (f"Antwoord met {PLANTED}.",) if step == "writes" else ()
            self.do(getattr(counsellor, step)(case.id, *words))

    @rule(who=COUNSELLORS, plan=st.sampled_from([TO_BOARD, ALONE]))
    def a_counsellor_proposes_a_step(self, who: CounsellorId, plan: Plan) -> None:
        counsellor = self.at_desk(who)
        if counsellor is not None:
            for case in self.do(cases_of(self.house, who)):
                self.do(proposes(self.house, counsellor, case.id, plan))

    @rule(who=COUNSELLORS)
    def a_counsellor_carries_a_step_out(self, who: CounsellorId) -> None:
        counsellor = self.at_desk(who)
        if counsellor is not None:
            for case in self.do(cases_of(self.house, who)):
                if self.do(carries_out_of(self.house, counsellor, case.id)):
                    self.do(carries_out(self.house, counsellor, case.id))

    @rule(who=COUNSELLORS)
    def a_counsellor_leaves_the_desk(self, who: CounsellorId) -> None:
        self.leaves_desk(who)

    @rule(who=COUNSELLORS, days=st.sampled_from([0, 1, 20]))
    def a_counsellor_goes_away_or_comes_back(self, who: CounsellorId, days: int) -> None:
        absences = away(self.today, self.today + timedelta(days=days)) if days else ()
        self.do(change(self.house, who, self.today, absences=absences))
        self._after_a_change()

    @rule(who=COUNSELLORS)
    def an_appointment_ends(self, who: CounsellorId) -> None:
        self.do(change(self.house, who, self.today, until=self.today - timedelta(days=1), reason="left"))
        self._after_a_change()

    @rule(who=COUNSELLORS)
    def hr_announces_somebody(self, who: CounsellorId) -> None:
        hr = self.do(officer(self.house))
        self.do(self.house.hr.announcements.start(hr, who))

    # ── what the clock and the machine do ───────────────────────────────────────────────────────

    @rule(hours=st.sampled_from([1, 5, 39, 41, 24 * 3, 24 * 31]))
    def time_passes(self, hours: int) -> None:
        before, rows = self.statuses(), self.counts()
        self.passes(hours)
        # I2: silence changes nothing; what ran out is gone altogether.
        for case, status in self.statuses().items():
            assert status is before[case]
        after = self.counts()
        assert all(after[name] <= rows[name] for name in OF_A_PERSON - {"mailbox"})

    @rule()
    def the_worker_works(self) -> None:
        before, old = self.counts(), len(self.mailroom.brought)
        self.do(bring(self.house, self.mailroom))
        for _, message in self.mailroom.brought[old:]:  # I11
            for mark in {MARKS[b.payload] for b in message.buttons if b.payload in MARKS}:
                assert before[mark], "somebody was told who did not ask for it"

    @rule()
    def the_program_starts_again(self) -> None:
        self.starts_again()

    @invariant()
    def a_step_was_taken(self) -> None:
        type(self).steps += 1

    def _after_a_change(self) -> None:
        self.house.directories.forget()
        self.passes(0)


@pytest.fixture
def lives(furnished: Path, reading: Reading) -> type[Lives]:
    """Lives in copies of one furnished house."""
    return type("Lives", (Lives,), {"house_template": furnished, "reading": reading, "told_to_nobody": {}})


@pytest.mark.clause("C12", "C15", "C42")
def test_whatever_happens_the_invariants_hold(lives: type[Lives], capsys: pytest.CaptureFixture[str]) -> None:
    run_state_machine_as_test(
        lives,
        settings=settings(
            max_examples=LIVES,
            stateful_step_count=STEPS,
            deadline=None,
            suppress_health_check=list(HealthCheck),
            derandomize=LIVES <= 6,
            database=None,
        ),
    )
    with capsys.disabled():
        sys.stdout.write(f"\n{lives.steps} steps in {LIVES} lives\n")
    assert lives.steps >= LIVES * STEPS // 2


@pytest.mark.clause("C15")
def test_a_life_with_a_step_that_is_chosen_and_taken(lives: type[Lives]) -> None:
    life = lives()
    life.somebody_has_a_case(0)
    life.a_counsellor_does_something(VERA, "accepts")
    life.a_counsellor_proposes_a_step(VERA, TO_BOARD)
    life.an_employee_gives_a_command(0, "/news")
    for answer in ("/SetSlots(step_next=yes)", "/SetSlots(step_subject_ok=no)"):
        at = next(at for at, button in enumerate(life.people[0].buttons) if button.startswith(answer[:-1]))
        life.an_employee_presses_something_on_the_screen(0, at)
    life.a_counsellor_carries_a_step_out(VERA)
    (case,) = life.do(cases_of(life.house, VERA))
    (step,) = life.do(life.house.store.read(lambda work: work.proposals.of(case.id)))
    assert step.decision is Decision.DONE
    life.every_step_that_was_taken_has_its_own_yes()
    life.teardown()


@pytest.mark.clause("C12")
def test_a_life_in_which_nobody_answers_leaves_a_choice(lives: type[Lives]) -> None:
    life = lives()
    life.somebody_has_a_case(0)
    life.time_passes(72)
    life.time_passes(72)
    life.nobody_is_left_without_a_day_to_come_or_a_choice()
    life.teardown()
