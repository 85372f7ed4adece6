"""Five weeks of the simulated year (benchmarks): nobody stranded, nothing disclosed, lost or left."""

from argparse import Namespace
from pathlib import Path

import pytest

from benchmarks.year.__main__ import simulate, table


@pytest.mark.clause("C12", "C15", "C41")
async def test_whatever_goes_wrong_in_five_weeks_the_four_figures_are_nothing(folder: Path) -> None:
    year = await simulate(Namespace(seed=1, counsellors=5, days=38, employees=16, introductions=10), folder)
    seen = year.figures.seen
    assert year.figures.clean, table(year, 1.0)
    assert year.world.tally["introductions"]
    assert year.world.tally["turns killed after their commit"]
    assert year.world.tally["answers that did not come back"] == 0
    assert seen["letters at a desk, each against its consent"]
    assert seen["letters of the counsellor, read by the other"]
