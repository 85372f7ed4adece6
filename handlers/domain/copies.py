"""What a counsellor declares of notes and downloads of their own, outside Open Oor (C43)."""

from enum import StrEnum


class Copies(StrEnum):
    """When nothing of one's own is left: closed choices, which can say nothing about anybody."""

    GONE = "gone"
    WEEK = "week"  # within seven days
    MONTH = "month"  # within thirty days
