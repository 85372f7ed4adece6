"""Every clause of the protocol is proved by a test, or stands in the list of those that are not yet."""

from tests.architecture.clauses import ALL, marked, not_yet, noted, proved
from tests.architecture.modules import module

AT_MOST = 14
"""The list of open clauses may only shrink: lower this number with it, never raise it."""


def test_tests_and_transcripts_name_only_clauses_that_exist() -> None:
    unknown = {name: places for name, places in proved().items() if name not in ALL}
    assert not unknown
    assert not set(not_yet()) - ALL


def test_a_clause_is_either_proved_or_on_the_list_of_open_ones() -> None:
    neither = ALL - set(proved()) - set(not_yet())
    assert not neither, f"no test and no line in clauses_open.txt: {sorted(neither)}"


def test_a_proved_clause_leaves_the_list() -> None:
    both = set(proved()) & set(not_yet())
    assert not both, f"run `python -m tests.architecture.clauses` to take out {sorted(both)}"


def test_the_list_of_open_clauses_only_shrinks() -> None:
    assert len(not_yet()) <= AT_MOST


def test_ids_are_found_in_markers_and_in_transcripts() -> None:
    planted = '@pytest.mark.clause("C01", "C02")\n@pytest.mark.clause("C99")\ndef test(): clause("C03")\n'
    assert list(marked(module(planted))) == ["C01", "C02", "C99"]
    assert list(noted("- test_case: a\n  clauses: [C64, C66]\n  steps: []\n")) == ["C64", "C66"]
