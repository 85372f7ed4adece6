"""Who can be asked now: the roster, which keys can receive, and how much waits with whom."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from handlers.domain.ids import CounsellorId
from handlers.domain.roster import Counsellor, Gender, Pick, Roster, choose, offered
from handlers.ports import Clock, Picture, Store, Work


@dataclass(frozen=True, slots=True)
class Directory:
    """A consistent look at the counsellors; at most `Directories.MAX_AGE` old."""

    roster: Roster
    reachable: frozenset[CounsellorId]  # have a key that another counsellor confirmed
    load: Mapping[CounsellorId, int]
    pictures: Mapping[str, Picture]  # every photo that is there, by its id

    def offered(self, not_asked: tuple[str, ...], on: date) -> tuple[Counsellor, ...]:
        """Who can be offered to an employee who does not want these to be asked."""
        return offered(self.roster, self.reachable, not_asked, on)

    def missing(self, not_asked: tuple[str, ...], on: date) -> tuple[Gender, ...]:
        """Which of man and woman cannot be offered today, so that the bot says so (C24)."""
        there = {c.gender for c in self.offered(not_asked, on)}
        return tuple(g for g in (Gender.MAN, Gender.WOMAN) if g not in there)

    def choose(
        self, pick: Pick, person: str | None, not_asked: tuple[str, ...], on: date
    ) -> Counsellor | None:
        """The counsellor for this wish, or None when nobody fits."""
        return choose(self.offered(not_asked, on), pick, person, dict(self.load))


def look(work: Work) -> Directory:
    """The directory as it stands in this transaction."""
    reachable = frozenset(key.counsellor for key in work.desk.keys() if key.confirmed)  # noqa: SIM118  # no dict
    return Directory(work.roster.current(), reachable, work.cases.load(), work.roster.pictures())


class Directories:
    """Keeps a look at the directory for a few seconds, so that a turn does not read it every time."""

    MAX_AGE = timedelta(seconds=5)  # a change must be seen within a minute (C24, C55)

    def __init__(self, store: Store, clock: Clock) -> None:
        self._store, self._clock = store, clock
        self._seen: tuple[datetime, Directory] | None = None

    async def now(self) -> Directory:
        """The directory, at most MAX_AGE old."""
        now = self._clock.now()
        if self._seen is None or not timedelta(0) <= now - self._seen[0] < self.MAX_AGE:
            self._seen = (now, await self._store.read(look))
        return self._seen[1]

    def forget(self) -> None:
        """Read afresh next time."""
        self._seen = None
