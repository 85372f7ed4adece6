"""Words reach a counsellor only with a spent consent, and the types say so (C15, C42)."""

import ast
import subprocess
import sys
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from handlers.domain.consent import Consent, KeyedDigest, NotCovered, NotLive, Purpose, Spent
from handlers.domain.errors import ConsentError
from handlers.domain.ids import CaseId, ConsentId, CounsellorId
from tests.architecture.modules import ROOT, product

NOW = datetime(2026, 11, 24, 9, tzinfo=UTC)
DISCLOSING = ("disclose", "deliver_to_counsellor")
GIVING_OUT = "give_out"
"""What gives the words of a step out for somebody else."""
CALLERS = {
    "handlers.introduction": "the introduction and later messages, each with its own consent",
    "storage.cases": "the port, which hands its Spent on to storage.letters",
}

GIVEN = Consent(
    id=ConsentId("0" * 32),
    case=CaseId("1" * 32),
    who=CounsellorId("anna-voorbeeld"),
    words=KeyedDigest(b"w" * 32),
    purpose=Purpose.INTRODUCE,
    until=NOW + timedelta(days=14),
    given_on=NOW.date(),
)

SNIPPET = """
from dataclasses import replace
from datetime import datetime
from dialogues.private import Private
from handlers.domain.case import Case
from handlers.domain.consent import Consent, Spent
from handlers.ports import Cases, MessageKind

def send(cases: Cases, consent: Consent, case: Case, words: Private, now: datetime) -> None:
    {line}
"""


@pytest.fixture(scope="module")
def check_types(tmp_path_factory: pytest.TempPathFactory) -> "TypeCheck":
    return TypeCheck(tmp_path_factory.mktemp("types"))


class TypeCheck:
    """mypy with the project's own settings, on one line inside SNIPPET."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    def __call__(self, line: str) -> str:
        """What mypy says: "" when the line passes."""
        snippet = self.folder / "snippet.py"
        snippet.write_text(SNIPPET.format(line=line), "utf-8")
        command = [sys.executable, "-m", "mypy", "--config-file", str(ROOT / "pyproject.toml"),
                   "--cache-dir", str(self.folder / "cache"), "--no-error-summary", str(snippet)]  # fmt: skip
        done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
        assert done.returncode in (0, 1), done.stderr
        return done.stdout


@pytest.mark.clause("C15")
def test_words_cannot_be_delivered_without_a_spent_consent_as_far_as_mypy_knows(
    check_types: TypeCheck,
) -> None:
    call = "cases.deliver_to_counsellor({}, case, MessageKind.MESSAGE, words)"
    assert check_types(call.format("consent.spend(now)")) == ""
    assert 'incompatible type "Consent"; expected "Spent"' in check_types(call.format("consent"))
    assert 'incompatible type "None"; expected "Spent"' in check_types(call.format("None"))
    assert "Missing positional argument" in check_types(
        "cases.deliver_to_counsellor(case, MessageKind.MESSAGE, words)"
    )


def test_spent_cannot_be_extended_or_changed_as_far_as_mypy_knows(check_types: TypeCheck) -> None:
    assert "Cannot inherit from final class" in check_types("class Forged(Spent): ...")
    assert 'Missing named argument "token"' in check_types("replace(consent.spend(now), consent=consent)")
    assert "read-only" in check_types("spent = consent.spend(now); spent.consent = consent")


@pytest.mark.clause("C15")
@pytest.mark.clause("C42")
def test_a_spent_comes_only_from_a_live_consent() -> None:
    with pytest.raises(ConsentError):
        Spent(GIVEN, NOW, object())
    spent = GIVEN.spend(NOW)
    with pytest.raises(NotLive):
        spent.consent.spend(NOW)
    with pytest.raises(NotLive):
        GIVEN.withdrawn().spend(NOW)
    with pytest.raises(NotLive):
        GIVEN.spend(GIVEN.until)


@pytest.mark.clause("C42")
def test_a_spent_cannot_be_turned_into_one_for_another_receiver() -> None:
    spent = GIVEN.spend(NOW)
    other = CounsellorId("bram-voorbeeld")
    with pytest.raises(NotCovered):
        spent.require(who=other, case=GIVEN.case, words=GIVEN.words)
    with pytest.raises(ValueError, match="token"):
        replace(spent, consent=replace(GIVEN, who=other))  # type: ignore[call-arg]  # what is tried here


def test_only_the_use_case_of_the_introduction_delivers_words_to_a_counsellor() -> None:
    callers = {source.name for source in product() for _ in source.calls(*DISCLOSING)}
    assert callers == set(CALLERS)


def test_only_the_use_case_of_steps_gives_words_out_for_somebody_else() -> None:
    callers = {source.name for source in product() for _ in source.calls(GIVING_OUT)}
    assert callers == {"handlers.steps"}


def test_everything_that_discloses_asks_for_a_spent() -> None:
    for source in product():
        for node in ast.walk(source.tree):
            if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef) and node.name in (
                *DISCLOSING,
                GIVING_OUT,
            ):
                kinds = [ast.unparse(a.annotation) for a in node.args.args if a.annotation]
                assert "Spent" in kinds, source.place(node)
                assert not node.args.defaults, f"{source.place(node)}: nothing about a consent is optional"


def test_no_other_module_makes_a_spent_or_writes_into_a_frozen_value() -> None:
    for source in product():
        if source.name != "handlers.domain.consent":
            assert not [source.place(call) for call in source.calls("Spent")]
            assert "_MINT" not in source.text, source.path
        assert "object.__setattr__" not in source.text, source.path
        assert "object.__new__" not in source.text, source.path
