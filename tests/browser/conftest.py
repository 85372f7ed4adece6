"""A whole Open Oor, for a real Chromium."""

from playwright.async_api import expect

from tests.patience import PATIENCE
from tests.web.conftest import clock, furnished, house, read_once

__all__ = ["clock", "furnished", "house", "read_once"]

expect.set_options(timeout=PATIENCE * 1000)
