"""People of the tests: a counsellor with a key, an employee on Telegram or on the web, a case of theirs."""

from dataclasses import dataclass
from datetime import timedelta
from functools import cache

from dialogues.private import Private
from handlers.domain.case import Case, Status
from handlers.domain.consent import Consent, Purpose
from handlers.domain.ids import CaseId, ConsentId, ConversationId, CounsellorId, MessageId, StaffId, new_id
from handlers.ports import (
    Channel,
    Chat,
    MessageKind,
    Peer,
    ReaderKey,
    Role,
    Staff,
    Work,
    WrappedKey,
)
from storage.keys import Keys
from storage.sealing import key_pair, new_key
from tests.clock import FixedClock

ANNA, BRAM, CORA = CounsellorId("anna"), CounsellorId("bram"), CounsellorId("cora")
WORDS = Private("Mijn collega Truus Zandloper scheldt mij uit in de kantine.")
IDLE = timedelta(hours=40)


@cache
def key_of(counsellor: CounsellorId) -> tuple[ReaderKey, WrappedKey]:
    """A counsellor's key without the slow passphrase; the wrapping is opaque to what is tested with it."""
    private, public = key_pair(new_key())
    return ReaderKey(private), WrappedKey(public, bytes(60), bytes(16))


def telegram(keys: Keys, account: str = "7130088001") -> Peer:
    """An employee on Telegram."""
    return keys.peer(Channel.TELEGRAM, Private(account))


def browser(keys: Keys, cookie: str = "cookie-of-this-browser-1") -> Peer:
    """An employee's browser."""
    return keys.peer(Channel.WEB, Private(cookie))


def add_counsellors(work: Work, clock: FixedClock, *names: CounsellorId) -> None:
    """Counsellors with a login and a key that a colleague confirmed."""
    for name in names or (ANNA, BRAM):
        work.desk.add_staff(Staff(StaffId(new_id()), Role.COUNSELLOR, name))
        work.desk.set_key(name, key_of(name)[1], clock.now().date())
        confirm(work, name, CORA if name != CORA else ANNA)


def confirm(work: Work, who: CounsellorId, by: CounsellorId) -> list[ConversationId]:
    """Confirm the key that this counsellor has now; whom that tells."""
    (shown,) = [key.fingerprint for key in work.desk.keys() if key.counsellor == who]  # noqa: SIM118  # no dict
    return work.desk.confirm_key(who, shown, by)


def begin(work: Work, peer: Peer, clock: FixedClock, running: str = "{}") -> Chat:
    """A chat with something in it, as it is found at the next turn."""
    until = clock.now() + IDLE
    chat = work.conversations.begin(peer, until)
    work.conversations.save(chat, peer, running=Private(running), delivery=None, idle_until=until)
    found = work.conversations.find(peer)
    assert found is not None
    return found


@dataclass(frozen=True, slots=True)
class Introduced:
    """What an introduction left behind."""

    chat: Chat
    case: Case
    letter: MessageId


def introduce(
    work: Work, peer: Peer, clock: FixedClock, *, to: CounsellorId = ANNA, words: Private = WORDS
) -> Introduced:
    """A Telegram employee's introduction, from the first word to the counsellor's inbox."""
    chat = begin(work, peer, clock)
    if peer.channel is Channel.TELEGRAM:
        work.conversations.use_own_key(chat, peer)
    case = new_case(chat.id, clock, to)
    work.cases.add(case)
    letter = write(work, case, words, clock, MessageKind.INTRODUCTION)
    return Introduced(chat, case, letter)


def new_case(conversation: ConversationId, clock: FixedClock, to: CounsellorId = ANNA) -> Case:
    """A case that waits since today."""
    today = clock.now().date()
    return Case(CaseId(new_id()), conversation, to, Status.WAITING, today, today + timedelta(days=2))


def consent_for(
    work: Work, case: Case, words: Private, clock: FixedClock, purpose: Purpose = Purpose.INTRODUCE
) -> Consent:
    """A consent to exactly these words, not stored yet."""
    return Consent(
        id=ConsentId(new_id()),
        case=case.id,
        who=case.counsellor,
        words=work.cases.digest(case.id, words),
        purpose=purpose,
        given_on=clock.now().date(),
        until=clock.now() + timedelta(days=14),
    )


def write(
    work: Work, case: Case, words: Private, clock: FixedClock, kind: MessageKind = MessageKind.MESSAGE
) -> MessageId:
    """Words of the employee to the counsellor, with a consent of their own."""
    purpose = Purpose.INTRODUCE if kind is MessageKind.INTRODUCTION else Purpose.WRITE
    consent = consent_for(work, case, words, clock, purpose)
    work.consents.add(consent)
    return work.cases.deliver_to_counsellor(consent.spend(clock.now()), case, kind, words)
