"""Totals of a year: sealed, always as long, gone after their term, and nothing in them says whose (C27)."""

import asyncio

import sqlalchemy as sa

from handlers.ports import About, Work
from storage import upkeep
from storage.store import SqlStore
from storage.tables_of_hr import totals
from storage.totals import KEPT_YEARS
from storage.transaction import Transaction
from tests.clock import FixedClock


async def stored(store: SqlStore) -> list[tuple[int, str, bytes]]:
    """Every row as whoever takes the database finds it."""

    def look(at: Transaction) -> list[tuple[int, str, bytes]]:
        return [(row.year, row.about, bytes(row.sealed)) for row in at.run(sa.select(totals))]

    return await upkeep.read(store, look)


async def test_cells_are_added_and_taken_off_and_never_get_below_nothing(store: SqlStore) -> None:
    def job(work: Work) -> None:
        work.totals.change(About.CLOSINGS, 2026, {"a": 2, "b": 1})
        work.totals.change(About.CLOSINGS, 2026, {"a": -1, "b": -4})

    await store.write(job)
    assert await store.read(lambda work: work.totals.of(About.CLOSINGS, 2026)) == {"a": 1}
    assert await store.read(lambda work: work.totals.of(About.FEEDBACK, 2026)) == {}
    assert await store.read(lambda work: work.totals.of(About.CLOSINGS, 2027)) == {}


async def test_a_row_shows_no_figure_no_cell_and_no_growth(store: SqlStore) -> None:
    def job(work: Work) -> None:
        work.totals.change(About.CLOSINGS, 2026, {"violence": 41})

    await store.write(job)
    ((_, _, before),) = await stored(store)
    for _ in range(30):
        await store.write(job)
    ((year, about, after),) = await stored(store)
    assert (year, about, len(after)) == (2026, "closings", len(before))
    assert b"violence" not in before + after
    assert before != after


async def test_many_at_once_are_all_counted(store: SqlStore) -> None:
    def job(work: Work) -> None:
        work.totals.change(About.CLOSINGS, 2026, {"a": 1})

    await asyncio.gather(*(store.write(job) for _ in range(8)))
    assert await store.read(lambda work: work.totals.of(About.CLOSINGS, 2026)) == {"a": 8}


async def test_a_row_that_was_moved_or_written_by_another_hand_opens_nothing_and_holds_nobody_up(
    store: SqlStore,
) -> None:
    await store.write(lambda work: work.totals.change(About.CLOSINGS, 2026, {"a": 7}))
    await upkeep.write(store, lambda at: at.run(sa.update(totals).values(year=2025)))
    assert await store.read(lambda work: work.totals.of(About.CLOSINGS, 2025)) == {}
    await store.write(lambda work: work.totals.change(About.CLOSINGS, 2025, {"a": 1}))
    assert await store.read(lambda work: work.totals.of(About.CLOSINGS, 2025)) == {"a": 1}


async def test_totals_go_after_their_years(store: SqlStore, clock: FixedClock) -> None:
    year = clock.now().year
    await store.write(lambda work: work.totals.change(About.CLOSINGS, year, {"a": 1}))
    await store.write(lambda work: work.totals.change(About.FEEDBACK, year - KEPT_YEARS, {"a": 1}))
    await store.write(lambda work: work.totals.change(About.FEEDBACK, year - KEPT_YEARS - 1, {"a": 1}))
    await upkeep.hourly(store)
    assert {each[0] for each in await stored(store)} == {year, year - KEPT_YEARS}
    clock.passes(days=366 * (KEPT_YEARS + 1))
    await upkeep.hourly(store)
    assert await stored(store) == []
