"""How long a test waits for what must happen, in seconds of real time."""

from typing import Final

PATIENCE: Final = 180.0
"""Long enough for the slowest machine: what never happens fails a test, and being slow never does."""
