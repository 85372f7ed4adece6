"""Coming back with a resume code (KEYS.md, C54): right and wrong codes cost the same."""

from dataclasses import dataclass
from datetime import timedelta
from enum import Enum

from dialogues.private import Private
from handlers.domain.ids import ConversationId
from handlers.ports import Channel, Chat, Clock, Keyring, Store, Work
from handlers.running import RunningChat, parse

EMPLOYEE_IDLE = timedelta(minutes=30)
"""How long an opened browser of an employee stays open without a press."""


@dataclass(frozen=True, slots=True)
class Cookies:
    """A cookie that nobody has had, and the one that the browser came with."""

    fresh: Private
    before: Private | None = None


async def resume(
    store: Store, keyring: Keyring, clock: Clock, cookies: Cookies, code: Private
) -> Private | None:
    """The cookie that opens the conversation of this code from now on; None when the code opens nothing.

    The one from before stays only where it opens this very conversation already: somebody else may know
    a cookie that was there before (fixation).
    A wrong code, a guessed one and one that was wiped make the same calls and the same statements.
    """
    cookie, before = cookies.fresh, cookies.before
    key, _, lookup = keyring.code_key(code)
    fresh = keyring.peer(Channel.WEB, cookie)
    known = keyring.peer(Channel.WEB, before) if before is not None else fresh
    idle_until = clock.now() + EMPLOYEE_IDLE

    def job(work: Work) -> Private | None:
        conversation = work.conversations.find_by_code(lookup)
        here = work.conversations.find(known)
        work.conversations.attach(conversation, known, key, idle_until)
        # Whoever goes on elsewhere is not told on Telegram any more (KEYS.md).
        work.reaches.set_employee(conversation or ConversationId(""), None)
        if conversation is None:
            return None
        if before is None or (here is not None and here.id == conversation):
            return before or cookie
        work.conversations.detach(known)
        work.conversations.attach(conversation, fresh, key, idle_until)
        return cookie

    return await store.write(job)


class Opening(Enum):
    """What came of a code that was typed in a chat with an account."""

    OPENED = "opened"
    NOTHING = "nothing"  # it opens nothing
    TAKEN = "taken"  # this account has words or a case of its own, which nobody could come back to


async def come_over(
    store: Store, keyring: Keyring, clock: Clock, account: Private, code: Private
) -> tuple[Opening, tuple[str, ...]]:
    """Let an account on Telegram go on with the conversation of this code.

    Gives what came of it, and what stood on that screen before, which a Wipe must still find. A code
    that opens nothing makes the same calls and statements as one that does, until it opens. An account that
    was told when there is news in this conversation is not told any more, unless it is this one (KEYS.md).
    """
    peer = keyring.peer(Channel.TELEGRAM, account)
    key, _, lookup = keyring.code_key(code)
    idle_until = clock.now() + EMPLOYEE_IDLE

    def job(work: Work) -> tuple[Opening, tuple[str, ...]]:
        here, conversation = work.conversations.find(peer), work.conversations.find_by_code(lookup)
        already = here is not None and here.id == conversation
        before = parse(here.running) if here is not None and here.running is not None else None
        if not already and _holds_words(here, before):
            return Opening.TAKEN, ()
        work.conversations.attach(conversation, peer, key, idle_until)
        if not (already and _told_at(work, conversation, account)):
            work.reaches.set_employee(conversation or ConversationId(""), None)
        if conversation is None:
            return Opening.NOTHING, ()
        return Opening.OPENED, before.trail if before is not None and not already else ()

    return await store.write(job)


def _told_at(work: Work, conversation: ConversationId | None, account: Private) -> bool:
    reach = work.reaches.of_employee(conversation) if conversation is not None else None
    return reach is not None and reach.address == account


def _holds_words(chat: Chat | None, running: RunningChat | None) -> bool:
    if chat is None:
        return False
    told = running is not None and any(running.state.slots.get(slot) for slot in ("story", "note"))
    return chat.case is not None or told


async def leave(store: Store, keyring: Keyring, *, cookie: Private) -> None:
    """Quick exit: this browser forgets the way in. A case stays; words that were never sent are wiped.

    Nobody could ever come back to those words: nothing but this browser opened them.
    """
    peer = keyring.peer(Channel.WEB, cookie)

    def job(work: Work) -> None:
        chat = work.conversations.find(peer)
        if chat is not None and chat.case is None:
            work.conversations.forget(chat.id)
        else:
            work.conversations.detach(peer)

    await store.write(job)
