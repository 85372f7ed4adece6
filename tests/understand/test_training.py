"""Training on a few lines of every hand: the same arrays each time, limits and figures of unread writers."""

import hashlib
import json
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import pytest
from ruamel.yaml import YAML
from typer.testing import CliRunner

from bot.cli import app
from bot.places import DIALOGUES
from bot.training.judge import Read, figures, share
from bot.training.lines import Line, read_lines
from bot.training.report import tables
from bot.training.train import CARD, Places, Way, train
from dialogues.private import Private
from dialogues.understand import LABELS, DataError, Suggestion, clean
from dialogues.understand.trained import TIERS, load_tier
from tests.understand.reading import examples as examples_of
from tests.understand.reading import recogniser

EXAMPLES = DIALOGUES / "nlu" / "examples"
A_BLOCK = 3
"""Lines taken of each intent of these writers, the shortest ones: enough for every label in every part."""
SOME = ("a_nl", "b_nl", "c_en", "d_de", "e_nl", "f_ar", "h_en", "j_ar", "j_de", "o_fr", "o_nl", "t_nl")


@dataclass(frozen=True)
class Run:
    """What one training left."""

    folder: Path
    said: tuple[str, ...]

    @property
    def card(self) -> Path:
        """The model card it wrote."""
        return self.folder / "card.json"


def few(to: Path) -> Path:
    """A few lines of each intent of some writers, in a folder of their own."""
    to.mkdir()
    for file in (EXAMPLES / f"{name}.yml" for name in SOME):
        blocks = YAML(typ="safe", pure=True).load(file.read_text("utf-8"))["nlu"]
        for block in blocks:
            block["examples"] = "\n".join(sorted(block["examples"].splitlines(), key=len)[:A_BLOCK]) + "\n"
        with (to / file.name).open("w", encoding="utf-8") as out:
            YAML(typ="safe", pure=True).dump({"nlu": blocks}, out)
    return to


def trained(on: Path, to: Path, jobs: int = 1) -> Run:
    said: list[str] = []
    train(Places(on, DIALOGUES / "nlu", to, to / "card.json"), Way(said.append, jobs, rounds=1))
    return Run(to, tuple(said))


