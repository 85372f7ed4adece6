"""Durable jobs that bring pings by e-mail: again when they must, and never lost in silence (C12, C40)."""

from collections.abc import Mapping
from datetime import date

from dialogues.private import Private
from dialogues.texts import Texts
from handlers.domain.pings import TERM, WayKind, pause
from handlers.ports import (
    Clock,
    Courier,
    Job,
    JobKind,
    JobRunner,
    Later,
    Outcome,
    Ping,
    PingWay,
    Sent,
    Store,
    Work,
)
from handlers.ports.channels import Gone
from handlers.words import Words


class Pings:
    """Brings what handlers.notices and the desk enqueued. `address`: of the desk, the only link there is."""

    def __init__(
        self, store: Store, couriers: Mapping[WayKind, Courier], texts: Texts, clock: Clock, address: str
    ) -> None:
        self._store, self._couriers, self._texts = store, couriers, texts
        self._clock, self._address = clock, address

    def runners(self) -> dict[JobKind, JobRunner]:
        """What does each kind of job."""
        return {JobKind.PING: self.ping}

    async def ping(self, job_id: str) -> Later | None:
        """Bring one ping. After its term, or when the address is refused, the desk shows since when."""
        job, way = await self._store.read(lambda work: _found(work, job_id))
        if job is None:
            return None
        outcome: Outcome = Sent()
        if way is not None:
            outcome = await self._carried(job, way)
            if isinstance(outcome, Later):
                return outcome
        failed_on = self._failed_on(job) if isinstance(outcome, Gone) else None

        def after(work: Work) -> None:
            work.schedule.done(job_id)
            if way is not None:
                work.ping_ways.set_failed(way.id, failed_on)

        await self._store.write(after)
        return None

    async def _carried(self, job: Job, way: PingWay) -> Outcome:
        courier = self._couriers.get(way.kind)
        if courier is None:
            return Gone()
        outcome = await courier.carry(way.address, self._words(job, way))
        if not isinstance(outcome, Later):
            return outcome
        left = (job.until - self._clock.now()).total_seconds() if job.until is not None else 0.0
        wait = pause(job.tries)
        return Later(wait) if wait < left else Gone()

    def _words(self, job: Job, way: PingWay) -> Ping:
        words = Words(self._texts, way.language)
        text_id = f"ping-{'test' if way.number else 'waiting'}{'-neutral' if way.neutral else ''}"
        subject = words(f"{text_id}.subject")
        text = words(text_id, number=way.number or Private(""), address=self._address)
        return Ping(job.id, Private(subject), Private(text), way.language, way.neutral)

    def _failed_on(self, job: Job) -> date:
        now = self._clock.now()
        return min(now, job.until - TERM).date() if job.until is not None else now.date()


def _found(work: Work, job_id: str) -> tuple[Job | None, PingWay | None]:
    job = work.schedule.read(job_id)
    return job, work.ping_ways.get(job.way) if job is not None and job.way is not None else None
