"""The import wizard on a real file and both databases."""

from collections.abc import Callable
from pathlib import Path

import pytest
import xlsxwriter
from PySide6.QtWidgets import QWizard
from pytestqt.qtbot import QtBot

from salesdesk.domain.importing import Duplicates, Field
from salesdesk.ui.importing.wizard import ImportWizard
from tests.support.factories import Office
from tests.support.seats import DialogSeat

LIST = (
    "Nama;No HP;Kota;Perusahaan\n"
    "Siti Rahmawati;81234567890.0;Bandung;PT Maju\n"
    "Budi;;Solo;\n"
    "Joko;0812 3456 7891;Solo;PT Maju\n"
)


class Memory:
    """Remembers mappings as long as it lives."""

    def __init__(self) -> None:
        self.kept: dict[str, str] = {}

    def recall(self, headers: str) -> str | None:
        """What was kept."""
        return self.kept.get(headers)

    def keep(self, headers: str, text: str) -> None:
        """Keep it."""
        self.kept[headers] = text


class Walk:
    """Somebody who walks through the wizard."""

    def __init__(self, seat: DialogSeat, folder: Path, qtbot: QtBot) -> None:
        self.seat, self.qtbot = seat, qtbot
        self.memory = Memory()
        self.file = folder / "list.csv"
        self.file.write_text(LIST)
        self.begin()

    def begin(self) -> None:
        """Open a wizard."""
        self.wizard = ImportWizard(self.seat.context, self.memory)
        self.seat.show(self.wizard)

    def choose(self, path: Path) -> None:
        """Choose a file and wait until it is read or refused."""
        page = self.wizard.file_page
        page.path.set_path(str(path))
        self.qtbot.waitUntil(lambda: page.isComplete() or bool(page.error.text()))

    def to_check(self) -> None:
        """From the file to the end of the dry run."""
        self.choose(self.file)
        self.wizard.next()
        self.wizard.next()
        self.qtbot.waitUntil(lambda: self.wizard.state.check is not None, timeout=20_000)

    def to_report(self) -> None:
        """To the end of the import."""
        self.to_check()
        self.wizard.next()
        self.wait_for_the_end()

    def wait_for_the_end(self) -> None:
        """Until the import, or its taking back, is over."""
        self.qtbot.waitUntil(lambda: self.wizard.run_page.over, timeout=20_000)


@pytest.fixture
def walk(office: Office, seat: Callable[..., DialogSeat], tmp_path: Path, qtbot: QtBot) -> Walk:
    """An administrator with a file."""
    return Walk(seat(office, office.admin_uid), tmp_path, qtbot)


def names(office: Office) -> list[object]:
    """The customers."""
    return [row[0] for row in office.database.execute("SELECT name FROM customers ORDER BY name")]


def test_from_the_file_to_the_report_and_back(walk: Walk, office: Office, tmp_path: Path) -> None:
    walk.to_check()
    wizard = walk.wizard
    assert wizard.mapping_page.choices().columns == {
        "Nama": Field.NAME,
        "No HP": Field.PHONE,
        "Kota": Field.ADDRESS,
        "Perusahaan": Field.COMPANY,
    }
    assert names(office) == []
    assert "New customers: 2" in wizard.check_page.counts.text()
    assert wizard.check_page.lines.cells.rowCount() == 1
    wizard.next()
    walk.wait_for_the_end()
    assert names(office) == ["Joko", "Siti Rahmawati"]
    assert "New customers: 2" in wizard.run_page.counts.text()
    rejects = tmp_path / "left out.csv"
    wizard.run_page.save_rejects(rejects)
    walk.wait_for_the_end()
    assert "Budi;;Solo;;3;" in rejects.read_text("utf-8-sig")
    assert names(office) == ["Joko", "Siti Rahmawati"]
    wizard.run_page.undo.click()
    walk.wait_for_the_end()
    assert names(office) == []
    assert "Customers deleted: 2" in wizard.run_page.counts.text()
    assert walk.seat.bugs == []


def test_the_reading_can_be_changed(walk: Walk) -> None:
    walk.choose(walk.file)
    page = walk.wizard.file_page
    assert page.separator.currentData() == ";"
    page.separator.setCurrentIndex(page.separator.findData(","))
    walk.qtbot.waitUntil(
        lambda: (
            walk.wizard.state.read is not None
            and walk.wizard.state.read.preview.titles == (LIST.split("\n")[0],)
        )
    )


