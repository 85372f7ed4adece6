"""Putting in order what happened: answers, summary, and what its writer changes in it (C47, C48)."""

from dialogues.model import Option
from dialogues.private import Private
from handlers.actions.action import SlotAction, Slots, names, private, word
from handlers.domain.introduction import Line, shown_as
from handlers.domain.note import (
    NOTE,
    QUESTIONS,
    STORY,
    answer,
    choice_of,
    leads_on,
    note_of,
    question_of,
    summary,
    trimmed,
    with_answer,
    without,
)
from handlers.turn_context import TurnContext

ELSEWHERE = ("before", "summary")
"""Choices that lead elsewhere and answer nothing."""

ASKED = {**{f"note_{question}": None for question in QUESTIONS}, "note_typed": None}


class NoteAnswer(SlotAction):
    """One answer put among the others; a question that was passed leaves its earlier answer as it is."""

    called = "action_note_answer"

    async def fill(self, slots: Slots, turn: TurnContext) -> Slots:
        """note_way, and the answer: note, removed, about, story; what was asked is empty again."""
        question = next((each for each in QUESTIONS if word(slots, f"note_{each}")), None)
        choice = word(slots, f"note_{question}") if question else None
        answers = question is not None and choice not in ELSEWHERE
        typed = private(slots, "note_typed") or _said(turn) if answers else None
        if typed and word(slots, "note_line") == STORY:
            return {**ASKED, "note_way": "on", STORY: trimmed(typed), "removed": _back(slots, f"{STORY}_")}
        given = answer(question, choice, typed) if question else None
        if given is None:
            return {**ASKED, "note_way": choice if choice in ELSEWHERE else "passed"}
        filled: Slots = {
            **ASKED,
            NOTE: with_answer(note_of(slots), given),
            "note_way": "on" if leads_on(given) else "passed",
            "removed": _back(slots, f"note_{question}_"),
        }
        if question != "who":
            return filled
        # In own words the kind of person is not known any more; it is asked when a route depends on it.
        return {**filled, "about": None if typed else choice, "removed": _back(slots, "note_who_", "about")}


class NoteSummary(SlotAction):
    """The answers as lines: exactly what was said."""

    called = "action_note_summary"

    async def fill(self, slots: Slots, turn: TurnContext) -> Slots:
        """note_text, note_lines, note_line."""
        lines = summary(slots, turn.words)
        return {
            "note_text": Private("\n".join(text for _, text in lines)) if lines else None,
            "note_lines": tuple(Option(name, Private(shown_as(Line(name, text)))) for name, text in lines),
            "note_line": None,
        }


class NoteDrop(SlotAction):
    """One line goes, from the summary and from what would be sent."""

    called = "action_note_drop"

    async def fill(self, slots: Slots, turn: TurnContext) -> Slots:
        """note, or story, or removed; note_line empty again."""
        line = word(slots, "note_line") or ""
        if line == STORY:
            return {STORY: None, "note_line": None}
        filled: Slots = {NOTE: without(note_of(slots), line) or None, "note_line": None}
        if line != "who":
            return filled
        # Whom it is about still says which routes give way; it is told no more.
        return {**filled, "removed": tuple(dict.fromkeys((*names(slots, "removed"), "about")))}


class NoteWipe(SlotAction):
    """The answers to these questions go, and nothing else."""

    called = "action_note_wipe"

    async def fill(self, slots: Slots, turn: TurnContext) -> Slots:
        """note, note_along, note_text, note_lines; about when it was answered here."""
        gone: dict[str, bool | None] = {
            NOTE: None,
            "note_text": None,
            "note_lines": None,
            "note_along": False,
        }
        here = any(question_of(each) == "who" and choice_of(each) != "own" for each in note_of(slots))
        return {**gone, "about": None} if here else gone


def _said(turn: TurnContext) -> Private | None:
    """What was typed, when it says more than the one word of a choice."""
    typed = turn.inbound.text if turn.inbound.payload is None else None
    return typed if typed is not None and len(typed.reveal().split()) > 1 else None


def _back(slots: Slots, *beginnings: str) -> tuple[str, ...] | None:
    """The lines taken out, without those that begin so: an answer given anew counts again."""
    return tuple(each for each in names(slots, "removed") if not each.startswith(beginnings)) or None
