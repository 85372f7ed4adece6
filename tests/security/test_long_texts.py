"""One stranger's text keeps nobody waiting: reading it takes as long as it is long, whatever stands in it."""

import subprocess
import sys

import pytest

from tests.patience import PATIENCE

LENGTH = 300_000
"""Characters; what grows with the square of it takes hours here, and still half a minute for one message."""

HINTS = "from dialogues.private import Private; from handlers.domain.hints import hints; hints(Private(text))"
LINES = "from dialogues.private import Private; from handlers.domain.introduction import draft; "
READERS = {
    "marks": "from handlers.domain.marks import marks; marks(text)",
    "hints": HINTS,
    "lines": f"{LINES}draft({{'story': Private(text)}}, str)",
}
TEXTS = ("Ben ", "Van ", "van ", "Dr. ", "a.a. ", "@", "a-", ".", "!", "\n ", " ", "0.6", "+1((")


@pytest.mark.parametrize("reader", READERS)
def test_a_long_text_of_one_thing_over_and_over_is_read_in_one_go(reader: str) -> None:
    # In a process of its own: nothing inside this one can stop a search that does not end.
    job = f"for part in {TEXTS!r}:\n text = (part * {LENGTH})[:{LENGTH}] + 'x'\n {READERS[reader]}"
    done = subprocess.run([sys.executable, "-c", job], timeout=PATIENCE, check=False, capture_output=True)
    assert done.returncode == 0
