"""Who puts an earlier database back opens nothing that somebody ended since, whichever way it came back."""

import shutil
from pathlib import Path

import pytest

from bot.settings import Settings
from bot.wiring import House, Reading, build
from handlers.domain.case import Status
from tests.house import VERA, Counsellor, Employee, MovableClock, cases_of


@pytest.mark.clause("C41")
async def test_a_counsellor_never_sees_again_what_was_wiped(
    house: House, employee: Employee, folder: Path, clock: MovableClock, reading: Reading
) -> None:
    """A copy of the file that was laid in its place by hand: `openoor restore` is not asked."""
    await employee.introduces(pick="woman")
    (case,) = await cases_of(house, VERA)
    earlier = folder / "earlier"
    earlier.mkdir(mode=0o700)
    await house.store.settle()
    for file in (folder / "house").glob("openoor.sqlite*"):
        shutil.copy(file, earlier / file.name)
    await employee.commands("/wipe")
    await employee.chooses(wipe_ok="yes")
    kept_keys = Settings(data_dir=earlier, keys_dir=folder / "house" / "keys")
    again = await build(kept_keys, clock, reading=reading)
    try:
        (left,) = await cases_of(again, VERA)
        assert (left.id, left.status) == (case.id, Status.WITHDRAWN)
        vera = await Counsellor.enters(again, VERA)
        seen = await vera.opens(case.id)
        assert seen is None or not seen.letters
    finally:
        await again.close()
