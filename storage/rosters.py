"""Published versions of the roster, which are never changed, and the one draft."""

from dataclasses import replace
from datetime import date, timedelta

import sqlalchemy as sa

from handlers.domain.absence import OwnAbsence, with_own
from handlers.domain.errors import Stale, StorageError
from handlers.domain.ids import AbsenceId, CounsellorId
from handlers.domain.roster import Absence, Roster
from handlers.domain.roster_events import EventKind, RosterEvent
from handlers.ports import Picture
from storage.roster_codec import dump, parse
from storage.tables import roster_draft, roster_versions
from storage.tables_of_hr import absences, help_checks, packs, pictures, roster_events
from storage.transaction import Transaction

_CURRENT = sa.select(roster_versions.c.body).order_by(roster_versions.c.version.desc()).limit(1)
_OF = sa.select(roster_versions.c.body).where(roster_versions.c.version == sa.bindparam("number"))
_NUMBER = sa.select(sa.func.coalesce(sa.func.max(roster_versions.c.version), 0))
_DRAFT = sa.select(roster_draft.c.body, roster_draft.c.based_on)
_VERSIONS = sa.select(roster_versions.c.version, roster_versions.c.published_on).order_by(
    roster_versions.c.version
)
_CLEAR = sa.delete(roster_draft)
_SAVE = sa.insert(roster_draft)
_PUBLISH = sa.insert(roster_versions)
_NEXT_EVENT = sa.select(sa.func.coalesce(sa.func.max(roster_events.c.seq), 0) + 1)
_ADD_EVENT = sa.insert(roster_events)
_EVENTS = sa.select(roster_events).order_by(roster_events.c.seq)
_PACKS = sa.select(packs).order_by(packs.c.month)
_ADD_PACKS = sa.insert(packs)
_OLD_PACKS = sa.delete(packs).where(
    sa.or_(packs.c.month == sa.bindparam("which"), packs.c.month < sa.bindparam("oldest"))
)
_KEPT = timedelta(days=730)
_CHECKS = sa.select(help_checks)
_ADD_CHECK = sa.insert(help_checks)
_NO_CHECK = sa.delete(help_checks).where(help_checks.c.entry == sa.bindparam("which"))
_PICTURES = sa.select(pictures.c.id, pictures.c.counsellor, pictures.c.agreed_on)
_PICTURE = sa.select(pictures.c.body).where(pictures.c.id == sa.bindparam("which"))
_ADD_PICTURE = sa.insert(pictures)
_NO_PICTURE = sa.delete(pictures).where(pictures.c.id == sa.bindparam("which"))
_AWAY = sa.select(absences).order_by(absences.c.since, absences.c.id)
_ADD_AWAY = sa.insert(absences)
_NO_AWAY = sa.delete(absences).where(absences.c.id == sa.bindparam("which"))
_NOT_THEIRS = sa.delete(absences).where(absences.c.counsellor == sa.bindparam("who"))
_PAST_AWAY = sa.delete(absences).where(absences.c.until < sa.bindparam("today"))
_NAME = b"roster  "


