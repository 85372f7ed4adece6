"""HR publishes the counsellors: draft, preview, publish (C22, C24, C55, C73). HR sees no case, no count."""

from dataclasses import dataclass
from datetime import date
from hashlib import blake2b

from handlers.announcing import AnnouncementRoom
from handlers.appointments import end_those_over, over
from handlers.domain.absence import OwnAbsence, with_own
from handlers.domain.coverage import Uncovered, uncovered
from handlers.domain.errors import Stale
from handlers.domain.ids import CounsellorId, StaffId, new_id
from handlers.domain.roster import Counsellor, Gender, Roster, merge, require_both, training_over
from handlers.domain.roster_changes import Difference, Ending, Lack, differences, ending, lacking
from handlers.domain.roster_events import EventKind, RosterEvent, council_told, council_untold, to_introduce
from handlers.photos import PhotoRoom, drop_unnamed
from handlers.ports import Clock, DeskSession, Role, Staff, Store, Work


@dataclass(frozen=True, slots=True)
class RosterPage:
    """What HR sees: published roster, draft if there is one, who is missing, versions, what ends soon."""

    published: Roster
    draft: Roster | None
    missing: tuple[Gender, ...]
    versions: tuple[tuple[int, date], ...]
    ending: tuple[Ending, ...]
    events: tuple[RosterEvent, ...]
    unknown: tuple[Counsellor, ...]  # still to be introduced to everyone (C57)
    lacking: tuple[Lack, ...]  # what has to be there and is not (C31, C34)
    untrained: tuple[Counsellor, ...]  # their training does not count any more (C32)

    uncovered: tuple[Uncovered, ...]  # days to come without a man or a woman (C24)
    told: tuple[OwnAbsence, ...]  # days that counsellors told at the desk, never why (C12)

    @property
    def holds(self) -> Roster:
        """The list as it is being changed, with the days that counsellors told themselves."""
        return with_own(self.draft or self.published, self.told)

    @property
    def untold(self) -> tuple[Counsellor, ...]:
        """Whose ending the works council still is to be told of."""
        return council_untold(self.published, self.events)


