"""A whole Open Oor, for a real Chromium."""

from tests.web.conftest import clock, furnished, house

__all__ = ["clock", "furnished", "house"]
