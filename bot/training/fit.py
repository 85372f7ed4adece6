"""The word model and the heads of the meaning model, fitted to labelled lines, the same each time."""

from collections.abc import Mapping, Sequence
from typing import Any, Final

import numpy as np
from numpy.typing import NDArray
from sklearn.feature_extraction.text import TfidfVectorizer
from sklearn.linear_model import LogisticRegression

from bot.training.lines import Line
from bot.training.net import fit_net
from bot.training.states import States, vectors_of
from bot.training.targets import Targets
from bot.training.tune import tune
from dialogues.understand import LABELS
from dialogues.understand.alarm import KINDS
from dialogues.understand.e5 import TUNED_NAMES, Encoder
from dialogues.understand.ngrams import parts
from dialogues.understand.weights import Floats, Weights, installed, read_weights

WORDS_KNOW: Final = ("nl", "en", "de", "pl", "tr", "ar", "uk")
"""The languages with lines enough for a word model: a thousand by other hands. In others it does harm."""
_MOST_PARTS: Final = 100_000
_LEAST_SEEN: Final = 3
_CLOSE_ENOUGH: Final = 1e-3  # closer costs twice the time and changes one label in forty, none for the better

Arrays = Mapping[str, NDArray[Any]]


def fit_words(lines: Sequence[Line]) -> Arrays:
    """The arrays of `dialogues.understand.tfidf.WordModel`, from the lines in WORDS_KNOW."""
    used = [line for line in lines if line.language in WORDS_KNOW]
    goal, texts = Targets.of(used), [line.text for line in used]
    finder = TfidfVectorizer(
        analyzer=lambda text: list(parts(text)),
        sublinear_tf=True,
        min_df=_LEAST_SEEN,
        max_features=_MOST_PARTS,
    )
    weights, bias = _outputs(finder.fit_transform(texts), goal, 6.0)
    kept = finder.get_feature_names_out().tolist()
    scales = np.abs(weights).max(axis=0) / 127
    return {
        "vocabulary": np.frombuffer("\n".join(kept).encode(), np.uint8),
        "idf": finder.idf_.astype(np.float32),
        "weights": np.rint(weights / scales).astype(np.int8).T.reshape(-1),
        "scales": scales.astype(np.float32),
        "bias": bias.astype(np.float32),
    }


def _outputs(seen: Any, goal: Targets, strength: float) -> tuple[NDArray[np.float64], NDArray[np.float64]]:
    """Weights (a row a part, a column an output) and bias of logistic regressions for all outputs."""
    told = goal.scope >= 0
    usual = {"C": strength, "max_iter": 400, "tol": _CLOSE_ENOUGH}
    scope = LogisticRegression(**usual).fit(seen[told], goal.scope[told])
    crisis = LogisticRegression(**usual, class_weight="balanced").fit(seen, goal.danger)
    models = (scope, crisis, _kinds(seen, goal, strength))
    return (
        np.concatenate([model.coef_ for model in models]).T,
        np.concatenate([model.intercept_ for model in models]),
    )


def _kinds(seen: Any, goal: Targets, strength: float) -> LogisticRegression:
    danger = goal.kind >= 0
    model = LogisticRegression(C=strength, max_iter=400, tol=_CLOSE_ENOUGH, class_weight="balanced")
    return model.fit(seen[danger], goal.kind[danger])


def fit_meaning(lines: Sequence[Line], states: States, chosen: NDArray[np.int64], rounds: int) -> Arrays:
    """The arrays of `dialogues.understand.meaning.MeaningModel`, from the chosen lines."""
    weights = read_weights(installed())
    tuned = tune(weights, states, Targets.of(lines), chosen, rounds)
    vectors = vectors_of(tuned_encoder(weights, tuned), states, chosen)
    return tuned | fit_head([lines[at] for at in chosen.tolist()], vectors)


def tuned_encoder(weights: Weights, arrays: Arrays) -> Encoder:
    """The encoder as it will be when these arrays are shipped."""
    return Encoder(weights, {name: arrays[name].astype(np.float32) for name in TUNED_NAMES})


def fit_head(lines: Sequence[Line], vectors: Floats) -> dict[str, NDArray[Any]]:
    """The heads over the vectors.

    Labels and danger: one small network, which shows fewer others the way and finds more danger than
    regression. Kinds: regression.
    """
    goal = Targets.of(lines)
    middle, spread = vectors.mean(axis=0), vectors.std(axis=0)
    seen = (vectors - middle) / spread
    kinds = _kinds(seen, goal, 0.004)
    weights = np.zeros((seen.shape[1], len(LABELS) + 1 + len(KINDS)))
    bias = np.zeros(weights.shape[1])
    weights[:, -len(KINDS) :], bias[-len(KINDS) :] = kinds.coef_.T, kinds.intercept_
    net = fit_net(seen, goal.scope, goal.danger.astype(bool), np.array([line.near for line in lines]))
    return {
        "weights": (weights / spread[:, None]).astype(np.float32),
        "bias": (bias - (middle / spread) @ weights).astype(np.float32),
        "inner": (net.inner / spread[:, None]).astype(np.float16),
        "inner_bias": (net.inner_bias - (middle / spread) @ net.inner).astype(np.float32),
        "outer": net.outer,
        "outer_bias": net.outer_bias,
    }
