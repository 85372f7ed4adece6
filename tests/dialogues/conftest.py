"""The flows that the tests of dialogues run on."""

from pathlib import Path

import pytest

from dialogues.flows import Flows
from dialogues.loader import load

HERE = Path(__file__).parent


@pytest.fixture(scope="session")
def small() -> Flows:
    """A small product that uses every construct of the format."""
    return load(HERE / "small")
