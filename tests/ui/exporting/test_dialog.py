"""The export dialog on real databases, with the real process behind it."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtWidgets import QPushButton, QWidget
from pytestqt.qtbot import QtBot

from salesdesk.app.exports.process import Exports
from salesdesk.app.local.profile import WorkspaceProfile
from salesdesk.domain.customer import SalesStatus
from salesdesk.domain.errors import Refusal, Unavailable
from salesdesk.domain.exporting import (
    CustomerField,
    CustomersTable,
    FileKind,
    Outlet,
    Stopped,
)
from salesdesk.domain.queries import CustomerQuery
from salesdesk.domain.refusals import Why
from salesdesk.ui.exporting.dialog import ExportDialog
from salesdesk.ui.lists.exportable import Exportable, further
from tests.support.factories import Office
from tests.support.seats import DialogSeat
from tests.support.sessions import HeldExports

COLUMNS = (CustomerField.NAME, CustomerField.STATUS)
OFFERED = Exportable(
    "Customers",
    "2 customers",
    CustomersTable(CustomerQuery(), COLUMNS),
    ("Name", "Status"),
    (("hot", "Hot"), ("cold", "Cold")),
)


@pytest.fixture
def lead(workspace: Office, seat: Callable[..., DialogSeat]) -> DialogSeat:
    """The lead's seat in a workspace."""
    workspace.customer("Budi", status=SalesStatus.HOT)
    workspace.customer("Citra")
    made: DialogSeat = seat(workspace, workspace.lead_uid)
    return made


def child(dialog: ExportDialog, name: str) -> QPushButton:
    """A button of the dialog."""
    found = dialog.findChild(QPushButton, name)
    assert isinstance(found, QPushButton)
    return found


def real(lead: DialogSeat, uid: str) -> Exports:
    """Exports as a session has them."""
    file = Path(str(lead.office.database.url.database))
    return Exports(WorkspaceProfile("w", "Mine", file, uid), uid, None)


class Ears:
    """Hears what a dialog tells."""

    def __init__(self) -> None:
        self.heard: list[tuple[Path, object]] = []

    def hear(self, path: Path, lines: object) -> None:
        """Remember."""
        self.heard.append((path, lines))


@pytest.mark.parametrize(
    ("kind", "begins"),
    [(FileKind.CSV, b"\xef\xbb\xbfName;"), (FileKind.XLSX, b"PK"), (FileKind.PDF, b"%PDF")],
)
def test_a_process_of_its_own_writes_the_file(
    lead: DialogSeat, tmp_path: Path, qtbot: QtBot, kind: FileKind, begins: bytes
) -> None:
    exports, ears = real(lead, lead.office.lead_uid), Ears()
    dialog = ExportDialog(lead.context, exports, OFFERED)
    dialog.exported.connect(ears.hear)
    lead.show(dialog)
    dialog.path.set_path(str(tmp_path / "out.xlsx"))
    dialog.choose(kind)
    child(dialog, "export_act").click()
    qtbot.waitUntil(lambda: bool(ears.heard), timeout=30_000)
    file = tmp_path / f"out.{kind.value}"
    assert ears.heard == [(file, 2)]
    assert file.read_bytes().startswith(begins)
    if kind is FileKind.CSV:
        assert file.read_text(encoding="utf-8-sig").splitlines()[1] == "Budi;Hot"
    exports.close()
    assert lead.bugs == []


def test_address_and_further_phones_are_chosen(
    lead: DialogSeat, tmp_path: Path, qtbot: QtBot
) -> None:
    office = lead.office
    ani = office.customer("Ani")
    office.database.execute("UPDATE customers SET address = %s WHERE id = %s", "Jl. Mawar 1", ani)
    exports, ears = real(lead, office.lead_uid), Ears()
    dialog = ExportDialog(lead.context, exports, replace(OFFERED, further=further(COLUMNS)))
    dialog.exported.connect(ears.hear)
    lead.show(dialog)
    named = [box.text() for box in dialog.further.values()]
    assert named == ["Other phones", "Address", "Set aside"]
    dialog.choose(FileKind.VCF)
    assert not dialog.further[CustomerField.ADDRESS].isVisible()
    dialog.choose(FileKind.CSV)
    dialog.path.set_path(str(tmp_path / "out.csv"))
    dialog.further[CustomerField.ADDRESS].click()
    child(dialog, "export_act").click()
    qtbot.waitUntil(lambda: bool(ears.heard), timeout=30_000)
    lines = (tmp_path / "out.csv").read_text(encoding="utf-8-sig").splitlines()
    assert lines[0] == "Name;Status;Address"
    assert [line for line in lines if line.startswith("Ani;")] == ["Ani;Cold;Jl. Mawar 1"]
    exports.close()
    assert lead.bugs == []


