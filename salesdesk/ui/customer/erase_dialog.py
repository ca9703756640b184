"""Erasing on request what SalesDesk keeps of a customer: preview, typed word, receipt."""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QLineEdit, QWidget

from salesdesk.domain.errors import Refusal
from salesdesk.domain.events import new_id
from salesdesk.services.admin import erasure
from salesdesk.services.admin.erasure import Erased, Traces
from salesdesk.ui.i18n import fill, translate
from salesdesk.ui.kit import theme
from salesdesk.ui.kit.fonts import Face
from salesdesk.ui.kit.forms.cell_table import CellRow, CellTable, framed
from salesdesk.ui.kit.forms.dialog import FormDialog
from salesdesk.ui.kit.forms.text_fields import Elided
from salesdesk.ui.kit.painting.cells import Level, TextCell
from salesdesk.ui.kit.widgets import Button, ButtonKind, Paragraph, named
from salesdesk.ui.refusals import worded
from salesdesk.ui.session.context import Context
from salesdesk.ui.session.faults import route

_ROW = 32


class EraseDialog(FormDialog):
    """Shows what would go and what stays; the name has to be typed before anything goes."""

    def __init__(self, context: Context, customer_id: str, parent: QWidget | None = None) -> None:
        title = QCoreApplication.translate("erasure", "Erase on request")
        super().__init__(title, name="erase_dialog", parent=parent)
        self._context, self._customer_id = context, customer_id
        self._event_id = new_id()
        self._word = self._receipt = ""
        self.busy_words = self.tr("Erasing…")
        self.header.addWidget(Elided(title, name="erase_title", face=Face.TITLE))
        self._whose = Elided("", name="erase_whose", ink="text2")
        self.header.addWidget(self._whose)
        self.text = Paragraph(self.tr("Reading…"), name="erase_text")
        self.page.addWidget(self.text)
        self.list = CellTable(
            [self.tr("What"), self.tr("Rows")], [0, 96],
            name="erase_list", accessible=self.tr("What is erased"), figures=(1,),
        )  # fmt: skip
        self._frame = framed(self.list)
        self._frame.hide()
        self.page.addWidget(self._frame)
        self.page.addWidget(Paragraph(_remains(), name="erase_remains", ink="text2"))
        self.typed = QLineEdit()
        named(self.typed, "erase_typed", self.tr("Confirm"))
        self._row = self.add_row(self.tr("Confirm"), self.typed, name="erase_typed")
        self._hint = Paragraph(name="erase_hint", ink="text2")
        self._row.put_below(self._hint)
        self._build_buttons()
        self.end_rows()
        self.typed.textChanged.connect(self._show_possible)
        self.finished.connect(self.deleteLater)
        work = partial(erasure.preview, context.session, customer_id)
        context.tasks.query(("traces", id(self)), work, self._on_read, self._on_failed)

    def _build_buttons(self) -> None:
        self.cancel = Button(self.tr("Cancel"), name="erase_cancel", hint=self.tr("Esc"))
        self.copy = Button(self.tr("Copy the receipt"), name="erase_copy", icon="copy")
        self.act = Button(
            self.tr("Erase"), name="erase_act", kind=ButtonKind.PRIMARY, hint=self.tr("Enter")
        )
        self.act.setEnabled(False)
        self.copy.hide()
        self.cancel.clicked.connect(self.reject)
        self.copy.clicked.connect(self._on_copy)
        self.act.clicked.connect(self._on_erase)
        self.set_buttons(self.cancel, self.copy, self.act)

    def _on_read(self, traces: Traces) -> None:
        self._word = traces.name.strip() or self.tr("erase")
        self._whose.setText(traces.name)
        said = self.tr("This is what SalesDesk itself keeps of this customer. It cannot be undone.")
        if traces.is_empty:
            said = self.tr("SalesDesk itself keeps nothing of this customer.")
        self.text.set_text(said)
        self._show_counts(traces.events, traces.mentions, traces.rows)
        self._hint.set_text(fill(self.tr("Type {word} to erase it."), word=self._word))
        self._row.setVisible(not traces.is_empty)
        self.typed.setFocus()

    def _show_counts(self, events: int, mentions: int, rows: Mapping[str, int]) -> None:
        formats = self._context.office.formats
        lines = [
            (translate("erasure", "Events in which something was typed"), events),
            (translate("erasure", "Events about many that name the customer"), mentions),
            *((_table_word(table), number) for table, number in sorted(rows.items())),
        ]
        found = [
            CellRow(
                what, (TextCell(what), TextCell(formats.number(number), Level.TEXT, right=True))
            )
            for what, number in lines
            if number
        ]
        self.list.show_rows(found)
        self.list.setFixedHeight(theme.px(_ROW) * (len(found) + 1))
        self._frame.setVisible(bool(found))

    def _show_possible(self) -> None:
        typed = " ".join(self.typed.text().split()).casefold()
        wanted = " ".join(self._word.split()).casefold()
        self.act.setEnabled(bool(wanted) and typed == wanted)

    def _on_erase(self) -> None:
        self.set_busy(True)
        work = partial(erasure.erase, self._context.session, self._event_id, self._customer_id)
        self._context.tasks.command(work, self._on_erased, self._on_failed)

    def _on_erased(self, done: Erased) -> None:
        self.set_busy(False)
        self._context.feed.publish(done.changes)
        self.text.set_text(self.tr("It is erased. The receipt names nobody."))
        self._show_counts(done.events, done.mentions, done.rows)
        said = self.tr("Erased on request: customer {customer}, event {event}.")
        self._receipt = fill(said, customer=self._customer_id, event=self._event_id)
        lines = [
            f"{self.list.cells.index(at, 0).data()}: {self.list.cells.index(at, 1).data()}"
            for at in range(self.list.cells.rowCount())
        ]
        self._receipt = "\n".join([self._receipt, *lines, _remains()])
        self._row.hide()
        self.act.hide()
        self.copy.show()
        self.cancel.setText(self.tr("Close"))
        self.copy.setFocus()

    def _on_copy(self) -> None:
        self._context.copy(self._receipt)
        self.copy.setText(self.tr("Copied"))

    def _on_failed(self, fault: Exception) -> None:
        self.set_busy(False)
        route(self._context, fault, refused=self._say_refused, away=self.say_away)

    def _say_refused(self, refusal: Refusal) -> None:
        self.notice.show_notice(self.tr("Nothing was erased."), worded(refusal))


def _remains() -> str:
    return translate(
        "erasure",
        "What stays: the booking application’s own rows (the customer, contacts, orders, who had "
        "whom), and that something was done, when and by whom. Backups of before still hold it, "
        "the daily copies of a workspace for seven days.",
    )


def _table_word(table: str) -> str:
    words = {
        "salesdesk_phones": translate("erasure", "Phone numbers for the search"),
        "salesdesk_search_texts": translate("erasure", "Name as the search compares it"),
        "salesdesk_plans": translate("erasure", "Planned next steps"),
        "salesdesk_protections": translate("erasure", "Protections with their reason"),
        "salesdesk_set_asides": translate("erasure", "Why it was set aside, as it was typed"),
    }
    return words.get(table, table)
