"""Every sentence in every language, from Project Fluent files."""

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import partial
from typing import Any, Final, Protocol

from fluent.runtime import FluentBundle
from fluent.syntax import ast, visitor

from dialogues.private import Private
from dialogues.problems import DialogueError
from dialogues.quick_fluent import QuickParser
from dialogues.source import Desk

Blank = str | int | Private
"""What can fill a `{ $variable }`; the words of a person are a Private."""


class UnknownText(DialogueError):
    """No text with this id in this language. There is no falling back to another language."""

    def __init__(self, text_id: str, language: str) -> None:
        super().__init__(f"no text `{text_id}` in language `{language}`")
        self.text_id, self.language = text_id, language


class TextNotFilled(DialogueError):
    """The text could not be put into words: a blank without a value, or a reference to nothing."""

    def __init__(self, text_id: str, language: str, blanks: frozenset[str]) -> None:
        names = ", ".join(sorted(blanks)) or "a reference in it"
        super().__init__(f"text `{text_id}` in language `{language}` cannot be filled: {names}")
        self.text_id, self.language, self.blanks = text_id, language, blanks


@dataclass(frozen=True, slots=True)
class Entry:
    """What a file says about one message: where, its attributes in order, the blanks of each part.

    `blanks[""]` are those of the message itself; references to other messages are followed.
    """

    file: str
    line: int
    has_words: bool
    attributes: tuple[str, ...]
    blanks: Mapping[str, frozenset[str]]

    @property
    def all_blanks(self) -> frozenset[str]:
        """The blanks of the message and all its attributes."""
        return frozenset().union(*self.blanks.values())


@dataclass(slots=True)
class _Language:
    bundle: FluentBundle
    entries: dict[str, Entry] = field(default_factory=dict)
    fixed: dict[str, str] = field(default_factory=dict)


class Texts:
    """The texts of all languages. Language codes are folder names ("nl"), the ids those of Fluent."""

    __slots__ = ("_languages",)

    def __init__(self, languages: Mapping[str, _Language]) -> None:
        self._languages = languages

    @property
    def languages(self) -> tuple[str, ...]:
        """The language codes, sorted."""
        return tuple(sorted(self._languages))

    def entries(self, language: str) -> Mapping[str, Entry]:
        """What is known of each message of a language. Raises UnknownText for an unknown language."""
        return self._language(language, "*").entries

    def format(self, text_id: str, language: str, /, **blanks: Blank) -> str:
        """The words of `text_id` ("id" or "id.attribute"), its blanks filled.

        The answer may hold words of a person when a blank did. Raises UnknownText and TextNotFilled.
        """
        return self.fill(text_id, language, blanks)

    def fill(self, text_id: str, language: str, blanks: Mapping[str, Blank]) -> str:
        """As `format`, with the blanks in a mapping; more than are needed may be given."""
        words = self._language(language, text_id)
        fixed = words.fixed.get(text_id)
        return fixed if fixed is not None else self._filled(words, text_id, language, blanks)

    def _language(self, language: str, text_id: str) -> _Language:
        found = self._languages.get(language)
        if found is None:
            raise UnknownText(text_id, language)
        return found

    def _filled(self, words: _Language, text_id: str, language: str, blanks: Mapping[str, Blank]) -> str:
        name, _, attribute = text_id.partition(".")
        entry = words.entries.get(name)
        needed = entry.blanks.get(attribute) if entry else None
        if needed is None:
            raise UnknownText(text_id, language)
        missing = needed - blanks.keys()
        if missing:
            raise TextNotFilled(text_id, language, missing)
        message = words.bundle.get_message(name)
        pattern = message.attributes[attribute] if attribute else message.value
        values, hidden = _veiled(needed, blanks)
        text, errors = words.bundle.format_pattern(pattern, values) if pattern else ("", [])
        if errors:
            raise TextNotFilled(text_id, language, frozenset())
        return _VEIL.sub(partial(_unveiled, hidden), str(text)) if hidden else str(text)


