"""Photos of counsellors: only with their yes, beside their own name alone, gone at once on a no (C55)."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from hashlib import blake2b

from handlers.domain.ids import CounsellorId
from handlers.domain.roster import Counsellor, Roster
from handlers.ports import Clock, DeskSession, Picture, Role, Store, Work

Pictures = Mapping[str, Picture]


def own_picture(who: Counsellor, pictures: Pictures) -> Picture | None:
    """The photo that this entry names, when it is there and is a photo of this very counsellor."""
    found = pictures.get(who.photo or "")
    return found if found is not None and found.counsellor == who.id else None


def shown_pictures(roster: Roster, pictures: Pictures, on: date) -> dict[str, Picture]:
    """Counsellor -> photo, for everyone who stands on the page with counsellors on this day."""
    found = {str(who.id): own_picture(who, pictures) for who in roster.active(on)}
    return {counsellor: picture for counsellor, picture in found.items() if picture is not None}


def drop_unnamed(work: Work, roster: Roster, on: date) -> None:
    """Destroy every photo that this roster shows beside nobody whose appointment runs or is to come."""
    pictures = work.roster.pictures()
    running = [who for who in roster.counsellors if who.until is None or on <= who.until]
    named = {picture.id for who in running if (picture := own_picture(who, pictures))}
    for which in pictures.keys() - named:
        work.roster.drop_picture(which)


class PhotoRoom:
    """What HR can do with photos, and what the pages show of them."""

    def __init__(self, store: Store, clock: Clock) -> None:
        self._store, self._clock = store, clock

    async def add(self, session: DeskSession, counsellor: CounsellorId, body: bytes) -> bool:
        """Put a photo, to which its counsellor agreed, into the draft. False for who is not in the list.

        One that stood in the draft before and was never published is destroyed.
        """
        _only_hr(session)
        digest = blake2b(counsellor.encode() + b"\0" + body, digest_size=16).hexdigest()
        picture = Picture(f"{digest}.jpg", counsellor, self._clock.now().date())

        def job(work: Work) -> bool:
            if not _named(work, counsellor, picture.id):
                return False
            work.roster.keep_picture(picture, body)
            _drop_replaced(work, counsellor)
            work.audit.note("photo added", session.staff.id)
            return True

        return await self._store.write(job)

    async def take_away(self, session: DeskSession, counsellor: CounsellorId) -> bool:
        """Destroy every photo of this counsellor now, published or not, and take it out of the draft.

        False for who has none. What was printed before is out of reach.
        """
        _only_hr(session)

        def job(work: Work) -> bool:
            theirs = [each.id for each in work.roster.pictures().values() if each.counsellor == counsellor]
            for which in theirs:
                work.roster.drop_picture(which)
            if theirs:
                _named(work, counsellor, None)
                work.audit.note("photo removed", session.staff.id)
            return bool(theirs)

        return await self._store.write(job)

    async def of_draft(self, counsellor: CounsellorId) -> tuple[Picture, bytes] | None:
        """The photo as HR is changing it."""

        def job(work: Work) -> tuple[Picture, bytes] | None:
            who = _being_changed(work).get(counsellor)
            picture = own_picture(who, work.roster.pictures()) if who else None
            body = work.roster.picture(picture.id) if picture else None
            return (picture, body) if picture and body else None

        return await self._store.read(job)

    async def drafted(self) -> dict[str, Picture]:
        """Counsellor -> photo as HR is changing the list, whoever is active or not."""

        def job(work: Work) -> dict[str, Picture]:
            pictures = work.roster.pictures()
            found = {str(who.id): own_picture(who, pictures) for who in _being_changed(work).counsellors}
            return {counsellor: picture for counsellor, picture in found.items() if picture is not None}

        return await self._store.read(job)

    async def published(self) -> dict[str, bytes]:
        """Counsellor -> JPEG, for everyone who stands on the page with counsellors today."""
        today = self._clock.now().date()

        def job(work: Work) -> dict[str, bytes]:
            shown = shown_pictures(work.roster.current(), work.roster.pictures(), today)
            bodies = {counsellor: work.roster.picture(each.id) for counsellor, each in shown.items()}
            return {counsellor: body for counsellor, body in bodies.items() if body is not None}

        return await self._store.read(job)

    async def body(self, which: str) -> bytes | None:
        """The JPEG with this id, when everyone may see it today."""
        today = self._clock.now().date()

        def job(work: Work) -> bytes | None:
            shown = shown_pictures(work.roster.current(), work.roster.pictures(), today)
            known = which in [picture.id for picture in shown.values()]
            return work.roster.picture(which) if known else None

        return await self._store.read(job)


def _named(work: Work, counsellor: CounsellorId, photo: str | None) -> bool:
    """Name this photo, or none, in the draft; whether the counsellor is in the list."""
    start = _being_changed(work)
    if start.get(counsellor) is None:
        return False
    changed = tuple(replace(who, photo=photo) if who.id == counsellor else who for who in start.counsellors)
    work.roster.save_draft(replace(start, counsellors=changed), work.roster.published().version)
    return True


def _being_changed(work: Work) -> Roster:
    return work.roster.draft() or work.roster.published()


def _drop_replaced(work: Work, counsellor: CounsellorId) -> None:
    """Destroy every photo of this counsellor that neither the published list nor the draft names."""
    lists = (work.roster.published(), _being_changed(work))
    named = {who.photo for each in lists if (who := each.get(counsellor)) is not None}
    for picture in work.roster.pictures().values():
        if picture.counsellor == counsellor and picture.id not in named:
            work.roster.drop_picture(picture.id)


def _only_hr(session: DeskSession) -> None:
    if session.staff.role is not Role.HR:
        raise PermissionError("only HR publishes photos")
