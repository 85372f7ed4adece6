"""A whole Open Oor, for a real Chromium."""

from tests.web.conftest import clock, furnished, house, read_once

__all__ = ["clock", "furnished", "house", "read_once"]
