"""Database accounts with few rights, and servers that do not behave."""

import socket
import threading
import uuid
from collections.abc import Callable, Iterator
from contextlib import contextmanager

import pytest
from sqlalchemy.engine import URL

from tests.support.crowds import filled
from tests.support.database import Database, TestServer, free_port, open_database

#: Takes a database and grants such as 'SELECT ON db.*'; gives its URL for an account of its own.
Hire = Callable[..., URL]

PASSWORD = "se cret/@:pw"


@pytest.fixture
def hire(server: TestServer) -> Iterator[Hire]:
    """Makes accounts with the named rights alone, gone after the test."""
    accounts = []

    def hired(url: URL, *rights: str) -> URL:
        account = f"clerk_{uuid.uuid4().hex[:12]}"
        accounts.append(account)
        server.run(
            f"CREATE USER '{account}'@'%' IDENTIFIED BY '{PASSWORD}'",
            *(f"GRANT {right} TO '{account}'@'%'" for right in rights),
        )
        return url.set(username=account, password=PASSWORD)

    yield hired
    server.run(*(f"DROP USER '{account}'@'%'" for account in accounts))


@pytest.fixture
def closed_port() -> int:
    """A port at which nobody listens."""
    return free_port()


@contextmanager
def mute(host: str, port: int = 0) -> Iterator[int]:
    """A server that accepts and then says nothing; gives its port."""
    accepted = []
    ended = threading.Event()

    def accept() -> None:
        while not ended.is_set():
            try:
                accepted.append(listening.accept()[0])
            except TimeoutError:
                continue

    with socket.create_server((host, port)) as listening:
        listening.settimeout(0.1)
        worker = threading.Thread(target=accept)
        worker.start()
        yield int(listening.getsockname()[1])
        ended.set()
        worker.join()
    for connection in accepted:
        connection.close()


@pytest.fixture
def mute_port() -> Iterator[int]:
    """A port at which a server accepts and then says nothing."""
    with mute("127.0.0.1") as port:
        yield port


@pytest.fixture(scope="module")
def large(server: TestServer) -> Iterator[Database]:
    """A few thousand customers, with the recommended indexes."""
    url = filled(server, 5_000)
    database = open_database(url)
    yield database
    database.close()
    server.drop(url)
