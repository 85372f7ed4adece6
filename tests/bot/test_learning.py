"""The house learns to read better while it serves; whatever is missing, something reads."""

import pytest

from bot import learning
from bot.learning import best_tier, learn
from dialogues.private import Private
from dialogues.understand import DataError, Recogniser
from dialogues.understand.trained import TierName, Trained, load_tier
from handlers.hearing import Hearing
from tests.understand.reading import recogniser

SHY = Private("hij kijkt steeds zo naar mij als ik me omkleed, ik durf die kleedkamer niet meer in")


async def test_a_house_hears_with_the_trained_tier_once_it_is_there() -> None:
    hearing = Hearing(recogniser(), quick=True)
    before = await hearing.hear(SHY, "nl", None)
    await learn(hearing, recogniser(), "full")
    after = await hearing.hear(SHY, "nl", None)
    assert before != after
    assert after.scope[0][0] == "sexual"


async def test_a_house_that_learned_knows_the_language_of_what_is_typed() -> None:
    hearing = Hearing(recogniser(), quick=True, offered=("nl", "en"))
    assert (await hearing.hear(Private("my manager keeps shouting at me"), "nl", None)).language is None
    await learn(hearing, recogniser(), "zero")
    assert (await hearing.hear(Private("my manager keeps shouting at me"), "nl", None)).language == "en"
    assert (await hearing.hear(Private("mój szef krzyczy na mnie"), "nl", None)).language is None


async def test_without_the_package_that_knows_languages_none_is_named(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    def without_extra(_: str) -> str | None:
        raise ImportError

    monkeypatch.setattr(learning, "sure_language_of", without_extra)
    hearing = Hearing(recogniser(), quick=True, offered=("nl", "en"))
    await learn(hearing, recogniser(), "zero")
    assert (await hearing.hear(Private("my manager keeps shouting at me"), "nl", None)).language is None


async def test_a_house_that_wants_word_lists_keeps_them() -> None:
    hearing = Hearing(recogniser(), quick=True)
    before = await hearing.hear(SHY, "nl", None)
    await learn(hearing, recogniser(), "lists")
    assert await hearing.hear(SHY, "nl", None) == before


def test_without_the_language_model_the_small_one_reads(monkeypatch: pytest.MonkeyPatch) -> None:
    real = load_tier

    def without_extra(name: TierName, lists: Recogniser) -> Trained:
        if name == "full":
            raise ImportError
        return real(name, lists)

    monkeypatch.setattr(learning, "load_tier", without_extra)
    found = best_tier("full", recogniser())
    assert found is not None
    assert found.suggest(SHY, "nl") == real("zero", recogniser()).suggest(SHY, "nl")


def test_without_any_model_the_word_lists_go_on(monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(name: TierName, lists: Recogniser) -> Trained:
        raise DataError("zero.npz", None, "is not a file of plain arrays")

    monkeypatch.setattr(learning, "load_tier", broken)
    assert best_tier("full", recogniser()) is None


async def test_a_slow_reader_reads_beside_the_loop() -> None:
    hearing = Hearing(recogniser(), quick=True)
    quick = await hearing.hear(SHY, "nl", None)
    hearing.use(recogniser(), quick=False)
    assert await hearing.hear(SHY, "nl", None) == quick
