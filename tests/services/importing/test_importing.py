"""Customers and contacts from a file: tried, written, run again, credited."""

import csv
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from salesdesk.domain.errors import NotAllowed, Refusal
from salesdesk.domain.importing import Alike, CellFault, Choices, Duplicates, Field, Tally
from salesdesk.domain.refusals import Reason, Why
from salesdesk.services import phone_sweep
from salesdesk.services.importing import checking, writing
from salesdesk.services.importing.rejects import rejects_file
from salesdesk.services.importing.request import Stopped
from salesdesk.services.session import Session
from salesdesk.storage.unit_of_work import Store
from tests.support.database import Database
from tests.support.factories import Office
from tests.support.import_work import Importer, never, silent

LIST = (
    "Nama;No HP;Perusahaan;Alamat;Sumber;Status\n"
    "Siti Rahmawati;0812-3456-7890;PT Maju;Jl. Melati 1;Referral;hot\n"
    "Budi Santoso;81234567891.0;;Jl. Mawar 2;;\n"
    "Tanpa Nomor;;;;;\n"
    "Siti Lagi;+62 812 3456 7890;;;;\n"
    "Joko;0812 3456 7893;;;Radio;warm\n"
)


def test_customers_go_in_with_numbers_mended(importer: Importer) -> None:
    done = importer.run(importer.file(LIST))
    assert done.tally == Tally(5, created=3, duplicates=1, invalid=1)
    found = importer.rows(
        "SELECT name, phone_number, company, lead_source, sales_status, binding_status, "
        "firebase_uid FROM customers ORDER BY name"
    )
    uid = importer.office.admin_uid
    assert found == [
        ("Budi Santoso", "+6281234567891", None, None, "cold", "available", uid),
        ("Joko", "+6281234567893", None, None, "warm", "available", uid),
        ("Siti Rahmawati", "+6281234567890", "PT Maju", "Referral", "hot", "available", uid),
    ]
    assert [(one.number, one.message) for one in done.rejected] == [
        (4, "Column “No HP”: The phone number is missing."),
        (5, "Line 2 has the same phone number."),
        (6, "Column “Sumber”: “Radio” is none of our words and is left out."),
    ]
    assert tuple(one.english for one in done.warnings) == (
        "Column “Sumber”: “Radio” (1) is none of our words and is left empty.",
    )
    assert importer.count("salesdesk_phones") == 3


def test_the_dry_run_says_the_same_and_writes_nothing(importer: Importer) -> None:
    path = importer.file(LIST)
    tried = importer.check(path)
    assert importer.count("customers") == importer.count("salesdesk_events") == 0
    done = importer.run(path)
    assert (tried.tally, tried.rejected) == (done.tally, done.rejected)


def test_a_number_in_any_format_is_known_already(importer: Importer) -> None:
    office = importer.office
    office.customer("Dewi", phone="62812.3456.7890")
    path = importer.file(LIST)
    tried, done = importer.check(path), importer.run(path)
    assert tried.tally == done.tally == Tally(5, created=2, duplicates=2, invalid=1)
    assert done.rejected[0].message == "The number already belongs to Dewi."


def test_empty_fields_are_filled_and_no_others(importer: Importer) -> None:
    known = importer.office.customer("Dewi", phone="081234567890", source="Canvas")
    done = importer.run(importer.file(LIST), Duplicates.FILL)
    assert done.tally.filled == 1
    (row,) = importer.rows(
        "SELECT name, company, lead_source, sales_status FROM customers WHERE id = %s", known
    )
    assert row == ("Dewi", "PT Maju", "Canvas", "cold")
    importer.take_back(done.import_id)
    (row,) = importer.rows("SELECT name, company FROM customers WHERE id = %s", known)
    assert row == ("Dewi", None)
    assert importer.count("customers") == 1


def test_an_import_run_again_does_nothing_twice(importer: Importer) -> None:
    path = importer.file(LIST)
    first = importer.run(path)
    events = importer.count("salesdesk_events")
    second = importer.run(path)
    assert (second.replayed, second.import_id) == (True, first.import_id)
    assert (second.tally, second.rejected) == (first.tally, first.rejected)
    assert importer.count("customers") == 3
    assert importer.count("salesdesk_events") == events


def test_a_stopped_import_goes_on(importer: Importer) -> None:
    lines = "".join(f"Name {n},0813{n:08d}\n" for n in range(1_200))
    path = importer.file("name,phone\n" + lines)
    asked = iter([False, False, True])
    with pytest.raises(Stopped) as stopped:
        writing.run(importer.office.admin, importer.request(path), silent, lambda: next(asked))
    assert stopped.value.done == importer.count("customers") == 1_000
    (record,) = writing.newest(importer.office.admin)
    assert (record.outcome, record.tally.created) == ("stopped", 1_000)
    done = importer.run(path)
    assert done.tally == Tally(1_200, created=1_200)
    (record,) = writing.newest(importer.office.admin)
    assert (record.outcome, record.tally) == ("done", Tally(1_200, created=1_200))
    assert importer.count("customers") == 1_200


