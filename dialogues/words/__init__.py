"""The words of resume codes: one list of 2,048 words for each language."""

from functools import cache
from importlib.resources import files


@cache
def word_list(language: str) -> tuple[str, ...]:
    """The words of a language's codes, in alphabetical order. FileNotFoundError when it has no list."""
    text = files(__name__).joinpath(f"{language}.txt").read_text("utf-8")
    return tuple(text.split())
