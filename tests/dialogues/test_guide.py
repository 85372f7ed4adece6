"""Help lines: what fits comes first, unknown lines stop the start, old ones are told to the operator."""

from datetime import date, timedelta
from pathlib import Path

import pytest

from bot.places import DIALOGUES
from dialogues.guide import MOST, Guide
from dialogues.guide_files import load_guide
from dialogues.problems import BrokenDialogues

TODAY = date(2026, 11, 23)


@pytest.fixture(scope="module")
def guide() -> Guide:
    return load_guide(DIALOGUES)


def test_at_most_three_lines_are_shown_and_the_fitting_one_first(guide: Guide) -> None:
    shown = guide.fitting("suicide", "any")
    assert len(shown) == MOST
    assert shown[0].id == "zelfmoordpreventie"
    assert len({line.id for line in shown}) == MOST


def test_all_lines_of_a_kind_can_be_had(guide: Guide) -> None:
    assert len(guide.fitting("any", most=None)) >= MOST


def test_an_unknown_line_is_named(guide: Guide) -> None:
    with pytest.raises(KeyError, match="nobody_picks_up"):
        guide.line("nobody_picks_up")


def test_a_topic_that_names_an_unknown_line_stops_the_start(folder: Path) -> None:
    (folder / "helplines.yml").write_text("lines: []\n", "utf-8")
    topic = "topics: {policy: {inside: [], outside: [nobody_picks_up], clause: C63}}\n"
    (folder / "scope.yml").write_text(topic, "utf-8")
    with pytest.raises(BrokenDialogues, match=r"scope.yml:1: policy: `nobody_picks_up` is no line"):
        load_guide(folder)


def test_a_line_that_nobody_checked_lately_is_told_to_the_operator(folder: Path) -> None:
    rows = "\n".join(
        f"  - {{id: {name}, name: {{}}, number: null, url: null, hours: null, cost: null, what: {{}}, "
        f"name_needed: null, kinds: [], needs: [], at_once: false, source: x, verified_on: {day}}}"
        for name, day in (("never", "null"), ("old", "2026-06-01"), ("fresh", "2026-11-20"))
    )
    (folder / "helplines.yml").write_text(f"lines:\n{rows}\n", "utf-8")
    (folder / "scope.yml").write_text("topics: {}\n", "utf-8")
    guide = load_guide(folder)
    assert guide.unverified(TODAY, 90) == ("never", "old")
    assert guide.unverified(TODAY + timedelta(days=200), 90) == ("never", "old", "fresh")
