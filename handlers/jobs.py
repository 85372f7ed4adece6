"""Durable jobs: tell a counsellor that something waits, tell an employee "there is news"."""

from dialogues.private import Private
from dialogues.texts import Texts
from handlers.ports import (
    Gone,
    JobKind,
    JobRunner,
    Later,
    OutButton,
    Outgoing,
    Postman,
    Store,
    Work,
)
from handlers.words import Words


class Notices:
    """Sends what `notify` and `push` enqueued. Texts are fixed; nothing of a case is in them (C40)."""

    def __init__(self, store: Store, postman: Postman, texts: Texts) -> None:
        self._store, self._postman, self._texts = store, postman, texts

    def runners(self) -> dict[JobKind, JobRunner]:
        """What does each kind of job."""
        return {JobKind.NOTICE: self.notice, JobKind.PUSH: self.push, JobKind.FAREWELL: self.farewell}

    async def notice(self, job_id: str) -> Later | None:
        """Tell a counsellor that something waits. A single introduction can be answered right there."""
        job = await self._store.read(lambda work: work.schedule.read(job_id))
        staff = job.staff if job else None
        if job is None or staff is None:
            return None
        reach = await self._store.read(lambda work: work.reaches.of_staff(staff))
        if reach is None:
            await self._store.write(lambda work: work.schedule.done(job_id))
            return None
        words = Words(self._texts, reach.language)
        verdicts = ("accept", "decline") if job.case else ()
        buttons = tuple(
            OutButton(Private(words(f"notice-waiting.{verdict}")), f"/notice {job_id} {verdict}")
            for verdict in verdicts
        )
        outcome = await self._postman.send(
            reach, Outgoing(Private(words("notice-waiting")), buttons, protect=True)
        )
        if isinstance(outcome, Later):
            return outcome
        gone, keeps = isinstance(outcome, Gone), bool(job.case)

        def after(work: Work) -> None:
            if gone:
                work.reaches.set_staff(staff, None)
            if keeps and not gone:
                work.schedule.told(job_id)
            else:
                work.schedule.done(job_id)

        await self._store.write(after)
        return None

    async def farewell(self, job_id: str) -> Later | None:
        """The last thing a former counsellor is told; the address goes with it, whatever comes of it."""
        job = await self._store.read(lambda work: work.schedule.read(job_id))
        if job is None or job.traces is None:
            return None
        reach = job.traces.at
        words = Words(self._texts, reach.language)
        outcome = await self._postman.send(reach, Outgoing(Private(words("notice-secrecy")), protect=True))
        if isinstance(outcome, Later):
            return outcome
        await self._store.write(lambda work: work.schedule.done(job_id))
        return None

    async def push(self, job_id: str) -> Later | None:
        """Tell an employee who asked for it that there is news; a button opens it."""
        job = await self._store.read(lambda work: work.schedule.read(job_id))
        conversation = job.conversation if job else None
        if job is None or conversation is None:
            return None
        reach = await self._store.read(lambda work: work.reaches.of_employee(conversation))
        outcome = None
        if reach is not None:
            words = Words(self._texts, reach.language)
            button = OutButton(Private(words("notice-news.read")), "/news")
            outcome = await self._postman.send(reach, Outgoing(Private(words("notice-news")), (button,)))
        if isinstance(outcome, Later):
            return outcome
        gone = isinstance(outcome, Gone)

        def after(work: Work) -> None:
            if gone:
                work.reaches.set_employee(conversation, None)
            work.schedule.done(job_id)

        await self._store.write(after)
        return None
