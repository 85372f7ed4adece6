"""The hourly sweep: terms that ran out, and answers that did not come in time (C12, C41)."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from functools import partial
from typing import Generic, TypeVar

from handlers.aftercare import ask_or_end
from handlers.appointments import end_those_over
from handlers.domain.case import Case
from handlers.domain.errors import Locked, OpenOorError
from handlers.domain.ids import CaseId, CheckInId, ConversationId
from handlers.domain.policy import Policy
from handlers.domain.promises import half_way
from handlers.domain.proposals import Proposal
from handlers.ending import forget_quietly
from handlers.notices import notify, push
from handlers.ports import Clock, MailKind, Store, Work
from handlers.steps import lapse
from handlers.waiting import tell, to_tell, unanswered

T = TypeVar("T", ConversationId, CaseId, CheckInId, Case, Proposal)

AT_ONCE = 100
"""Conversations one transaction ends at most, so that no turn waits long for the sweep."""


ASKED_AFTER = timedelta(days=14)
"""How long after a step was carried out the employee is asked how it went (C68)."""


class SweepUnfinished(OpenOorError):
    """Something of these parts could not be ended and stays due; all the rest was done."""

    def __init__(self, parts: Sequence[str]) -> None:
        super().__init__(f"not finished: {', '.join(parts)}")
        self.parts = tuple(parts)


@dataclass(frozen=True, slots=True)
class _Part(Generic[T]):
    """What is due, at most AT_ONCE of it, and what is done with each, after which it is due no more."""

    due: Callable[[Work], Sequence[T]]
    deal: Callable[[Work, T], None]


class Sweep:
    """Ends what is past its term. Every part can be run again at any time."""

    def __init__(self, store: Store, policy: Policy, clock: Clock) -> None:
        self._store, self._policy, self._clock = store, policy, clock

    async def run(self) -> None:
        """One round: ended appointments, idle chats, closed and silent cases, reminders, late answers.

        What fails or stays due is passed over, so that it keeps nothing else waiting. Raises
        SweepUnfinished at the end when there was any of that.
        """
        unfinished = [] if await self._appointments() else ["appointments"]
        chats: dict[str, _Part[ConversationId]] = {
            "idle": _Part(self._idle, forget_quietly),
            "closed": _Part(self._closed, forget_quietly),
            "silent": _Part(self._silent, forget_quietly),
            "handover": _Part(self._unanswered, forget_quietly),
        }
        unfinished += [name for name, part in chats.items() if not await self._finish(part)]
        beside: _Part[CaseId] = _Part(self._beside, lambda work, case: work.cases.forget(case))
        unfinished += [] if await self._finish(beside) else ["ended"]
        cases: dict[str, _Part[Case]] = {
            "reminders": _Part(self._half_time, self._remind),
            "overdue": _Part(self._late, self._tell),
        }
        unfinished += [name for name, part in cases.items() if not await self._finish(part)]
        steps: dict[str, _Part[Proposal]] = {
            "lapsed": _Part(self._lapsing, self._lapse),
            "unasked": _Part(self._unasked, _ask),
        }
        unfinished += [name for name, part in steps.items() if not await self._finish(part)]
        asked: _Part[CheckInId] = _Part(self._to_ask, self._ask_or_end)
        unfinished += [] if await self._finish(asked) else ["aftercare"]
        if unfinished:
            raise SweepUnfinished(unfinished)

    async def _appointments(self) -> bool:
        try:
            await self._store.write(lambda work: end_those_over(work, self._clock.now().date()))
        except Exception:  # noqa: BLE001  # told by SweepUnfinished; the other parts go on
            return False
        return True

    async def _finish(self, part: _Part[T]) -> bool:
        """Deal with everything that is due, once each; whether nothing of it is due any more."""
        tried: set[T] = set()

        def some(work: Work) -> list[T]:
            fresh = [each for each in part.due(work) if each not in tried]
            for each in fresh:
                part.deal(work, each)
            return fresh

        try:
            while True:
                try:
                    done = await self._store.write(some)
                except Locked:
                    raise
                except Exception:  # noqa: BLE001  # one of them fails; which one shows when each goes alone
                    done = await self._one_by_one(part, tried)
                if not done:
                    return not await self._store.read(part.due)
                tried.update(done)
        except Exception:  # noqa: BLE001  # told by SweepUnfinished; the other parts go on
            return False

    async def _one_by_one(self, part: _Part[T], tried: set[T]) -> list[T]:
        fresh = [each for each in await self._store.read(part.due) if each not in tried]
        for one in fresh:
            try:
                await self._store.write(partial(_alone, part, one))
            except Locked:
                raise
            except Exception:  # noqa: BLE001, S112  # it stays due, and so it is told at the end
                continue
        return fresh

    def _idle(self, work: Work) -> Sequence[ConversationId]:
        return work.conversations.idle(self._clock.now(), AT_ONCE)

    def _closed(self, work: Work) -> Sequence[ConversationId]:
        return work.cases.closed_before(self._days_ago(self._policy.closed_days), AT_ONCE)

    def _beside(self, work: Work) -> Sequence[CaseId]:
        return work.cases.ended_before(self._days_ago(self._policy.closed_days), AT_ONCE)

    def _silent(self, work: Work) -> Sequence[ConversationId]:
        return list(dict.fromkeys(work.cases.silent_before(self._days_ago(self._policy.open_days), AT_ONCE)))

    def _half_time(self, work: Work) -> Sequence[Case]:
        today, days = self._clock.now().date(), self._policy.reply_working_days
        return [case for case in work.cases.unreminded(AT_ONCE) if half_way(case, today, days)]

    def _remind(self, work: Work, case: Case) -> None:
        if work.cases.reminded(case):
            notify(work, case.counsellor, at_once=self._policy.pings_immediate, case=case)

    def _late(self, work: Work) -> Sequence[Case]:
        return to_tell(work, self._clock.now().date(), self._policy, AT_ONCE)

    def _tell(self, work: Work, case: Case) -> None:
        tell(work, case, self._clock.now().date(), self._policy)

    def _unanswered(self, work: Work) -> Sequence[ConversationId]:
        return unanswered(work, self._clock.now().date(), self._policy, AT_ONCE)

    def _lapsing(self, work: Work) -> Sequence[Proposal]:
        return work.proposals.lapsing(self._clock.now().date(), AT_ONCE)

    def _lapse(self, work: Work, proposal: Proposal) -> None:
        lapse(work, proposal, self._clock.now().date())

    def _unasked(self, work: Work) -> Sequence[Proposal]:
        return work.proposals.unasked(self._clock.now().date() - ASKED_AFTER, AT_ONCE)

    def _to_ask(self, work: Work) -> Sequence[CheckInId]:
        return work.aftercare.due(self._clock.now().date(), AT_ONCE)

    def _ask_or_end(self, work: Work, check_in: CheckInId) -> None:
        ask_or_end(work, check_in, self._clock.now().date())

    def _days_ago(self, days: int) -> date:
        return self._clock.now().date() - timedelta(days=days)


def _alone(part: _Part[T], one: T, work: Work) -> None:
    if one in part.due(work):
        part.deal(work, one)


def _ask(work: Work, proposal: Proposal) -> None:
    case = work.cases.get(proposal.case)
    if case is not None:
        work.mailbox.put(case.conversation, MailKind.STEP_ASK)
        push(work, case.conversation)
    work.proposals.save(replace(proposal, asked=True))
