"""`openoor triage`: one answer a line, a bad line is named and the rest goes on."""

import json

import pytest
from typer.testing import CliRunner, Result

from bot.cli import app
from dialogues.understand import LABELS

LINES = (
    b'{"id": 1, "text": "mijn baas zit steeds aan me", "lang": "nl"}',
    b'{"id": "b", "text": "ich werde bei der Arbeit gemobbt"}',
    b'{"id": null, "text": "ik wil er niet meer zijn", "lang": "nl"}',
)
FIELDS = {"id", "lang", "scope", "in_scope_p", "offer_in_scope", "crisis", "crisis_types", "abstain"}


def triage(*lines: bytes, tier: str = "zero") -> Result:
    return CliRunner().invoke(app, ["triage", "--jsonl", "--tier", tier], input=b"\n".join(lines))


@pytest.mark.parametrize("tier", ["full", "light", "zero", "lists"])
def test_every_line_gets_an_answer_with_all_labels_falling(tier: str) -> None:
    done = triage(*LINES, tier=tier)
    assert done.exit_code == 0
    answers = [json.loads(line) for line in done.stdout.splitlines()]
    assert [answer["id"] for answer in answers] == [1, "b", None]
    assert answers[1]["lang"] == "de"
    for answer in answers:
        assert set(answer) == FIELDS
        chances = [entry["p"] for entry in answer["scope"]]
        assert {entry["label"] for entry in answer["scope"]} == set(LABELS)
        assert chances == sorted(chances, reverse=True)
        assert answer["crisis"] == bool(answer["crisis_types"])
    assert answers[2]["crisis_types"] == ["suicide"]


@pytest.mark.parametrize(
    ("line", "said"),
    [
        (b"geen json", "line 2: is not JSON in UTF-8"),
        (b'"text"', "line 2: is not a JSON object"),
        (b'{"id": 1}', "line 2: has no text"),
        (b'{"text": "x"}', "line 2: has no id"),
        (b'{"id": 1, "text": "x", "lang": 3}', "line 2: has a lang that is no text"),
        (b'{"id": 1, "text": "\xff"}', "line 2: is not JSON in UTF-8"),
        (b"[" * 100_000, "line 2: is not JSON in UTF-8"),
    ],
)
def test_a_bad_line_is_named_by_its_number_alone_and_the_rest_goes_on(line: bytes, said: str) -> None:
    done = triage(LINES[0], line, LINES[2])
    assert done.exit_code == 1
    assert done.stderr.strip() == said
    assert len(done.stdout.splitlines()) == 2


def test_hostile_lines_are_answered_like_any_other() -> None:
    texts = ["", "\0", "\ufdfa" * 3000, "a" * 200_000, "\ud800", "\u202e hulp"]
    lines = [json.dumps({"id": at, "text": text, "lang": "nl"}).encode() for at, text in enumerate(texts)]
    done = triage(*lines)
    assert (done.exit_code, len(done.stdout.splitlines())) == (0, len(texts))


def test_the_table_of_the_model_card_is_printed() -> None:
    done = CliRunner().invoke(app, ["understand", "report"])
    assert done.exit_code == 0
    assert "macro F1" in done.stdout
    assert "in scope, shown the way" in done.stdout
