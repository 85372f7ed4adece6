"""What stands on a channel's side: remembered as soon as it is there, taken away as soon as it must be.

A channel cannot show a message and tell the database in one step. It shows, and then tells: a process
that dies in between leaves messages nobody remembers, and shows them once more when it comes back.
"""

from collections.abc import Collection
from contextlib import suppress
from dataclasses import replace
from datetime import datetime, timedelta

from handlers.domain.errors import Stale
from handlers.domain.ids import new_id
from handlers.ports import (
    Clock,
    Eraser,
    Job,
    JobKind,
    JobRunner,
    Keyring,
    Later,
    Reach,
    Store,
    Traces,
    Work,
)
from handlers.running import Kept, dump, parse

FLEETING = timedelta(minutes=10)
"""So long a short-lived message (a resume code) stands on a screen."""


class TraceBook:
    """Remembers what a channel showed. Works only while the person's own message is being handled."""

    def __init__(self, store: Store, keyring: Keyring, clock: Clock) -> None:
        self._store, self._keyring, self._clock = store, keyring, clock

    async def remember(
        self,
        at: Reach,
        shown: Collection[str],
        *,
        fleeting: Collection[str] = (),
        typed: str | None = None,
        kept: Kept | None = None,
    ) -> bool:
        """Write down that these messages were shown; False when nothing is kept of this person.

        `kept` is the chat as the turn before it wrote it: unless somebody wrote it since, nothing is read.
        Those in `fleeting` go after FLEETING, with what the person `typed` until then. Raises what the
        store raises; nothing is remembered then.
        """
        if not shown and typed is None:
            return True

        def note(work: Work, at_hand: Kept) -> None:
            now = self._clock.now()
            if shown:
                _keep(work, at_hand, shown, now + FLEETING if fleeting else None)
            if typed is not None and (fading := at_hand.running.fading_until) and now < fading:
                erase(work, at, (typed,), fading - now)

        def job(work: Work) -> bool:
            erase(work, at, fleeting, FLEETING)
            if kept is not None and shown:
                with suppress(Stale):  # somebody wrote it since: it is read as it is now
                    note(work, kept)
                    return True
            peer = kept.peer if kept else self._keyring.peer(at.channel, at.address)
            chat = work.conversations.find(peer)
            if chat is None or chat.running is None:
                return False
            note(work, Kept(chat, peer, parse(chat.running)))
            return True

        # What is to be erased is on the disk before the update is confirmed; mere ids may cost less.
        return await self._store.write(job, flushed=bool(fleeting) or typed is not None)

    async def unreachable(self, at: Reach) -> None:
        """Nobody can be told anything there any more: forget the address that was kept to push."""
        peer = self._keyring.peer(at.channel, at.address)
        lookup = self._keyring.staff_lookup(at.channel, at.address)

        def job(work: Work) -> None:
            staff, chat = work.reaches.staff_at(lookup), work.conversations.find(peer)
            if staff is not None:
                work.reaches.set_staff(staff, None)
            if chat is not None:
                work.reaches.set_employee(chat.id, None)
            work.announcements.forget(at)

        await self._store.write(job)


def _keep(work: Work, at_hand: Kept, shown: Collection[str], ends: datetime | None) -> None:
    running = at_hand.running
    noted = replace(running, trail=(*running.trail, *shown), fading_until=ends or running.fading_until)
    work.conversations.keep(at_hand.chat, at_hand.peer, dump(noted))


def erase(work: Work, at: Reach, references: Collection[str], after: timedelta = timedelta()) -> None:
    """Have messages taken away, in the transaction that decides it: also when the process dies now."""
    if not references:
        return
    work.schedule.enqueue(Job(new_id(), JobKind.ERASE, traces=Traces(at, tuple(references))), after)


class Erasing:
    """Does what `erase` enqueued. It belongs to no conversation: after a wipe there is none any more."""

    def __init__(self, store: Store, eraser: Eraser) -> None:
        self._store, self._eraser = store, eraser

    def runners(self) -> dict[JobKind, JobRunner]:
        """What does each kind of job."""
        return {JobKind.ERASE: self.erase}

    async def erase(self, job_id: str) -> Later | None:
        """Take the messages away; the row that names them goes with the last of them."""
        job = await self._store.read(lambda work: work.schedule.read(job_id))
        if job is None:
            return None
        if job.traces is not None:
            later = await self._eraser.erase(job.traces.at, job.traces.references)
            if later is not None:
                return later
        await self._store.write(lambda work: work.schedule.done(job_id))
        return None
