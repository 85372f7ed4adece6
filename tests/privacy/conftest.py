"""Every test here can ask for a whole house."""

from tests.handlers.fixtures import clock, employee, furnished, house, reading

__all__ = ["clock", "employee", "furnished", "house", "reading"]
