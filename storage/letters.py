"""The words of a case: sealed to their readers, and the one road to a counsellor (C15, C42)."""

from dataclasses import asdict, dataclass

import sqlalchemy as sa

from dialogues.private import Private
from handlers.domain.case import Case
from handlers.domain.consent import ConsentState, KeyedDigest, NotCovered, NotLive, Purpose, Spent
from handlers.domain.errors import CannotOpen, StorageError
from handlers.domain.ids import CaseId, CounsellorId, MessageId, new_id
from handlers.ports import Author, Letter, MessageKind, ReaderKey
from storage import counsellor_keys
from storage.receivers import written
from storage.resealing import Named, box_row
from storage.sealing import box, expand, keyed, open_box
from storage.tables import cases, consents, letters, proposals
from storage.transaction import Transaction, Vault

_PURPOSE = {
    MessageKind.INTRODUCTION: Purpose.INTRODUCE,
    MessageKind.MESSAGE: Purpose.WRITE,
    MessageKind.STEP: Purpose.WRITE,
}

_NEXT = sa.select(sa.func.coalesce(sa.func.max(letters.c.seq), 0) + 1).where(
    letters.c.case_id == sa.bindparam("case")
)
_ADD = sa.insert(letters)
_CASE = sa.select(cases.c.conversation, cases.c.counsellor, cases.c.key_paused).where(
    cases.c.id == sa.bindparam("case")
)
_SEEN = sa.update(cases).where(cases.c.id == sa.bindparam("case")).values(seen_on=sa.bindparam("day"))
_SPEND = (
    sa.update(consents)
    .where(consents.c.id == sa.bindparam("consent"), consents.c.case_id == sa.bindparam("case"))
    .where(consents.c.state == ConsentState.GIVEN.value, consents.c.words == sa.bindparam("digest"))
    .where(consents.c.who == sa.bindparam("receiver"))
    .values(state=ConsentState.SPENT.value)
)
_SENT = sa.select(letters.c.id).where(
    letters.c.case_id == sa.bindparam("case"), letters.c.form == sa.bindparam("form")
)
_OF = (
    sa.select(letters)
    .where(letters.c.case_id == sa.bindparam("case"))
    .where((letters.c.kind == MessageKind.STEP.value) == sa.bindparam("steps"))
    .order_by(letters.c.seq)
)
_SHUT_ALL = (
    sa.update(letters)
    .where(letters.c.case_id.in_(sa.select(cases.c.id).where(cases.c.counsellor == sa.bindparam("who"))))
    .values(for_counsellor=None)
)
_SHUT = (
    sa.delete(proposals).where(proposals.c.case_id == sa.bindparam("case")),
    sa.update(consents)
    .where(consents.c.case_id == sa.bindparam("case"), consents.c.state == ConsentState.GIVEN.value)
    .values(state=ConsentState.WITHDRAWN.value),
    sa.update(letters).where(letters.c.case_id == sa.bindparam("case")).values(for_counsellor=None),
    sa.delete(letters).where(
        letters.c.case_id == sa.bindparam("case"),
        letters.c.for_counsellor.is_(None),
        letters.c.for_own.is_(None),
        letters.c.for_code.is_(None),
    ),
)


def digest(vault: Vault, case: CaseId, text: Private) -> KeyedDigest:
    """The digest of words under a key of their own case (32 bytes); means nothing once that key is gone."""
    key = expand(vault.key, f"words|{case}")
    return KeyedDigest(keyed(key, "words", text.reveal().encode("utf-8", "surrogatepass"), 32))


def deliver_to_counsellor(
    at: Transaction, spent: Spent, case: Case, kind: MessageKind, text: Private
) -> MessageId:
    """Seal words to the counsellor named in `spent`; see handlers.ports.Cases.

    Raises NotCovered, NotLive when the stored consent is no longer given, StorageError when the
    counsellor has no confirmed key or the employee was not told of a new one yet. Nothing left then.
    """
    at.alone(bytes.fromhex(case.id))  # letters are numbered, and a form brings its words once
    vault = at.vault(case.conversation)
    spent.require(who=case.counsellor, case=case.id, words=digest(vault, case.id, text))
    if spent.consent.purpose is not _PURPOSE[kind]:
        raise NotCovered("step")
    row = at.run(_CASE, {"case": case.id}).first()
    if row is None or row.conversation != case.conversation or row.counsellor != case.counsellor:
        raise NotCovered("case")
    if row.key_paused:
        raise StorageError("the counsellor has a new key and the employee was not told yet")
    reader = counsellor_keys.confirmed_public(at, case.counsellor)
    if reader is None:
        raise StorageError("the counsellor has no confirmed key")
    spend(at, vault, spent)
    at.run(_SEEN, {"case": case.id, "day": spent.at.date()})
    return _keep(at, vault, case, _New(Author.EMPLOYEE, kind, text), reader)


