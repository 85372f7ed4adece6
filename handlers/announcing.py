"""Tell who asked for it that a new counsellor starts: words from the list alone, one press of HR (C55, C57).

Everyone is told once, or, when the program ended between a message and the note of it, at least once. The
press of stop counts before the next message. HR never sees who or how many, and nothing that depends on it:
how far one is looks the same with nobody as with ten thousand.
"""

import asyncio
from collections.abc import Awaitable, Callable
from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import Final

from dialogues.private import Private
from dialogues.texts import Texts
from handlers.domain.ids import CounsellorId, new_id
from handlers.domain.roster import Counsellor
from handlers.domain.roster_events import EventKind
from handlers.ports import (
    Announcement,
    AnnouncementState,
    Clock,
    DeskSession,
    Gone,
    Job,
    JobKind,
    JobRunner,
    Later,
    OutButton,
    Outgoing,
    Postman,
    Reach,
    Role,
    Store,
    Work,
)
from handlers.words import Words

SPACING: Final = 0.04
"""Seconds between two messages: 25 a second, under the 30 that Telegram takes of one bot."""

AT_ONCE: Final = 100
ROUNDS: Final = 5
"""So many times AT_ONCE in one run of the job; then it is put back, so that none runs for minutes."""

AFTER_ANOTHER: Final = 30
"""Seconds until an announcement looks again whether the one before it came to its end."""

STOPPABLE: Final = timedelta(days=7)
"""So long after the press HR can stop, whether anybody is left to tell or not."""

Pause = Callable[[float], Awaitable[None]]


@dataclass(frozen=True, slots=True)
class AnnouncementPage:
    """What was announced, and who can be: new in the list, working now, and not announced yet.

    An announcement that was not stopped is RUNNING as long as it can be, and then DONE: by its day alone.
    """

    past: tuple[Announcement, ...]
    new: tuple[Counsellor, ...]


class AnnouncementRoom:
    """What HR can do: press, and stop half-way."""

    def __init__(self, store: Store, clock: Clock) -> None:
        self._store, self._clock = store, clock

    async def page(self) -> AnnouncementPage:
        """See AnnouncementPage."""
        today = self._clock.now().date()
        return await self._store.read(lambda work: _page(work, today))

    async def start(self, session: DeskSession, counsellor: CounsellorId) -> bool:
        """Begin, after what was begun before; False for who is not new, not working, or announced already."""
        _only_hr(session)
        today = self._clock.now().date()

        def job(work: Work) -> bool:
            if counsellor not in [who.id for who in _page(work, today).new]:
                return False
            one = Announcement(new_id(), counsellor, today, AnnouncementState.WAITING)
            work.announcements.begin(one)
            work.schedule.enqueue(Job(one.id, JobKind.ANNOUNCE))
            work.audit.note("announcement begun", session.staff.id)
            return True

        return await self._store.write(job)

    async def stop(self, session: DeskSession, announcement: str) -> bool:
        """Nobody more is told, if anybody was left; False after STOPPABLE. It cannot be taken up again."""
        _only_hr(session)
        today = self._clock.now().date()

        def job(work: Work) -> bool:
            found = work.announcements.get(announcement)
            if found is None or _as_seen(found, today).state is not AnnouncementState.RUNNING:
                return False
            work.announcements.move(announcement, AnnouncementState.STOPPED)
            work.audit.note("announcement stopped", session.staff.id)
            return True

        return await self._store.write(job)


def _page(work: Work, today: date) -> AnnouncementPage:
    past = tuple(_as_seen(each, today) for each in work.announcements.all())
    since = {
        event.counsellor: event.day for event in work.roster.events() if event.kind is EventKind.APPOINTED
    }
    told = {each.counsellor: each.day for each in reversed(past)}
    new = tuple(
        who
        for who in work.roster.current().active(today)
        if who.id in since and (who.id not in told or told[who.id] < since[who.id])
    )
    return AnnouncementPage(past, new)


def _as_seen(one: Announcement, today: date) -> Announcement:
    """What HR sees of it. How far it really is would tell how many people hear it."""
    if one.state is AnnouncementState.STOPPED:
        return one
    running = today - one.day < STOPPABLE
    return replace(one, state=AnnouncementState.RUNNING if running else AnnouncementState.DONE)


class Announcing:
    """Sends what HR began. A message that Telegram holds back comes when Telegram says it may."""

    def __init__(
        self, store: Store, postman: Postman, texts: Texts, clock: Clock, pause: Pause = asyncio.sleep
    ) -> None:
        self._store, self._postman, self._texts = store, postman, texts
        self._clock, self._pause = clock, pause

    def runners(self) -> dict[JobKind, JobRunner]:
        """What does each kind of job."""
        return {JobKind.ANNOUNCE: self.announce}

    async def announce(self, job_id: str) -> Later | None:
        """Tell everyone who was not told yet, some hundreds a run; after what was begun before."""
        if not await self._store.write(lambda work: work.announcements.turn(job_id)):
            found = await self._store.read(lambda work: work.announcements.get(job_id))
            if found is not None and found.state is AnnouncementState.WAITING:
                return Later(AFTER_ANOTHER)
            await self._end(job_id)
            return None
        for _ in range(ROUNDS):
            left = await self._store.read(lambda work: work.announcements.untold(job_id, AT_ONCE))
            if not left:
                await self._end(job_id)
                return None
            for subscriber in left:
                who = await self._store.read(lambda work: _still(work, job_id, self._clock.now().date()))
                if who is None:
                    await self._end(job_id)
                    return None
                later = await self._tell(subscriber, job_id, who)
                if later is not None:
                    return later
        return Later(0)

    async def _tell(self, subscriber: str, job_id: str, who: Counsellor) -> Later | None:
        reach = await self._store.read(lambda work: work.announcements.open(subscriber))
        outcome = await self._postman.send(reach, self._message(reach, who)) if reach else Gone()
        if isinstance(outcome, Later):
            return outcome

        def after(work: Work) -> None:
            if isinstance(outcome, Gone):
                work.announcements.end(subscriber)
            else:
                work.announcements.told(subscriber, job_id)

        await self._store.write(after, flushed=False)
        await self._pause(SPACING)
        return None

    def _message(self, reach: Reach, who: Counsellor) -> Outgoing:
        words = Words(self._texts, reach.language)
        side = words("fact-internal" if who.internal else "fact-external")
        text = words("notice-new", name=who.name, gender=words(f"fact-{who.gender.value}"), side=side)
        buttons = (
            OutButton(Private(words("notice-new.who")), "/who"),
            OutButton(Private(words("notice-new.stop")), "/hear_new_stop"),
        )
        return Outgoing(Private(text), buttons)

    async def _end(self, job_id: str) -> None:
        def job(work: Work) -> None:
            found = work.announcements.get(job_id)
            if found is not None and found.state is AnnouncementState.RUNNING:
                work.announcements.move(job_id, AnnouncementState.DONE)
            work.schedule.done(job_id)

        await self._store.write(job)


def _still(work: Work, announcement: str, today: date) -> Counsellor | None:
    """Who is announced; None when it was stopped, or when they are appointed no more."""
    found = work.announcements.get(announcement)
    if found is None or found.state is not AnnouncementState.RUNNING:
        return None
    who = work.roster.current().get(found.counsellor)
    return who if who is not None and who.active(today) else None


def _only_hr(session: DeskSession) -> None:
    if session.staff.role is not Role.HR:
        raise PermissionError("only HR announces")