class HrRoom:
    """Everything HR can do."""

    def __init__(self, store: Store, clock: Clock) -> None:
        self._store, self._clock = store, clock
        self.photos, self.announcements = PhotoRoom(store, clock), AnnouncementRoom(store, clock)

    async def page(self) -> RosterPage:
        """The roster as it is published and as it is being changed."""
        today = self._clock.now().date()

        def job(work: Work) -> RosterPage:
            published, draft = work.roster.published(), work.roster.draft()
            shown = draft or published
            versions = tuple(work.roster.versions())
            events = tuple(work.roster.events())
            unknown = to_introduce(published, events, today)
            told = tuple(work.roster.away())
            holds = with_own(shown, told)
            missing, soon = holds.missing(today), ending(shown, today)
            lacks, over = lacking(shown, today), training_over(published, today)
            bare = uncovered(holds, today)
            return RosterPage(
                published, draft, missing, versions, soon, events, unknown, lacks, over, bare, told
            )

        return await self._store.read(job)

    async def compare(self, earlier: int, later: int) -> tuple[Difference, ...] | None:
        """What differs between two published versions; None when one of them does not exist."""

        def job(work: Work) -> tuple[Difference, ...] | None:
            before, after = work.roster.version(earlier), work.roster.version(later)
            return differences(before, after) if before is not None and after is not None else None

        return await self._store.read(job)

    async def tell_council(self, session: DeskSession, counsellor: CounsellorId) -> bool:
        """Note that the notice of an ending was made, once a last day. False when nothing ends (C22)."""
        _only_hr(session)

        def job(work: Work) -> bool:
            who = work.roster.current().get(counsellor)
            if who is None or who.until is None:
                return False
            if council_told(work.roster.events(), who) is None:
                work.roster.note(EventKind.COUNCIL_NOTICE, who.id, about=who.until)
                work.audit.note("council notice made", session.staff.id)
            return True

        return await self._store.write(job)

    async def introduced(self, session: DeskSession, counsellor: CounsellorId, day: date) -> bool:
        """Note that somebody new was introduced. False for a day to come, or without such a task (C57)."""
        _only_hr(session)
        today = self._clock.now().date()

        def job(work: Work) -> bool:
            waiting = to_introduce(work.roster.current(), work.roster.events(), today)
            if day > today or counsellor not in [who.id for who in waiting]:
                return False
            work.roster.note(EventKind.INTRODUCED, counsellor, day)
            work.audit.note("counsellor introduced", session.staff.id)
            return True

        return await self._store.write(job)

    async def packs(self) -> list[tuple[date, int]]:
        """First day of a month and how many packs HR handed out in it, oldest first (C58)."""
        return await self._store.read(lambda work: work.roster.packs())

    async def hand_out(self, session: DeskSession, month: date, many: int) -> None:
        """Keep how many packs were handed out in a month; a total, and nobody's name (C58)."""
        _only_hr(session)
        await self._store.write(lambda work: work.roster.set_packs(month, many))

    async def checks(self) -> dict[str, date]:
        """On which day HR last looked at each help line, door and procedure and at the map, by id (C20)."""
        return await self._store.read(lambda work: work.roster.checks())

    async def check(self, session: DeskSession, entry: str) -> None:
        """Note that this one was looked at today (C20)."""
        _only_hr(session)

        def job(work: Work) -> None:
            work.roster.check(entry, self._clock.now().date())
            work.audit.note("help entry checked", session.staff.id)

        await self._store.write(job)

    async def save(
        self, session: DeskSession, counsellor: Counsellor, based_on: int, seen: str | None = None
    ) -> bool:
        """Add or change one counsellor in the draft.

        False when somebody published meanwhile, or changed this very entry since it was `seen` (its
        `entry_mark`; None looks at nothing). Nothing is written then.
        """
        _only_hr(session)

        def job(work: Work) -> None:
            start = work.roster.draft() or work.roster.published()
            if seen is not None and seen != entry_mark(start.get(counsellor.id)):
                raise Stale("the entry was changed since it was read")
            others = tuple(c for c in start.counsellors if c.id != counsellor.id)
            known = [c.id for c in start.counsellors]
            at = known.index(counsellor.id) if counsellor.id in known else len(others)
            changed = (*others[:at], counsellor, *others[at:])
            work.roster.save_draft(Roster(start.version, changed), based_on)

        try:
            await self._store.write(job)
        except Stale:
            return False
        return True

    async def publish(self, session: DeskSession) -> Roster:
        """The draft becomes what everyone sees; ended counsellors lose access in the same transaction."""
        _only_hr(session)
        return await self._store.write(lambda work: publish(work, self._clock.now().date(), session.staff.id))


def entry_mark(counsellor: Counsellor | None) -> str:
    """Sixteen hex digits that change with every change of this entry; None stands for "not there yet"."""
    return blake2b(repr(counsellor).encode(), digest_size=8).hexdigest()


def import_roster(work: Work, incoming: Roster, today: date) -> Roster:
    """Publish an imported roster: who is left out stays, ending takes `until` and `reason` (C22)."""
    current = work.roster.published()
    work.roster.save_draft(merge(current, incoming), current.version)
    return publish(work, today, None)


def publish(work: Work, today: date, by: StaffId | None) -> Roster:
    """Publish the draft. Who is new or back gets a login, never a key; ended ones lose theirs (C43).

    Raises NoManOrWoman for a roster that has no man or no woman by a slip (C24); nothing is published then.
    """
    before = work.roster.published()
    roster = work.roster.publish(today)
    require_both(roster, today)
    end_those_over(work, today)
    drop_unnamed(work, roster, today)
    for counsellor in roster.counsellors:
        staff = work.desk.staff_of(counsellor.id)
        if (staff is None or staff.ended) and not over(counsellor, today):
            work.desk.add_staff(Staff(StaffId(new_id()), Role.COUNSELLOR, counsellor.id))
        known = before.get(counsellor.id)
        if (known is None or over(known, today)) and not over(counsellor, today):
            work.roster.note(EventKind.APPOINTED, counsellor.id)
    work.audit.note("roster published", by)
    return roster


def _only_hr(session: DeskSession) -> None:
    if session.staff.role is not Role.HR:
        raise PermissionError("only HR publishes the roster")