@pytest.mark.parametrize(
    ("duplicates", "expected"),
    [(Duplicates.SKIP, [500, 650]), (Duplicates.FILL, [*range(100, 601, 100), 650])],
)
def test_progress_is_told_and_a_batch_that_may_hold_others_rows_is_short(
    importer: Importer, duplicates: Duplicates, expected: list[int]
) -> None:
    lines = "".join(f"Name {n},0813{n:08d}\n" for n in range(650))
    told: list[int] = []
    request = importer.request(importer.file("name,phone\n" + lines), duplicates)
    writing.run(importer.office.admin, request, told.append, never)
    assert told == expected


def test_customers_who_are_left_as_they_are_stay_free_for_others(
    mariadb: Database, tmp_path: Path
) -> None:
    importer = Importer(Office(mariadb), tmp_path)
    known = importer.office.customer("Siti", phone="+6281300000001")
    phone_sweep.refresh(importer.office.admin)
    path = importer.file("name,phone\nSiti,081300000001\nBudi,081300000002\n")
    with mariadb.engine.connect() as elsewhere:
        elsewhere.exec_driver_sql("SELECT id FROM customers WHERE id = %s FOR UPDATE", (known,))
        impatient = Session(Store(mariadb.engine, retries=0), importer.office.admin.actor)
        done = writing.run(impatient, importer.request(path), silent, never)
    assert done.tally == Tally(2, created=1, duplicates=1)


HISTORY = (
    "Name,Phone,Date,Method,Result,Notes,Sales,Next follow up\n"
    "Siti,081234567890,03/02/2026,wa,berhasil,First talk,andi@example.org,\n"
    "Siti,081234567890,2026-05-20 14:30,telepon,gagal,No answer,Eko Saputra,25/06/2026\n"
    "Siti,081234567890,21/05/2026,visit,ok,,Nobody,\n"
    "Budi,081234567891,21/05/2027,visit,ok,,,\n"
    "Joko,081234567892,21/05/2026,visit,ok,,,01/06/2026\n"
)


def test_contacts_of_others_are_credited_to_them(importer: Importer) -> None:
    office = importer.office
    done = importer.run(importer.file(HISTORY))
    assert (done.tally.created, done.tally.contacts, done.tally.invalid) == (3, 4, 0)
    found = importer.rows(
        "SELECT contacted_by_uid, contact_method, contact_status, contact_date, notes "
        "FROM customer_contacts ORDER BY contact_date, notes"
    )
    assert [(*row[:3], row[4]) for row in found] == [
        (office.agent_uid, "whatsapp", "successful", "First talk"),
        (office.other_uid, "call", "unsuccessful", "No answer"),
        (office.admin_uid, "visit", "successful", None),
        (office.admin_uid, "visit", "successful", "Nobody"),
    ]
    # Without a time it is noon in Jakarta; with one, that time there.
    assert [str(row[3])[:19] for row in found][:2] == ["2026-02-03 05:00:00", "2026-05-20 07:30:00"]
    ((last,),) = importer.rows("SELECT last_interaction_date FROM customers WHERE name = 'Siti'")
    assert str(last)[:19] == "2026-05-21 05:00:00"
    assert [(one.number, one.kept, one.message) for one in done.rejected] == [
        (5, True, "Column “Date”: A contact cannot lie in the future."),
    ]
    events = importer.rows("SELECT actor_uid FROM salesdesk_events WHERE kind = 'contact_logged'")
    assert events == [(office.admin_uid,)] * 4


def test_contacts_of_known_customers_move_the_last_interaction(importer: Importer) -> None:
    office = importer.office
    earlier = office.now - timedelta(days=200)
    known = office.customer("Siti", owner=office.agent_uid, since=earlier, phone="0812-3456-7890")
    path = importer.file(HISTORY)
    assert importer.run(path).tally.contacts == 1
    done = importer.run(path, Duplicates.FILL)
    assert (done.tally.contacts, done.tally.created) == (3, 0)
    standing = office.store.read(lambda reading: reading.customers.get(known))
    assert standing is not None
    assert standing.last_interaction == datetime(2026, 5, 21, 5, tzinfo=UTC)
    assert standing.bound_to_uid == office.agent_uid
    taken = importer.take_back(done.import_id)
    assert taken.contacts == 3
    standing = office.store.read(lambda reading: reading.customers.get(known))
    assert standing is not None
    assert standing.last_interaction is None


def test_the_same_contact_does_not_go_in_twice(importer: Importer) -> None:
    importer.run(importer.file(HISTORY))
    again = importer.file(HISTORY + "Agus,081234567895,,,,,,\n", "again.csv")
    done = importer.run(again, Duplicates.FILL)
    assert (done.tally.created, done.tally.contacts) == (1, 0)
    assert importer.count("customer_contacts") == 4


