"""What is read of a screen in a statement that is made once goes by no moment of the first time."""

from __future__ import annotations

import pytest
from sqlalchemy import select

from salesdesk.domain.pipeline import BoardQuery, Stage
from salesdesk.storage.reads import first_pages, moments
from salesdesk.storage.reads.by_summary import S
from salesdesk.storage.reads.first_pages import Asked
from tests.support.database import Database
from tests.support.walking import EVERYTHING


def test_a_moment_without_a_name_is_none_to_keep(sqlite: Database) -> None:
    late = select(S.customer_id).where(S.leaves_at > EVERYTHING.now).subquery("late")
    named = select(S.customer_id).where(S.leaves_at > moments.soon(EVERYTHING))
    lists: Asked[Stage] = Asked(pytest.fail, {}, lambda: {"named": named})
    wrong: Asked[Stage] = Asked(lists.listing, {}, lambda: {"named": named, "late": select(late)})
    with sqlite.engine.connect() as connection:
        for _ in range(2):
            found = first_pages.read(connection, lists, EVERYTHING, BoardQuery())
            assert found == ({}, {"named": []})
        with pytest.raises(ValueError, match="without a name"):
            first_pages.read(connection, wrong, EVERYTHING, BoardQuery(search="other"))