def test_a_bad_file_is_told_at_the_field(walk: Walk, tmp_path: Path) -> None:
    empty = tmp_path / "empty.csv"
    empty.write_bytes(b"")
    walk.choose(empty)
    assert walk.wizard.file_page.error.text() == "empty.csv is empty."
    assert not walk.wizard.button(QWizard.WizardButton.NextButton).isEnabled()
    walk.choose(walk.file)
    assert walk.wizard.file_page.isComplete()


def test_without_a_phone_there_is_no_next(walk: Walk) -> None:
    walk.choose(walk.file)
    walk.wizard.next()
    page = walk.wizard.mapping_page
    page.fields["No HP"].setCurrentIndex(0)
    assert not page.isComplete()
    assert "phone number" in page.notice.accessibleName()


def test_what_columns_hold_is_remembered(walk: Walk) -> None:
    walk.choose(walk.file)
    walk.wizard.next()
    kota = walk.wizard.mapping_page.fields["Kota"]
    kota.setCurrentIndex(kota.findData(Field.COUNTRY.value))
    perusahaan = walk.wizard.mapping_page.fields["Perusahaan"]
    perusahaan.setCurrentIndex(0)
    walk.wizard.next()
    walk.qtbot.waitUntil(lambda: walk.wizard.state.check is not None, timeout=20_000)
    walk.wizard.next()
    walk.wait_for_the_end()
    walk.wizard.accept()
    walk.begin()
    walk.choose(walk.file)
    walk.wizard.next()
    assert walk.wizard.mapping_page.choices().columns == {
        "Nama": Field.NAME,
        "No HP": Field.PHONE,
        "Kota": Field.COUNTRY,
    }


def test_known_customers_can_be_filled(walk: Walk, office: Office) -> None:
    known = office.customer("Siti", phone="0812-3456-7890")
    walk.to_check()
    page = walk.wizard.check_page
    assert "known already: 1" in page.counts.text()
    page.duplicates.set_value(Duplicates.FILL.value)
    page.duplicates.chosen.emit(Duplicates.FILL.value)
    walk.qtbot.waitUntil(lambda: walk.wizard.state.check is not None, timeout=20_000)
    assert "fields filled: 1" in page.counts.text()
    walk.wizard.next()
    walk.wait_for_the_end()
    found = office.database.execute("SELECT company FROM customers WHERE id = %s", known)
    assert found == [("PT Maju",)]


def test_stopped_it_keeps_what_is_in_and_goes_on(walk: Walk, office: Office) -> None:
    lines = "".join(f"Name {n};0813{n:08d}\n" for n in range(3_000))
    walk.file.write_text("name;phone\n" + lines)
    walk.to_check()
    page = walk.wizard.run_page
    page.work.advanced.connect(page.stop.click)
    walk.wizard.next()
    walk.wait_for_the_end()
    assert "Stopped" in page.notice.accessibleName()
    there = len(names(office))
    assert 500 <= there < 3_000
    walk.wizard.accept()
    walk.begin()
    walk.to_report()
    assert len(names(office)) == 3_000


def test_who_may_not_is_told(office: Office, walk: Walk) -> None:
    office.database.execute("DELETE FROM role_permissions")
    walk.to_check()
    walk.wizard.next()
    walk.wait_for_the_end()
    assert "data:import" in walk.wizard.run_page.notice.accessibleName()
    assert names(office) == []


CASES = Path(__file__).parents[2] / "services" / "importing" / "cases"
GROWN = (
    "NO;NAMA;NO HP 1;NO HP 2;TGL FU TERAKHIR;KETERANGAN;STATUS PROSPEK;SUMBER;SALES\n"
    "1;Bu Ani;081200000001;;05-Mar-26;kirim brosur;Hot Prospek;Instagram;Pak Andi\n"
    "2;Pak Beni;0812.0000.0002;021-5550123;1 Maret 2026;tidak diangkat;Dingin;Brosur;Eko Saputra\n"
)


