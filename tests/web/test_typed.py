"""Days as people type them."""

from datetime import date

import pytest

from bot.web.typed import typed_day


@pytest.mark.parametrize(
    "typed", ["2026-11-03", "3-11-2026", "03-11-2026", "3/11/2026", "3.11.2026", " 3 11 2026 "]
)
def test_a_day_is_read_the_way_it_is_meant(typed: str) -> None:
    assert typed_day(typed) == date(2026, 11, 3)


@pytest.mark.parametrize("typed", ["", "31-2-2026", "11-30-2026", "3-11-26", "morgen", "١-١-٢٠٢٦"])
def test_what_is_no_day_is_not_guessed(typed: str) -> None:
    with pytest.raises(ValueError):
        typed_day(typed)
