"""Hints on a counsellor's reply: named, never in the way (C33)."""

import pytest

from dialogues.private import Private
from handlers.domain.hints import Hint, hints

LONG = "ik " * 24 + "weet het."


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Dank je voor je bericht. Wat heb je nu nodig?", ()),
        ("Waarom zei je niets?", (Hint.WHY,)),
        ("Why did you stay?", (Hint.WHY,)),
        ("Ik beloof je dat het goed komt.", (Hint.PROMISE,)),
        ("It will be fine, I promise.", (Hint.PROMISE,)),
        ("De dader krijgt straf.", (Hint.JUDGING,)),
        ("You should report the offender.", (Hint.JUDGING, Hint.PRESSING)),
        ("Je moet aangifte doen.", (Hint.PRESSING,)),
        (LONG, (Hint.LONG,)),
        ("Kort. Nog een korte zin.\n" * 20, ()),
        ("De waaromvraag staat hier niet los.", ()),
        ("", ()),
    ],
)
def test_what_a_reply_is_read_again_for(text: str, found: tuple[Hint, ...]) -> None:
    assert hints(Private(text)) == found
