"""A server with many customers, made by the server itself, on MariaDB and MySQL alike."""

from __future__ import annotations

import contextlib

from sqlalchemy.engine import URL

from salesdesk.domain.summary import settings_mark
from salesdesk.storage import tables
from salesdesk.storage.db.engine import Tls, make_engine
from salesdesk.storage.setup import indexes, schema
from salesdesk.storage.stores.summary_notes import SUMMARIES_MARK, SUMMARIES_RECKONED
from salesdesk.storage.unit_of_work import UnitOfWork
from tests.support.database import TestServer, open_database
from tests.support.rows import summarise

AGENTS = 50
CONTACTS_EACH = 3
SPELLS_EACH = 2

_FIRST = ["Andi", "Ayu", "Bayu", "Budi", "Citra", "Dewi", "Dimas", "Eka", "Fajar", "Gita",
          "Hana", "Indra", "Joko", "Kartika", "Lina", "Maya", "Nadia", "Oscar", "Putri", "Rina",
          "Sari", "Tono", "Umar", "Wati", "Yusuf", "Zahra"]  # fmt: skip
_LAST = ["Adiputra", "Baskoro", "Darmawan", "Firmansyah", "Gunawan", "Halim", "Hartono",
         "Kusuma", "Lestari", "Maulana", "Nugroho", "Pratama", "Rahmawati", "Santoso", "Saputra",
         "Setiawan", "Siregar", "Suryadi", "Wijaya", "Wulandari"]  # fmt: skip
_FIRMS = ["Maju", "Sejahtera", "Abadi", "Jaya", "Nusantara", "Sentosa", "Makmur", "Bersama",
          "Cahaya", "Mandiri"]  # fmt: skip


def _one_of(words: list[str], step: int, number: str = "seq") -> str:
    listed = ", ".join(f"'{word}'" for word in words)
    return f"ELT(1 + ({number} * {step}) MOD {len(words)}, {listed})"


def _mixed(salt: int) -> str:
    """A number that looks random, the same at every run."""
    return f"CRC32(CONCAT(seq, '-{salt}'))"


def _numbers(last: int) -> str:
    """A table whose column `seq` counts from 1 to `last`.

    MariaDB's sequence tables are not in MySQL, whose recursion stops at a thousand rows.
    """
    places = len(str(last))
    value = " + ".join(f"t{place}.d * {10**place}" for place in range(places))
    return f"(SELECT 1 + {value} AS seq FROM {_digits(places)} WHERE {value} < {last}) AS numbers"


def _digits(places: int) -> str:
    """Tables t0, t1 … of the ten digits `d`, each row of one with each of the others."""
    digits = " UNION ALL ".join(f"SELECT {digit} AS d" for digit in range(10))
    return " JOIN ".join(f"({digits}) t{place}" for place in range(places))


#: Hours of work on either server. (MySQL answers a stopped BENCHMARK or SLEEP as if it were done.)
ENDLESS = f"SELECT COUNT(*) FROM {_digits(12)} WHERE CRC32(t0.d + t11.d) < 0"


def _id(kind: int, number: str) -> str:
    """Ids scattered as random ones are, so that the primary key says nothing of the order."""
    scattered = f"LPAD(HEX(({number} * 2654435761) MOD 4294967296), 8, '0')"
    return f"LOWER(CONCAT({scattered}, '-000{kind}-4000-8000-', LPAD(HEX({number}), 12, '0')))"


