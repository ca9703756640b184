"""What waits to be sent, and what the database refused: nothing typed gets lost."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import QModelIndex
from PySide6.QtWidgets import QWidget

from salesdesk.services.contacts import Logged
from salesdesk.ui.contacts.dialog import ContactDialog
from salesdesk.ui.i18n import fill, translate
from salesdesk.ui.kit import theme
from salesdesk.ui.kit.fonts import Face
from salesdesk.ui.kit.forms.cell_table import CellRow, CellTable, framed
from salesdesk.ui.kit.forms.confirm import ConfirmDialog
from salesdesk.ui.kit.forms.dialog import FormDialog
from salesdesk.ui.kit.painting.cells import Level, TextCell
from salesdesk.ui.kit.widgets import Button, ButtonKind, Label, NoteField, Paragraph
from salesdesk.ui.refusals import worded
from salesdesk.ui.session.context import Context
from salesdesk.ui.session.ports import KeptContact, KeptContacts
from salesdesk.ui.texts import method_word, outcome_word

_TABLE_HEIGHT, _NOTE_HEIGHT = 224, 72


@dataclass(frozen=True, slots=True)
class _Listed:
    waiting: tuple[KeptContact, ...]
    refused: tuple[KeptContact, ...]


def _list(kept: KeptContacts) -> _Listed:
    return _Listed(tuple(kept.waiting()), tuple(kept.refused()))


def _discard(kept: KeptContacts, draft_id: str) -> _Listed:
    kept.discard(draft_id)
    return _list(kept)


def _retry(kept: KeptContacts, refused: Sequence[str]) -> _Listed:
    for draft_id in refused:
        kept.retry(draft_id)
    return _list(kept)


class OutboxDialog(FormDialog):
    """Lists the kept contacts; each can be mended or thrown away, all can be tried again.

    A contact that is mended keeps its id, so that it counts once even where it was sent while
    its form was open.
    """

    def __init__(self, context: Context, kept: KeptContacts, parent: QWidget | None = None) -> None:
        title = translate("outbox", "Outbox")
        super().__init__(title, name="outbox_dialog", parent=parent)
        self.set_width(720)
        self._context = context
        self._kept = kept
        self._by_id: dict[str, KeptContact] = {}
        self._discarding = ""
        self.header.addWidget(Label(title, name="outbox_title", face=Face.TITLE))
        self.summary = Label(name="outbox_summary", ink="text2")
        self.header.addWidget(self.summary)
        self._build_list()
        self._build_footer()
        self.end_rows()
        context.outbox.changed.connect(self.refresh)
        self.finished.connect(self._over)
        self.refresh()

    def _build_list(self) -> None:
        self.table = CellTable(
            [self.tr("Customer"), self.tr("Contact"), self.tr("Typed"), self.tr("State")],
            [0, 200, 152, 104],
            name="outbox_table",
            accessible=self.tr("Contacts that are kept on this computer"),
        )
        self.table.setFixedHeight(theme.px(_TABLE_HEIGHT))
        self.reason = Paragraph(name="outbox_reason", ink="urgent")
        self.reason.hide()
        self.note = NoteField(name="outbox_note", accessible=self.tr("Note"))
        self.note.setReadOnly(True)
        self.note.setFixedHeight(theme.px(_NOTE_HEIGHT))
        self.page.addWidget(framed(self.table))
        self.page.addWidget(self.reason)
        self.page.addWidget(self.note)
        self.table.selectionModel().currentRowChanged.connect(self._show_current)
        self.table.opened.connect(self._opened)

    def _build_footer(self) -> None:
        self.discard = Button(self.tr("Throw away…"), name="outbox_discard", icon="trash-2")
        self.edit = Button(self.tr("Edit…"), name="outbox_edit", icon="pencil")
        self.retry = Button(self.tr("Try now"), name="outbox_retry", icon="refresh-cw")
        self.close_button = Button(
            self.tr("Close"), name="outbox_close", kind=ButtonKind.PRIMARY, hint=self.tr("Esc")
        )
        self.discard.clicked.connect(self._ask_discard)
        self.edit.clicked.connect(self._edit)
        self.retry.clicked.connect(self._retry)
        self.close_button.clicked.connect(self.reject)
        self.set_buttons(self.discard, self.edit, self.retry, self.close_button)

    def refresh(self) -> None:
        """Read the list again."""
        self._run(partial(_list, self._kept))

    def _run(self, work: partial[_Listed]) -> None:
        self._context.tasks.query(("outbox list", id(self)), work, self._show, self._failed)

    def _show(self, listed: _Listed) -> None:
        formats = self._context.office.formats
        before = self.table.current()
        everything = (*listed.refused, *listed.waiting)
        self._by_id = {each.draft.id: each for each in everything}
        self.table.show_rows([self._line(each) for each in everything])
        ids = list(self._by_id)
        if before is not None and before.id in self._by_id:
            self.table.selectRow(ids.index(before.id))
        self.table.select_first()
        told = fill(
            self.tr("{waiting} wait, {refused} were refused. Each is sent once, whatever happens."),
            waiting=formats.number(len(listed.waiting)),
            refused=formats.number(len(listed.refused)),
        )
        self.summary.setText(told)
        if not everything:
            self.summary.setText(self.tr("Nothing waits: everything is in the database."))
        self.retry.setEnabled(bool(everything))
        self._show_current()

    def _line(self, kept: KeptContact) -> CellRow:
        formats, draft = self._context.office.formats, kept.draft
        now = self._context.session.store.reckoned_now()
        contact = f"{method_word(draft.method)}, {outcome_word(draft.outcome)}"
        waits = kept.reason is None
        state = self.tr("waits") if waits else self.tr("refused")
        return CellRow(
            draft.id,
            (
                TextCell(kept.customer, Level.NAME),
                TextCell(contact),
                TextCell(formats.exact(kept.typed_at, now), Level.TEXT2),
                TextCell(
                    state,
                    Level.TEXT if waits else Level.URGENT,
                    "send" if waits else "circle-alert",
                    "text2" if waits else "urgent",
                ),
            ),
            _reason(kept),
        )

    def current(self) -> KeptContact | None:
        """The contact that is current in the list."""
        line = self.table.current()
        return self._by_id.get(line.id) if line is not None else None

    def _show_current(self) -> None:
        kept = self.current()
        self.note.set_text(kept.draft.notes if kept is not None else "")
        self.reason.set_text(_reason(kept) if kept is not None else "")
        self.reason.setVisible(kept is not None and kept.reason is not None)
        for button in (self.edit, self.discard):
            button.setEnabled(kept is not None)

    def _opened(self, _index: QModelIndex) -> None:
        self._edit()

    def submit(self) -> None:
        """Enter closes, as the filled button says."""
        self.close_button.click()

    def _edit(self) -> None:
        kept = self.current()
        if kept is None:
            return
        dialog = ContactDialog(
            self._context,
            kept.draft.customer_id,
            name=kept.customer,
            draft=kept.draft,
            parent=self,
        )
        dialog.logged.connect(self._logged)
        dialog.kept.connect(self.refresh)
        dialog.open()

    def _logged(self, logged: Logged) -> None:
        if logged.contact is not None:
            work = partial(_discard, self._kept, logged.contact.id)
            self._run_and_count(work)

    def _retry(self) -> None:
        refused = [each for each, kept in self._by_id.items() if kept.reason is not None]
        work = partial(_retry, self._kept, refused)
        self._context.tasks.query(("outbox list", id(self)), work, self._retried, self._failed)

    def _retried(self, listed: _Listed) -> None:
        self._show(listed)
        self._context.outbox.send()

    def _ask_discard(self) -> None:
        kept = self.current()
        if kept is None:
            return
        self._discarding = kept.draft.id
        told = self.tr("The contact with {customer} was never sent. It cannot be brought back.")
        dialog = ConfirmDialog(
            self.tr("Throw this contact away?"),
            fill(told, customer=kept.customer),
            self.tr("Throw away"),
            name="outbox_confirm",
            parent=self,
        )
        dialog.accepted.connect(self._discard)
        dialog.open()

    def _discard(self) -> None:
        self._run_and_count(partial(_discard, self._kept, self._discarding))

    def _run_and_count(self, work: partial[_Listed]) -> None:
        self._context.tasks.query(("outbox list", id(self)), work, self._discarded, self._failed)

    def _discarded(self, listed: _Listed) -> None:
        self._show(listed)
        # Counts elsewhere follow what is kept, not what was sent.
        self._context.outbox.send()

    def _failed(self, fault: Exception) -> None:
        if isinstance(fault, OSError):
            self.notice.show_notice(self.tr("The outbox cannot be read."), str(fault))
        else:
            self._context.report_bug(fault)

    def _over(self) -> None:
        self._context.tasks.void(("outbox list", id(self)))
        self.deleteLater()


def _reason(kept: KeptContact) -> str:
    """Why it was refused; '' for one that waits."""
    return worded(kept.reason) if kept.reason is not None else ""
