"""A node of a Galera cluster: its sessions, and a node that is cut off from the others."""

import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest
from sqlalchemy import text
from sqlalchemy.exc import DBAPIError

from salesdesk.storage.db import faults
from salesdesk.storage.db.engine import Tls, make_engine
from salesdesk.storage.setup import schema
from tests.support.database import TestServer, free_port

pytestmark = pytest.mark.long


@pytest.fixture(scope="module")
def node() -> Iterator[TestServer]:
    """The first node of a cluster, alone in it."""
    found = [p for p in Path("/usr").glob("lib*/galera*/libgalera_smm.so") if p.is_file()]
    if not found:
        pytest.fail("libgalera_smm.so is missing: install the package galera-4")
    running = TestServer.new(
        Path(tempfile.mkdtemp(prefix="salesdesk-node-")),
        "--wsrep-on=1",
        f"--wsrep-provider={found[0]}",
        "--wsrep-cluster-address=gcomm://",
        f"--wsrep-provider-options=gmcast.listen_addr=tcp://127.0.0.1:{free_port()}",
        "--binlog-format=ROW",
        "--innodb-autoinc-lock-mode=2",
    )
    yield running
    running.remove()


def test_reads_wait_for_what_the_cluster_has_committed(node: TestServer) -> None:
    engine = make_engine(node.fresh_database(), tls=Tls.OFF)
    schema.init(engine)
    with engine.connect() as connection:
        assert connection.execute(text("SELECT @@SESSION.wsrep_sync_wait")).scalar_one() == 7
        assert schema.status(connection, "1.0").needs == ()
    engine.dispose()


def test_a_node_that_is_cut_off_is_told(node: TestServer) -> None:
    url = node.fresh_database()
    node.run("SET GLOBAL wsrep_cluster_address = 'gcomm://127.0.0.1:1'")
    alone = make_engine(url, tls=Tls.OFF)
    with pytest.raises(DBAPIError) as told, alone.connect():
        pass
    found = faults.explain(told.value)
    assert found is not None
    assert found.kind == "cluster"
    node.run("SET GLOBAL wsrep_cluster_address = 'gcomm://'")
    with alone.connect() as connection:
        assert connection.execute(text("SELECT 1")).scalar_one() == 1
    alone.dispose()
