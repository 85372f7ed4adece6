"""A state as bytes and back."""

import pickle

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dialogues.codec import StateUnreadable, UnknownStateVersion, dump, parse
from dialogues.model import Frame, Option, State
from dialogues.private import Private

PRIVATES = st.text(st.characters()).map(Private)
VALUES = st.one_of(
    st.none(),
    st.booleans(),
    st.integers(),
    st.text(),
    PRIVATES,
    st.lists(st.text()).map(tuple),
    st.lists(st.builds(Option, st.text(), PRIVATES), min_size=1).map(tuple),
)
FRAMES = st.lists(st.builds(Frame, st.text(), st.text(), st.booleans())).map(tuple)
STATES = st.builds(State, FRAMES, st.dictionaries(st.text(), VALUES))


@given(STATES)
def test_every_state_comes_back_exactly(state: State) -> None:
    back = parse(dump(state))
    assert back == state
    assert {name: type(value) for name, value in back.slots.items()} == {
        name: type(value) for name, value in state.slots.items()
    }
    assert dump(back) == dump(state)


def test_half_a_character_comes_back_too() -> None:
    state = State(slots={"story": Private("\ud800")})
    assert parse(dump(state)) == state


def test_another_version_is_refused_by_its_number() -> None:
    with pytest.raises(UnknownStateVersion, match="version 7; this program reads version 1"):
        parse(b'{"v":7}')


@pytest.mark.parametrize(
    "saved",
    [
        b"",
        b"geheim",
        b"[]",
        b'{"v":"1"}',
        b'{"v":1}',
        b'{"v":1,"f":[],"s":[]}',
        b'{"v":1,"f":[["a","b"]],"s":{}}',
        b'{"v":1,"f":["abc"],"s":{}}',
        b'{"v":1,"f":[["a","b",1]],"s":{}}',
        b'{"v":1,"f":[],"s":{"a":1.5}}',
        b'{"v":1,"f":[],"s":{"a":{"q":"geheim"}}}',
        b'{"v":1,"f":[],"s":{"a":{"p":["geheim"]}}}',
        b'{"v":1,"f":[],"s":{"a":[["geheim"]]}}',
        b'{"v":1,"f":[],"s":{"a":[{"o":"geheim"}]}}',
        b"[" * 100_000,
        b"\xff\xfe\x00",
    ],
)
def test_what_is_no_state_is_refused_without_showing_it(saved: bytes) -> None:
    with pytest.raises(StateUnreadable) as refused:
        parse(saved)
    chain = [refused.value, refused.value.__cause__, refused.value.__context__]
    assert all("geheim" not in repr(getattr(each, "__dict__", "")) + str(each) for each in chain if each)
    assert refused.value.__context__ is None


@given(st.binary())
def test_any_bytes_are_a_state_or_are_refused(saved: bytes) -> None:
    with pytest.raises((StateUnreadable, UnknownStateVersion)):
        parse(saved)


def test_what_a_slot_cannot_hold_is_not_saved() -> None:
    with pytest.raises(TypeError, match="cannot be saved"):
        dump(State(slots={"a": object()}))  # type: ignore[dict-item]  # what the type checker would refuse


def test_a_private_is_never_pickled() -> None:
    with pytest.raises(TypeError):
        pickle.dumps(Private("geheim"))
