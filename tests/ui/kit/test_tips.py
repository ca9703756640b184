"""Tooltips show what somebody typed as text: no markup, no picture from elsewhere, no link."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import QEvent, QPoint
from PySide6.QtGui import QHelpEvent, QTextDocument
from PySide6.QtWidgets import QApplication, QLabel, QToolTip, QWidget
from pytestqt.qtbot import QtBot

from salesdesk.ui.kit.fonts import Face
from salesdesk.ui.kit.forms.cell_table import CellRow, CellTable
from salesdesk.ui.kit.painting.cells import Level, TextCell
from salesdesk.ui.kit.tips import plain_tip
from salesdesk.ui.kit.widgets import Label

NASTY = (
    'Siti <b>Rahmawati</b> <img src="file:///etc/passwd"> & Co',
    "<a href='https://elsewhere.example'>Budi</a>\nsecond line",
    "<!-- gone --><p>Andi",
    '=HYPERLINK("https://elsewhere.example")',
    "PT Maju & Jaya <0812>",
)


def hovered(widget: QWidget, at: QPoint) -> str:
    """What a tooltip shows to people while the mouse rests here."""
    QToolTip.hideText()
    event = QHelpEvent(QEvent.Type.ToolTip, at, widget.mapToGlobal(at))
    QApplication.sendEvent(widget, event)
    shown = [
        each
        for each in QApplication.topLevelWidgets()
        if isinstance(each, QLabel) and each.metaObject().className() == "QTipLabel"
    ]
    assert shown, "no tooltip"
    return read(shown[-1].text())


def read(text: str) -> str:
    """What a label of Qt's makes of a text."""
    from PySide6.QtGui import Qt

    if not Qt.mightBeRichText(text):
        return text
    document = QTextDocument()
    document.setHtml(text)
    return document.toPlainText()


@pytest.fixture
def hide_tips() -> Callable[[], None]:
    """Hides what is left."""
    return QToolTip.hideText


@pytest.mark.parametrize("name", NASTY)
def test_a_tip_reads_as_it_was_typed(name: str) -> None:
    assert read(plain_tip(name)) == name


@pytest.mark.parametrize("name", NASTY)
def test_a_table_and_a_label_show_names_as_text(
    name: str, themed: QApplication, qtbot: QtBot, hide_tips: Callable[[], None]
) -> None:
    table = CellTable(["Name"], [200], name="names", accessible="Names")
    qtbot.addWidget(table)
    table.show_rows([CellRow("1", (TextCell(name, Level.TEXT),))])
    table.resize(300, 200)
    table.show()
    row = table.visualRect(table.model().index(0, 0)).center()
    assert hovered(table.viewport(), row) == name
    label = Label(name, name="cut", face=Face.BODY, cut=True)
    qtbot.addWidget(label)
    label.resize(20, 20)
    label.show()
    label.grab()
    assert hovered(label, QPoint(5, 5)) == name
    hide_tips()


@pytest.mark.parametrize("name", NASTY)
@pytest.mark.parametrize("tip", ["since Mon 8 June, 09.00", NASTY[0]])
def test_a_label_that_is_cut_keeps_the_tip_it_has_besides(
    qtbot: QtBot, name: str, tip: str
) -> None:
    label = Label(name, cut=True)
    qtbot.addWidget(label)
    label.setToolTip(plain_tip(tip))
    label.resize(40, 24)
    label.grab()
    assert read(label.toolTip()) == f"{name}\n{tip}"
    label.resize(2_000, 24)
    label.grab()
    assert read(label.toolTip()) == tip
