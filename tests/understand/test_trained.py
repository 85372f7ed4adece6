"""The trained tiers: they propose, the word lists stay under them, nothing breaks or leaves the machine."""

import hashlib
import json
import shutil
import socket
from dataclasses import asdict
from pathlib import Path
from typing import NoReturn

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from ruamel.yaml import YAML

from dialogues.model import Expectation
from dialogues.private import Private
from dialogues.understand import LABELS, DataError
from dialogues.understand.alarm import KINDS
from dialogues.understand.arrays import read_arrays
from dialogues.understand.data import IN_SCOPE
from dialogues.understand.limits import Limits, read_limits
from dialogues.understand.outputs import CRISIS, OUTPUTS
from dialogues.understand.tfidf import WordModel
from dialogues.understand.trained import TIERS, TRAINED, Models, TierName, Trained, load_tier
from tests.understand.reading import examples, recogniser
from tests.understand.tiers import tier

CARD = TRAINED.with_name("model_card.json")
EITHER = pytest.mark.parametrize("name", TIERS)
HOSTILE = (
    "",
    "\0" * 50,
    "\ufdfa" * 3000,
    "a" * 200_000,
    "\ud800\udfff\ud800 hallo",
    "\u202e" * 5000 + "hulp",
    "🦊" * 4000,
    "</s><s><pad>",
    "e\u0301" * 3000,
)


class Fixed:
    """A model that always gives the same numbers."""

    def __init__(self, **numbers: float) -> None:
        self._numbers = [numbers.get(name, 0.0) for name in OUTPUTS]

    def logits(self, text: str) -> list[float]:
        """The numbers, whatever the text."""
        return self._numbers


LIMITS = Limits(words=1.0, lists=0.5, words_danger=1.0, sharpness=1.0, offer=0.15, alarm=0.8, hinted=0.4)


def reader(meaning: Fixed | None = None, words: Fixed | None = None) -> Trained:
    models = Models(words or Fixed(), frozenset({"nl"}), meaning, {"nl": LIMITS, "other": LIMITS})
    return Trained(recogniser(), models)


@EITHER
@pytest.mark.parametrize("text", HOSTILE)
@pytest.mark.parametrize("language", ["nl", "tr", "", "xx"])
def test_hostile_words_get_an_answer_like_any_other(name: TierName, text: str, language: str) -> None:
    suggestion = tier(name).suggest(Private(text), language)
    assert {label for label, _ in suggestion.scope} == set(LABELS)
    assert sum(p for _, p in suggestion.scope) == pytest.approx(1)
    tier(name).hear(Private(text), language, None)


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("Sorry, dit is waarschijnlijk niks.", "nl"),
        ("het is vast niet erg genoeg", "nl"),
        ("Ik heb me bedacht", "nl"),
        ("this is probably nothing", "en"),
        ("please don't send it", "en"),
    ],
)
def test_doubt_and_a_change_of_mind_are_no_danger_to_a_model_alone(text: str, language: str) -> None:
    read = reader(Fixed(crisis=9, suicide=9), Fixed())
    assert read.hear(Private(text), language, None).crisis == ()
    assert read.suggest(Private(text), language).crisis == ("suicide",)
    for still in ("ik stop ermee", "ik ben niks", "help me"):
        assert read.hear(Private(still), language, None).crisis == ("suicide",), still


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("Het is al jaren geleden.", "nl"),
        ("geef me gewoon een mens", "nl"),
        ("ik ben bang dat niemand me gelooft...", "nl"),
        ("It was my own fault", "en"),
        ("het is mijn eigen schuld", "en"),
        ("i just want it to stop!", "nl"),
    ],
)
def test_a_whole_message_of_shame_time_or_doubt_is_no_danger_to_a_model_alone(
    text: str, language: str
) -> None:
    read = reader(Fixed(crisis=9, suicide=9), Fixed())
    assert read.suggest(Private(text), language).crisis == ()
    assert read.suggest(Private(f"{text} ik heb pillen"), language).crisis
    assert read.suggest(Private(f"het touw ligt klaar, {text}"), language).crisis


def test_what_the_lists_find_or_hint_at_counts_also_in_a_calm_message() -> None:
    read = reader(Fixed(crisis=9, suicide=9), Fixed())
    for text in ("ik trek het niet meer", "ik wil niet meer leven"):
        assert not recogniser().calm(Private(text))
        assert read.suggest(Private(text), "nl").crisis == ("suicide",)


