"""Texts of the product for use cases: the same Fluent files the dialogue speaks from."""

from collections.abc import Callable, Mapping

from dialogues.private import Private
from dialogues.texts import Texts

Terms = Callable[[str], Mapping[str, str]]
"""What the policy fills in, by language."""


class Words:
    """Texts in one language."""

    def __init__(self, texts: Texts, language: str, terms: Terms | None = None) -> None:
        """`terms`: what the policy fills in, for texts that name it."""
        self._texts, self.language, self._terms = texts, language, terms
        self._filled = terms(language) if terms else {}

    @property
    def languages(self) -> tuple[str, ...]:
        """Every language there are texts in."""
        return self._texts.languages

    def into(self, language: str) -> "Words":
        """The same texts in another language."""
        return Words(self._texts, language, self._terms)

    def __call__(self, text_id: str, /, **blanks: str | int | Private) -> str:
        """The words of `text_id`. Raises UnknownText: there is no silent falling back."""
        return self._texts.fill(text_id, self.language, {**self._filled, **blanks})
