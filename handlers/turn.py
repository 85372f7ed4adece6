"""One message from an employee, start to end.

read → advance, running actions → one write → the answer, which the channel sends only after the commit.
A delivery that comes twice is answered from the sealed state and changes nothing.
"""

from collections.abc import Callable
from dataclasses import dataclass, replace
from functools import partial
from itertools import chain

from rasa_sdk.executor import ActionExecutor

from dialogues.engine import expects
from dialogues.flows import LANGUAGE_OFFERED, OTHER_LANGUAGE
from dialogues.model import Say, State, Value
from dialogues.private import Private
from handlers import aftercare
from handlers.course import ELSEWHERE, TOLD, UNSENT, Course, Courses, keeps_story
from handlers.directory import Directories
from handlers.domain.codes import WordList
from handlers.domain.errors import OpenOorError, Stale
from handlers.domain.policy import Policy
from handlers.ending import forget
from handlers.faces import with_faces
from handlers.hearing import Hearing
from handlers.letters import shown_before, signed, unread
from handlers.ports import (
    Answer,
    Channel,
    Chat,
    Clock,
    Inbound,
    Keyring,
    Letter,
    Mail,
    Outgoing,
    Peer,
    Store,
    Work,
)
from handlers.repeated import CAME_EARLIER, said_before
from handlers.running import Kept, RunningChat, dump, parse
from handlers.seen import PREVIEW_NO, TALKING, field_of, receiver
from handlers.traces import erase
from handlers.turn_context import Running, TurnContext
from handlers.typed import named
from handlers.voice import Voice, policy_values
from handlers.words import Words

ATTEMPTS = 5
"""How often a turn is taken again when the row or the roster was changed meanwhile."""

KEPT_AT_REST = ("language", OTHER_LANGUAGE, LANGUAGE_OFFERED, "channel", PREVIEW_NO)
"""Slots that outlive a finished dialogue. Answers are gone then; words that were said to be kept are not."""

STOP = "/stop"


class TurnFailed(OpenOorError):
    """The conversation kept changing under the turn. Nothing was written; the channel delivers again."""


