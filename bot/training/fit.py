"""The word model and the head of the meaning model, fitted to labelled lines, the same each time."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Final

import numpy as np
from numpy.typing import NDArray
from sklearn.discriminant_analysis import LinearDiscriminantAnalysis
from sklearn.feature_extraction.text import TfidfVectorizer
from sklearn.linear_model import LogisticRegression

from bot.training.lines import Line
from dialogues.understand import LABELS
from dialogues.understand.alarm import KINDS
from dialogues.understand.ngrams import parts
from dialogues.understand.weights import Floats

WORDS_KNOW: Final = ("nl", "en")
"""The languages with lines enough for a word model; in others it does harm."""
_MOST_PARTS: Final = 40_000
_LEAST_SEEN: Final = 2

Arrays = Mapping[str, NDArray[Any]]


@dataclass(frozen=True, slots=True)
class _Targets:
    scope: NDArray[np.int64]  # place in LABELS, -1 without a label
    crisis: NDArray[np.int64]
    kind: NDArray[np.int64]  # place in KINDS, -1 without danger


def _targets(lines: Sequence[Line]) -> _Targets:
    return _Targets(
        np.array([LABELS.index(line.label) if line.label else -1 for line in lines]),
        np.array([int(line.danger is not None) for line in lines]),
        np.array([KINDS.index(line.danger) if line.danger else -1 for line in lines]),
    )


def fit_words(lines: Sequence[Line]) -> Arrays:
    """The arrays of `dialogues.understand.tfidf.WordModel`, from the lines in WORDS_KNOW."""
    used = [line for line in lines if line.language in WORDS_KNOW]
    goal, texts = _targets(used), [line.text for line in used]
    finder = TfidfVectorizer(analyzer=lambda text: list(parts(text)), sublinear_tf=True, min_df=_LEAST_SEEN)
    finder.fit(texts)
    names = finder.get_feature_names_out()
    weights, _ = _outputs(finder.transform(texts), goal, 6.0)
    strongest = np.argsort(-np.abs(weights).max(axis=1), kind="stable")[:_MOST_PARTS]
    kept = sorted(names[strongest].tolist())
    finder = TfidfVectorizer(analyzer=lambda text: list(parts(text)), sublinear_tf=True, vocabulary=kept)
    weights, bias = _outputs(finder.fit_transform(texts), goal, 6.0)
    scales = np.abs(weights).max(axis=0) / 127
    return {
        "vocabulary": np.frombuffer("\n".join(kept).encode(), np.uint8),
        "idf": finder.idf_.astype(np.float32),
        "weights": np.rint(weights / scales).astype(np.int8).T.reshape(-1),
        "scales": scales.astype(np.float32),
        "bias": bias.astype(np.float32),
    }


def _outputs(seen: Any, goal: _Targets, strength: float) -> tuple[NDArray[np.float64], NDArray[np.float64]]:
    """Weights (a row a part, a column an output) and bias of logistic regressions for all outputs."""
    told, danger = goal.scope >= 0, goal.kind >= 0
    scope = LogisticRegression(C=strength, max_iter=400).fit(seen[told], goal.scope[told])
    crisis = LogisticRegression(C=strength, max_iter=400, class_weight="balanced").fit(seen, goal.crisis)
    kind = LogisticRegression(C=strength, max_iter=400, class_weight="balanced").fit(
        seen[danger], goal.kind[danger]
    )
    models = (scope, crisis, kind)
    return (
        np.concatenate([model.coef_ for model in models]).T,
        np.concatenate([model.intercept_ for model in models]),
    )


def fit_head(lines: Sequence[Line], vectors: Floats) -> Arrays:
    """The arrays of `dialogues.understand.meaning.MeaningModel`.

    Regression and discriminant analysis are both linear in the vector, so their sum is one head.
    """
    goal = _targets(lines)
    told = goal.scope >= 0
    middle, spread = vectors.mean(axis=0), vectors.std(axis=0)
    seen = (vectors - middle) / spread
    weights, bias = _outputs(seen, goal, 0.004)
    for first, goals, chosen, own, other, priors in (
        (0, goal.scope, told, 0.8, 0.4, None),
        (len(LABELS), goal.crisis, np.ones(len(lines), bool), 1.0, 0.3, [0.5, 0.5]),
    ):
        model = LinearDiscriminantAnalysis(solver="lsqr", shrinkage=0.1, priors=priors)
        model.fit(seen[chosen], goals[chosen])
        columns = slice(first, first + len(model.coef_))
        weights[:, columns] = own * weights[:, columns] + other * model.coef_.T
        bias[columns] = own * bias[columns] + other * model.intercept_
    return {
        "weights": (weights / spread[:, None]).astype(np.float32),
        "bias": (bias - (middle / spread) @ weights).astype(np.float32),
    }
