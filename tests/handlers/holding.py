"""What always holds in a house, whatever anybody does (I1, I4–I6, I8–I12; C12, C15, C43).

I2 stands at the rule that lets time pass. I3 (what the board and HR can reach) and I7 (published numbers) are
about pages and reports, which no life here asks for: tests/security and tests/web hold those.
"""

from typing import Final

import sqlalchemy as sa
from hypothesis.stateful import invariant

from dialogues.choices import SET_SLOT
from handlers.domain.case import Status
from handlers.domain.consent import ConsentState, Purpose
from handlers.domain.promises import late
from handlers.domain.proposals import Decision
from handlers.domain.roster import Gender
from handlers.ports import Outgoing, Work
from storage.tables import letters
from storage.transaction import Transaction
from tests.handlers.living import ACCOUNT, OF_A_PERSON, World
from tests.house import DAAN, VERA, cases_of, waiting_jobs

ALWAYS: Final = {"/help_now", "/stop", "/wipe"}
_LETTERS = sa.select(sa.func.count()).where(letters.c.author == "employee")


class Held(World):
    """The invariants, looked at after every step."""

    @invariant()
    def every_letter_to_a_counsellor_has_its_own_yes(self) -> None:  # I1
        def job(work: Work) -> None:
            for case in [c for who in (VERA, DAAN) for c in work.cases.of_counsellor(who)]:
                consents = [c for c in work.consents.of(case.id) if c.purpose is not Purpose.STEP]
                assert all(c.state is ConsentState.SPENT for c in consents)
                if not case.conversation:
                    assert not consents
                if case.status in (Status.WAITING, Status.OPEN):
                    assert case.counsellor in {c.who for c in consents}

        self.do(self.house.store.read(job))
        assert self.looks(_sent) <= self.said_yes + self.typed

    @invariant()
    def every_step_that_was_taken_has_its_own_yes(self) -> None:  # I1, C15
        def job(work: Work) -> None:
            for case in [c for who in (VERA, DAAN) for c in work.cases.of_counsellor(who)]:
                spent = [
                    c.who
                    for c in work.consents.of(case.id)
                    if c.purpose is Purpose.STEP and c.state is ConsentState.SPENT
                ]
                done = [p for p in work.proposals.of(case.id) if p.decision is Decision.DONE]
                assert len(spent) == len(done)
                assert len(done) <= self.said_yes_to_steps

        self.do(self.house.store.read(job))

    @invariant()
    def nobody_is_left_without_a_day_to_come_or_a_choice(self) -> None:  # C12, C43
        if self._stranded():
            self.passes(0)  # the round that comes within the hour
            assert not self._stranded(), "stranded"

    def _stranded(self) -> bool:
        """Whether somebody waits for nothing and was not asked."""
        today, days = self.today, self.house.policy.reply_working_days

        def job(work: Work) -> bool:
            roster = work.roster.current()
            return any(
                (late(case, roster.get(case.counsellor), today, days) or case.overdue(today))
                and case.told is None
                and case.asked_on != today
                and not work.mailbox.peek(case.conversation)
                for case in work.cases.running()
            )

        return self.do(self.house.store.read(job))

    @invariant()
    def who_cannot_be_offered_is_not_and_a_missing_man_or_woman_is_known(self) -> None:  # I4
        directory = self.do(self.house.directories.now())
        there = {who.gender for who in directory.offered((), self.today)}
        assert all(who.present(self.today) for who in directory.offered((), self.today))
        assert set(directory.missing((), self.today)) == {Gender.MAN, Gender.WOMAN} - there

    @invariant()
    def no_column_holds_words_or_accounts(self) -> None:  # I5
        assert not self.words_in_columns()

    @invariant()
    def who_wiped_or_stopped_has_no_row(self) -> None:  # I6, I12
        for person in self.people:
            if person.sees("utter_wiped") or person.sees("utter_stopped"):
                assert self.chat_of(person) is None

    @invariant()
    def one_counsellor_reads_nothing_of_another(self) -> None:  # I8
        vera = {case.id for case in self.do(cases_of(self.house, VERA))}
        daan = {case.id for case in self.do(cases_of(self.house, DAAN))}
        assert not vera & daan

    @invariant()
    def every_question_can_be_left_and_has_help_and_stop_beside_it(self) -> None:  # I9, I10
        assert {button.payload for button in self.house.voice.always("nl")} == ALWAYS
        for person in self.people:
            for message in person.last.messages:
                chosen = _choices(message)
                if chosen:
                    assert message.always
                    slots = self.house.voice.flows.slots
                    typed = not any(slots[slot].choices or slots[slot].options for slot, _ in chosen)
                    assert typed or len({value for _, value in chosen}) > 1, f"only one answer to {chosen}"

    @invariant()
    def nobody_is_written_to_who_did_not_ask(self) -> None:  # I11
        assert all(reach.address.reveal() == ACCOUNT for reach, _ in self.mailroom.brought)
        counts = self.counts()
        waiting = {kind.value for _, kind in self.do(waiting_jobs(self.house))}
        assert counts["reaches"] or "push" not in waiting

    def teardown(self) -> None:
        """Whatever the phase was, it can be the last; nothing of it is left, and no file ever had a word."""
        try:
            self._everybody_wipes()
        finally:
            self.do(self.house.close())
            self.loop.close()
            self.folder.cleanup()

    def _everybody_wipes(self) -> None:  # I5, I6, I12
        for person in self.people:
            self.do(person.commands("/stop"))
            self.do(person.commands("/wipe"))
            self.do(person.chooses(wipe_ok="yes"))
            assert person.sees("utter_wiped")
            assert self.chat_of(person) is None
        self.passes(1)  # also the way in that a code opened nothing by: it goes with the hourly round
        counts = self.counts()
        assert not {name: counts[name] for name in OF_A_PERSON if counts[name]}, "left of who has wiped"
        assert not self.words_in_files()


def _sent(at: Transaction) -> int:
    return int(at.run(_LETTERS).scalar_one())


def _choices(message: Outgoing) -> list[tuple[str, str]]:
    found = (SET_SLOT.fullmatch(button.payload) for button in message.buttons)
    return [(match[1], match[2]) for match in found if match]
