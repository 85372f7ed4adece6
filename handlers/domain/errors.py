"""Errors of the product's rules. Messages are free of people's words; data are attributes."""


class OpenOorError(Exception):
    """Base of every error that the product raises on purpose."""


class CaseError(OpenOorError):
    """A rule about a case was about to be broken. Nothing has changed."""


class ConsentError(OpenOorError):
    """A disclosure was refused because no live consent covers it. Nothing was disclosed."""


class StorageError(OpenOorError):
    """Reading or writing did not work. Nothing was written."""


class Stale(StorageError):
    """Somebody else wrote this conversation since it was read. Nothing was written; take the turn again."""


class Locked(StorageError):
    """The database stayed locked longer than it may. Nothing was written; try again later."""


class CannotOpen(StorageError):
    """A sealed row did not open with this key: wiped, another reader's, or changed by someone."""
