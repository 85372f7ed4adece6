"""A wipe reaches every table and every column; one that is new must not outlive it unseen (C41, I6)."""

import re
from datetime import date
from typing import Any, cast

import pytest
import sqlalchemy as sa

from handlers.domain.case import Status
from handlers.domain.ids import CaseId, ConversationId
from storage import forgetting
from storage.tables import cases, metadata
from storage.transaction import Transaction

STAYS = {"id", "counsellor"}
"""Of a case that a counsellor had: whose desk the one word stands on, and under which row."""


class Recorder:
    """A transaction that only keeps what it was asked to run."""

    def __init__(self) -> None:
        self.ran: list[Any] = []
        self.keys, self.wiped = self, False

    def today(self) -> date:
        return date(2026, 11, 23)

    def run(self, statement: Any, _: object) -> tuple[()]:
        self.ran.append(statement)
        return ()

    def ends(self, kind: str, row: str) -> None:
        """Marks are for the files beside the keys; here only statements are looked at."""

    @property
    def emptied(self) -> set[str]:
        """The tables from which rows are taken."""
        return {str(each.table) for each in self.ran if isinstance(each, sa.Delete)}

    @property
    def overwritten(self) -> set[str]:
        """The columns of a case that get another value."""
        (statement,) = (each for each in self.ran if isinstance(each, sa.Update) and each.table is cases)
        assigned = str(statement).partition(" SET ")[2].partition(" WHERE ")[0]
        return set(re.findall(r"(\w+)=", assigned))


def holding(column: str) -> set[str]:
    """The tables with this column."""
    return {table.name for table in metadata.tables.values() if column in table.columns}


@pytest.mark.clause("C41")
def test_a_wipe_takes_rows_from_every_table_of_a_conversation() -> None:
    at = Recorder()
    forgetting.forget(cast(Transaction, at), ConversationId("x"))
    assert at.emptied >= holding("conversation") | holding("case_id") | {"conversations"}
    assert at.wiped


@pytest.mark.clause("C41")
def test_a_case_that_goes_takes_its_rows_from_every_table() -> None:
    at = Recorder()
    forgetting.forget_case(cast(Transaction, at), CaseId("x"))
    assert at.emptied >= holding("case_id") | {"cases"}
    assert at.wiped


@pytest.mark.clause("C41")
def test_of_a_wiped_case_no_column_keeps_its_value_but_whose_desk_it_stands_on() -> None:
    at = Recorder()
    forgetting.forget(cast(Transaction, at), ConversationId("x"))
    assert at.overwritten == set(cases.columns.keys()) - STAYS


def test_of_a_case_that_parts_no_column_keeps_its_value_but_whose_desk_it_stands_on() -> None:
    at = Recorder()
    forgetting.part(cast(Transaction, at), CaseId("x"), Status.DECLINED)
    assert at.overwritten == set(cases.columns.keys()) - STAYS
    moved = {str(each.table) for each in at.ran if isinstance(each, sa.Update)} - {"cases"}
    assert moved | at.emptied >= holding("case_id")
