"""What Activity gives away: pictures of its charts, their figures as tables."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint
from PySide6.QtGui import QAction, QContextMenuEvent, QGuiApplication, QImage
from PySide6.QtSvg import QSvgRenderer
from PySide6.QtWidgets import QApplication

from salesdesk.domain.errors import Refusal
from salesdesk.domain.exporting import Figures
from salesdesk.ui.activity import export
from salesdesk.ui.commands import Cmd
from salesdesk.ui.exporting.dialog import ExportDialog
from tests.support.activity_screen import activity, contacts, fill, names, sections
from tests.support.factories import Office
from tests.support.windows import Sit


def test_the_figures_go_into_a_file_as_numbers(office: Office, sit: Sit) -> None:
    fill(office)
    at = sit(office, office.lead)
    view = contacts(at)
    offered = at.window.activity.exportable()
    assert offered is not None
    assert isinstance(offered.table, Figures)
    assert offered.title == "Contacts"
    assert offered.titles[-2:] == ("95 % interval, from", "95 % interval, to")
    andi = dict(zip(offered.titles, offered.table.rows[0], strict=True))
    assert andi["Agent"] == "Andi Firmansyah"
    assert andi["Contacts"] == 12
    assert andi["Success rate"] == 0.5
    last = offered.table.rows[-1]
    assert last[0] == "10 May to 8 June 2026 · Everybody · as of 19.00"
    view.menu_requested.emit(view, QPoint(10, 10))
    at.window.activity.exports._want_figures()
    dialog = at.window.findChild(ExportDialog)
    assert dialog is not None
    dialog.reject()


def test_pictures_are_written_whole_or_not_at_all(office: Office, sit: Sit, tmp_path: Path) -> None:
    fill(office)
    at = sit(office, office.lead)
    view = contacts(at)
    event = QContextMenuEvent(
        QContextMenuEvent.Reason.Mouse, QPoint(40, 40), view.chart.plot.mapToGlobal(QPoint(40, 40))
    )
    QApplication.sendEvent(view.chart.plot.viewport(), event)
    exports = at.window.activity.exports
    texts = [action.text() for action in exports.menu.actions()]
    assert texts[1:] == [
        "Copy the picture", "Save as PNG…", "Save as SVG…", "Figures into a file…", "Sort by",
    ]  # fmt: skip
    at.choose(exports.menu, "Sort by", "Agent")
    assert names(view)[0] == "Andi Firmansyah"
    assert view.table.head.sortIndicatorSection() == 0
    exports.save_picture(str(tmp_path / "contacts.png"))
    exports.save_picture(str(tmp_path / "contacts.svg"))
    at.settle()
    image = QImage(str(tmp_path / "contacts.png"))
    wide = sum(chart.width() for chart in view.charts)
    assert image.width() >= 2 * wide
    shades = {image.pixel(x, image.height() // 2) for x in range(0, image.width(), 3)}
    assert len(shades) >= 4
    drawn = (tmp_path / "contacts.svg").read_text()
    assert QSvgRenderer(str(tmp_path / "contacts.svg")).isValid()
    for word in ("10 May to 8 June 2026", "WhatsApp", "Success rate", "Andi Firmansyah"):
        assert word in drawn, word
    faults: list[object] = []
    exports.failed.connect(faults.append)
    exports.save_picture(str(tmp_path / "missing" / "contacts.png"))
    at.settle()
    assert isinstance(faults[0], Refusal)
    assert sorted(one.name for one in tmp_path.glob("**/contacts*")) == [
        "contacts.png",
        "contacts.svg",
    ]
    exports.copy_picture()
    assert not QGuiApplication.clipboard().image().isNull()


@pytest.mark.parametrize("tab", ["agents", "methods", "pipeline", "releases"])
def test_every_column_of_a_file_has_a_name_of_its_own(
    workspace: Office, sit: Sit, tab: str
) -> None:
    fill(workspace)
    screen = activity(sit(workspace, workspace.lead), tab)
    for view in sections(screen, tab).values():
        titles = export.exportable(view.section, view.lines, "").titles
        assert len(set(titles)) == len(titles), view.section.key
    if tab == "agents":
        gained = sections(screen, tab)["agents_gained"]
        assert export.exportable(gained.section, gained.lines, "").titles == (
            "Agent", "Claimed", "Claimed, before", "Lost", "Lost, before",
        )  # fmt: skip


def test_a_picture_says_what_its_chart_leaves_out(
    workspace: Office, sit: Sit, tmp_path: Path
) -> None:
    fill(workspace)
    at = sit(workspace, workspace.lead)
    screen = activity(at, "agents")
    view = sections(screen, "agents")["agents_orders"]
    assert view.section.note == "Of the customers that the agent has now."
    screen.exports.open_menu(view, screen._told(view), QPoint(10, 10))
    screen.exports.save_picture(str(tmp_path / "orders.svg"))
    at.settle()
    assert view.section.note in (tmp_path / "orders.svg").read_text()


def test_who_may_not_export_is_offered_nothing(workspace: Office, sit: Sit) -> None:
    fill(workspace)
    at = sit(workspace, workspace.agent)
    view = contacts(at)
    at.window.activity._on_menu(view, QPoint(5, 5))
    offered = [action for action in at.window.activity.exports.menu.actions() if action.text()]
    assert not any(action.isEnabled() for action in offered[1:-1] if isinstance(action, QAction))
    assert offered[-1].isEnabled()
    assert not at.window.controller._opening.may_export(at.window.activity)


def test_a_command_exports_what_is_in_sight(office: Office, sit: Sit) -> None:
    fill(office)
    at = sit(office, office.lead)
    screen = activity(at, "methods")
    at.give(Cmd.EXPORT)
    dialog = at.window.findChild(ExportDialog)
    assert dialog is not None
    assert "contacts by method" in dialog.windowTitle()
    dialog.reject()
    screen.choice.choose(replace(screen.choice.choice, range="7"))
    at.settle()
    offered = screen.exportable()
    assert offered is not None
    assert offered.about.startswith("2 June to 8 June 2026")
