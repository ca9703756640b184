"""A small crowd for the bench."""

from __future__ import annotations

import sys
from collections.abc import Iterator

import pytest
from sqlalchemy.engine import URL

from benchmarks import filling
from tests.support.database import TestServer

#: The window is measured on an X server's virtual screen, which only Linux has.
collect_ignore = [] if sys.platform.startswith("linux") else ["test_window.py"]

CUSTOMERS = 200


@pytest.fixture(scope="package")
def crowd(server: TestServer) -> Iterator[URL]:
    """A filled database, without the recommended indexes."""
    url = filling.prepared(server, CUSTOMERS)
    yield url
    server.drop(url)
