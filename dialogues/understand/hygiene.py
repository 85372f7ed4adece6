"""Typed text made safe to read: bounded, without invisible characters, cut into comparable words."""

import re
import unicodedata
from typing import Final

MOST_CHARACTERS: Final = 4_000
_MOST_RAW: Final = 16_000  # invisible characters in front must not push the words out of sight
_MOST_WORDS: Final = 1_000
_LONGEST_WORD: Final = 40

STOP: Final = "."
"""The token for the start, an end or a border of a sentence."""
ASK: Final = "?"
"""The token for the end of a question; also a border."""

# Characters that show nothing but are neither control nor format characters.
_BLANKS: Final = frozenset(
    "\N{COMBINING GRAPHEME JOINER}\N{HANGUL CHOSEONG FILLER}\N{HANGUL JUNGSEONG FILLER}\N{HANGUL FILLER}"
    "\N{HALFWIDTH HANGUL FILLER}\N{BRAILLE PATTERN BLANK}"
    + "".join(chr(code) for code in range(0xFE00, 0xFE10))
)
_LINE_ENDS: Final = frozenset("\n\r\x0b\x0c\x1c\x1d\x1e\x85\u2028\u2029")
_APOSTROPHES: Final = re.compile("['\u2018\u2019\u201b`\u00b4\u02bc]")
# Letters that do not fall apart into a letter and a mark, and are typed without it all the same.
_FOLDED: Final = str.maketrans("\u0142\u0131\u00f8\u0111\u0491", "liod\u0433")
_STRETCHED: Final = re.compile(r"([^\W\d_])\1{2,}")
_PIECES: Final = re.compile(r"[^\W_]+|[.!;\n\u2026]|[?\u061f]")
_ASKING: Final = frozenset("?\u061f\uff1f")
_BESIDE: Final = frozenset("!.\u2026\u00bf")


def clean(text: str) -> str:
    """The text as understanding may see it: at most 4,000 characters, visible ones only, in NFC.

    Control and format characters (zero-width, bidi), blanks in disguise and lone surrogates are
    dropped, line ends become one newline, tabs a space. The cap is for understanding only: callers
    keep the full text for the reader. Never raises; cleaning twice changes nothing more.
    """
    seen = "".join(map(_visible, text[:_MOST_RAW]))[:MOST_CHARACTERS]
    return unicodedata.normalize("NFC", seen)[:MOST_CHARACTERS]


def _visible(character: str) -> str:
    if character in _LINE_ENDS:
        return "\n"
    if character == "\t":
        return " "
    if character in _BLANKS or unicodedata.category(character) in {"Cc", "Cf", "Cs"}:
        return ""
    return character


def only_asks(text: str) -> bool:
    """Whether a message is a question mark, or some ("??", "?!", "...?"), and no word."""
    signs = set(clean(text)) - {" ", "\n"}
    return bool(signs & _ASKING) and signs <= _ASKING | _BESIDE


def words(text: str) -> tuple[str, ...]:
    """The text as tokens to compare: lower case, no accents or apostrophes, sentence borders kept.

    Begins with STOP and ends with STOP or ASK; borders never follow each other. Letters typed three
    times or more count twice ("neeee" is "nee"). At most 1,000 tokens of 40 characters.
    """
    bare = _APOSTROPHES.sub("", clean(text)).casefold()
    bare = "".join(mark for mark in unicodedata.normalize("NFKD", bare) if unicodedata.category(mark) != "Mn")
    bare = bare.translate(_FOLDED)
    tokens = [STOP]
    for piece in _PIECES.findall(_STRETCHED.sub(r"\1\1", bare)):
        if piece[0].isalnum():
            tokens.append(piece[:_LONGEST_WORD])
        elif tokens[-1] not in {STOP, ASK}:
            tokens.append(ASK if piece in {"?", "\u061f"} else STOP)
        elif piece == "?" and len(tokens) > 1:
            tokens[-1] = ASK  # "...?" asks
        if len(tokens) >= _MOST_WORDS:
            break
    if tokens[-1] not in {STOP, ASK} or len(tokens) == 1:
        tokens.append(STOP)
    return tuple(tokens)
