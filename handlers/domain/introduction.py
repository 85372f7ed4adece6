"""The introduction: exactly the words that a counsellor would get, line by line (C15, C41, C47).

Composing is pure: the same answers give the same lines with the same ids, so a line that was taken out
stays out when the text is drafted again, also when more words were added below it.
"""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Final

from dialogues.model import Value
from dialogues.private import Private
from handlers.domain.note import WISHED, note_of, sentences

LONGEST: Final = 400
"""Letters in one line of a story; a longer paragraph becomes several lines, cut between sentences."""

SHOWN: Final = 48
"""Letters of a line that a button shows."""

_PARAGRAPH = re.compile(r"\n\s*")
_SENTENCE_END = re.compile(r"(?:(?<=[.!?…])|(?<=[.!?…][\"'”’)]))\s+")
_SPACE = re.compile(r"\s+")


@dataclass(frozen=True, slots=True)
class Line:
    """One part of the introduction that can be taken out. `joint` stands between it and what is above."""

    id: str  # [a-z0-9_]{1,40}; says where it comes from, nothing about its words
    text: str = field(repr=False)
    joint: str = field(default="\n", repr=False)


def draft(slots: Mapping[str, Value], words: Callable[[str], str]) -> tuple[Line, ...]:
    """The introduction from the answers so far; what was skipped or not said gives no line.

    `words` gives the text of an id in the employee's language; all ids begin with "draft-".
    What somebody put in order goes along when they said so, the wish on top (C47, C48).
    """
    noted = tuple(sentences(note_of(slots), words)) if slots.get("note_along") is True else ()
    wished = [line for name, text in noted if name in WISHED for line in _split(text, f"note_{name}")]
    told = [line for name, text in noted if name not in WISHED for line in _split(text, f"note_{name}")]
    return (*wished, *_answers(slots, words), *_split(_story(slots), "story"), *told)


def from_text(text: Private) -> tuple[Line, ...]:
    """The lines of an introduction that was sent before, so that parts can be left out for someone else."""
    return _split(text.reveal(), "line")


def full_text(lines: Iterable[Line]) -> str:
    """The words as the counsellor gets them: this and nothing else is shown, consented to and sent."""
    kept = tuple(lines)
    return "".join(line.joint + line.text if at else line.text for at, line in enumerate(kept))


def shown_as(line: Line) -> str:
    """The start of a line, short enough for a button."""
    flat = _SPACE.sub(" ", line.text)
    return flat if len(flat) <= SHOWN else flat[: SHOWN - 1].rstrip() + "…"


def _answers(slots: Mapping[str, Value], words: Callable[[str], str]) -> Iterator[Line]:
    if slots.get("outside_label") is True:
        yield Line("outside", words("draft-outside"))
    for slot, choices in _PLAIN.items():
        value = slots.get(slot)
        if slot == "kind" and value == "several":
            yield from _several(slots, words)
        elif isinstance(value, str) and value in choices and _kept(slot, slots):
            yield Line(slot, words(f"draft-{slot}-{value}".replace("_", "-")))


_PLAIN: Final[Mapping[str, frozenset[str]]] = {
    slot: frozenset(choices.split())
    for slot, choices in {
        "for_whom": "self witness unsure manager new",
        "kind": "sexual bullying discrimination aggression violence other unknown rather_not",
        "ground": "origin religion sex orientation disability age other_ground",
        "topic": "labour_conflict reorganisation social_work health hr_practical policy integrity "
        "data_privacy other_topic",
        "about": "colleague manager board hr counsellor customer outsider",
        "need": "story possible someone help_now unsure",
    }.items()
}
"""Answers that give a line, in the order in which they are read. The rest is for the chat only."""


def _kept(slot: str, slots: Mapping[str, Value]) -> bool:
    """A ground goes along only when the employee said so (C06); a topic only when there is no kind."""
    if slot == "ground":
        return slots.get("ground_keep") == "keep"
    if slot == "topic":
        return slots.get("kind") not in _PLAIN["kind"] | {"several"}
    return True


def _several(slots: Mapping[str, Value], words: Callable[[str], str]) -> Iterator[Line]:
    chosen = slots.get("kinds")
    names = [value for value in chosen if isinstance(value, str)] if isinstance(chosen, tuple | list) else []
    if not names:
        yield Line("kind", words("draft-kind-several"))
    for name in names:
        if name in _PLAIN["kind"]:
            yield Line(f"kind_{name}", words(f"draft-kind-{name}"))


def _story(slots: Mapping[str, Value]) -> str:
    story = slots.get("story")
    return story.reveal() if isinstance(story, Private) else ""


def _split(text: str, prefix: str) -> tuple[Line, ...]:
    """Paragraphs as lines, long ones cut between sentences. Adding words below changes no line above."""
    lines: list[Line] = []
    for joint, paragraph in _paragraphs(text.strip()):
        for at, (space, piece) in enumerate(_pieces(paragraph)):
            lines.append(Line(f"{prefix}_{len(lines) + 1}", piece, space if at else joint))
    return tuple(lines)


def _paragraphs(text: str) -> Iterator[tuple[str, str]]:
    """Each paragraph with the line ends and spaces that stand before it."""
    joint, begin = "\n", 0
    for gap in _PARAGRAPH.finditer(text):
        paragraph = text[begin : gap.start()].rstrip()
        yield joint, paragraph
        joint, begin = text[begin + len(paragraph) : gap.end()], gap.end()
    if text:
        yield joint, text[begin:]


def _pieces(paragraph: str) -> Iterator[tuple[str, str]]:
    """The paragraph in parts of at most LONGEST letters, each with the space that stood before it."""
    space, rest = "", paragraph
    while len(rest) > LONGEST:
        end = _last(_SENTENCE_END, rest) or _last(_SPACE, rest) or LONGEST
        yield space, rest[:end]
        after = rest[end:]
        rest = after.lstrip()
        space = after[: len(after) - len(rest)]
    yield space, rest


def _last(pattern: re.Pattern[str], text: str) -> int | None:
    """Where the last place in reach begins at which the text may be cut."""
    gaps = list(pattern.finditer(text, 0, LONGEST))
    return gaps[-1].start() if gaps else None
