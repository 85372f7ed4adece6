"""What somebody puts in order for themselves: their answers and nothing else (PRODUCT stage 5; C47, C48).

An answer is an Option: its value names the question and the choice ("often_daily"), its title holds the words
when they were typed ("since_own"). The sentence of a choice is looked up when it is shown, so it follows the
language.
"""

from collections.abc import Callable, Iterator, Mapping
from typing import Final

from dialogues.model import Option, Value
from dialogues.private import Private

Note = tuple[Option, ...]
Words = Callable[[str], str]

NOTE: Final = "note"
"""The slot that holds the answers."""

STORY: Final = "story"
"""Id of the line with what was told before the questions."""

OWN: Final = "own"

_CHOICES: Final[Mapping[str, frozenset[str]]] = {
    question: frozenset(choices.split())
    for question, choices in {
        "what": "",
        "since": "week month half_year longer",
        "often": "once sometimes weekly daily",
        "where": "workplace customer_place online outing elsewhere",
        "who": "colleague manager board hr counsellor customer outsider",
        "seen": "yes no unsure",
        "effect": "sleep tense afraid sad work",
        "tried": "nothing said told away reported",
        "wish": "ends agreement listen apart unsure nothing",
        "scale": "far little half near",
        "step": "write tell counsellor rest",
        "moment": "today week next_week later",
    }.items()
}

QUESTIONS: Final = tuple(_CHOICES)
"""The questions, in the order in which their answers are read."""

WISHED: Final = ("wish", "scale", "step", "moment")
"""What stands on top of an introduction (C48)."""

_COMPLETE: Final = frozenset({"wish_unsure", "wish_nothing"})
"""Answers after which no step is offered: nothing is a good answer."""


def note_of(slots: Mapping[str, Value]) -> Note:
    """The answers so far."""
    held = slots.get(NOTE)
    return tuple(item for item in held if isinstance(item, Option)) if isinstance(held, tuple | list) else ()


def answer(question: str, choice: str | None, typed: Private | None) -> Option | None:
    """The answer to a question: its words when there are any, else its choice; None when it is neither."""
    if typed:
        return Option(f"{question}_{OWN}", trimmed(typed))
    if choice in _CHOICES[question]:
        return Option(f"{question}_{choice}", Private(""))
    return None


def trimmed(words: Private) -> Private:
    """The words without space around them."""
    return Private(words.reveal().strip())


def with_answer(note: Note, given: Option) -> Note:
    """The answers with this one in the place of an earlier one to the same question."""
    rest = without(note, question_of(given))
    return tuple(sorted((*rest, given), key=lambda each: QUESTIONS.index(question_of(each))))


def without(note: Note, question: str) -> Note:
    """The answers without the one to this question."""
    return tuple(each for each in note if question_of(each) != question)


def question_of(given: Option) -> str:
    """The question an answer belongs to."""
    return given.value.partition("_")[0]


def choice_of(given: Option) -> str:
    """The choice of an answer; OWN for own words."""
    return given.value.partition("_")[2]


def leads_on(given: Option) -> bool:
    """Whether a next small step fits after this answer (C48: "nothing" is a good one)."""
    return given.value not in _COMPLETE


def sentences(note: Note, words: Words) -> Iterator[tuple[str, str]]:
    """Each answer as (question, sentence). Whom it is about, by a button, is a line of its own elsewhere."""
    for given in note:
        question, choice = question_of(given), choice_of(given)
        if choice == OWN:
            yield question, f"{words(f'draft-note-{question}')} {given.title.reveal()}"
        elif question != "who":
            yield question, words(f"draft-note-{question}-{choice}".replace("_", "-"))


def summary(slots: Mapping[str, Value], words: Words) -> tuple[tuple[str, str], ...]:
    """Everything said so far as (line, words): what was told, the answers, and whom it is about.

    A line is named after its question; STORY is what was told before the questions.
    """
    lines = dict(sentences(note_of(slots), words))
    about, removed = slots.get("about"), slots.get("removed")
    taken_out = isinstance(removed, tuple | list) and "about" in removed
    if "who" not in lines and about in _CHOICES["who"] and not taken_out:
        lines["who"] = words(f"draft-about-{about}")
    told = slots.get(STORY)
    first = ((STORY, told.reveal().strip()),) if isinstance(told, Private) and told else ()
    return (*first, *((each, lines[each]) for each in QUESTIONS if each in lines))
