"""Coming back with a resume code (KEYS.md, C54): right and wrong codes cost the same."""

from datetime import timedelta

from dialogues.private import Private
from handlers.domain.ids import ConversationId
from handlers.ports import Channel, Clock, Keyring, Store, Work

EMPLOYEE_IDLE = timedelta(minutes=30)
"""How long an opened browser of an employee stays open without a press."""


async def resume(store: Store, keyring: Keyring, clock: Clock, *, cookie: Private, code: Private) -> bool:
    """Let the browser with this fresh cookie in. False when the code opens nothing (any more).

    A wrong code, a guessed one and one that was wiped make the same calls and the same statements
    as a right one: the session row is written either way, for a wrong code it opens nothing.
    """
    key, _, lookup = keyring.code_key(code)
    peer = keyring.peer(Channel.WEB, cookie)
    idle_until = clock.now() + EMPLOYEE_IDLE

    def job(work: Work) -> bool:
        conversation = work.conversations.find_by_code(lookup)
        work.conversations.attach(conversation, peer, key, idle_until)
        # Whoever goes on elsewhere is not told on Telegram any more (KEYS.md).
        work.reaches.set_employee(conversation or ConversationId(""), None)
        return conversation is not None

    return await store.write(job)


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
