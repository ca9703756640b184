"""The palette (Ctrl+K): finds customers, screens and commands, and does what is chosen."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QWidget

from salesdesk.domain.errors import Refusal, Unavailable
from salesdesk.domain.palette import MOST_HITS, PaletteHit
from salesdesk.domain.permissions import Permission
from salesdesk.services import phones
from salesdesk.services.lists.palette import beginning, others
from salesdesk.services.session import Session
from salesdesk.ui.commands import Cmd, CommandBar, commands, menu_titles
from salesdesk.ui.i18n import translate
from salesdesk.ui.kit import theme
from salesdesk.ui.kit.forms.cell_table import CellRow, CellTable, framed
from salesdesk.ui.kit.forms.dialog import FormDialog
from salesdesk.ui.kit.painting.cells import Level, TextCell
from salesdesk.ui.kit.widgets import SearchField
from salesdesk.ui.refusals import worded
from salesdesk.ui.session.context import Context
from salesdesk.ui.session.faults import route
from salesdesk.ui.texts import out_word

_HEIGHT = 352
_CUSTOMER, _COMMAND = "customer:", "command:"


@dataclass(frozen=True, slots=True)
class Found:
    """The customers that a text finds, whoever begins with it first.

    Attributes:
        whole: whether those who only contain it are among them.
    """

    text: str
    hits: tuple[PaletteHit, ...]
    whole: bool


def find(session: Session, text: str) -> Found:
    """Customers whose name or number begins with the text; on a worker thread."""
    hits = beginning(session, text)
    return Found(text, hits, whole=len(hits) == MOST_HITS)


def find_others(session: Session, found: Found) -> Found:
    """The same and beneath them whoever only contains the text; on a worker thread."""
    more = others(session, found.text, MOST_HITS - len(found.hits))
    return Found(found.text, (*found.hits, *more), whole=True)


def matches(text: str, typed: str) -> bool:
    """Whether every typed word begins a word of the text."""
    words = re.findall(r"\w+", text.casefold())
    return all(any(word.startswith(part) for word in words) for part in re.findall(r"\w+", typed))


class _Field(SearchField):
    """The field keeps the focus: the arrows move in the list, Enter chooses there.

    Signals:
        moved(int): so many lines down.
        entered(): what is current shall be done.
    """

    moved = Signal(object)
    entered = Signal()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        steps = {
            Qt.Key.Key_Down: 1,
            Qt.Key.Key_Up: -1,
            Qt.Key.Key_PageDown: 10,
            Qt.Key.Key_PageUp: -10,
        }
        key = Qt.Key(event.key())
        if key in steps:
            self.moved.emit(steps[key])
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.entered.emit()
        elif key == Qt.Key.Key_Escape:
            event.ignore()
        else:
            super().keyPressEvent(event)


class PaletteDialog(FormDialog):
    """Commands and screens appear at once, customers as soon as the database answers.

    First come those who begin with the text; those who only contain it join beneath, so that what
    is current stays where it is.

    Signals:
        customer_chosen(str): this customer shall be shown.
        command_chosen(Cmd): this command shall be given.
    """

    customer_chosen = Signal(str)
    command_chosen = Signal(object)

    def __init__(self, context: Context, bar: CommandBar, parent: QWidget) -> None:
        title = translate("palette", "Find")
        super().__init__(title, name="palette", parent=parent)
        self._context = context
        self._bar = bar
        self._found = Found("", (), whole=True)
        self._waiting = False
        self._enter_wanted = False
        self.search = _Field(
            self.tr("Customer, screen or command"),
            name="palette_search",
            accessible=self.tr("Find customers, screens and commands"),
        )
        self.table = CellTable(
            [self.tr("What"), self.tr("Where"), self.tr("Keys")],
            [0, 168, 152],
            name="palette_list",
            accessible=title,
        )
        self.table.head.hide()
        self.table.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.table.setFixedHeight(theme.px(_HEIGHT))
        self.page.addWidget(self.search)
        self.page.addWidget(framed(self.table))
        self.footer_hint.setText(self.tr("Up and Down choose, Enter opens, Esc closes"))
        self.end_rows()
        self.search.textChanged.connect(self._on_typed)
        self.search.searched.connect(self._ask)
        self.search.moved.connect(self._move)
        self.search.entered.connect(self._enter)
        self.table.clicked.connect(self._choose)
        self.finished.connect(self._on_finished)
        self._show()
        self.search.setFocus()

    # --- what is offered --------------------------------------------------------------------------

    def _on_typed(self, text: str) -> None:
        self._waiting = bool(text.strip())
        self._enter_wanted = False
        if not self._waiting:
            self._found = Found("", (), whole=True)
        self._show()

    def _ask(self, text: str) -> None:
        may = self._context.session.actor.may(Permission.CUSTOMERS_VIEW)
        if not text or not may:
            self._waiting = False
            return
        work = partial(find, self._context.session, text)
        self._context.tasks.query(self._key(), work, self._on_found, self._on_failed)

    def _key(self) -> tuple[object, ...]:
        return ("palette", id(self))

    def _on_found(self, found: Found) -> None:
        self._found = found
        self._waiting = not found.whole
        self._show()
        if self._enter_wanted and self.table.current() is not None:
            self._choose()
        elif not found.whole:
            work = partial(find_others, self._context.session, found)
            self._context.tasks.query(self._key(), work, self._on_found, self._on_failed)

    def _on_failed(self, fault: Exception) -> None:
        self._waiting = False
        route(self._context, fault, refused=self._say_refused, away=self._say_away)

    def _say_refused(self, refusal: Refusal) -> None:
        self.footer_hint.setText(worded(refusal))

    def _say_away(self, _fault: Unavailable) -> None:
        self.footer_hint.setText(self.tr("The server is away: customers cannot be found."))

    def _show(self) -> None:
        """Show what matches; what is chosen stays chosen."""
        before = self.table.current()
        rows = [*self._commands(), *self._customers()]
        self.table.show_rows(rows)
        ids = [row.id for row in rows]
        at = ids.index(before.id) if before is not None and before.id in ids else 0
        if rows:
            self.table.selectRow(at)
        if not rows and not self._waiting:
            self.footer_hint.setText(self.tr("Nothing found."))
        else:
            self.footer_hint.setText(self.tr("Up and Down choose, Enter opens, Esc closes"))

    def _commands(self) -> list[CellRow]:
        typed = self.search.text().strip().casefold()
        titles = menu_titles()
        found: list[tuple[bool, CellRow]] = []
        for each in commands():
            text = each.text.replace("&", "").rstrip("…")
            action = self._bar.action(each.key)
            if each.key is Cmd.FIND or not action.isEnabled() or not matches(text, typed):
                continue
            screen = each.key.value.startswith("go_") and bool(each.icon)
            where = self.tr("Screen") if screen else titles[each.menu].replace("&", "")
            keys = action.shortcut().toString(QKeySequence.SequenceFormat.NativeText)
            cells = (
                TextCell(text, Level.NAME, each.icon or "chevron-right"),
                TextCell(where, Level.TEXT2),
                TextCell(keys, Level.TEXT3, right=True),
            )
            found.append((not screen, CellRow(_COMMAND + each.key.value, cells)))
        return [row for _, row in sorted(found, key=lambda pair: pair[0])]

    def _customers(self) -> Sequence[CellRow]:
        if not self._found.text or self._found.text != self.search.text().strip():
            return ()
        region = self._context.office.region
        return [
            CellRow(
                _CUSTOMER + hit.id,
                (
                    TextCell(hit.name or translate("customers", "(no name)"), Level.NAME, "user"),
                    TextCell(_beside(hit), Level.TEXT2),
                    TextCell(
                        phones.display(hit.phone, region) if hit.phone else "",
                        Level.TEXT3,
                        right=True,
                    ),
                ),
            )
            for hit in self._found.hits
        ]

    # --- choosing ---------------------------------------------------------------------------------

    def _move(self, by: int) -> None:
        last = self.table.cells.rowCount() - 1
        if last >= 0:
            self.table.selectRow(min(max(self.table.currentIndex().row() + by, 0), last))
            current = self.table.current()
            self.search.setAccessibleDescription(
                ", ".join(cell.text for cell in current.cells if isinstance(cell, TextCell))
                if current is not None
                else ""
            )

    def _enter(self) -> None:
        if self.table.current() is None and self._waiting:
            self._enter_wanted = True
        else:
            self._choose()

    def _choose(self) -> None:
        chosen = self.table.current()
        if chosen is None:
            return
        self.accept()
        if chosen.id.startswith(_CUSTOMER):
            self.customer_chosen.emit(chosen.id.removeprefix(_CUSTOMER))
        else:
            self.command_chosen.emit(Cmd(chosen.id.removeprefix(_COMMAND)))

    def _on_finished(self) -> None:
        self._context.tasks.void(self._key())
        self.deleteLater()


def _beside(hit: PaletteHit) -> str:
    """'Lost · PT Maju Jaya': what is said beside a customer's name."""
    out = out_word(hit.out) if hit.out is not None else ""
    return " · ".join(filter(None, (out, hit.company or "")))
