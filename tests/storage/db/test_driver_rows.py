"""Rows that are taken apart in one pass are the driver's own, of every kind and length of value."""

from __future__ import annotations

import contextlib

import pymysql
import pytest

from salesdesk.storage.db import mysql
from tests.support.database import Database, TestServer

#: Where the bytes that tell a value's length become more.
LENGTHS = (0, 1, 250, 251, 252, 255, 256, 65_535, 65_536, 70_000)

KINDS = (
    "SELECT NULL, 1, -2.5, 1e3, 'Zoë 😀', X'00FF', TRUE",
    "SELECT CAST('2026-03-10 06:30:15' AS DATETIME), CAST('2026-03-10' AS DATE), NULL",
    "SELECT CAST('12.345' AS DECIMAL(8, 3)), CAST(18446744073709551615 AS UNSIGNED)",
    "SELECT JSON_OBJECT('name', 'Zoë'), CONCAT('a', NULL) UNION ALL SELECT NULL, 'second'",
    "SELECT 1 WHERE 1 = 0",
    *(f"SELECT REPEAT('é', {length}), REPEAT('x', {length}), {length}" for length in LENGTHS),
)


def test_each_row_is_as_the_driver_reads_it(server: TestServer, mariadb: Database) -> None:
    with contextlib.closing(server.admin()) as plain, mariadb.engine.connect() as ours:
        cursor = plain.cursor()
        for statement in KINDS:
            cursor.execute(statement)
            found = [tuple(row) for row in ours.exec_driver_sql(statement)]
            assert found == list(cursor.fetchall()), statement[:60]


def test_a_fault_among_the_rows_is_told(mariadb: Database) -> None:
    with mariadb.engine.connect() as connection:
        driver = connection.connection.dbapi_connection
        assert isinstance(driver, mysql._Connection)
        cursor = driver.cursor()
        with pytest.raises(pymysql.err.MySQLError):
            cursor.execute("SELECT 1 UNION ALL SELECT (SELECT 1 UNION ALL SELECT 2)")
        cursor.execute("SELECT 3")
        assert cursor.fetchall() == ((3,),)
