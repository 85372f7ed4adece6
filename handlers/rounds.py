"""The fixed moments, one durable job after the other: each round tells what waits and plans the next (C40).

Nothing is enqueued when somebody writes, so that no row of the queue holds that moment.
"""

from datetime import datetime, timedelta

from handlers.domain.ids import new_id
from handlers.domain.moments import is_daytime, next_moment
from handlers.domain.policy import Policy
from handlers.notices import gather
from handlers.ports import Clock, Job, JobKind, JobRunner, Later, Store, Work

PATIENCE = timedelta(minutes=10)
"""A round that is so late was slept through, or its job was lost (with a backup that was put back)."""


class Rounds:
    """Runs the rounds of one organisation. With the immediate lane there are none."""

    def __init__(self, store: Store, policy: Policy, clock: Clock) -> None:
        self._store, self._policy, self._clock = store, policy, clock

    def runners(self) -> dict[JobKind, JobRunner]:
        """What does each kind of job."""
        return {JobKind.ROUND: self.run}

    async def begin(self) -> None:
        """See to it that the next round is planned; at every start and every hour, for it must never stop.

        What was held when the organisation switched to telling at once, is told now. Raises ZoneMissing.
        """
        await self._store.write(self._plan)

    async def run(self, job_id: str) -> Later | None:
        """One round, not before its moment; one that was slept through is made up for, but not at night."""
        job = await self._store.read(lambda work: work.schedule.read(job_id))
        if job is None:
            return None
        now = self._clock.now()
        if job.due is not None and now < job.due:
            return Later((job.due - now).total_seconds())

        def turn(work: Work) -> None:
            if any(each.id == job_id and not _is_late(each, now) for each in work.schedule.rounds()):
                work.schedule.done(job_id)
                gather(work)
            self._plan(work)

        await self._store.write(turn)
        return None

    def _plan(self, work: Work) -> None:
        planned = work.schedule.rounds()
        if self._policy.pings_immediate:
            for each in planned:
                work.schedule.done(each.id)
            gather(work)
            return
        now = self._clock.now()
        moment = next_moment(now, self._policy.pings_at)
        late = [each for each in planned if _is_late(each, now)]
        if late and is_daytime(now):
            gather(work)
        kept = [each for each in planned if each not in late and each.due and each.due <= moment]
        for each in planned:
            if each not in kept:
                work.schedule.done(each.id)
        if not kept:
            work.schedule.enqueue(Job(new_id(), JobKind.ROUND, due=moment), moment - now)


def _is_late(job: Job, now: datetime) -> bool:
    return job.due is None or job.due <= now - PATIENCE
