"""The last answer survives being kept."""

import pytest

from dialogues.codec import StateUnreadable
from dialogues.model import Button, Say
from dialogues.private import Private
from dialogues.says import dump_says, parse_says

ANSWER = (
    Say("utter_hello"),
    Say(
        "utter_ask_line",
        {"preview": Private("één twee"), "count": 2},
        (
            Button("/SetSlots(line=story_1)", "story_1", Private("één")),
            Button("/SetSlots(line=skip)", "skip"),
        ),
        "line",
    ),
)


def test_an_answer_comes_back_as_it_was() -> None:
    back = parse_says(dump_says(ANSWER))
    assert back == ANSWER
    assert back[1].slots["preview"] == Private("één twee")


@pytest.mark.parametrize("broken", [b"", b"{", b"[1]", b'[["a"]]', b'[["a",null,"x",[]]]', b"[[1,2,3,4]]"])
def test_broken_bytes_are_refused_without_showing_them(broken: bytes) -> None:
    with pytest.raises(StateUnreadable) as refused:
        parse_says(broken)
    assert refused.value.__context__ is None