@dataclass(frozen=True, slots=True)
class _View:
    chat: Chat | None
    taken: bool
    mail: tuple[Mail, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Rooms:
    """What a turn needs of the house.

    `new_code` gives a resume code in the words of a language, one of `code_lists`.
    """

    voice: Voice
    store: Store
    keyring: Keyring
    actions: ActionExecutor
    hearing: Hearing
    directories: Directories
    policy: Policy
    clock: Clock
    new_code: Callable[[str], Private]
    code_lists: tuple[WordList, ...]


class Turns:
    """Takes messages of employees, from any channel."""

    def __init__(self, rooms: Rooms) -> None:
        self._rooms, self._voice, self._flows = rooms, rooms.voice, rooms.voice.flows
        self._store, self._keyring, self._policy = rooms.store, rooms.keyring, rooms.policy
        self._courses = Courses(self._flows, rooms.actions)

    async def take(self, inbound: Inbound, peer: Peer | None = None) -> Answer:
        """Everything one message leads to, committed; then what the employee is to see.

        `peer` is the sender's, when the caller has it already.
        Raises Locked when the database stays locked and TurnFailed when the row keeps changing: nothing
        is written then, and the channel must not confirm the delivery.
        """
        peer = peer or self._keyring.peer(inbound.channel, inbound.sender)
        inbound = await aftercare.heard(self._store, inbound)
        for _ in range(ATTEMPTS):
            try:
                return await self._once(inbound, peer)
            except Stale:
                self._rooms.directories.forget()
        raise TurnFailed("the conversation kept changing")

    async def _once(self, inbound: Inbound, peer: Peer) -> Answer:
        delivery = self._keyring.delivery(inbound.channel, inbound.delivery)
        view = await self._store.read(lambda work: _look(work, peer, delivery))
        running = self._running(view.chat, inbound)
        inbound = self._pressed(_where_it_stands(inbound, view.chat, running), running)
        if view.taken:
            return await self._repeat(inbound, peer, view, running, delivery)
        course = Course(running.state)
        turn = await self._context(inbound, peer, view, running, course.state)
        if STOP in (inbound.payload, f"/{turn.heard.intent}"):
            turn.hear_new = False  # whatever else is asked then: from this word on
        with Running(turn):
            await self._courses.hear(course, turn, view.mail)
        return await self._write(course, turn, view, running, delivery)

    def _pressed(self, inbound: Inbound, running: RunningChat) -> Inbound:
        """The same delivery; as a press when it types out the words of a button that is on the screen."""
        if inbound.text is None or inbound.unsupported is not None:
            return inbound
        language = str(running.state.slots["language"])
        shown = self._voice.messages(running.says, running.state)
        kept_at_hand = (*self._voice.always(language), *self._voice.menu(language))
        payload = named(inbound.text, chain(*(each.buttons for each in shown), kept_at_hand))
        return replace(inbound, text=None, payload=payload) if payload else inbound

    async def _repeat(
        self, inbound: Inbound, peer: Peer, view: _View, running: RunningChat, delivery: bytes
    ) -> Answer:
        """The last answer once more; what is certain when it is gone with its chat.

        Nothing for an older delivery of a chat that is there: that was answered long ago.
        """
        if view.chat is None:
            language = str(running.state.slots["language"])
            heard = await self._rooms.hearing.hear(
                inbound.text, language, expects(self._flows, running.state)
            )
            return self._answer(said_before(inbound, heard), running.state)
        if view.chat.delivery != delivery:
            return self._answer((), running.state)
        if not running.says:
            return self._answer((CAME_EARLIER,), running.state)
        turn = await self._context(inbound, peer, view, running, running.state)
        turn.fleeting.update(running.fleeting)
        letters = await shown_before(turn, running.letters)
        return self._answer(running.says, running.state, signed(turn, letters), turn)

    def _running(self, chat: Chat | None, inbound: Inbound) -> RunningChat:
        given: dict[str, Value] = {
            "channel": inbound.channel.value,
            "mediation_mode": self._policy.mediation,
            "committee": self._policy.door("committee") is not None,
        }
        if chat is not None and chat.running is not None:
            running = parse(chat.running).without_old_code(self._rooms.clock.now())
            slots = {**running.state.slots, **given}
            return replace(running, state=replace(running.state, slots=slots))
        if inbound.language in self._policy.languages:
            given["language"] = inbound.language
        return RunningChat(State((), {**self._flows.initial, **given}), since=self._rooms.clock.now())

    async def _context(
        self, inbound: Inbound, peer: Peer, view: _View, running: RunningChat, state: State
    ) -> TurnContext:
        language = str(state.slots["language"])
        heard = await self._rooms.hearing.hear(inbound.text, language, expects(self._flows, state))
        return TurnContext(
            inbound=inbound,
            peer=peer,
            chat=view.chat,
            now=self._rooms.clock.now(),
            policy=self._policy,
            directory=await self._rooms.directories.now(),
            store=self._store,
            keyring=self._keyring,
            words=Words(self._flows.texts, language, partial(policy_values, self._policy)),
            hearing=self._rooms.hearing,
            new_code=self._rooms.new_code,
            code_lists=self._rooms.code_lists,
            heard=heard,
            language=language,
            trail=running.trail + inbound.trail,
            since=running.since,
            fading_until=running.fading_until,
            code_until=running.code_until,
        )

    async def _write(
        self, course: Course, turn: TurnContext, view: _View, running: RunningChat, delivery: bytes
    ) -> Answer:
        letters = await unread(turn, view.mail if turn.read_up_to is not None else ())
        state, says = course.state, tuple(course.says)
        answer = self._answer(says, state, signed(turn, letters), turn)
        at_rest = not state.frames
        if at_rest:
            state = self._at_rest(state, keeps_story(course, turn))
        told = any(name in state.slots for name in TOLD)
        nothing_to_keep = at_rest and not turn.writes and turn.case is None and not told
        if nothing_to_keep and view.chat is None:
            if turn.forget_address or turn.hear_new is not None:
                await self._store.write(lambda work: _addresses(work, turn))
            return answer
        place = _to_keep(state, says, turn, letters)
        sealed = dump(place)

        def job(work: Work) -> Chat | None:
            chat = view.chat or work.conversations.begin(turn.peer, turn.idle_until)
            has_case = chat.case is not None or turn.opened_case
            # First of all: whoever was overtaken learns it here, before anything else is written.
            until = None if has_case else turn.idle_until
            saved = work.conversations.save(
                chat, turn.peer, running=sealed, delivery=delivery, idle_until=until
            )
            erase(work, turn.reach, turn.erase)
            _addresses(work, turn)
            if turn.forget or nothing_to_keep:
                forget(work, chat, at_once=self._policy.pings_immediate)
                return None
            for write in turn.writes:
                write(work, chat)
            if turn.read_up_to is not None:
                work.mailbox.drop(chat.id, turn.read_up_to)
            return saved

        saved = await self._store.write(job)
        return _handed_over(answer, turn, saved, place)

    def _at_rest(self, state: State, story: bool) -> State:
        names = (*KEPT_AT_REST, *TOLD) if story else KEPT_AT_REST
        kept = {name: state.slots[name] for name in names if name in state.slots}
        return State((), {**self._flows.initial, **kept})

    def _answer(
        self,
        says: tuple[Say, ...],
        state: State,
        letters: tuple[Private, ...] = (),
        turn: TurnContext | None = None,
    ) -> Answer:
        language = str(state.slots["language"])
        messages = self._voice.messages(says, state, frozenset(turn.fleeting) if turn else frozenset())
        if turn is not None:
            named = zip(messages, says, strict=True)
            messages = tuple(with_faces(message, say, state, turn) for message, say in named)
        shown = (*messages, *(Outgoing(text) for text in letters))
        unsent = any(say.response in UNSENT for say in says)
        secret = turn is not None and turn.secret
        return Answer(shown, language, turn.erase if turn else (), unsent=unsent, secret=secret)


def _handed_over(answer: Answer, turn: TurnContext, saved: Chat | None, place: RunningChat) -> Answer:
    """The answer, with the chat for the one channel that notes what it showed."""
    if saved is None or turn.channel is not Channel.TELEGRAM:
        return answer
    return replace(answer, kept=Kept(saved, turn.peer, place))


def _addresses(work: Work, turn: TurnContext) -> None:
    """What is kept or forgotten of where somebody can be told; only a channel that can do that has any."""
    if turn.channel is not Channel.TELEGRAM:
        return
    if turn.forget_address:
        work.aftercare.forget(turn.reach)
    if turn.hear_new:
        work.announcements.keep(turn.reach)
    elif turn.forget_address or turn.hear_new is not None:
        work.announcements.forget(turn.reach)


def _where_it_stands(inbound: Inbound, chat: Chat | None, running: RunningChat) -> Inbound:
    """The same delivery; refused when its words were typed under something that is not so by now."""
    if inbound.text is None or inbound.unsupported is not None:
        return inbound
    case = chat.case if chat else None
    to = receiver(running.state, case)
    page = inbound.field is None or inbound.field == field_of(running.state, case)
    known = inbound.field is not None or not to or running.to in (None, to)
    return inbound if page and known else replace(inbound, unsupported=ELSEWHERE)


def _look(work: Work, peer: Peer, delivery: bytes) -> _View:
    chat = work.conversations.find(peer)
    taken = (chat is not None and chat.delivery == delivery) or work.conversations.was_taken(delivery)
    mail = tuple(work.mailbox.peek(chat.id)) if chat and chat.case else ()
    return _View(chat, taken, mail)


def _to_keep(
    state: State, says: tuple[Say, ...], turn: TurnContext, letters: tuple[Letter, ...]
) -> RunningChat:
    fleeting = tuple(say.response for say in says if say.response in turn.fleeting)
    ids, since, fading = tuple(letter.id for letter in letters), turn.since, turn.fading_until
    to = turn.talks_to or (turn.case.counsellor if turn.case and turn.case.status in TALKING else "")
    return RunningChat(state, says, turn.trail, turn.code_until, ids, fleeting, since, fading, to)