@EITHER
def test_no_socket_is_opened_while_suggesting(name: TierName, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object, **__: object) -> NoReturn:
        raise AssertionError("a socket was opened")

    read = tier(name)
    monkeypatch.setattr(socket, "socket", refuse)
    monkeypatch.setattr(socket, "create_connection", refuse)
    monkeypatch.setattr(socket, "getaddrinfo", refuse)
    assert read.suggest(Private("mijn chef scheldt mij uit"), "nl").scope


@EITHER
@settings(max_examples=25, deadline=None)
@given(text=st.text(max_size=120), language=st.sampled_from(["nl", "en", "pl"]))
def test_the_same_words_get_the_same_answer(name: TierName, text: str, language: str) -> None:
    assert tier(name).suggest(Private(text), language) == tier(name).suggest(Private(text), language)


@EITHER
def test_the_arrays_are_those_of_the_model_card(name: TierName) -> None:
    arrays = json.loads(CARD.read_text("utf-8"))["arrays"]
    for file, digest in arrays.items():
        assert hashlib.sha256((TRAINED / file).read_bytes()).hexdigest() == digest
    assert f"{name}.npz" in arrays


def test_danger_that_the_lists_find_is_never_taken_away() -> None:
    quiet = reader(Fixed(crisis=-50.0), Fixed(crisis=-50.0))
    for kind, line in examples("fresh_nl.yml")["crisis"]["found"]:
        assert kind in quiet.suggest(Private(line), "nl").crisis


def test_danger_without_the_usual_words_is_asked_after_when_the_model_is_sure() -> None:
    assert reader(Fixed(crisis=1.3)).suggest(Private("goedemorgen"), "nl").crisis == ()
    assert reader(Fixed(crisis=2.0)).suggest(Private("goedemorgen"), "nl").crisis == ("danger",)
    assert reader(Fixed(crisis=2.0, suicide=9.0)).suggest(Private("goedemorgen"), "nl").crisis == ("suicide",)


def test_a_soft_hint_lowers_what_the_model_needs() -> None:
    hint = Private("ik trek het niet meer")
    assert reader(Fixed(crisis=-1.0)).suggest(hint, "nl").crisis == ()
    assert reader(Fixed(crisis=0.0)).suggest(hint, "nl").crisis == ("suicide",)
    assert reader(Fixed(crisis=0.0)).suggest(Private("goedemorgen"), "nl").crisis == ()


def test_words_and_meaning_add_up_where_both_know_the_language() -> None:
    both = reader(Fixed(bullying=2.0), Fixed(bullying=1.0))
    assert both.numbers("x", "nl") == [3.0 if name == "bullying" else 0.0 for name in OUTPUTS]
    assert both.numbers("x", "pl") == [2.0 if name == "bullying" else 0.0 for name in OUTPUTS]
    assert both.suggest(Private("x"), "nl").scope[0][0] == "bullying"


def test_what_the_lists_find_counts_beside_the_models_where_they_know_the_language() -> None:
    said = Private("racisme op de werkvloer, waar kan ik heen")
    beside = reader(Fixed(policy=1.0))
    assert recogniser().suggest(said, "nl").scope[0][0] == "discrimination"
    assert beside.suggest(said, "nl").scope[0][0] == "discrimination"
    assert beside.suggest(said, "nl").in_scope_p > beside.suggest(said, "pl").in_scope_p
    assert beside.suggest(said, "pl").scope[0][0] == "policy"


def test_the_models_outweigh_the_lists_when_they_are_sure() -> None:
    said = Private("racisme op de werkvloer, waar kan ik heen")
    assert reader(Fixed(policy=20.0)).suggest(said, "nl").scope[0][0] == "policy"


def test_where_no_model_knows_the_language_the_word_lists_answer() -> None:
    zero = reader(words=Fixed(policy=9.0))
    assert zero.suggest(Private("xyzzy"), "fr") == recogniser().suggest(Private("xyzzy"), "fr")
    assert zero.hear(Private("xyzzy"), "fr", None).scope == ()
    assert tier("zero").suggest(Private("xyzzy"), "fr").abstain


def test_without_any_limits_the_word_lists_answer() -> None:
    bare = Trained(recogniser(), Models(Fixed(), frozenset({"nl"}), None, {}))
    assert bare.suggest(Private("mijn chef pest mij"), "nl") == recogniser().suggest(
        Private("mijn chef pest mij"), "nl"
    )


