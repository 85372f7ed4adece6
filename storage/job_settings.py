"""What the queue and the worker must agree on, also across versions of this program."""

from typing import Final

from dbos import DBOSPortableJSONSerializer

APP_NAME: Final = "openoor"
APP_VERSION: Final = "1"
"""Pinned: a new release takes over the jobs of the one before it."""
QUEUE: Final = "openoor"
WORKFLOW: Final = "openoor.job"
SERIALIZER: Final = DBOSPortableJSONSerializer()
"""In both places; what dbos takes by itself is pickle."""
LONGEST_DELAY: Final = 24 * 60 * 60.0
"""Seconds. Later dates are a day in a column, read by the daily sweep."""
POLLING: Final = 0.25
"""Seconds."""
