"""A list becomes shorter by three answers: never empty, always with its reasons, always the same (C53)."""

from dataclasses import dataclass

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dialogues.guide import NameNeeded, Need
from handlers.domain.choosing import NOW, WITHOUT, Wishes, narrow, shortlist

NEEDS = st.frozensets(st.sampled_from(list(Need)))
ANSWERS = st.builds(
    Wishes,
    need=st.sampled_from([None, *Need]),
    when=st.sampled_from([None, NOW, "later"]),
    name=st.sampled_from([None, WITHOUT, "with"]),
)


@dataclass(frozen=True, slots=True)
class Somewhere:
    """A place to go."""

    needs: frozenset[Need]
    at_once: bool = False
    named: NameNeeded = NameNeeded.ALWAYS


WAYS = st.lists(st.builds(Somewhere, NEEDS, st.booleans(), st.sampled_from(list(NameNeeded))), min_size=1)
LISTENS = Somewhere(frozenset({Need.LISTEN}), named=NameNeeded.NEVER)
AT_NIGHT = Somewhere(frozenset({Need.LISTEN, Need.CARE}), at_once=True, named=NameNeeded.ASK)
SIGNAL = Somewhere(frozenset({Need.STOP}), named=NameNeeded.COUNSELLOR)
HERE = (LISTENS, AT_NIGHT, SIGNAL)


@pytest.mark.clause("C53")
@pytest.mark.parametrize(
    ("wishes", "left"),
    [
        (Wishes(), HERE),
        (Wishes("listen"), (LISTENS, AT_NIGHT)),
        (Wishes("listen", NOW), (AT_NIGHT,)),
        (Wishes("listen", "later", "with"), (LISTENS, AT_NIGHT)),
        (Wishes(name=WITHOUT), (LISTENS, SIGNAL)),
        (Wishes("listen", NOW, WITHOUT), (AT_NIGHT,)),  # the last would leave nothing: passed over
        (Wishes("decision"), HERE),
    ],
)
def test_each_answer_leaves_out_what_does_not_fit_it(wishes: Wishes, left: tuple[Somewhere, ...]) -> None:
    assert tuple(each.way for each in narrow(HERE, wishes)) == left


@pytest.mark.clause("C53")
def test_each_way_says_which_answers_it_fits_and_no_other() -> None:
    (night,) = narrow(HERE, Wishes("listen", NOW, WITHOUT))

    assert night.reasons == ("listen", "now")
    assert [each.reasons for each in narrow(HERE, Wishes(when="later"))] == [(), (), ()]


@pytest.mark.clause("C53")
@given(WAYS, ANSWERS)
def test_the_same_answers_give_the_same_list_and_never_an_empty_one(
    ways: list[Somewhere], wishes: Wishes
) -> None:
    found = narrow(ways, wishes)

    assert found
    assert found == narrow(tuple(ways), wishes)
    assert [each.way for each in found] == [way for way in ways if way in [each.way for each in found]]


@pytest.mark.clause("C53")
def test_who_wants_to_speak_to_someone_today_also_sees_who_is_there_day_and_night() -> None:
    def left(wishes: Wishes) -> tuple[Somewhere, ...]:
        return tuple(each.way for each in shortlist(HERE, wishes, 2))

    assert left(Wishes("stop", NOW)) == (SIGNAL, AT_NIGHT)
    assert left(Wishes("stop")) == (SIGNAL,)
    assert left(Wishes("care", NOW)) == (AT_NIGHT,)
    assert left(Wishes(name=WITHOUT)) == (LISTENS, SIGNAL)
    assert [each.reasons for each in shortlist(HERE, Wishes("stop", NOW), 2)] == [("stop",), ("now",)]
    assert [each.way for each in shortlist([SIGNAL, LISTENS], Wishes("stop", NOW), 1)] == [SIGNAL]
    assert [each.way for each in shortlist(HERE, Wishes("decision", NOW), 1)] == [AT_NIGHT]
