"""The hourly sweep: terms that ran out, and answers that did not come in time (C12, C41)."""

from datetime import timedelta

from handlers.appointments import end_those_over
from handlers.domain.policy import Policy
from handlers.domain.working_days import working_days_after
from handlers.ending import forget_quietly
from handlers.notices import notify, push
from handlers.ports import Clock, MailKind, Store, Work

AT_ONCE = 100
"""Conversations one transaction ends at most, so that no turn waits long for the sweep."""


class Sweep:
    """Ends what is past its term. Every part can be run again at any time."""

    def __init__(self, store: Store, policy: Policy, clock: Clock) -> None:
        self._store, self._policy, self._clock = store, policy, clock

    async def run(self) -> None:
        """One round: ended appointments, idle chats, closed and silent cases, reminders, overdue answers."""
        await self._store.write(lambda work: end_those_over(work, self._clock.now().date()))
        while await self._store.write(self._idle):
            pass
        while await self._store.write(self._past_term):
            pass
        while await self._store.write(self._half_time):
            pass
        while await self._store.write(self._overdue):
            pass

    def _idle(self, work: Work) -> int:
        idle = work.conversations.idle(self._clock.now(), AT_ONCE)
        for conversation in idle:
            forget_quietly(work, conversation)
        return len(idle)

    def _past_term(self, work: Work) -> int:
        today = self._clock.now().date()
        closed = work.cases.closed_before(today - timedelta(days=self._policy.closed_days), AT_ONCE)
        silent = work.cases.silent_before(today - timedelta(days=self._policy.open_days), AT_ONCE)
        for conversation in dict.fromkeys(closed + silent):
            forget_quietly(work, conversation)
        return len(closed) + len(silent)

    def _half_time(self, work: Work) -> int:
        today, half = self._clock.now().date(), max(1, self._policy.reply_working_days // 2)
        late = [
            case for case in work.cases.unreminded(AT_ONCE) if working_days_after(case.sent_on, half) <= today
        ]
        for case in late:
            notify(work, case.counsellor, "reminder", case)
            work.cases.reminded(case)
        return len(late)

    def _overdue(self, work: Work) -> int:
        late = work.cases.overdue(self._clock.now().date(), AT_ONCE)
        for case in late:
            work.mailbox.put(case.conversation, MailKind.OVERDUE)
            work.cases.announced_overdue(case)
            push(work, case.conversation)
        return len(late)