_VEIL = re.compile("\ue000(#?)([0-9]{1,3})\ue001")


def _unveiled(hidden: list[str], veil: re.Match[str]) -> str:
    words = hidden[int(veil[2])]
    return numbered(words) if veil[1] else words


def _veiled(needed: frozenset[str], blanks: Mapping[str, Blank]) -> tuple[dict[str, str | int], list[str]]:
    """The blanks as Fluent may see them, words of people behind a token, and those words.

    Fluent refuses long values, and its errors could show them.
    """
    values: dict[str, str | int] = {}
    hidden: list[str] = []
    for name in needed:
        value = blanks[name]
        if isinstance(value, Private):
            values[name] = f"\ue000{len(hidden)}\ue001" if value else ""
            hidden.append(value.reveal())
        else:
            values[name] = value
    return values, hidden


class TextSource(Protocol):
    """One Fluent file: its name as problems show it, and its text."""

    @property
    def file(self) -> str:
        """Relative to the folder of the dialogues."""

    @property
    def text(self) -> str:
        """What the file says."""


def read_texts(sources: Mapping[str, tuple[TextSource, ...]], desk: Desk) -> Texts:
    """The texts of the files of each language; problems are noted at the desk."""
    languages: dict[str, _Language] = {}
    for language, files in sources.items():
        reader = _Reader(desk)
        for source in files:
            reader.read(source.file, source.text)
        languages[language] = reader.language(language)
    _compare(languages, desk)
    return Texts(languages)