def statements(customers: int) -> list[str]:
    """What fills an empty database; the newest moments lie a few hours before its clock."""
    # Each column steps through its words at its own pace, so that none tells of another.
    name = " , ' ', ".join(
        [_one_of(_FIRST, 1, _mixed(1)), _one_of(_LAST, 1, _mixed(2)), _one_of(_LAST, 1, _mixed(3))]
    )
    firm = f"CONCAT('PT ', {_one_of(_FIRMS, 1, _mixed(4))}, ' ', {_one_of(_LAST, 1, _mixed(5))})"
    agent = f"CONCAT('agent', LPAD(1 + {_mixed(9)} MOD {AGENTS}, 3, '0'))"
    bound = f"{_mixed(10)} MOD 10 < 6"
    quiet = f"INTERVAL (7200 + {_mixed(11)} MOD 2700000) SECOND"
    digits = "LPAD((seq * 7919) MOD 100000000, 8, '0')"
    contacts, spells = customers * CONTACTS_EACH, customers * SPELLS_EACH
    each = f"1 + (seq - 1) DIV {CONTACTS_EACH}"
    of_spell = f"1 + (seq - 1) DIV {SPELLS_EACH}"
    return [
        f"""INSERT INTO users (firebase_uid, email, display_name)
        SELECT CONCAT('agent', LPAD(seq, 3, '0')), CONCAT('agent', seq, '@example.org'),
        CONCAT({_one_of(_FIRST, 7)}, ' ', {_one_of(_LAST, 3)}) FROM {_numbers(AGENTS)}""",
        f"""INSERT INTO customers
        SELECT {_id(1, "seq")},
        CONCAT({name}),
        CONCAT(ELT(1 + seq MOD 3, '+628', '08', '628'), LPAD(seq, 9, '0')), 'Jl. Merdeka 1',
        UTC_TIMESTAMP() - INTERVAL (100 + seq MOD 900) DAY, UTC_TIMESTAMP() - {quiet}, 'agent001',
        ELT(1 + {_mixed(7)} MOD 5,
        'Event Marketing', 'Canvas', 'Digital Marketing', 'Referral', 'PoS'),
        IF({_mixed(6)} MOD 5 < 3, {firm}, NULL),
        ELT(1 + {_mixed(8)} MOD 4, 'cold', 'cold', 'warm', 'hot'),
        IF({bound}, {agent}, NULL), IF({bound}, UTC_TIMESTAMP() - INTERVAL 40 DAY, NULL),
        UTC_TIMESTAMP() - {quiet}, IF({bound}, 'bound', 'available') FROM {_numbers(customers)}""",
        f"""INSERT INTO salesdesk_phones (customer_id, number, source)
        SELECT {_id(1, "seq")}, CONCAT('+628', LPAD(seq, 9, '0')),
        CONCAT(ELT(1 + seq MOD 3, '+628', '08', '628'), LPAD(seq, 9, '0'))
        FROM {_numbers(customers)}""",
        f"""INSERT INTO customer_contacts
        SELECT {_id(2, "seq")}, {_id(1, f"({each})")}, {agent},
        ELT(1 + seq MOD 3, 'whatsapp', 'call', 'visit'),
        ELT(1 + seq MOD 2, 'successful', 'unsuccessful'),
        UTC_TIMESTAMP() - INTERVAL (7200 + {_mixed(12)} MOD 2500000) SECOND,
        CONCAT('Asked for a quotation, number ', {digits}),
        IF(seq MOD 4 = 0, UTC_TIMESTAMP() - INTERVAL 7 DAY + INTERVAL (seq MOD 14) DAY, NULL)
        FROM {_numbers(contacts)}""",
        f"""INSERT INTO customer_binding_history
        SELECT {_id(3, "seq")}, {_id(1, f"({of_spell})")}, {agent},
        UTC_TIMESTAMP() - INTERVAL 40 + 40 * (seq MOD 2) DAY,
        IF(seq MOD 2 = 1, UTC_TIMESTAMP() - INTERVAL 42 DAY, NULL),
        IF(seq MOD 2 = 1, 'inactivity', NULL) FROM {_numbers(spells)}""",
        "ANALYZE TABLE customers, customer_contacts, customer_binding_history, salesdesk_phones",
    ]


def filled(
    server: TestServer, customers: int, *, with_indexes: bool = True, with_summaries: bool = True
) -> URL:
    """A database of this size, with the recommended indexes and the summaries or without."""
    url = server.fresh_database()
    engine = make_engine(url, tls=Tls.OFF)
    schema.init(engine)
    with contextlib.closing(server.admin()) as connection, connection.cursor() as cursor:
        cursor.execute(f"USE {url.database}")
        for statement in (
            "SET time_zone = '+00:00'",
            "SET FOREIGN_KEY_CHECKS = 0",
        ):
            cursor.execute(statement)
        for statement in statements(customers):
            cursor.execute(statement)
    if with_indexes:
        indexes.apply(engine)
    engine.dispose()
    if with_summaries:
        summarised(url)
    return url


def summarised(url: URL) -> None:
    """Make the summaries, as a sweep of just now would have left them."""
    database = open_database(url)
    try:
        summarise(database)

        def note(unit: UnitOfWork) -> None:
            now = unit.clock()
            unit.state.put(SUMMARIES_RECKONED, now.isoformat(), now)
            unit.state.put(SUMMARIES_MARK, settings_mark(unit.settings.limits), now)

        database.store.act(note)
        database.execute(f"ANALYZE TABLE {tables.salesdesk_customer_summary.name}")
    finally:
        database.close()
