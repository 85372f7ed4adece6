"""The house learns to read better while it serves; whatever is missing, something reads."""

import asyncio
import os

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


@pytest.mark.parametrize(
    ("missing", "left"), [({"full"}, "light"), ({"full", "light"}, "zero"), (set[str](), "full")]
)
def test_the_largest_model_that_is_there_reads(
    missing: set[str], left: TierName, monkeypatch: pytest.MonkeyPatch
) -> None:
    real = load_tier

    def without_some(name: TierName, lists: Recogniser) -> Trained:
        if name in missing:
            raise ImportError
        return real(name, lists)

    monkeypatch.setattr(learning, "load_tier", without_some)
    found = best_tier("full", recogniser())
    assert found is not None
    assert found.suggest(SHY, "nl") == real(left, recogniser()).suggest(SHY, "nl")


def test_a_model_larger_than_the_one_that_is_wanted_is_never_tried(monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[str] = []

    def broken(name: TierName, lists: Recogniser) -> Trained:
        asked.append(name)
        raise ImportError

    monkeypatch.setattr(learning, "load_tier", broken)
    assert best_tier("light", recogniser()) is None
    assert asked == ["light", "zero"]


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


@pytest.mark.parametrize(
    "broken", [SyntaxError, AttributeError, EOFError, PermissionError, MemoryError, KeyError]
)
async def test_a_package_or_file_that_is_half_there_costs_its_tier_and_not_the_house(
    broken: type[Exception], monkeypatch: pytest.MonkeyPatch
) -> None:
    def half(*_: object) -> Trained:
        raise broken

    monkeypatch.setattr(learning, "load_tier", half)
    monkeypatch.setattr(learning, "sure_language_of", half)
    hearing = Hearing(recogniser(), quick=True)
    before = await hearing.hear(SHY, "nl", None)
    async with asyncio.TaskGroup() as house:
        house.create_task(learn(hearing, recogniser(), "full"))
    assert await hearing.hear(SHY, "nl", None) == before


async def test_one_thread_is_asked_for_before_anything_loads_numpy(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("OPENBLAS_NUM_THREADS", raising=False)
    monkeypatch.delenv("OMP_NUM_THREADS", raising=False)
    asked: list[str | None] = []

    def first(_: str) -> str | None:
        asked.append(os.environ.get("OPENBLAS_NUM_THREADS"))
        return None

    monkeypatch.setattr(learning, "sure_language_of", first)
    monkeypatch.setattr(learning, "load_tier", lambda *_: None)
    await learn(Hearing(recogniser(), quick=True), recogniser(), "light")
    assert asked == ["1"]