@pytest.fixture(scope="module")
def examples(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return few(tmp_path_factory.mktemp("lines") / "examples")


@pytest.fixture(scope="module")
def first(examples: Path, tmp_path_factory: pytest.TempPathFactory) -> Run:
    return trained(examples, tmp_path_factory.mktemp("first"))


def test_what_is_trained_can_be_loaded_and_answers(first: Run) -> None:
    for name in TIERS:
        reader = load_tier(name, recogniser(), first.folder)
        suggestion = reader.suggest(Private("mijn baas zit steeds aan me"), "nl")
        assert sum(p for _, p in suggestion.scope) == pytest.approx(1)
        assert suggestion.offer_in_scope


def test_the_card_names_the_arrays_it_belongs_to(first: Run) -> None:
    card = json.loads(first.card.read_text("utf-8"))
    assert set(card["arrays"]) == {"zero.npz", "light.npz", "full.npz", "limits.json"}
    for name, digest in card["arrays"].items():
        assert hashlib.sha256((first.folder / name).read_bytes()).hexdigest() == digest


def test_training_again_side_by_side_changes_nothing(first: Run, examples: Path, tmp_path: Path) -> None:
    again = trained(examples, tmp_path, jobs=2)
    assert again.said == first.said
    for name in ("limits.json", "card.json"):
        assert (tmp_path / name).read_bytes() == (first.folder / name).read_bytes()
    for name in ("zero.npz", "light.npz", "full.npz"):
        with np.load(tmp_path / name) as one, np.load(first.folder / name) as other:
            assert set(one.files) == set(other.files)
            for array in one.files:
                assert np.array_equal(one[array], other[array])


def test_each_hand_is_measured_by_models_that_have_not_read_it(first: Run, examples: Path) -> None:
    card = json.loads(first.card.read_text("utf-8"))
    told_of = [said.split("the hands ")[1] for said in first.said if said.startswith("fitted without")]
    left_out = [set(hands.split(", ")) for hands in told_of]
    written: dict[str, set[str]] = {}
    for file in EXAMPLES.glob("*.yml"):  # also those of which no line is taken here
        hand, language = file.stem.split("_")
        written.setdefault(hand, set()).add(language)
    for hands in left_out:
        others = set().union(*(written[hand] for hand in written.keys() - hands))
        assert set().union(*(written[hand] for hand in hands)) <= others, "nobody else wrote in it"
    assert set().union(*left_out) >= written.keys() - {"o", "t"}
    told = {"with a label", "danger", "like danger"}
    counted = {name: found for name, found in card["lines"].items() if set(found) == told}
    assert sum(found["with a label"] for found in counted.values()) == sum(
        line.label is not None for line in read_lines(examples)
    )
    full = card["figures"]["full"]["a nl"]
    assert full["label first"]["whole"] == card["lines"]["a nl"]["with a label"]
    assert full["label first"]["low"] <= full["label first"]["share"] <= full["label first"]["high"]
    assert "d de" in card["figures"]["zero"]
    assert "o fr" in card["figures"]["full"].keys() - card["figures"]["zero"].keys()
    assert "commands with danger seen" in card["figures"]["full"]["o nl"]


def test_the_report_prints_every_figure_and_draws_how_true_the_chances_are(
    first: Run, tmp_path: Path
) -> None:
    picture = tmp_path / "reliability.svg"
    asked = ["understand", "report", "--card", str(first.card), "--picture", str(picture)]
    done = CliRunner().invoke(app, asked)
    assert done.exit_code == 0
    assert "full, hand and language a nl" in done.stdout
    assert done.stdout.count("macro F1") == sum(
        "macro F1" in found
        for sets in json.loads(first.card.read_text("utf-8"))["figures"].values()
        for found in sets.values()
    )
    assert picture.read_text("utf-8").startswith("<svg")
    page = CliRunner().invoke(app, ["understand", "report", "--card", str(first.card), "--markdown"]).stdout
    assert all(table in page for table in tables(json.loads(first.card.read_text("utf-8"))).values())
    assert "\n|---|---|---|---|\n| a nl |" in page
    assert "\n| nl, hand a |" in page
    assert "hand t" not in page


def test_an_intent_that_means_nothing_here_is_named_with_its_file(tmp_path: Path) -> None:
    (tmp_path / "a_nl.yml").write_text("nlu:\n  - intent: weather\n    examples: |\n      - regen\n", "utf-8")
    with pytest.raises(DataError, match=r"a_nl\.yml.*weather"):
        read_lines(tmp_path)


@pytest.mark.parametrize(
    ("part", "whole", "low", "high"),
    [(0, 0, 0.0, 1.0), (0, 10, 0.0, 0.2775), (10, 10, 0.7225, 1.0), (5, 10, 0.2366, 0.7634)],
)
def test_the_interval_of_a_share_is_the_one_of_wilson(part: int, whole: int, low: float, high: float) -> None:
    found = share(part, whole)
    assert (found.low, found.high) == pytest.approx((low, high), abs=1e-4)


def test_figures_count_offers_and_alarms_apart_for_what_is_in_scope_and_what_is_not() -> None:
    def read(label: str, *, offered: bool, crisis: tuple[str, ...] = (), near: bool = False) -> Read:
        rest = tuple((other, 0.0) for other in LABELS if other != label)
        suggestion = Suggestion(((label, 1.0), *rest), 1.0, offered, crisis, "sure")
        return Read(
            Line("a", "nl", label, label, "suicide" if crisis and not near else None, near), suggestion
        )

    found = figures(
        [
            read("bullying", offered=True, crisis=("suicide",)),
            read("sexual", offered=False),
            read("labour_conflict", offered=True, crisis=("suicide",), near=True),
        ]
    )
    counted = {name: (value["part"], value["whole"]) for name, value in found.items() if "part" in value}
    assert counted == {
        "in scope, shown the way": (1, 2),
        "not in scope, shown it too": (1, 1),
        "label first": (3, 3),
        "label among three": (3, 3),
        "danger found": (1, 1),
        "danger seen where there is none": (1, 2),
        "danger seen in lines that look like it": (1, 1),
    }


def test_the_page_of_the_model_card_shows_what_training_measured() -> None:
    page = (DIALOGUES.parent / "docs" / "model-card.md").read_text("utf-8")
    for name, table in tables(json.loads(CARD.read_text("utf-8"))).items():
        assert table in page, f"openoor understand report --markdown: {name}"


def test_lines_of_which_figures_are_kept_are_read_by_no_training() -> None:
    def key(text: str) -> str:
        return " ".join(clean(text).casefold().split()).strip(" .!?")

    trained_on = {(line.language, key(line.text)) for line in read_lines(EXAMPLES)}
    for file in sorted(Path(__file__).parent.glob("*_*.yml")):
        name, language = file.stem.split("_")
        if name == "utterances":  # answers and wishes: the word lists alone hear them
            continue
        content = examples_of(file.name)
        lines = (
            [text for _, text in content["lines"]]
            if name == "indirect"
            else [text for texts in content["scope"].values() for text in texts]
            + [*content.get("danger", ()), *content.get("like_danger", ())]
        )
        assert lines
        seen = sum((language, key(text)) in trained_on for text in lines)
        assert seen == 0, f"{file.name}: {seen} lines"
