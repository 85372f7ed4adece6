"""What the set-up check says: one finding after the other."""

from dataclasses import asdict, dataclass
from enum import StrEnum


class Weight(StrEnum):
    """How much a finding weighs."""

    OK = "ok"
    WARNING = "warning"
    STOP = "stop"  # do not go live with this


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing that was looked at, in words for the operator; `mend` says what to do."""

    weight: Weight
    what: str
    mend: str = ""

    def as_json(self) -> dict[str, str]:
        """For machines."""
        return {key: str(value) for key, value in asdict(self).items()}
