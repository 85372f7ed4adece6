"""What people type into fields, read the way they mean it."""

import re
from datetime import date

_DUTCH = re.compile(r"(\d{1,2})[-/. ](\d{1,2})[-/. ](\d{4})", re.ASCII)


def typed_day(text: str) -> date:
    """The day of "2026-11-30", as browsers send it, or of "30-11-2026", as people type it.

    Raises ValueError for anything else.
    """
    if written := _DUTCH.fullmatch(text.strip()):
        day, month, year = map(int, written.groups())
        return date(year, month, day)
    return date.fromisoformat(text.strip())
