"""Choose several people from a list that can be searched."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from PySide6.QtCore import QEvent, QModelIndex, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from salesdesk.domain.people import Agent
from salesdesk.ui.i18n import plural
from salesdesk.ui.kit import theme
from salesdesk.ui.kit.fonts import Face
from salesdesk.ui.kit.forms.cell_table import CellRow, CellTable, framed
from salesdesk.ui.kit.forms.dialog import FormDialog
from salesdesk.ui.kit.painting.cells import Level, TextCell
from salesdesk.ui.kit.widgets import Button, ButtonKind, Label, SearchField

_LIST_HEIGHT = 288


class SeveralPeopleDialog(FormDialog):
    """People with a check mark each; Space or a click changes it.

    Signals:
        chosen(frozenset[str]): the uids; never none.
    """

    chosen = Signal(object)

    def __init__(
        self, people: Sequence[Agent], ticked: Iterable[str], parent: QWidget | None = None
    ) -> None:
        title = self.tr("Whose figures")
        super().__init__(title, name="several_people", parent=parent)
        self._people = tuple(people)
        self._ticked = {one.uid for one in people} & set(ticked)
        self.header.addWidget(Label(title, name="several_people_title", face=Face.TITLE))
        self.search = SearchField(
            self.tr("Name of an agent"), name="several_people_search",
            accessible=self.tr("Find an agent"),
        )  # fmt: skip
        self.list = CellTable(
            [self.tr("Agent")], [0], name="several_people_list", accessible=self.tr("Agents")
        )
        self.list.horizontalHeader().hide()
        self.list.setFixedHeight(theme.px(_LIST_HEIGHT))
        self.page.addWidget(self.search)
        self.page.addWidget(framed(self.list))
        cancel = Button(self.tr("Cancel"), name="several_people_cancel", hint=self.tr("Esc"))
        self.show_button = Button("", name="several_people_show", kind=ButtonKind.PRIMARY)
        cancel.clicked.connect(self.reject)
        self.show_button.clicked.connect(self._on_show)
        self.set_buttons(cancel, self.show_button)
        self.end_rows()
        self.search.textChanged.connect(self._show)
        self.search.entered.connect(self._tick_only)
        self.search.left.connect(self._to_list)
        self.list.clicked.connect(self._on_clicked)
        self.list.opened.connect(self._on_show)
        self.list.installEventFilter(self)
        self.finished.connect(self.deleteLater)
        self._show()
        self.search.setFocus()

    def tick(self, uid: str) -> None:
        """Put somebody's check mark, or take it away."""
        self._ticked ^= {uid}
        self._show()

    def _tick_only(self) -> None:
        """Enter ticks the only one whose name matches what was typed."""
        only = self.list.cells.row_at(0) if self.list.cells.rowCount() == 1 else None
        if only is not None and self.search.text().strip() and only.id not in self._ticked:
            self.tick(only.id)

    def _to_list(self) -> None:
        self.list.select_first()
        self.list.setFocus()

    def _show(self) -> None:
        wanted = self.search.text().strip().casefold()
        before = self.list.current()
        rows = [self._row(one) for one in self._people if wanted in one.name.casefold()]
        self.list.show_rows(rows)
        ids = [row.id for row in rows]
        if before is not None and before.id in ids:
            self.list.selectRow(ids.index(before.id))
        number = len(self._ticked)
        told = plural(
            "people", "Show {number} agent", "Show {number} agents", number, number=str(number)
        )
        self.show_button.setText(told)
        self.show_button.setEnabled(number > 0)

    def _row(self, one: Agent) -> CellRow:
        ticked = one.uid in self._ticked
        tip = self.tr("chosen") if ticked else self.tr("not chosen")
        cell = TextCell(one.name, Level.NAME if ticked else Level.TEXT2,
                        "check" if ticked else "user")  # fmt: skip
        return CellRow(one.uid, (cell,), tip)

    def _on_clicked(self, index: QModelIndex) -> None:
        row = self.list.cells.row_at(index.row())
        if row is not None:
            self.tick(row.id)

    def _on_show(self) -> None:
        if self._ticked:
            self.chosen.emit(frozenset(self._ticked))
            self.accept()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self.list and _is_space(event):
            self._on_clicked(self.list.currentIndex())
            return True
        return super().eventFilter(watched, event)


def _is_space(event: QEvent) -> bool:
    if not isinstance(event, QKeyEvent) or event.type() != QEvent.Type.KeyPress:
        return False
    return event.key() == Qt.Key.Key_Space