def test_answers_and_wishes_are_heard_as_before() -> None:
    question = Expectation(slot="in_danger", choices=("yes", "no"), own_words=False)
    for text in ("ja", "nee hoor", "stop", "2"):
        plain, trained = (each.hear(Private(text), "nl", question) for each in (recogniser(), tier("zero")))
        assert (plain.choice, plain.intent) == (trained.choice, trained.intent)


def test_labels_worth_naming_are_heard() -> None:
    heard = tier("full").hear(Private("mijn leidinggevende zit steeds aan mijn billen"), "nl", None)
    assert heard.scope[0][0] == "sexual"
    assert all(p >= 0.05 for _, p in heard.scope)


def told() -> list[tuple[str, str, str]]:
    return [
        (language, label, line)
        for language in ("nl", "en")
        for label, lines in examples(f"fresh_{language}.yml")["scope"].items()
        if label != "none"
        for line in lines
    ]


# Of the lines in tests/understand, which no model was trained on: what was found when the arrays were made.
# The word lists, which count beside the models, have learned from those of fresh_*.yml.
# [label first, among three, in scope and shown the way, not in scope and shown it too, indirect danger]
FLOORS: dict[TierName, tuple[int, int, int, int, int]] = {
    "full": (90, 95, 51, 3, 15),
    "light": (88, 95, 51, 3, 12),
    "zero": (90, 95, 51, 5, 11),
}


@EITHER
def test_figures_on_lines_outside_training_do_not_fall(name: TierName) -> None:
    read = [(label, tier(name).suggest(Private(line), language)) for language, label, line in told()]
    first = sum(suggestion.scope[0][0] == label for label, suggestion in read)
    three = sum(label in dict(suggestion.scope[:3]) for label, suggestion in read)
    inside = sum(s.offer_in_scope for label, s in read if label in IN_SCOPE)
    outside = sum(s.offer_in_scope for label, s in read if label not in IN_SCOPE)
    lines = [line for _, line in examples("indirect_nl.yml")["lines"]]
    indirect = sum(bool(tier(name).suggest(Private(line), "nl").crisis) for line in lines)
    floor = FLOORS[name]
    assert first >= floor[0]
    assert three >= floor[1]
    assert inside >= floor[2]
    assert outside <= floor[3]
    assert indirect >= floor[4]


# Of the lines of these files, by other writers: the same when the arrays were made, and behind it what only
# looks like danger. near_nl.yml lies on the border.
FLOORS_OF_FILES: dict[tuple[str, TierName], tuple[int, int, int, int, int, int]] = {
    ("near_nl", "full"): (69, 74, 33, 1, 16, 6),
    ("near_nl", "light"): (68, 72, 34, 8, 14, 4),
    ("near_nl", "zero"): (65, 72, 34, 8, 12, 4),
    ("plain_en", "full"): (97, 99, 39, 3, 16, 6),
    ("plain_en", "light"): (94, 98, 39, 8, 15, 5),
    ("plain_en", "zero"): (92, 98, 39, 18, 15, 6),
    ("plain_de", "full"): (89, 92, 39, 3, 15, 4),
    ("plain_de", "light"): (85, 92, 39, 9, 16, 5),
    ("plain_de", "zero"): (82, 92, 39, 7, 15, 3),
    ("plain_pl", "full"): (96, 100, 38, 7, 15, 5),
    ("plain_pl", "light"): (94, 99, 38, 11, 15, 4),
    ("plain_pl", "zero"): (94, 100, 38, 7, 15, 4),
    ("plain_tr", "full"): (94, 98, 38, 2, 16, 3),
    ("plain_tr", "light"): (92, 97, 38, 14, 16, 3),
    ("plain_tr", "zero"): (94, 98, 38, 5, 16, 5),
    ("plain_ar", "full"): (90, 95, 40, 15, 15, 2),
    ("plain_ar", "light"): (83, 97, 40, 16, 16, 2),
    ("plain_ar", "zero"): (83, 98, 40, 17, 15, 4),
    ("plain_uk", "full"): (98, 101, 40, 7, 15, 4),
    ("plain_uk", "light"): (93, 100, 40, 20, 15, 4),
    ("plain_uk", "zero"): (95, 101, 40, 12, 15, 3),
}


