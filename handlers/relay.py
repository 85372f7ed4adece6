"""Words typed in a case that waits or is open go to its counsellor: typing them there is the yes."""

from collections.abc import Sequence
from dataclasses import replace

from dialogues.model import Say, State, Value
from dialogues.private import Private
from handlers.directory import look
from handlers.domain import promises
from handlers.domain.case import Case, Status
from handlers.domain.errors import Stale
from handlers.introduction import write_to_counsellor
from handlers.ports import KEY_NEWS, Chat, Mail, Work
from handlers.seen import TALKING
from handlers.turn_context import TurnContext
from handlers.waiting import promised

SAID_OF = {Status.CLOSED: "utter_relay_closed", Status.DECLINED: "utter_relay_declined"}
"""What words typed at rest are told once their case takes none any more."""

FOR_A_HUMAN = frozenset({"promise", "machine", "next_step", "my_job", "serious", "unclear"})
"""Questions that the counsellor answers once there is one; before that the program does."""


def addressed(turn: TurnContext, state: State) -> tuple[Case, Private] | None:
    """The case and the words for its counsellor, when nothing is being asked and nothing else was meant."""
    case, text = turn.case, turn.inbound.text
    if case is None or case.status not in TALKING or state.frames:
        return None
    meant_for_us = turn.heard.intent is not None and turn.heard.intent not in FOR_A_HUMAN
    if not text or turn.inbound.payload is not None or meant_for_us:
        return None
    return case, text


def too_late(turn: TurnContext, state: State) -> Say | None:
    """What is said first to words that look as if they were for a counsellor who hears no more."""
    case = turn.case
    if case is None or case.status not in SAID_OF or state.frames:
        return None
    if not turn.inbound.text or turn.heard.intent is not None:
        return None
    return Say(SAID_OF[case.status], counsellor_of(turn, case))


def counsellor_of(turn: TurnContext, case: Case) -> dict[str, Value]:
    """The name of the case's counsellor, as the texts take it."""
    who = turn.directory.roster.get(case.counsellor)
    return {"counsellor_name": Private(who.name if who else case.counsellor)}


def receives(turn: TurnContext, case: Case, mail: Sequence[Mail]) -> bool:
    """Whether words can go there now: not to somebody without a key, nor to a key nobody was told of."""
    told = not any(piece.kind in KEY_NEWS for piece in mail)
    return told and case.counsellor in turn.directory.reachable


def answer_by(turn: TurnContext, case: Case) -> dict[str, Value] | None:
    """The day to hear by, for who waited for nothing before these words; None for who knows one already."""
    if case.awaited:
        return None
    who = turn.directory.roster.get(case.counsellor)
    by = promises.promised(who, turn.today, turn.policy.reply_working_days)
    return {**counsellor_of(turn, case), "reply_by": by.isoformat()}


def pass_on(turn: TurnContext, case: Case, text: Private) -> None:
    """Have these words written to the counsellor at the end of the turn."""

    def write(work: Work, chat: Chat) -> None:
        fresh = work.cases.get(case.id)
        if fresh is None or fresh.status not in TALKING:
            raise Stale("the case is no longer open")
        if fresh.counsellor not in look(work).reachable:
            raise Stale("the counsellor cannot receive any more")
        by = promised(work, fresh, turn.today, turn.policy)
        waits = replace(fresh.written(by), seen_on=turn.today)
        write_to_counsellor(work, waits, text, turn.terms)
        work.cases.save(waits)

    turn.writes.append(write)