def test_what_the_process_refuses_is_told_at_its_place(
    lead: DialogSeat, tmp_path: Path, qtbot: QtBot
) -> None:
    """By the process itself: a role that was taken away, and a folder that is not there."""
    exports = real(lead, lead.office.agent_uid)
    dialog = ExportDialog(lead.context, exports, OFFERED)
    lead.show(dialog)
    dialog.path.set_path(str(tmp_path / "out.xlsx"))
    child(dialog, "export_act").click()
    qtbot.waitUntil(lambda: not dialog.busy, timeout=30_000)
    assert "data:export" in dialog.notice.text
    dialog.path.set_path(str(tmp_path / "missing" / "out.xlsx"))
    child(dialog, "export_act").click()
    qtbot.waitUntil(lambda: not dialog.busy, timeout=30_000)
    assert "no folder" in dialog.path.accessibleDescription()
    exports.close()
    assert not (tmp_path / "out.xlsx").exists()


def test_progress_is_shown_and_cancel_waits_until_nothing_is_left(
    lead: DialogSeat, tmp_path: Path
) -> None:
    exports = HeldExports()
    dialog = ExportDialog(lead.context, exports, OFFERED)
    lead.show(dialog)
    dialog.path.set_path(str(tmp_path / "out"))
    child(dialog, "export_act").click()
    ((table, outlet, path),) = exports.asked
    assert (table, path) == (OFFERED.table, tmp_path / "out.xlsx")
    assert outlet.titles == ("Name", "Status")
    exports.run.advanced.emit((500, 1_284))
    assert dialog.footer_hint.text() == "500 of 1.284…"
    assert (dialog.bar.value(), dialog.bar.maximum()) == (500, 1_284)
    child(dialog, "export_cancel").click()
    assert exports.run.stops == 1
    assert dialog.isVisible()
    exports.run.ended.emit(Stopped())
    assert not dialog.isVisible()


@pytest.mark.parametrize(
    ("outcome", "said"),
    [
        (
            Refusal(Why.WORDED, text="This order is offered for fewer than 5,000 customers."),
            "fewer than 5,000",
        ),
        (Unavailable("gone"), "server is away"),
        (RuntimeError("a bug"), "Unexpected error"),
    ],
)
def test_what_went_wrong_is_said_and_it_can_be_tried_again(
    lead: DialogSeat, tmp_path: Path, outcome: Exception, said: str
) -> None:
    exports = HeldExports()
    dialog = ExportDialog(lead.context, exports, OFFERED)
    lead.show(dialog)
    dialog.path.set_path(str(tmp_path / "out.csv"))
    child(dialog, "export_act").click()
    exports.run.ended.emit(outcome)
    assert said in dialog.notice.text
    assert (lead.bugs == [outcome]) is isinstance(outcome, RuntimeError)
    child(dialog, "export_act").click()
    assert len(exports.asked) == 2
    exports.run.ended.emit(2)
    assert not dialog.isVisible()


def test_a_file_that_would_be_replaced_is_named_before(lead: DialogSeat, tmp_path: Path) -> None:
    (tmp_path / "out.xlsx").write_text("old")
    dialog = ExportDialog(lead.context, HeldExports(), OFFERED)
    lead.show(dialog)
    hint = dialog.findChild(QWidget, "export_replaces")
    assert isinstance(hint, QWidget)
    assert not hint.isVisible()
    dialog.path.set_path(str(tmp_path / "out.xlsx"))
    assert hint.isVisible()
    dialog.choose(FileKind.CSV)
    assert not hint.isVisible()


def test_plain_csv_has_commas_and_no_mark(lead: DialogSeat) -> None:
    dialog = ExportDialog(lead.context, HeldExports(), OFFERED)
    lead.show(dialog)
    dialog.choose(FileKind.CSV)
    assert (dialog.outlet().separator, dialog.outlet().bom) == (";", True)
    dialog.flavours.set_value("plain")
    assert (dialog.outlet().separator, dialog.outlet().bom) == (",", False)


def test_a_run_that_is_closed_leaves_nothing(lead: DialogSeat, tmp_path: Path) -> None:
    lead.office.customers(3_000, owner=lead.office.agent_uid, since=lead.office.now)
    exports = real(lead, lead.office.lead_uid)
    folder = tmp_path / "out"
    folder.mkdir()
    exports.start(OFFERED.table, Outlet(FileKind.XLSX, OFFERED.titles), folder / "out.xlsx")
    exports.close()
    assert [each.name for each in folder.iterdir() if each.name != "out.xlsx"] == []


@pytest.mark.parametrize("kind", [FileKind.CSV, FileKind.XLSX, FileKind.PDF])
def test_a_process_that_is_stopped_says_so_and_leaves_nothing(
    lead: DialogSeat, tmp_path: Path, qtbot: QtBot, kind: FileKind
) -> None:
    """Its end of the pipe is closed as soon as it has its errand, as by a quick Cancel."""
    exports = real(lead, lead.office.lead_uid)
    folder = tmp_path / "out"
    folder.mkdir()
    run = exports.start(OFFERED.table, Outlet(kind, OFFERED.titles), folder / f"out.{kind.value}")
    run.stop()
    with qtbot.waitSignal(run.ended, timeout=30_000) as ended:
        pass
    assert [type(each) for each in ended.args or []] == [Stopped]
    assert list(folder.iterdir()) == []