def write_to_employee(
    at: Transaction,
    case: Case,
    text: Private,
    form: str | None = None,
    kind: MessageKind = MessageKind.MESSAGE,
) -> MessageId | None:
    """Seal a counsellor's words to the employee's key(s); None when this form brought these words before.

    Raises StorageError when there is no key, or while the employee was not told of the counsellor's new one.
    """
    at.alone(bytes.fromhex(case.id))
    vault = at.vault(case.conversation)
    row = at.run(_CASE, {"case": case.id}).first()
    if row is None or row.key_paused:
        raise StorageError("the counsellor has a new key and the employee was not told yet")
    once = None if form is None else _once(vault, form, text)
    if once is not None and at.run(_SENT, {"case": case.id, "form": once}).first() is not None:
        return None
    if vault.readers.own_public is None and vault.readers.code_public is None:
        raise StorageError("the employee has no key to write to")
    reader = counsellor_keys.confirmed_public(at, case.counsellor)
    return _keep(at, vault, case, _New(Author.COUNSELLOR, kind, text, once), reader)


def _once(vault: Vault, form: str, text: Private) -> bytes:
    key = expand(vault.key, "form")
    return keyed(key, "form", f"{form}\0{text.reveal()}".encode("utf-8", "surrogatepass"), 16)


def take_back(at: Transaction, case: Case) -> None:
    """Destroy what a counsellor could open; the employee's boxes stay. No step is agreed to any more."""
    shut_case(at, case.id)


def shut_case(at: Transaction, case: CaseId) -> None:
    """See `take_back`; for whoever has the case's id only."""
    for statement in _SHUT:
        at.run(statement, {"case": case})
    at.wiped = True


def opened(
    at: Transaction, case: Case, reader: Author, key: ReaderKey, *, steps: bool = False
) -> list[Letter]:
    """All letters that this key opens, oldest first. Raises CannotOpen when it opens none of those kept.

    With `steps` the words of steps instead of letters.
    """
    rows = list(at.run(_OF, {"case": case.id, "steps": steps}))
    if not rows:
        return []
    vault = at.vault(case.conversation)
    columns = ("for_counsellor",) if reader is Author.COUNSELLOR else ("for_own", "for_code")
    found, kept = [], False
    for row in rows:
        boxes = [(column, getattr(row, column)) for column in columns if getattr(row, column) is not None]
        kept = kept or bool(boxes)
        for column, sealed in boxes:
            text = open_box(vault.key, key.private, sealed, box_row(vault, row, column))
            if text is not None:
                author, kind = Author(row.author), MessageKind(row.kind)
                found.append(Letter(MessageId(row.id), author, kind, text, row.day))
                break
    if kept and not found:
        raise CannotOpen("this key opens no letter of this case")
    return found


@dataclass(frozen=True, slots=True, repr=False)
class _New:
    """A letter that is about to be sealed; `once` is the keyed hash of the form it came by."""

    author: Author
    kind: MessageKind
    text: Private
    once: bytes | None = None


def spend(at: Transaction, vault: Vault, spent: Spent) -> None:
    """Write a consent as spent. Raises NotLive when it is not a given one (any more), of these very words."""
    consent = spent.consent
    receiver = written(vault, consent.case, consent.who)
    values = {"consent": consent.id, "case": consent.case, "digest": consent.words, "receiver": receiver}
    if at.run(_SPEND, values).rowcount != 1:
        raise NotLive(ConsentState.SPENT, expired=False)
    if consent.purpose is Purpose.STEP:  # the yes that waits; any other is given and spent at once
        at.ends("consent", consent.id)


def _keep(
    at: Transaction,
    vault: Vault,
    case: Case,
    new: _New,
    counsellor: bytes | None,
) -> MessageId:
    named = Named(new_id(), at.run(_NEXT, {"case": case.id}).scalar_one(), new.author.value, new.kind.value)
    own, code = vault.readers.own_public, vault.readers.code_public
    readers = {"for_counsellor": counsellor, "for_own": own, "for_code": code}
    boxes = {
        column: box(vault.key, reader, new.text, box_row(vault, named, column)) if reader else None
        for column, reader in readers.items()
    }
    row = {"case_id": case.id, "conversation": vault.id, "day": at.keys.today(), "form": new.once}
    at.run(_ADD, {**asdict(named), **row, **boxes})
    return MessageId(named.id)


def shut(at: Transaction, counsellor: CounsellorId) -> None:
    """Destroy what was sealed to a key of this counsellor that is no more; nobody could open it again."""
    at.run(_SHUT_ALL, {"who": counsellor})
    at.wiped = True


def paused(at: Transaction, counsellor: CounsellorId) -> None:
    """Hold every running case of a counsellor whose key is new, until its employee was told."""
    at.run(
        sa.update(cases)
        .where(cases.c.counsellor == counsellor, cases.c.status.in_(("waiting", "open")))
        .where(cases.c.conversation.is_not(None))
        .values(key_paused=True)
    )
