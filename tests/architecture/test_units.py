"""The units of systemd keep what the notice promises, also on a night on which something fails."""

import pytest

from storage.keys import KEK_DAYS
from tests.architecture.modules import ROOT

BACKUP = (ROOT / "deploy" / "systemd" / "openoor-backup.service").read_text("utf-8")


def of(name: str) -> list[str]:
    return [line.removeprefix(f"{name}=") for line in BACKUP.splitlines() if line.startswith(f"{name}=")]


@pytest.mark.clause("C41")
def test_old_backups_are_destroyed_also_when_no_new_one_could_be_made() -> None:
    """ExecStartPost is left out after a failure: for weeks, when the disk stays full. ExecStopPost is not."""
    (destroying,) = of("ExecStopPost")
    assert not of("ExecStartPost")
    _, _, days = destroying.partition("-mtime +")
    assert int(days.split()[0]) + 1 < KEK_DAYS
    (backup,) = of("ExecStart")
    for place in backup.split()[-1], backup.split()[-3]:
        assert f"{place} " in destroying