@pytest.mark.parametrize(("file", "name"), FLOORS_OF_FILES)
def test_figures_on_lines_of_other_writers_do_not_fall(file: str, name: TierName) -> None:
    lines, language = examples(f"{file}.yml"), file.rpartition("_")[2]
    read = [
        (label, tier(name).suggest(Private(line), language))
        for label, texts in lines["scope"].items()
        for line in texts
    ]
    floor = FLOORS_OF_FILES[file, name]
    assert sum(s.scope[0][0] == label for label, s in read) >= floor[0]
    assert sum(label in dict(s.scope[:3]) for label, s in read) >= floor[1]
    assert sum(s.offer_in_scope for label, s in read if label in IN_SCOPE) >= floor[2]
    assert sum(s.offer_in_scope for label, s in read if label not in IN_SCOPE) <= floor[3]
    assert alarms(name, lines["danger"], language) >= floor[4]
    assert alarms(name, lines["like_danger"], language) <= floor[5]


def alarms(name: TierName, lines: list[str], language: str) -> int:
    return sum(bool(tier(name).suggest(Private(line), language).crisis) for line in lines)


def test_every_tier_has_floors_for_every_file() -> None:
    here = Path(__file__).parent
    files = {file.stem for kind in ("near", "plain") for file in here.glob(f"{kind}_*.yml")}
    assert set(FLOORS_OF_FILES) == {(file, name) for file in files for name in TIERS}


def test_commands_to_a_house_bring_no_card_and_are_rarely_shown_the_way() -> None:
    content = YAML(typ="safe", pure=True).load(Path(__file__).with_name("commands.yml").read_text("utf-8"))
    for language in ("nl", "en", "de", "pl", "tr"):
        read = [tier("full").suggest(Private(line), language) for line in content["languages"][language]]
        assert sum(bool(each.crisis) for each in read) <= 0.02 * len(read), language
        assert sum(each.offer_in_scope for each in read) <= 0.10 * len(read), language


def test_the_word_model_counts_as_it_was_trained() -> None:
    numbers = tier("zero").numbers("mijn collega pest mij", "nl")
    assert numbers is not None
    assert len(numbers) == len(OUTPUTS) == CRISIS + 1 + len(KINDS)
    model = WordModel(read_arrays(TRAINED / "zero.npz"))
    assert model.logits("mijn collega pest mij") == numbers
    assert model.logits("") == pytest.approx(read_arrays(TRAINED / "zero.npz")["bias"].tolist())


@pytest.fixture
def arrays(tmp_path: Path) -> Path:
    folder = tmp_path / "trained"
    shutil.copytree(TRAINED, folder)
    return folder


def test_arrays_that_are_none_are_refused(arrays: Path) -> None:
    (arrays / "zero.npz").write_bytes(b"nothing")
    with pytest.raises(DataError, match="plain arrays"):
        load_tier("zero", recogniser(), arrays)
    np.savez(arrays / "zero.npz", vocabulary=np.array([object()], dtype=object))
    with pytest.raises(DataError, match="plain arrays"):
        load_tier("zero", recogniser(), arrays)
    np.savez(arrays / "zero.npz", vocabulary=np.array(["text"]))
    with pytest.raises(DataError, match="plain arrays"):
        read_arrays(arrays / "zero.npz")


def test_an_array_of_another_format_is_refused(tmp_path: Path) -> None:
    import zipfile

    with zipfile.ZipFile(tmp_path / "a.npz", "w") as archive:
        archive.writestr("a.npy", b"no numpy")
    with pytest.raises(DataError, match="plain arrays"):
        read_arrays(tmp_path / "a.npz")


def test_limits_that_are_none_are_refused(arrays: Path) -> None:
    for content in ("{", "[]", '{"zero": {"nl": {"offer": 1}}}'):
        (arrays / "limits.json").write_text(content)
        with pytest.raises(DataError, match="limits"):
            read_limits(arrays / "limits.json")


@pytest.mark.parametrize(
    ("name", "missing"), [("zero", "zero"), ("light", "light"), ("full", "full"), ("full", "zero")]
)
def test_a_tier_without_limits_is_refused(name: TierName, missing: str, tmp_path: Path) -> None:
    numbers = asdict(LIMITS)
    told = {each: {"nl": numbers} for each in TIERS if each != missing}
    (tmp_path / "limits.json").write_text(json.dumps(told))
    with pytest.raises(DataError, match=f"no limits for {missing}"):
        load_tier(name, recogniser(), tmp_path)


def test_the_word_model_knows_the_languages_in_which_it_has_limits(arrays: Path) -> None:
    told = json.loads((arrays / "limits.json").read_text("utf-8"))
    told["zero"] = {"tr": asdict(LIMITS)}
    (arrays / "limits.json").write_text(json.dumps(told))
    read = load_tier("zero", recogniser(), arrays)
    assert read.numbers("iş", "tr") is not None
    assert read.numbers("werk", "nl") is None
