"""Which of the offered languages a text is in; the chosen language always goes before it."""

from collections.abc import Sequence
from functools import cache
from typing import Any, Final

from dialogues.understand.hygiene import clean

OFFERED: Final = ("ar", "de", "en", "nl", "pl", "tr", "uk")


def language_of(text: str, offered: Sequence[str] = OFFERED) -> str:
    """The likeliest of `offered`. Raises ImportError without the extra `understand`."""
    found: str = _identifier(tuple(offered)).classify(clean(text))[0]
    return found


@cache
def _identifier(offered: tuple[str, ...]) -> Any:
    from py3langid.langid import MODEL_FILE, LanguageIdentifier

    identifier = LanguageIdentifier.from_model_file(MODEL_FILE)
    identifier.set_languages(list(offered))
    return identifier
