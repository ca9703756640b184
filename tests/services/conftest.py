"""Fixtures of the use cases' tests."""

import pytest

from tests.support.database import Database
from tests.support.factories import Office


@pytest.fixture
def office(database: Database) -> Office:
    """An office with people on each of the two databases, its clock at a known moment."""
    return Office(database)