class SqlRosters:
    """Implements handlers.ports.Rosters in one open transaction."""

    def __init__(self, transaction: Transaction) -> None:
        self._at = transaction

    def current(self) -> Roster:
        """See the port; version 0, with nobody in it, before the first."""
        return with_own(self.published(), self.away())

    def published(self) -> Roster:
        """See the port."""
        body = self._at.run(_CURRENT).scalar()
        return parse(body) if body is not None else Roster(0, ())

    def draft(self) -> Roster | None:
        """See the port."""
        row = self._at.run(_DRAFT).first()
        return parse(row.body) if row is not None else None

    def save_draft(self, roster: Roster, based_on: int) -> None:
        """See the port."""
        self._at.alone(_NAME)
        if self._at.run(_NUMBER).scalar() != based_on:
            raise Stale("the roster was published meanwhile")
        self._at.run(_CLEAR)
        self._at.run(_SAVE, {"only": 1, "based_on": based_on, "body": dump(roster)})

    def publish(self, on: date) -> Roster:
        """See the port. Raises Stale when another version was published since the draft was begun."""
        self._at.alone(_NAME)
        row = self._at.run(_DRAFT).first()
        if row is None:
            raise StorageError("there is no draft to publish")
        version = self._at.run(_NUMBER).scalar_one()
        if version != row.based_on:
            raise Stale("the roster was published meanwhile")
        roster = replace(parse(row.body), version=version + 1)
        self._at.run(_PUBLISH, {"version": roster.version, "published_on": on, "body": dump(roster)})
        self._at.run(_CLEAR)
        return roster

    def version(self, number: int) -> Roster | None:
        """See the port."""
        if number == 0:
            return Roster(0, ())
        body = self._at.run(_OF, {"number": number}).scalar()
        return parse(body) if body is not None else None

    def versions(self) -> list[tuple[int, date]]:
        """See the port; oldest first."""
        return [(row.version, row.published_on) for row in self._at.run(_VERSIONS)]

    def note(
        self, kind: EventKind, counsellor: CounsellorId, on: date | None = None, about: date | None = None
    ) -> None:
        """See the port."""
        self._at.alone(_NAME)
        row = {
            "seq": self._at.run(_NEXT_EVENT).scalar_one(),
            "kind": kind.value,
            "counsellor": counsellor,
            "version": self._at.run(_NUMBER).scalar_one(),
            "day": on or self._at.keys.today(),
            "about": about,
        }
        self._at.run(_ADD_EVENT, row)

    def events(self) -> list[RosterEvent]:
        """See the port."""
        return [
            RosterEvent(EventKind(row.kind), CounsellorId(row.counsellor), row.version, row.day, row.about)
            for row in self._at.run(_EVENTS)
        ]

    def packs(self) -> list[tuple[date, int]]:
        """See the port."""
        return [(row.month, row.many) for row in self._at.run(_PACKS)]

    def set_packs(self, month: date, many: int) -> None:
        """See the port."""
        self._at.alone(_NAME)
        self._at.run(_OLD_PACKS, {"which": month, "oldest": self._at.keys.today() - _KEPT})
        self._at.run(_ADD_PACKS, {"month": month, "many": many})

    def checks(self) -> dict[str, date]:
        """See the port."""
        return {row.entry: row.day for row in self._at.run(_CHECKS)}

    def check(self, entry: str, on: date) -> None:
        """See the port."""
        self._at.alone(_NAME)
        self._at.run(_NO_CHECK, {"which": entry})
        self._at.run(_ADD_CHECK, {"entry": entry, "day": on})

    def away(self) -> list[OwnAbsence]:
        """See the port."""
        return [
            OwnAbsence(AbsenceId(row.id), CounsellorId(row.counsellor), Absence(row.since, row.until))
            for row in self._at.run(_AWAY)
        ]

    def keep_away(self, absence: OwnAbsence) -> None:
        """See the port."""
        days = {"since": absence.days.since, "until": absence.days.until}
        self._at.run(_ADD_AWAY, {"id": absence.id, "counsellor": absence.counsellor, **days})

    def end_away(self, absence: AbsenceId) -> None:
        """See the port."""
        self._at.wiped |= self._at.run(_NO_AWAY, {"which": absence}).rowcount > 0

    def pictures(self) -> dict[str, Picture]:
        """See the port."""
        return {
            row.id: Picture(row.id, CounsellorId(row.counsellor), row.agreed_on)
            for row in self._at.run(_PICTURES)
        }

    def picture(self, which: str) -> bytes | None:
        """See the port."""
        return self._at.run(_PICTURE, {"which": which}).scalar()

    def keep_picture(self, picture: Picture, body: bytes) -> None:
        """See the port."""
        self._at.alone(_NAME)
        self._at.run(_NO_PICTURE, {"which": picture.id})
        self._at.run(
            _ADD_PICTURE,
            {
                "id": picture.id,
                "counsellor": picture.counsellor,
                "agreed_on": picture.agreed_on,
                "body": body,
            },
        )

    def drop_picture(self, which: str) -> None:
        """See the port."""
        self._at.wiped |= self._at.run(_NO_PICTURE, {"which": which}).rowcount > 0


def end_absences(at: Transaction, counsellor: CounsellorId) -> None:
    """Forget the days of a counsellor whose login ends."""
    at.wiped |= at.run(_NOT_THEIRS, {"who": counsellor}).rowcount > 0


def end_past_absences(at: Transaction) -> None:
    """Forget days that are behind us."""
    at.wiped |= at.run(_PAST_AWAY, {"today": at.keys.today()}).rowcount > 0
