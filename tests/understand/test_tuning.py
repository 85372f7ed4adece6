"""Tuning the last layers: the way back is the slope of the way forwards, what is learned is what is read."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest

from bot.training.lines import Line
from bot.training.passes import Sizes, back, through
from bot.training.states import States, batches, read_states, vectors_of
from bot.training.targets import Targets
from bot.training.tune import tune
from dialogues.understand import DataError
from dialogues.understand.e5 import TUNED, TUNED_NAMES, TUNED_PARTS, Encoder, Layer
from dialogues.understand.meaning import MeaningModel, vector
from dialogues.understand.outputs import CRISIS, OUTPUTS
from dialogues.understand.weights import Floats
from tests.understand.tiers import encoder, weights

TEXTS = ("Mijn baas zit aan me", "ik ben bang", "ik was bang", "Hallo, hoe gaat het met u vandaag?", "au")
SIZES = Sizes(messages=2, pieces=5, heads=12, epsilon=1e-12)


def drawn(*shape: int) -> Floats:
    return np.random.default_rng(sum(shape)).standard_normal(shape).astype(np.float32)


def some_tuning() -> dict[str, Floats]:
    """Narrow matrices that change a lot."""
    found = {}
    for name in TUNED_NAMES:
        number, part, way = name.split(".")
        rows, columns = getattr(encoder().stack[int(number) - 1], part).shape
        found[name] = drawn(*((rows, 4) if way == "down" else (4, columns))) * np.float32(0.05)
    return found


@pytest.fixture(scope="module")
def states(tmp_path_factory: pytest.TempPathFactory) -> States:
    return read_states(encoder(), TEXTS, tmp_path_factory.mktemp("states") / "states.npy")


def test_many_at_once_give_the_numbers_of_one_by_one(states: States) -> None:
    tuned = Encoder(weights(), some_tuning())
    together = vectors_of(tuned, states, np.arange(len(TEXTS)))
    assert np.allclose(together, [vector(tuned, text) for text in TEXTS], atol=2e-4)
    assert not np.allclose(together, [vector(encoder(), text) for text in TEXTS], atol=2e-2)
    assert np.array_equal(vectors_of(tuned, states, np.array([3, 1])), together[[3, 1]])


def test_tuning_leaves_the_layers_below_as_they_are() -> None:
    one, other = encoder(), Encoder(weights(), some_tuning())
    below = TUNED[0] - 1
    assert np.array_equal(one.layers(TEXTS[0], (below,)), other.layers(TEXTS[0], (below,)))


@pytest.mark.parametrize("what", ["state", *TUNED_PARTS])
def test_the_way_back_is_the_slope_of_the_way_forwards(what: str) -> None:
    layer, state, weigh = encoder().stack[-1], drawn(10, 384), drawn(384, 10).T
    _, trace = through(layer, state, SIZES)
    slope, parts = back(layer, weigh, trace, SIZES)
    found = slope if what == "state" else parts[what][0].T @ parts[what][1]
    step = found / np.linalg.norm(found) * np.float32(0.01)

    def loss(by: Floats) -> float:
        changed: Layer = layer if what == "state" else replace(layer, **{what: getattr(layer, what) + by})
        after, _ = through(changed, state + by if what == "state" else state, SIZES)
        return float((after.astype(np.float64) * weigh).sum())

    assert (loss(step) - loss(-step)) / 0.02 == pytest.approx(float(np.linalg.norm(found)), rel=0.01)


def test_lines_of_one_length_stand_together_and_each_comes_once(states: States) -> None:
    lengths = np.diff(states.starts)
    groups = list(batches(states, np.array([4, 2, 1, 0, 3]), 2, 1_000))
    assert sorted(np.concatenate(groups).tolist()) == [0, 1, 2, 3, 4]
    assert all(len(set(lengths[group].tolist())) == 1 and len(group) <= 2 for group in groups)
    assert [len(group) for group in batches(states, np.arange(5), 9, 1)] == [1] * 5


def test_what_is_learned_tells_its_lines_apart_and_is_the_same_each_time(states: States) -> None:
    def line(text: str, label: str, danger: str | None) -> Line:
        return Line("a", "nl", text, label, danger, near=False)

    lines = [line(text, "bullying" if "bang" in text else "smalltalk", None) for text in TEXTS]
    lines[1] = line(TEXTS[1], "bullying", "suicide")
    goal, every = Targets.of(lines), np.arange(len(lines))
    learned = tune(weights(), states, goal, every)
    assert set(learned) == set(TUNED_NAMES)
    again = tune(weights(), states, goal, every)
    assert all(np.array_equal(learned[name], again[name]) for name in TUNED_NAMES)
    assert any(learned[name].any() for name in TUNED_NAMES if name.endswith("up"))


def _without(name: str) -> Callable[[dict[str, Floats]], None]:
    return lambda arrays: arrays.__delitem__(name)


def _too_narrow(arrays: dict[str, Floats]) -> None:
    arrays["9.out.up"] = arrays["9.out.up"][:, :-1]


@pytest.mark.parametrize("spoil", [_without("12.outer.up"), _without("inner"), _too_narrow])
def test_a_file_that_does_not_fit_the_model_is_refused(
    tmp_path: Path, spoil: Callable[[dict[str, Floats]], None]
) -> None:
    shapes: dict[str, tuple[int, ...]] = {"weights": (1152, len(OUTPUTS)), "bias": (len(OUTPUTS),)}
    shapes |= {"inner": (1152, 2), "inner_bias": (2,), "outer": (2, CRISIS + 1), "outer_bias": (CRISIS + 1,)}
    arrays = some_tuning() | {name: np.zeros(shape, np.float32) for name, shape in shapes.items()}
    np.savez(tmp_path / "fits.npz", allow_pickle=False, **arrays)
    MeaningModel(weights(), tmp_path / "fits.npz")
    spoil(arrays)
    np.savez(tmp_path / "full.npz", allow_pickle=False, **arrays)
    with pytest.raises(DataError, match=r"head of a trained model|not tuned for these"):
        MeaningModel(weights(), tmp_path / "full.npz")
