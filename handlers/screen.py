"""What an employee's page shows, read without changing anything."""

from dataclasses import dataclass

from dialogues.engine import ask_again
from dialogues.private import Private
from handlers.directory import Directories
from handlers.domain.case import Case
from handlers.ports import Author, Channel, Chat, Keyring, Letter, Mail, Outgoing, ReaderKey, Store, Work
from handlers.running import parse
from handlers.voice import Voice


@dataclass(frozen=True, slots=True)
class Screen:
    """Everything for one page. `letters` is None while this browser is locked or has no case."""

    language: str | None  # None: nobody has talked here yet
    messages: tuple[Outgoing, ...]
    case: Case | None = None
    counsellor_name: str | None = None
    letters: tuple[Letter, ...] | None = None
    has_news: bool = False


@dataclass(frozen=True, slots=True)
class _Seen:
    chat: Chat | None
    mail: list[Mail]
    key: ReaderKey | None


class Screens:
    """Looks at a conversation for a channel that shows pages."""

    def __init__(self, store: Store, keyring: Keyring, directories: Directories, voice: Voice) -> None:
        self._store, self._keyring, self._directories, self._voice = store, keyring, directories, voice

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
        language, messages = self._last_answer(chat)
        case, key = chat.case, seen.key
        if case is None:
            return Screen(language, messages)
        letters = None
        if key is not None:
            letters = await self._store.read(lambda work: work.cases.letters(case, Author.EMPLOYEE, key))
        who = (await self._directories.now()).roster.get(case.counsellor)
        return Screen(
            language,
            messages,
            case,
            who.name if who else case.counsellor,
            tuple(letters) if letters is not None else None,
            bool(seen.mail),
        )

    def _last_answer(self, chat: Chat) -> tuple[str | None, tuple[Outgoing, ...]]:
        if chat.running is None:
            return None, ()
        running = parse(chat.running)
        language = str(running.state.slots["language"])
        says = running.says or ask_again(self._voice.flows, running.state)
        return language, self._voice.messages(says, language)
