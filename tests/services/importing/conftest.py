"""Fixtures of the import's tests."""

from pathlib import Path

import pytest

from tests.support.database import Database
from tests.support.factories import Office
from tests.support.import_work import Importer


@pytest.fixture
def office(database: Database) -> Office:
    """An office with people on each of the two databases, its clock at a known moment."""
    return Office(database)


@pytest.fixture
def importer(office: Office, tmp_path: Path) -> Importer:
    """An administrator with a folder of files to import."""
    return Importer(office, tmp_path)