class _Reader:
    """Reads the files of one language."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk
        self._messages: dict[str, tuple[ast.Message | ast.Term, str, int]] = {}
        self._body: list[ast.EntryType] = []

    def read(self, file: str, text: str) -> None:
        for part in QuickParser().parse(text).body:
            line = text.count("\n", 0, part.span.start if part.span else 0) + 1
            if isinstance(part, ast.Junk):
                reason = part.annotations[0].message if part.annotations else "not Fluent"
                at = part.annotations[0].span if part.annotations else None
                where = text.count("\n", 0, at.start) + 1 if at else line
                self._desk.note(file, where, f"not readable as Fluent: {reason}")
            elif isinstance(part, ast.Message | ast.Term):
                self._add(part, file, line)

    def _add(self, part: ast.Message | ast.Term, file: str, line: int) -> None:
        name = part.id.name if isinstance(part, ast.Message) else f"-{part.id.name}"
        if name in self._messages:
            _, first, at = self._messages[name]
            self._desk.note(file, line, f"`{name}` is already in {first}:{at}; keep one")
            return
        names = [attribute.id.name for attribute in part.attributes]
        for twice in sorted({each for each in names if names.count(each) > 1}):
            self._desk.note(file, line, f"`{name}` has `.{twice}` twice; keep one")
        self._messages[name] = part, file, line
        self._body.append(part)

    def language(self, code: str) -> _Language:
        bundle = FluentBundle([code], use_isolating=False, functions=_FUNCTIONS)
        bundle.add_resource(ast.Resource(self._body))
        made = _Language(bundle)
        for name, (part, file, line) in self._messages.items():
            if not isinstance(part, ast.Message):
                continue
            parts = dict(_parts(part))
            blanks: dict[str, frozenset[str]] = {}
            for key, pattern in parts.items():
                words = _words(pattern)
                if words is None:
                    blanks[key] = frozenset(self._blanks(pattern, file, line, ()))
                else:
                    blanks[key] = _NO_BLANKS
                    made.fixed[f"{name}.{key}" if key else name] = words
            attributes = tuple(key for key in parts if key)
            made.entries[name] = Entry(file, line, "" in parts, attributes, blanks)
        return made

    def _blanks(self, node: ast.BaseNode, file: str, line: int, seen: tuple[str, ...]) -> Iterator[str]:
        found = _Found()
        found.visit(node)
        yield from found.variables
        for name, attribute in found.references:
            target = self._messages.get(name)
            parts = dict(_parts(target[0])) if target else {}
            key = f"{name}.{attribute}" if attribute else name
            if attribute not in parts:
                self._desk.note(file, line, f"`{key}` is mentioned but not there; add it or take it out")
            elif key in seen:
                self._desk.note(file, line, f"`{key}` mentions itself; write it out")
            elif not name.startswith("-"):
                yield from self._blanks(parts[attribute], file, line, (*seen, key))


def _start(name: object) -> Any:  # a str; fluent.runtime asks for a narrower type than it takes
    """`START($board)`: a name at the beginning of a sentence."""
    words = str(name)
    return words[:1].upper() + words[1:]


def _numbered(words: object) -> Any:  # as above; a Private stays behind its token
    """`NUMBERED($resume_code)`: words one below the other, as `numbered`."""
    shown = str(words)
    return shown.replace("\ue000", "\ue000#") if _VEIL.fullmatch(shown) else numbered(shown)


def numbered(words: str) -> str:
    """Words one below the other, each with its number: "1. apple" and so on."""
    return "\n".join(f"{at}. {word}" for at, word in enumerate(words.split(), start=1))


_FUNCTIONS: dict[str, Callable[[Any], Any]] = {"START": _start, "NUMBERED": _numbered}


class _Found(visitor.Visitor):
    """Collects the variables and references of a pattern."""

    def __init__(self) -> None:
        self.variables: set[str] = set()
        self.references: list[tuple[str, str]] = []

    def visit_VariableReference(self, node: ast.VariableReference) -> None:
        self.variables.add(node.id.name)

    def visit_MessageReference(self, node: ast.MessageReference) -> None:
        self.references.append((node.id.name, _attribute(node)))

    def visit_TermReference(self, node: ast.TermReference) -> None:
        self.references.append((f"-{node.id.name}", _attribute(node)))
        self.generic_visit(node)


_NO_BLANKS: Final[frozenset[str]] = frozenset()


def _words(pattern: ast.Pattern) -> str | None:
    """What a pattern says to everybody, None when it has a blank or a reference."""
    texts = [element.value for element in pattern.elements if isinstance(element, ast.TextElement)]
    return "".join(texts) if len(texts) == len(pattern.elements) else None


def _attribute(node: ast.MessageReference | ast.TermReference) -> str:
    return node.attribute.name if node.attribute else ""


def _parts(part: ast.Message | ast.Term) -> Iterator[tuple[str, ast.Pattern]]:
    if part.value is not None:
        yield "", part.value
    for attribute in part.attributes:
        yield attribute.id.name, attribute.value


def _compare(languages: Mapping[str, _Language], desk: Desk) -> None:
    """Notes what one language has and another has not."""
    for code, one in languages.items():
        for other_code, other in languages.items():
            if code == other_code:
                continue
            for name, entry in one.entries.items():
                twin = other.entries.get(name)
                if twin is None:
                    desk.note(
                        entry.file, entry.line, f"`{name}` is not there in language `{other_code}`; add it"
                    )
                elif code < other_code:
                    _compare_entries(name, (code, entry), (other_code, twin), desk)


def _compare_entries(name: str, one: tuple[str, Entry], other: tuple[str, Entry], desk: Desk) -> None:
    (code, entry), (other_code, twin) = one, other
    at = twin.file, twin.line
    if entry.has_words != twin.has_words:
        desk.note(*at, f"`{name}` has words in only one of `{code}` and `{other_code}`; give both")
    buttons = set(entry.attributes) ^ set(twin.attributes)
    if buttons:
        desk.note(*at, f"`{name}` differs from language `{code}` in attributes: {', '.join(sorted(buttons))}")
    blanks = entry.all_blanks ^ twin.all_blanks
    if blanks:
        desk.note(*at, f"`{name}` differs from language `{code}` in blanks: {', '.join(sorted(blanks))}")
