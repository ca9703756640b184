"""A filled database to measure on: a crowd, its orders, somebody at a desk, and the summaries."""

from __future__ import annotations

import contextlib

from sqlalchemy.engine import URL

from benchmarks.seat import AGENT
from salesdesk.domain.events import new_id
from salesdesk.domain.people import SYSTEM
from salesdesk.services import summaries
from salesdesk.services.admin import people, sign_in
from salesdesk.services.session import Session
from salesdesk.storage.db.engine import Tls, make_engine
from salesdesk.storage.setup import indexes
from salesdesk.storage.unit_of_work import Store
from tests.support.crowds import filled, summarised
from tests.support.database import TestServer

#: In bytes: a database that does not fit into memory measures the disk.
BUFFER_POOL = 2 * 1024**3

_ROLE = "Sales Administrator"

_HISTORY = "customer_binding_history"

#: By which a window signs in; the server is thrown away.
ACCOUNT, PASSWORD = "desk", "of the bench"

#: The open row of the history is the customer's own; whoever is free was freed in between.
_SOUND = """UPDATE customer_binding_history h JOIN customers c ON c.id = h.customer_id SET
h.bound_to_uid = IFNULL(c.bound_to_uid, h.bound_to_uid),
h.binding_start_date = IFNULL(c.binding_start_date, h.binding_start_date),
h.binding_end_date = IF(c.bound_to_uid IS NULL,
UTC_TIMESTAMP() - INTERVAL CRC32(c.id) MOD 39 DAY, NULL),
h.unbinding_reason = IF(c.bound_to_uid IS NULL, 'inactivity', NULL)
WHERE h.binding_end_date IS NULL"""

#: Every fortieth customer has ordered: three in five of them are done with it.
_ORDERS = f"""INSERT INTO orders (id, id_customer, id_restaurant, id_room_shape, number_of_people,
order_date, delivery_datetime, status, id_order_purpose, firebase_uid)
SELECT CONCAT('5', SUBSTR(id, 2)), id, 'restaurant', 'shape', 20,
UTC_TIMESTAMP() - INTERVAL 60 DAY,
UTC_TIMESTAMP() + INTERVAL CAST(CRC32(name) MOD 40 AS SIGNED) - 40 DAY,
ELT(1 + CRC32(name) MOD 5, 'pending', 'confirmed', 'completed', 'completed', 'completed'),
1, '{AGENT}' FROM customers WHERE CRC32(id) MOD 40 = 0"""
_ITEMS = """INSERT INTO order_items (id, id_order, id_package, quantity, price_per_item)
SELECT id, id, 'package', number_of_people, 150000 FROM orders"""


def prepared(server: TestServer, customers: int) -> URL:
    """A database of this size, without the recommended indexes."""
    server.run(f"SET GLOBAL innodb_buffer_pool_size = {BUFFER_POOL}")
    url = filled(server, customers, with_indexes=False, with_summaries=False)
    with contextlib.closing(server.admin()) as connection, connection.cursor() as cursor:
        cursor.execute(f"USE {url.database}")
        for statement in (
            *("SET time_zone = '+00:00'", "SET FOREIGN_KEY_CHECKS = 0"),
            *(_SOUND, _ORDERS, _ITEMS),
        ):
            cursor.execute(statement)
        # By an index that is gone before anything is measured, and in large stretches, since
        # nobody else is there to wait: it takes half the time.
        cursor.execute(f"CREATE INDEX bench_spells ON {_HISTORY} (customer_id)")
        summarised(url)
        cursor.execute(f"DROP INDEX bench_spells ON {_HISTORY}")
    store = Store(make_engine(url, tls=Tls.OFF))
    try:
        _hire(server, url, store)
        # A window that starts shall not find its turn to sweep: that is another job.
        summaries.sweep(Session(store, SYSTEM))
    finally:
        store.close()
    _analyse(server, url)
    return url


def index(server: TestServer, url: URL) -> None:
    """Make the recommended indexes."""
    engine = make_engine(url, tls=Tls.OFF)
    indexes.apply(engine)
    engine.dispose()
    _analyse(server, url)


def _hire(server: TestServer, url: URL, store: Store) -> None:
    """Let the agent sign in with an account of their own, as a person at a window does."""
    account = f"{ACCOUNT}@{url.host}"
    server.run(
        f"CREATE USER IF NOT EXISTS {account} IDENTIFIED BY '{PASSWORD}'",
        f"GRANT ALL ON {url.database}.* TO {account}",
    )
    session = sign_in.account_desk(store, "bench")
    (email,) = (one.email for one in people.people(session) if one.uid == AGENT)
    people.grant(session, new_id(), email or "", _ROLE)
    people.map_account(session, new_id(), account, email or "")


def _analyse(server: TestServer, url: URL) -> None:
    name = url.database
    tables = ("customers", "customer_contacts", _HISTORY, "orders")
    ours = ("salesdesk_customer_summary", "salesdesk_phones", "order_items")
    server.run("ANALYZE TABLE " + ", ".join(f"{name}.{table}" for table in (*tables, *ours)))
