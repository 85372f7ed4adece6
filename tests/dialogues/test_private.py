"""Words that only their reader may see, and the shapes that carry them."""

import pytest

from dialogues.model import ActionDone, Began, Frame, Say, State, UserSaid, Value
from dialogues.private import Private

SECRET = Private("geheim")


def test_a_private_shows_nothing_of_itself() -> None:
    assert "geheim" not in f"{SECRET!r} {SECRET} {SECRET:>20}"


def test_a_private_equals_only_the_same_private() -> None:
    same, other = Private("geheim"), Private("open")
    assert same == SECRET
    assert other != SECRET
    assert SECRET != "geheim"
    assert not Private("")


def test_a_private_is_in_no_index() -> None:
    with pytest.raises(TypeError):
        hash(SECRET)


def test_the_shapes_of_a_dialogue_show_no_words_when_printed() -> None:
    slots: dict[str, Value] = {"story": SECRET, "kind": "bullying"}
    for shape in (
        State(slots=slots),
        ActionDone("a", slots),
        Began("a", slots),
        Say("a", slots),
        UserSaid(SECRET),
    ):
        assert "geheim" not in repr(shape)
        assert "bullying" not in repr(shape)


def test_a_state_knows_where_it_stands() -> None:
    assert (State().flow, State().step) == (None, None)
    state = State((Frame("start", "a"), Frame("help_now", "b", returns=True)))
    assert (state.flow, state.step) == ("help_now", "b")
