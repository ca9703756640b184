"""The import wizard on a real file and both databases."""

from collections.abc import Callable
from pathlib import Path

import pytest
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
    kota.setCurrentIndex(kota.findData(Field.SOURCE.value))
    walk.wizard.next()
    walk.qtbot.waitUntil(lambda: walk.wizard.state.check is not None, timeout=20_000)
    walk.wizard.next()
    walk.wait_for_the_end()
    walk.wizard.accept()
    walk.begin()
    walk.choose(walk.file)
    walk.wizard.next()
    assert walk.wizard.mapping_page.choices().columns["Kota"] is Field.SOURCE


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
    lines = "".join(f"Name {n};0813{n:08d}\n" for n in range(500))
    walk.file.write_text("name;phone\n" + lines)
    walk.to_check()
    page = walk.wizard.run_page
    page.work.advanced.connect(page.stop.click)
    walk.wizard.next()
    walk.wait_for_the_end()
    assert "Stopped" in page.notice.accessibleName()
    there = len(names(office))
    assert 100 <= there < 500
    walk.wizard.accept()
    walk.begin()
    walk.to_report()
    assert len(names(office)) == 500


def test_who_may_not_is_told(office: Office, walk: Walk) -> None:
    office.database.execute("DELETE FROM role_permissions")
    walk.to_check()
    walk.wizard.next()
    walk.wait_for_the_end()
    assert "data:import" in walk.wizard.run_page.notice.accessibleName()
    assert names(office) == []
