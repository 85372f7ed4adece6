"""Which language a text is in, among those that are known; the chosen language always goes before it."""

from collections.abc import Sequence
from functools import cache
from typing import Any, Final

from dialogues.understand.hygiene import ASK, STOP, clean, words

OFFERED: Final = ("ar", "de", "en", "nl", "pl", "tr", "uk")
_LEAST_WORDS: Final = 3
_SURE: Final = 0.9


def language_of(text: str, offered: Sequence[str] = OFFERED) -> str:
    """The likeliest of `offered`. Raises ImportError without the extra `understand`."""
    found: str = _identifier(tuple(offered)).classify(clean(text))[0]
    return found


def sure_language_of(text: str) -> str | None:
    """The language of a text of at least three words, when there is little doubt; else None.

    Raises ImportError without the extra `understand`.
    """
    read = clean(text)
    if sum(token not in {STOP, ASK} for token in words(read)) < _LEAST_WORDS:
        return None
    found, chance = _identifier(OFFERED).classify(read)
    return str(found) if chance >= _SURE else None


@cache
def _identifier(offered: tuple[str, ...]) -> Any:
    from py3langid.langid import MODEL_FILE, LanguageIdentifier

    identifier = LanguageIdentifier.from_model_file(MODEL_FILE, norm_probs=True)
    identifier.set_languages(list(offered))
    return identifier
