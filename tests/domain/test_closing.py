"""How a case ended is counted answer by answer, so that no cell tells what came together (C08, C27)."""

from collections import Counter

from hypothesis import given
from hypothesis import strategies as st

from handlers.domain.closing import UNKNOWN, Closing, Committee, Kind, Outcome, Way

closings = st.builds(
    Closing,
    st.sampled_from(Outcome),
    st.sampled_from(Way),
    st.sampled_from(Committee),
    st.frozensets(st.sampled_from(Kind)),
)


@given(closings)
def test_each_answer_counts_once_beside_the_committee_and_no_cell_holds_two_of_the_others(
    closing: Closing,
) -> None:
    cells = closing.cells()
    assert len(set(cells)) == len(cells) == 3 + max(1, len(closing.kinds))
    assert {cell.partition("/")[0] for cell in cells} == {closing.committee}
    assert all(cell.partition("/")[2].count(".") <= 1 for cell in cells)


@given(closings, closings)
def test_saying_more_takes_off_what_was_counted_and_nothing_else(before: Closing, after: Closing) -> None:
    many = Counter(before.cells())
    many.update(after.instead_of(before))
    assert +many == Counter(after.cells())


@given(closings)
def test_saying_the_same_changes_nothing(closing: Closing) -> None:
    assert closing.instead_of(closing) == {}


def test_aggression_and_violence_are_two_kinds() -> None:
    aggression, violence = (Closing(kinds=frozenset({kind})) for kind in (Kind.AGGRESSION, Kind.VIOLENCE))
    assert set(aggression.cells()) & set(violence.cells()) == {
        "unknown/cases",
        "unknown/outcome.unknown",
        "unknown/way.unknown",
    }


def test_of_a_case_of_which_nothing_was_said_everything_is_unknown() -> None:
    assert UNKNOWN.cells() == (
        "unknown/cases",
        "unknown/outcome.unknown",
        "unknown/way.unknown",
        "unknown/kind.unknown",
    )
