"""Typed words heard as a choice of the question being asked, or as a wish that holds everywhere."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final

from dialogues.model import Expectation
from dialogues.understand.data import Section
from dialogues.understand.hygiene import ASK, STOP
from dialogues.understand.phrases import Element, Hit, Phrase, PhraseBook

INTENTS: Final = (
    "stop",
    "wipe",
    "withdraw",
    "status",
    "clarify",
    "help_now",
    "language",
    "human",
    "who",
    "what",
    "privacy",
    "who_reads",
    "promise",
    "machine",
    "next_step",
    "my_job",
    "serious",
    "watched",
    "unclear",
    "lost_code",
    "undone",
    "when",
)
_LONGEST_WISH: Final = 9  # words; longer is a story, and "hij wil niet stoppen" is no stop
_LONGEST_ANSWER: Final = 12
_LONGEST_NAMING: Final = 4  # where own words are welcome: longer goes to the reader, not to a button


@dataclass(frozen=True, slots=True)
class _Entry:
    name: str  # an intent, `value` or `slot.value`
    within: bool  # found anywhere in a short answer; otherwise it is the whole answer


class Answers:
    """One language's answers and wishes."""

    def __init__(self, content: Section) -> None:
        content.only(("groups", "fillers", "numbers", "intents", "choices", "prefer"))
        groups = content.groups()
        self._fillers = frozenset(content.text("fillers").split())
        self._numbers = {word: place for place, word in enumerate(content.text("numbers").split(), start=1)}
        prefer = content.section("prefer")
        self._prefer = {slot: prefer.text(slot) for slot in prefer.names}
        intents = content.section("intents")
        intents.only(INTENTS)
        self._intents, self._intent_book = _book(
            (
                (_Entry(name, within=False), phrase)
                for name in intents.names
                for phrase in intents.phrases(name, groups)
            ),
            self._fillers,
        )
        self._choices, self._choice_book = _book(_choices(content.section("choices"), groups), self._fillers)

    def wish(self, tokens: tuple[str, ...]) -> str | None:
        """The intent that the whole short message says, or None."""
        core = self._core(tokens)
        if len(core) > _LONGEST_WISH + 2:
            return None
        for hit in self._intent_book.find(core):
            if _whole(hit, core):
                return self._intents[hit.key].name
        return None

    def place(self, tokens: tuple[str, ...]) -> int | None:
        """The place in a list that the whole message names ("2", "optie 2", "de tweede"), from 1."""
        core = self._core(tokens)[1:-1]
        if len(core) != 1:
            return None
        if core[0].isascii() and core[0].isdecimal() and len(core[0]) <= 2:
            return int(core[0])
        return self._numbers.get(core[0])

    def choice(self, tokens: tuple[str, ...], expected: Expectation, *, chosen: bool) -> str | None:
        """The choice that the words name, or None when they name none or more than one.

        `chosen`: this is the language of the conversation; in another one whole answers count, and inside
        an answer only the safe side ("I am not safe"), the one that `prefer` names for the slot.

        Words that say the opposite ("niet veilig") cover the words inside them ("veilig"). When two
        choices remain, the one that `prefer` names for the slot wins: the safe side.
        """
        core = self._core(tokens)
        if len(core) > _LONGEST_ANSWER + 2:
            return None
        hits = self._choice_book.find(core)
        for within in (False, True):
            if within and expected.own_words and len(core) > _LONGEST_NAMING + 2:
                return None
            named = self._named(hits, core, expected, within=within)
            preferred = self._prefer.get(expected.slot)
            if within and not chosen:
                return preferred if preferred in named else None
            if len(named) == 1:
                return named.pop()
            if named:
                return preferred if preferred in named else None
        return None

    def _named(
        self, hits: tuple[Hit, ...], core: tuple[str, ...], expected: Expectation, *, within: bool
    ) -> set[str]:
        fitting = [
            (hit, value)
            for hit in hits
            if self._choices[hit.key].within is within and (within or _whole(hit, core))
            if (value := _value(self._choices[hit.key].name, expected)) is not None
        ]
        return {value for hit, value in fitting if not any(hit.within(other) for other, _ in fitting)}

    def _core(self, tokens: tuple[str, ...]) -> tuple[str, ...]:
        """The tokens without fillers and inner borders; all of them when nothing else is left."""
        spoken = [token for token in tokens if token not in {STOP, ASK}]
        kept = [token for token in spoken if token not in self._fillers] or spoken
        return (STOP, *kept, STOP)


def _choices(section: Section, groups: dict[str, str]) -> Iterable[tuple[_Entry, Phrase]]:
    for name in section.names:
        if section.is_text(name):
            yield from ((_Entry(name, within=False), phrase) for phrase in section.phrases(name, groups))
            continue
        kinds = section.section(name)
        kinds.only(("whole", "within"))
        for kind in kinds.names:
            for phrase in kinds.phrases(kind, groups):
                yield _Entry(name, within=kind == "within"), phrase


def _book(
    entries: Iterable[tuple[_Entry, Phrase]], fillers: frozenset[str]
) -> tuple[tuple[_Entry, ...], PhraseBook]:
    """The entries with their phrases, without the fillers that answers lose too."""
    listed = [
        (entry, tuple(part for part in phrase if not _only(part, fillers))) for entry, phrase in entries
    ]
    listed = [(entry, phrase) for entry, phrase in listed if phrase]
    return tuple(entry for entry, _ in listed), PhraseBook(phrase for _, phrase in listed)


def _only(part: Element, fillers: frozenset[str]) -> bool:
    return bool(part.exact) and part.exact <= fillers


def _whole(hit: Hit, core: tuple[str, ...]) -> bool:
    return (hit.start, hit.end) == (1, len(core) - 1)


def _value(name: str, expected: Expectation) -> str | None:
    """The open choice that an entry stands for; `slot.value` only at its own slot."""
    slot, dot, value = name.rpartition(".")
    if value in expected.choices and (not dot or slot == expected.slot):
        return value
    return None