def test_the_rejected_rows_are_as_they_were(importer: Importer, tmp_path: Path) -> None:
    target = tmp_path / "rejected.csv"
    request = importer.request(importer.file(LIST))
    with rejects_file(target, request.layout.separator) as rejects:
        writing.run(importer.office.admin, request, silent, never, rejects)
    with target.open(encoding="utf-8-sig", newline="") as stream:
        rows = list(csv.reader(stream, delimiter=";"))
    assert rows[0][-2:] == ["Line", "Why it was not imported"]
    assert rows[1] == [
        "Tanpa Nomor", "", "", "", "", "", "4", "Column “No HP”: The phone number is missing.",
    ]  # fmt: skip
    assert rows[2][:2] == ["Siti Lagi", "+62 812 3456 7890"]
    assert rows[3][:5] == ["Joko", "0812 3456 7893", "", "", "Radio"]
    assert rows[3][-1].startswith("Imported without: Column “Sumber”: “Radio”")
    assert len(rows) == 4


def test_who_resembles_somebody_is_suggested(importer: Importer) -> None:
    office = importer.office
    there = office.customer("Siti Rahmawatie", company="PT. Maju")
    office.customer("Siti Rahmawati", company="PT Sentosa")
    tried = importer.check(importer.file(LIST))
    assert tried.alike == (Alike(2, "Siti Rahmawati", there, "Siti Rahmawatie", "PT. Maju"),)
    assert tried.tally.created == 3


def test_only_who_may_imports(office: Office, importer: Importer) -> None:
    request = importer.request(importer.file(LIST))
    for session in (office.agent, office.lead):
        with pytest.raises(NotAllowed):
            checking.check(session, request, silent, never)
        with pytest.raises(NotAllowed):
            writing.run(session, request, silent, never)
    assert importer.count("customers") == 0


def test_a_role_taken_away_meanwhile_counts(office: Office, importer: Importer) -> None:
    session, request = office.admin, importer.request(importer.file(LIST))
    office.database.execute("DELETE FROM role_permissions")
    with pytest.raises(NotAllowed):
        writing.run(session, request, silent, never)
    assert importer.count("salesdesk_imports") == 0


def test_choices_that_make_no_customers_are_refused(importer: Importer) -> None:
    path = importer.file(LIST)
    for columns in (
        {"Nama": Field.NAME},
        {"No HP": Field.PHONE},
    ):
        request = importer.request(path, choices=Choices(columns))
        with pytest.raises(Refusal):
            checking.check(importer.office.admin, request, silent, never)


def test_numbers_as_typed_are_kept_so(importer: Importer) -> None:
    importer.rows(
        "INSERT INTO global_settings (setting_key, setting_value) "
        "VALUES ('salesdesk.phone.format', 'typed')"
    )
    importer.run(importer.file(LIST))
    found = importer.rows("SELECT phone_number FROM customers ORDER BY phone_number")
    assert found == [("0812 3456 7893",), ("0812-3456-7890",), ("81234567891",)]


def test_another_file_is_another_import(importer: Importer) -> None:
    path = importer.file(LIST)
    request = importer.request(path)
    source = request.source()
    assert (
        replace(request, choices=replace(request.choices, duplicates=Duplicates.FILL)).source()
        != source
    )
    importer.file(LIST + "Agus;081234567894;;;;\n")
    assert request.source() != source


def test_a_customer_is_not_lost_for_a_quotation_mark(importer: Importer) -> None:
    """(docs/rules.md, "Imports"): the line comes in, the cell is listed by line and column."""
    path = importer.file(
        "Name,Phone,Company,Address\n"
        'Siti,0812-3456-7890,"PT Maju,Jl. Melati 1\n'
        'Budi,0812-3456-7891,PT Jaya,"Jl. "Mawar" 2"\n'
        'Joko,0812-3456-7892,"PT ""Satu"", Tbk",Jl. 3\n'
        '"Dewi,0812-3456-7893,,\n'
        'Eka,,"PT Tanpa Nomor,\n'
    )
    tried, done = importer.check(path), importer.run(path)
    assert done.tally == tried.tally == Tally(5, created=4, invalid=1)
    assert done.rejected == tried.rejected
    assert importer.rows("SELECT name, company, address FROM customers ORDER BY phone_number") == [
        ("Siti", "PT Maju", "Jl. Melati 1"),
        ("Budi", "PT Jaya", 'Jl. "Mawar" 2'),
        ("Joko", 'PT "Satu", Tbk', "Jl. 3"),
        ("Dewi", None, ""),
    ]
    quotes = Reason.of(Why.OPEN_QUOTES)
    assert [(one.number, one.faults, one.kept) for one in done.rejected] == [
        (2, (CellFault("Company", quotes),), True),
        (3, (CellFault("Address", quotes),), True),
        (5, (CellFault("Name", quotes),), True),
        (6, (CellFault("Phone", Reason.of(Why.NO_PHONE)),), False),
    ]


def test_a_line_of_titles_with_an_open_quotation_mark_is_read(importer: Importer) -> None:
    done = importer.run(importer.file('Name,"Phone\nSiti,0812-3456-7890\nBudi,0812-3456-7891\n'))
    assert done.tally == Tally(2, created=2)
