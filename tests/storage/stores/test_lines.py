"""Many rows or values at once, more than one statement can hold."""

import pytest

from salesdesk.storage import tables
from salesdesk.storage.stores.lines import insert_lines, select_listed
from tests.support.database import Database

_PHONES = tables.salesdesk_phones
_NAMES = ("customer_id", "number", "source", "position", "typed", "note", "beside")


@pytest.mark.parametrize("length", [1, 250])
def test_more_rows_than_a_statement_holds_go_in_and_are_found(
    database: Database, length: int
) -> None:
    lines = [
        (
            f"customer {n}",
            f"+62{n}",
            "x",
            n % 7,
            "y" * length,
            "z" * length if n % 2 else None,
            True,
        )
        for n in range(6_000)
    ]
    writing = database.engine.execution_options(salesdesk_write=True)
    with writing.connect() as connection, connection.begin() as transaction:
        insert_lines(connection, _PHONES.name, _NAMES, lines)
        asked = [f"+62{n}" for n in range(0, 12_000, 2)]
        found = select_listed(connection, _PHONES.c.customer_id, _PHONES.c.number, asked)
        assert sorted(found) == sorted(f"customer {n}" for n in range(0, 6_000, 2))
        counted = connection.exec_driver_sql(
            "SELECT COUNT(*), COUNT(note), SUM(position), SUM(LENGTH(typed)) FROM salesdesk_phones"
        ).one()
        assert [int(one) for one in counted] == [
            6_000, 3_000, sum(n % 7 for n in range(6_000)), 6_000 * length,
        ]  # fmt: skip
        transaction.rollback()


def test_no_rows_are_no_statement(database: Database) -> None:
    with database.engine.connect() as connection:
        insert_lines(connection, "no_such_table", ("id",), [])
        assert select_listed(connection, _PHONES.c.customer_id, _PHONES.c.number, []) == []
