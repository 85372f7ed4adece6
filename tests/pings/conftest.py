"""Every test here can ask for a whole house, and for a mail server that does what it is told."""

from tests.handlers.fixtures import clock, employee, furnished, house, reading
from tests.pings.mailserver import certificate, post

__all__ = ["certificate", "clock", "employee", "furnished", "house", "post", "reading"]
