"""Files in a folder of their own for each test."""

from pathlib import Path

import pytest

from tests.roster.files import Reads


@pytest.fixture
def policy_file(tmp_path: Path) -> Reads:
    """policy.yml in an empty folder."""
    return Reads(tmp_path / "policy.yml")


@pytest.fixture
def roster_file(tmp_path: Path) -> Reads:
    """roster.yml in an empty folder."""
    return Reads(tmp_path / "roster.yml")
