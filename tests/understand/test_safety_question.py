"""The safety question hears "not safe" in every language of the lists; "safe" only in the chosen one."""

import pytest

from dialogues.model import Expectation
from dialogues.private import Private
from tests.understand.reading import recogniser

SAFE = Expectation("in_danger", ("safe", "unsafe", "unsure", "skip"), own_words=False)
UNSAFE = (
    "I am not safe",
    "he is at the door",
    "ik ben niet veilig",
    "nein, ich bin nicht sicher",
    "Ich habe Angst!",
    "nie jestem bezpieczna",
    "jestem w niebezpieczeństwie",
    "güvende değilim",
    "tehlikedeyim",
    "не в безпеці",
    "ні",
    "لا",
    "لست بأمان",
)
UNCLEAR = ("ich bin sicher", "jestem bezpieczny", "güvendeyim", "в безпеці", "hmm", "?", "👍", "het regent")


@pytest.mark.parametrize("language", ["nl", "en"])
@pytest.mark.parametrize("words", UNSAFE)
def test_not_safe_is_heard_whatever_the_chosen_language(words: str, language: str) -> None:
    assert recogniser().hear(Private(words), language, SAFE).choice == "unsafe"


@pytest.mark.parametrize("language", ["nl", "en"])
@pytest.mark.parametrize("words", UNCLEAR)
def test_what_is_unclear_never_counts_as_safe(words: str, language: str) -> None:
    assert recogniser().hear(Private(words), language, SAFE).choice in (None, "unsafe", "unsure")


@pytest.mark.parametrize(
    "words", ["Hilfe!", "pomocy", "yardım edin", "допоможіть", "النجدة", "help", "ik heb hulp nodig"]
)
def test_a_cry_for_help_is_heard_in_every_language(words: str) -> None:
    assert recogniser().hear(Private(words), "nl", None).intent == "help_now"
