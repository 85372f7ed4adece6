"""What one message does to the dialogue: heard, answered or passed on. Nothing is written here."""

from dataclasses import dataclass, field, replace

from rasa_sdk.executor import ActionExecutor

from dialogues.engine import advance, ask_again, expects
from dialogues.flows import STORY, Flows
from dialogues.model import ActionDone, Began, Effect, Event, RunAction, Say, State, UserSaid, Value
from dialogues.private import Private
from handlers.code_words import said_of_code
from handlers.domain.case import Case
from handlers.domain.note import NOTE, note_of
from handlers.ports import Channel, Inbound, Mail, MailKind
from handlers.relay import addressed, answer_by, counsellor_of, pass_on, receives, too_late
from handlers.seen import meant, receiver
from handlers.turn_context import TurnContext

MOST_WORDS = 60_000
"""Characters one conversation keeps before it is sent: some twenty pages."""

OWN_PAGES = (Channel.WEB, Channel.TELEGRAM)
"""Channels that open a locked case themselves; on the others its code leads to the web page."""

TOLD = (STORY, NOTE)
"""Slots with what somebody told: kept when the dialogue ends, until they are sent or let go."""

NEWS = "/news"
"""What the button under "there is news" sends: show it."""

ASKS = frozenset({MailKind.KEY_LOST, MailKind.KEY_CHANGED, MailKind.OVERDUE})
"""News that asks what is to happen when words cannot reach their counsellor."""

LOCKED, LOCKED_ELSEWHERE, READ_ELSEWHERE = (
    "utter_relay_locked",
    "utter_relay_locked_code",
    "utter_read_with_code",
)
WENT_ON, OTHER_RECEIVER = "utter_went_on", "utter_other_receiver"
UNSENT = frozenset({LOCKED, LOCKED_ELSEWHERE, WENT_ON, OTHER_RECEIVER})
"""Said when words stay with their writer: the channel gives them back."""

ELSEWHERE = "elsewhere"
"""Why words are not taken: what they were typed under is not how the conversation stands by now."""


@dataclass(slots=True)
class Course:
    """Where the dialogue stands while the turn runs, and what it has said so far."""

    state: State
    says: list[Say] = field(default_factory=list)


