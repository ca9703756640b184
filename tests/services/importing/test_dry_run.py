"""The dry run promises what the run does, whatever stands in the file and in the database."""

from __future__ import annotations

import csv
import io
from pathlib import Path

import pytest
from hypothesis import HealthCheck, Phase, example, given, settings
from hypothesis import strategies as st

from salesdesk.domain.contact import Method, Outcome
from salesdesk.domain.importing import Choices, Duplicates
from salesdesk.services.importing import checking, request, table, titles, writing
from salesdesk.services.importing.request import Request
from tests.support.database import Database
from tests.support.factories import Office
from tests.support.import_work import never, silent

TITLES = ("Nama", "HP", "HP 2", "Perusahaan", "Status", "Sumber", "Tanggal", "Metode", "Hasil",
          "Catatan", "Oleh", "Follow up berikutnya", "Owner")  # fmt: skip
NUMBERS = st.sampled_from(
    ["", "", "0812-0000-0001", "0812-0000-0002", "+62 812 0000 0003", "6281200000004", "12345",
     "0812-0000-0001 / 0813-0000-0001", "021-5550111 ext 3", "08120000O001"]
)  # fmt: skip
ROWS = st.tuples(
    st.sampled_from(["Ani", "Beni", "Cici", "", "@anibakery", "-"]),
    NUMBERS,
    NUMBERS,
    st.sampled_from(["", "PT A", "CV B", "N/A"]),
    st.sampled_from(["", "cold", "hot", "Panas", "boiling"]),
    st.sampled_from(["", "Instagram", "Radio"]),
    st.sampled_from(["", "05/03/2026", "06/03/2026 14:30", "46090", "soon", "05/03/2036"]),
    st.sampled_from(["", "WA", "telepon", "pigeon"]),
    st.sampled_from(["", "berhasil", "tidak diangkat", "maybe"]),
    st.sampled_from(["", "Minta harga", "Brosur dikirim"]),
    st.sampled_from(["", "Andi Firmansyah", "Lukman"]),
    st.sampled_from(["", "10/03/2026", "10/01/2027", "x"]),
    st.sampled_from(["", "Eko Saputra", "Nobody"]),
)


def of_beni(phone: str, second: str = "", status: str = "") -> tuple[str, ...]:
    """A line of one customer."""
    return ("Beni", phone, second, "", status, *[""] * 8)


def wrong_summaries(office: Office) -> tuple[str, ...]:
    """The customers whose summaries are not what their rows say."""
    ids = [one for (one,) in office.database.execute("SELECT id FROM customers")]
    return office.store.read(
        lambda reading: (
            reading.summaries.wrong(ids, reading.settings.limits, reading.clock(), indexed=True).ids
        )
    )


def empty(database: Database) -> None:
    """Take out what the example before brought in."""
    for name in ("salesdesk_events", "salesdesk_imports", "salesdesk_phones", "salesdesk_plans",
                 "salesdesk_customer_summary", "customer_contacts", "customer_binding_history",
                 "customers", "users"):  # fmt: skip
        database.execute(f"DELETE FROM {name}")
    database.execute("DELETE FROM salesdesk_person_roles")


@settings(
    max_examples=60, deadline=None, phases=(Phase.explicit, Phase.generate),
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)  # fmt: skip
@example(
    # The third batch knows Beni by a number alone that somebody else has as well.
    rows=[
        of_beni("+62 812 0000 0003"), of_beni("+62 812 0000 0003", "0812-0000-0001"),
        of_beni("+62 812 0000 0003"), of_beni("0812-0000-0001", status="Panas"),
    ],
    duplicates=Duplicates.SKIP,
    answered=True,
    there={"0812-0000-0001"},
)  # fmt: skip
@given(
    rows=st.lists(ROWS.filter(any), min_size=1, max_size=12),
    duplicates=st.sampled_from(Duplicates),
    answered=st.booleans(),
    there=st.sets(st.sampled_from(["0812-0000-0001", "+6281200000004"]), max_size=2),
)
def test_the_dry_run_is_the_run(
    rows: list[tuple[str, ...]],
    duplicates: Duplicates,
    answered: bool,
    there: set[str],
    sqlite: Database,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(request, "BATCH", 3)
    empty(sqlite)
    office = Office(sqlite)
    for number in sorted(there):
        office.customer("Dewi", phone=number)
    text = io.StringIO()
    csv.writer(text).writerows([TITLES, *rows])
    path = tmp_path / "list.csv"
    path.write_text(text.getvalue())
    preview = table.preview(path)
    choices = Choices(
        {title: field for title in TITLES if (field := titles.field_of(title)) is not None},
        duplicates=duplicates,
        method=Method.CALL if answered else None,
        outcome=Outcome.SUCCESSFUL if answered else None,
    )
    asked = Request(path, preview.layout, choices)
    tried = checking.check(office.admin, asked, silent, never)
    done = writing.run(office.admin, asked, silent, never)
    assert (tried.tally, tried.rejected, tried.warnings) == (
        done.tally, done.rejected, done.warnings,
    )  # fmt: skip
    assert wrong_summaries(office) == ()
    again = writing.run(office.admin, asked, silent, never)
    assert (again.tally, again.rejected) == (done.tally, done.rejected)
    stored = sqlite.execute(
        "SELECT name, phone_number, company, lead_source, sales_status, bound_to_uid "
        "FROM customers WHERE name <> 'Dewi'"
    )
    assert {
        (one.name, one.phone, one.company or None, one.source, one.status, one.owner_uid)
        for one in tried.customers
    } == set(stored)
    ((contacts,),) = sqlite.execute("SELECT COUNT(*) FROM customer_contacts")
    assert contacts == done.tally.contacts
