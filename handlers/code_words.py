"""A resume code typed into a conversation, right or with a slip: kept nowhere, sent to nobody (C54)."""

from dialogues.model import Expectation, Say
from handlers.domain.codes import CODE_WORDS, almost_code
from handlers.ports import Channel
from handlers.turn_context import TurnContext

ELSEWHERE, COUNT, UNKNOWN = "utter_code_page", "utter_code_count", "utter_code_unknown"
"""That a code is typed on the web page; what is wrong with it where it may be typed in the conversation."""

TEACH = "teach"
"""The question that asks for words of the code: there they are an answer."""


def said_of_code(turn: TurnContext, asked: Expectation | None) -> Say | None:
    """What is said to words that were meant to be a code, which the channel takes away; None for others."""
    inbound = turn.inbound
    if inbound.text is None or (asked is not None and asked.slot == TEACH):
        return None
    reading = almost_code(inbound.text, turn.code_lists)
    if reading is None:
        return None
    turn.secret = True
    if turn.channel is not Channel.TELEGRAM:
        return Say(ELSEWHERE)
    if inbound.message is not None:
        turn.erase = (*turn.erase, inbound.message)
    if reading.count == CODE_WORDS and reading.unknown:
        return Say(UNKNOWN, {"code_places": tuple(map(str, reading.unknown))})
    return Say(COUNT, {"code_given": reading.count})