class Courses:
    """Takes dialogues one message further."""

    def __init__(self, flows: Flows, actions: ActionExecutor) -> None:
        self._flows, self._actions = flows, actions

    async def hear(self, course: Course, turn: TurnContext, mail: tuple[Mail, ...]) -> None:
        """Everything the turn's message leads to, then what the mail has to tell; writes wait in the turn.

        Raises what an action raises, with a note of the flow and step that it was run in.
        """
        inbound, before = turn.inbound, _running(course)
        if inbound.unsupported == ELSEWHERE:
            course.says.extend(Say(f"utter_crisis_{kind}") for kind in turn.heard.crisis[:1])
            course.says.append(_went_on(turn, course.state))
            course.says.extend(ask_again(self._flows, course.state))
        elif (refusal := _refusal(inbound, course.state)) is not None:
            course.says.append(Say(refusal))
            course.says.extend(ask_again(self._flows, course.state))
        elif (code := said_of_code(turn, expects(self._flows, course.state))) is not None:
            course.says.extend(Say(f"utter_crisis_{kind}") for kind in turn.heard.crisis[:1])
            course.says.append(code)
            course.says.extend(ask_again(self._flows, course.state))
        elif inbound.payload == NEWS and mail:
            pass  # the mail itself is the answer
        elif inbound.payload == NEWS:
            await self._advance(course, turn, UserSaid(payload="/status"))
        elif (words := addressed(turn, course.state)) is not None:
            await self._relay(course, turn, *words, mail)
        else:
            if (ended := too_late(turn, course.state)) is not None:
                course.says.append(ended)
            payload = meant(inbound.payload, course.state) if inbound.payload else None
            await self._advance(course, turn, UserSaid(inbound.text, payload, turn.heard))
        begun = _running(course) - before  # by the wish itself, so that nothing is asked twice in one answer
        for piece in () if self._waits(course, turn) else mail:
            if (flow := f"news_{piece.kind.value}") not in begun:
                await self._advance(course, turn, Began(flow))
            turn.read_up_to = piece.seq
            if piece.kind is MailKind.MESSAGE and await _is_shut_here(turn):
                course.says.append(Say(READ_ELSEWHERE))
        if turn.case is not None and _left_over(course, turn):
            course.says.append(Say("utter_words_after"))

    def _waits(self, course: Course, turn: TurnContext) -> bool:
        """Whether news waits: nothing comes between somebody and help, a stop or a wipe that is asked."""
        if turn.inbound.payload == NEWS:
            return False
        running = _running(course)
        return any(self._flows.intents[wish] in running for wish in self._flows.always)

    async def _relay(
        self, course: Course, turn: TurnContext, case: Case, text: Private, mail: tuple[Mail, ...]
    ) -> None:
        course.says.extend(Say(f"utter_crisis_{kind}") for kind in turn.heard.crisis[:1])
        name = counsellor_of(turn, case)
        if await turn.employee_key() is None:
            # Whoever sits here has not shown the code; an account without the case's key is another's.
            course.says.append(Say(LOCKED if turn.channel in OWN_PAGES else LOCKED_ELSEWHERE, name))
            return
        if receives(turn, case, mail):
            pass_on(turn, case, text)
            course.says.append(Say("utter_message_sent", name))
            if (day := answer_by(turn, case)) is not None:
                course.says.append(Say("utter_answer_by", day))
            return
        course.says.append(Say("utter_problem_counsellor_gone", name))
        course.state = replace(course.state, slots={**course.state.slots, STORY: text})
        if not any(piece.kind in ASKS for piece in mail):  # else the mail puts the choice
            await self._advance(
                course, turn, Began("news_key_lost" if case.key_paused else "other_counsellor")
            )

    async def _advance(self, course: Course, turn: TurnContext, event: Event) -> None:
        try:
            while (action := self._walk(course, event)) is not None:
                event = ActionDone(action, await self._run(action, course.state))
                if turn.forget:  # nothing is left to go back to, also for a wish that would keep the place
                    course.state = replace(course.state, frames=course.state.frames[-1:])
        except Exception as problem:  # goes on as it came, with the place in the flow
            for frame in course.state.frames[-1:]:
                problem.add_note(f"in flow {frame.flow}, step {frame.step}")
            raise

    def _walk(self, course: Course, event: Event) -> str | None:
        """Goes on until something is asked or done; gives the action to be run now."""
        course.state, effects = advance(self._flows, course.state, event)
        course.says.extend(effect for effect in effects if isinstance(effect, Say))
        last: Effect | None = effects[-1] if effects else None
        return last.action if isinstance(last, RunAction) else None

    async def _run(self, action: str, state: State) -> dict[str, Value]:
        call = {"next_action": action, "tracker": {"sender_id": "", "slots": dict(state.slots)}}
        done = await self._actions.run({**call, "domain_digest": self._actions.domain_digest})
        return {e["name"]: e["value"] for e in (done.events if done else []) if e["event"] == "slot"}


async def _is_shut_here(turn: TurnContext) -> bool:
    """Whether this channel cannot show what a counsellor wrote: it holds no key of the case any more."""
    return turn.channel not in OWN_PAGES and await turn.employee_key() is None


def _running(course: Course) -> set[str]:
    return {frame.flow for frame in course.state.frames}


def _went_on(turn: TurnContext, state: State) -> Say:
    if turn.case is not None and receiver(state, turn.case):
        return Say(OTHER_RECEIVER, counsellor_of(turn, turn.case))
    return Say(WENT_ON)


def keeps_story(course: Course, turn: TurnContext) -> bool:
    """Whether words that were told outlive their dialogue: nobody has them, and nobody let them go."""
    return turn.case is None and _left_over(course, turn)


def _left_over(course: Course, turn: TurnContext) -> bool:
    told = any(course.state.slots.get(name) is not None for name in TOLD)
    return told and not course.state.frames and not turn.forget and not turn.opened_case


def _refusal(inbound: Inbound, state: State) -> str | None:
    """The answer to a message that cannot be taken; everything said before stays as it is."""
    if inbound.unsupported is not None:
        return "utter_edited" if inbound.unsupported == "edited" else "utter_unsupported"
    if inbound.text is None:
        return None
    text, story = inbound.text.reveal(), state.slots.get(STORY)
    if not any(character.isprintable() and not character.isspace() for character in text):
        return "utter_empty"
    kept = len(story.reveal()) if isinstance(story, Private) else 0
    kept += sum(len(each.title.reveal()) for each in note_of(state.slots))
    return "utter_too_much" if kept + len(text) > MOST_WORDS else None
