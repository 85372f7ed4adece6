"""What an employee's page shows, read without changing anything."""

from dataclasses import dataclass, replace

from dialogues.engine import ask_again
from dialogues.model import State
from dialogues.private import Private
from handlers.directory import Directories
from handlers.domain.case import Case, Late
from handlers.domain.proposals import Plan, Proposal
from handlers.ports import (
    Author,
    Channel,
    Chat,
    Clock,
    Keyring,
    Letter,
    Mail,
    Outgoing,
    ReaderKey,
    Store,
    Work,
)
from handlers.running import RunningChat, parse
from handlers.seen import NOWHERE, field_of
from handlers.voice import Voice
from handlers.waiting import late


@dataclass(frozen=True, slots=True)
class Screen:
    """Everything for one page. `letters` is None while this browser is locked or has no case."""

    language: str | None  # None: nobody has talked here yet
    messages: tuple[Outgoing, ...]
    case: Case | None = None
    counsellor_name: str | None = None
    letters: tuple[Letter, ...] | None = None
    has_news: bool = False
    code: Private | None = None  # the resume code, while the sealed state still knows it
    note: Private | None = None  # what somebody put in order, while its summary is open
    field: str = NOWHERE  # what the field is for, as words typed in it have to say (handlers.seen)
    late: Late | None = None  # why there is a choice to make about waiting
    come_back: str | None = None  # the day by which an answer comes, ISO; for the code sheet


@dataclass(frozen=True, slots=True)
class Step:
    """A proposed step with its words, opened for the employee."""

    proposal: Proposal
    plan: Plan


@dataclass(frozen=True, slots=True)
class _Seen:
    chat: Chat | None
    mail: list[Mail]
    key: ReaderKey | None


class Screens:
    """Looks at a conversation for a channel that shows pages."""

    def __init__(
        self, store: Store, keyring: Keyring, directories: Directories, voice: Voice, clock: Clock
    ) -> None:
        self._store, self._keyring, self._clock = store, keyring, clock
        self._directories, self._voice, self._policy = directories, voice, voice.policy

    async def look(self, channel: Channel, sender: Private) -> Screen:
        """The last answer again (or the open question), the case and its letters."""
        peer = self._keyring.peer(channel, sender)

        def job(work: Work) -> _Seen:
            chat = work.conversations.find(peer)
            has_case = chat is not None and chat.case is not None
            key = work.conversations.employee_key(chat, peer) if chat and has_case else None
            return _Seen(chat, work.mailbox.peek(chat.id) if chat and has_case else [], key)

        seen = await self._store.read(job)
        chat = seen.chat
        if chat is None:
            return Screen(None, ())
        screen = self._last_answer(chat)
        case, key = chat.case, seen.key
        if case is None:
            return screen
        letters = None
        if key is not None:
            letters = await self._store.read(lambda work: work.cases.letters(case, Author.EMPLOYEE, key))
        directory = await self._directories.now()
        who = directory.roster.get(case.counsellor)
        return replace(
            screen,
            case=case,
            counsellor_name=who.name if who else case.counsellor,
            letters=tuple(letters) if letters is not None else None,
            has_news=bool(seen.mail),
            late=late(directory, case, self._clock.now().date(), self._policy),
        )

    async def steps(self, channel: Channel, sender: Private) -> list[Step] | None:
        """Every step of the case, newest first; None without a case or while this browser is locked."""
        peer = self._keyring.peer(channel, sender)

        def job(work: Work) -> list[Step] | None:
            chat = work.conversations.find(peer)
            key = work.conversations.employee_key(chat, peer) if chat and chat.case else None
            if chat is None or chat.case is None or key is None:
                return None
            plans = work.proposals.plans(chat.case, Author.EMPLOYEE, key)
            found = [(each, plans.get(each.letter)) for each in work.proposals.of(chat.case.id)]
            return [Step(each, plan) for each, plan in reversed(found) if plan is not None]

        return await self._store.read(job)

    def _last_answer(self, chat: Chat) -> Screen:
        if chat.running is None:
            return Screen(None, (), field=field_of(State((), {}), chat.case))
        running = parse(chat.running).without_old_code(self._clock.now())
        language = str(running.state.slots["language"])
        says = running.says or ask_again(self._voice.flows, running.state)
        code, come_back = _text(running, "resume_code"), running.state.slots.get("reply_by")
        return Screen(
            language,
            self._voice.messages(says, running.state),
            code=code,
            note=_text(running, "note_text"),
            field=field_of(running.state, chat.case),
            come_back=come_back if code and isinstance(come_back, str) else None,
        )


def _text(running: RunningChat, slot: str) -> Private | None:
    text = running.state.slots.get(slot)
    return text if isinstance(text, Private) else None
