"""Keys as files: a folder that only its owner can open, one key a file, never in the database.

desk, roster, relay, delivery, session, code      made once, at the first set-up
pseudonym-<day>, employee-<day>                    one per epoch of seven days, named by its first day
kek-<day>                                          one per day

Every file is exactly 32 random bytes. A file is on disk before anything refers to it.

ended-<day>-<process>.list                         marks of what ended that day (storage/endings.py); no key
"""

import os
import secrets
import stat
from collections.abc import Iterable, Iterator
from contextlib import contextmanager, suppress
from datetime import date, timedelta
from pathlib import Path
from typing import Final, Literal

from handlers.domain.errors import StorageError
from storage.sealing import KEY_BYTES, new_key

Lasting = Literal["desk", "roster", "relay", "delivery", "session", "code"]
LASTING: Final[tuple[Lasting, ...]] = ("desk", "roster", "relay", "delivery", "session", "code")
Series = Literal["pseudonym", "employee", "kek"]

EPOCH_DAYS: Final = 7
_ENDED: Final = "ended"
_FIRST: Final = date(1970, 1, 5)  # a Monday


class KeyFolderError(StorageError):
    """The key folder cannot be used as it is. The message tells the operator what to do; nothing was made."""


def epoch_of(day: date) -> int:
    """The number of the seven days that `day` is in."""
    return (day - _FIRST).days // EPOCH_DAYS


def first_day(epoch: int) -> date:
    """The Monday on which an epoch begins."""
    return _FIRST + timedelta(days=epoch * EPOCH_DAYS)


def is_empty(folder: Path) -> bool:
    """Whether there is nothing at all where the keys ought to be, as before the first start."""
    return not folder.exists() or not any(folder.iterdir())


class KeyFolder:
    """The files themselves. Raises KeyFolderError when modes are loose or files are missing or broken."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._process = secrets.token_hex(4)  # who writes into a list, so that no two write into one
        first_time = is_empty(folder)
        if first_time:
            with self._told_when_unwritable():
                folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        self._refuse_loose(folder)
        for path in folder.glob("*.key"):
            self._refuse_loose(path)
        if first_time:
            for name in LASTING:
                self._make(name)
        missing = [name for name in LASTING if not self._path(name).exists()]
        if missing:
            raise KeyFolderError(
                f"The key folder {folder.name} misses {', '.join(f'{m}.key' for m in missing)}. "
                "Put the folder back from the key backup; a new key would open nothing that is stored."
            )

    def lasting(self, name: Lasting) -> bytes:
        """A key that was made at the first set-up."""
        return self._read(self._path(name))

    def of_day(self, series: Series, day: date) -> bytes | None:
        """The key of this series whose term begins on `day`, or None when it was destroyed or never made."""
        path = self._path(f"{series}-{day.isoformat()}")
        return self._read(path) if path.exists() else None

    def make_of_day(self, series: Series, day: date) -> bytes:
        """As `of_day`, made first when it is not there. Two processes at once end up with the same key."""
        found = self.of_day(series, day)
        return found if found is not None else self._make(f"{series}-{day.isoformat()}")

    def days(self, series: Series) -> tuple[date, ...]:
        """First days of the keys that are kept, oldest first."""
        found = self._folder.glob(f"{series}-*.key")
        return tuple(sorted(date.fromisoformat(p.stem.removeprefix(f"{series}-")) for p in found))

    def destroy(self, series: Series, day: date) -> None:
        """Overwrite and remove one key.

        On a disk that copies on write the overwriting may not reach the old blocks; docs/threat-model.md
        says so.
        """
        path = self._path(f"{series}-{day.isoformat()}")
        try:
            file = path.open("r+b")
        except FileNotFoundError:  # another process did, perhaps a moment ago
            return
        with file:
            file.write(secrets.token_bytes(KEY_BYTES))
            file.flush()
            os.fsync(file.fileno())
        path.unlink(missing_ok=True)
        self._sync_folder()

    def note_ended(self, day: date, marks: Iterable[str]) -> None:
        """Keep these marks beside the keys. Raises OSError when they cannot be written."""
        path = self._folder / f"{_ENDED}-{day.isoformat()}-{self._process}.list"
        handle = os.open(path, os.O_WRONLY | os.O_APPEND | os.O_CREAT, 0o600)
        try:
            os.write(handle, "".join(f"{mark}\n" for mark in marks).encode())
            os.fsync(handle)
        finally:
            os.close(handle)
        self._sync_folder()

    def ended(self) -> frozenset[str]:
        """Every mark that is kept."""
        marks: set[str] = set()
        for path in self._lists():
            with suppress(FileNotFoundError):  # another process forgot the list of an old day meanwhile
                marks.update(path.read_text("ascii").split())
        return frozenset(marks)

    def forget_ended(self, before: date) -> None:
        """Lists of earlier days go."""
        for path in self._lists():
            if path.name < f"{_ENDED}-{before.isoformat()}":
                path.unlink(missing_ok=True)

    def _lists(self) -> list[Path]:
        return sorted(self._folder.glob(f"{_ENDED}-*.list"))

    def _path(self, name: str) -> Path:
        return self._folder / f"{name}.key"

    def _make(self, name: str) -> bytes:
        path, draft = self._path(name), self._folder / f".{secrets.token_hex(8)}"
        with self._told_when_unwritable():
            handle = os.open(draft, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
        try:
            os.write(handle, new_key())
            os.fsync(handle)
        finally:
            os.close(handle)
        try:
            # A link never replaces: who comes second uses the first one's key.
            os.link(draft, path)
        except FileExistsError:
            pass
        finally:
            draft.unlink()
        self._sync_folder()
        return self._read(path)

    def _read(self, path: Path) -> bytes:
        key = path.read_bytes()
        if len(key) != KEY_BYTES:
            raise KeyFolderError(
                f"{path.name} is not a key: it has {len(key)} bytes, not {KEY_BYTES}. "
                "Put it back from the key backup."
            )
        return key

    @contextmanager
    def _told_when_unwritable(self) -> Iterator[None]:
        try:
            yield
        except OSError as error:
            raise KeyFolderError(
                f"The key folder {self._folder} cannot be written ({error.strerror}); every day gets a key. "
                "Make it the property of the account that runs Open Oor (chown, chmod 700), or name another "
                "in OPENOOR_KEYS_DIR."
            ) from None

    def _sync_folder(self) -> None:
        handle = os.open(self._folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)

    @staticmethod
    def _refuse_loose(path: Path) -> None:
        mode = stat.S_IMODE(path.stat().st_mode)
        if mode & 0o077:
            wanted = "700" if path.is_dir() else "600"
            raise KeyFolderError(
                f"{path.name} can be opened by others (mode {mode:o}). "
                f"Make it yours alone with chmod {wanted}, and think of who may have read it."
            )