def cover_workbook(path: Path) -> None:
    """A workbook whose table stands in its second sheet, below a title, with a hidden row."""
    with xlsxwriter.Workbook(path) as workbook:
        cover = workbook.add_worksheet("Sampul")
        cover.write(0, 0, "Daftar Pelanggan")
        sheet = workbook.add_worksheet("Data")
        sheet.write(0, 0, "Per 28 November 2026")
        for row, cells in enumerate((
            ("Nama Pelanggan", "No. HP / WA", "Alamat"),
            ("Ani Contoh", "0812-0000-0001", "Jl. A"),
            ("Beni Contoh", "0812-0000-0002", "Jl. B"),
            ("Cici Contoh", "0812-0000-0003", "Jl. C"),
        )):  # fmt: skip
            sheet.write_row(row + 2, 0, cells)
        sheet.set_row(4, None, None, {"hidden": True})


def test_an_export_of_google_contacts_comes_in(walk: Walk, office: Office) -> None:
    walk.file = CASES / "google_contacts.csv"
    walk.choose(walk.file)
    walk.wizard.next()
    program = walk.wizard.mapping_page.program
    assert program.isVisible()
    assert program.text() == "Recognised: Google Contacts"
    walk.wizard.back()
    walk.to_report()
    assert len(names(office)) == 28
    assert "Budi Santoso" in names(office)
    assert walk.seat.bugs == []


def test_a_grown_list_comes_in_as_its_words_are_said(walk: Walk, office: Office) -> None:
    walk.file.write_text(GROWN)
    walk.choose(walk.file)
    walk.wizard.next()
    walk.wizard.next()
    page = walk.wizard.values_page
    walk.qtbot.waitUntil(page.isComplete)
    guessed = {word: box.currentData() for (_, word), box in page.meanings.items()}
    assert guessed == {
        "Hot Prospek": "hot", "Dingin": "cold", "Instagram": "Digital Marketing", "Brosur": "",
        "Pak Andi": office.agent_uid, "Eko Saputra": office.other_uid,
    }  # fmt: skip
    source = page.meanings[Field.SOURCE, "Brosur"]
    source.setCurrentIndex(source.findData("Canvas"))
    page.method.setCurrentIndex(page.method.findData("whatsapp"))
    page.outcome.setCurrentIndex(page.outcome.findData("successful"))
    walk.wizard.next()
    walk.qtbot.waitUntil(lambda: walk.wizard.state.check is not None, timeout=20_000)
    assert "Contacts: 2" in walk.wizard.check_page.counts.text()
    walk.wizard.next()
    walk.wait_for_the_end()
    found = office.database.execute(
        "SELECT name, lead_source, sales_status, bound_to_uid FROM customers ORDER BY name"
    )
    assert found == [
        ("Bu Ani", "Digital Marketing", "hot", office.agent_uid),
        ("Pak Beni", "Canvas", "cold", office.other_uid),
    ]
    walk.wizard.accept()
    walk.begin()
    walk.choose(walk.file)
    read = walk.wizard.state.read
    assert read is not None
    assert read.choices.words[Field.SOURCE]["brosur"] == "Canvas"
    assert walk.seat.bugs == []


def test_a_workbook_with_a_cover_comes_in(walk: Walk, office: Office, tmp_path: Path) -> None:
    walk.file = tmp_path / "list.xlsx"
    cover_workbook(walk.file)
    walk.choose(walk.file)
    page = walk.wizard.file_page
    assert (page.sheet.currentText(), page.header.value()) == ("Data", 3)
    assert [page.sheet.itemText(at) for at in range(page.sheet.count())] == ["Sampul", "Data"]
    page.hidden.setChecked(True)
    walk.qtbot.waitUntil(
        lambda: (
            walk.wizard.state.read is not None and walk.wizard.state.read.preview.layout.hidden_rows
        )
    )
    page.hidden.setChecked(False)
    walk.qtbot.waitUntil(
        lambda: (
            walk.wizard.state.read is not None
            and not walk.wizard.state.read.preview.layout.hidden_rows
        )
    )
    walk.wizard.next()
    walk.wizard.next()
    walk.qtbot.waitUntil(lambda: walk.wizard.state.check is not None, timeout=20_000)
    walk.wizard.next()
    walk.wait_for_the_end()
    assert names(office) == ["Ani Contoh", "Cici Contoh"]
    assert walk.seat.bugs == []
