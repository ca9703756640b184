"""Set customers aside as lost or not to be contacted, or take them back (docs/rules.md)."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtWidgets import QComboBox, QLineEdit, QWidget

from salesdesk.domain.errors import Invalid
from salesdesk.domain.ownership import OwnershipSeen
from salesdesk.domain.queries import CustomerRow
from salesdesk.domain.round import OutOfRound
from salesdesk.domain.set_aside import NOTE_LENGTH, REASONS, Aside, AsideReason
from salesdesk.services import set_asides
from salesdesk.services.session import Done
from salesdesk.ui.actions.bulk_dialog import BulkDialog
from salesdesk.ui.i18n import fill, translate
from salesdesk.ui.kit.forms.dialog import mark_faults
from salesdesk.ui.kit.widgets import Button, Paragraph, Segment, SegmentedControl, named
from salesdesk.ui.session.context import Context
from salesdesk.ui.texts import aside_reason_word, name_of


class SetAsideDialog(BulkDialog):
    """Asks as what, and why: a reason that is offered, one's own words, or both.

    Attributes:
        ends: whether customers are taken back by what was pressed last.
    """

    def __init__(
        self, context: Context, rows: Sequence[CustomerRow], parent: QWidget | None = None
    ) -> None:
        title = _title(context, rows)
        super().__init__(context, rows, title, name="set_aside_dialog", parent=parent)
        self._ending = False
        self.ends = False
        self.word = SegmentedControl(
            [
                Segment(OutOfRound.LOST.value, self.tr("Lost")),
                Segment(OutOfRound.NO_CONTACT.value, self.tr("Not to be contacted")),
            ],
            name="set_aside_word",
            accessible=self.tr("Set aside as"),
        )
        self.word_row = self.add_row(self.tr("Set aside as"), self.word, name="set_aside_word")
        self.word_row.put_below(Paragraph(_meaning(), name="set_aside_meaning", ink="text2"))
        self.reason = QComboBox()
        named(self.reason, "set_aside_reason", self.tr("Reason"))
        self.reason_row = self.add_row(self.tr("Reason"), self.reason, name="set_aside_reason")
        self.note = QLineEdit()
        self.note.setObjectName("set_aside_note")
        self.note.setMaxLength(NOTE_LENGTH)
        self.note.setPlaceholderText(self.tr("In your own words, instead of a reason or beside it"))
        self.note_row = self.add_row(self.tr("Note"), self.note, name="set_aside_note")
        self.back = Button(self.tr("Take back"), name="set_aside_back")
        self.back.setVisible(all(row.out is not None for row in rows))
        self.back.clicked.connect(self._take_back)
        self.footer.insertWidget(2, self.back)
        self.act.setText(self.tr("Set aside"))
        self.end_rows()
        self._show(rows[0].aside)
        self.word.chosen.connect(self._offer)
        self.reason.currentIndexChanged.connect(self._unmark)
        self.note.textChanged.connect(self._unmark)
        self.reason.setFocus()

    def aside(self) -> Aside:
        """What is chosen and typed."""
        word = OutOfRound(self.word.value() or OutOfRound.LOST.value)
        reason = self.reason.currentData()
        return Aside(word, AsideReason(reason) if reason else None, self.note.text())

    def ready(self) -> bool:
        if self._ending or self.reason.currentData() or self.note.text().strip():
            return True
        self.reason_row.fail(self.tr("Choose a reason or write one."))
        self.reason.setFocus()
        return False

    def mark(self, invalid: Invalid) -> bool:
        places = {
            "reason": (self.reason_row, self.reason),
            "note": (self.note_row, self.note),
        }
        return mark_faults(invalid, places)

    def begin(self) -> None:
        self.ends = self._ending
        super().begin()

    def pause(self) -> None:
        super().pause()
        self._ending = False

    def act_on(self, row: CustomerRow, event_id: str) -> Callable[[], Done]:
        session, seen = self._context.session, OwnershipSeen(row.owner_uid, row.owned_since)
        if self._ending:
            return partial(set_asides.take_back, session, event_id, row.id, seen)
        return partial(set_asides.set_aside, session, event_id, row.id, self.aside(), seen)

    def _take_back(self) -> None:
        self._ending = True
        self.begin()

    def _show(self, aside: Aside | None) -> None:
        """Show why the first customer is set aside already."""
        self.word.set_value((aside.word if aside else OutOfRound.LOST).value)
        self._offer()
        if aside is not None:
            self.reason.setCurrentIndex(max(self.reason.findData(aside.reason or ""), 0))
            self.note.setText(aside.note)

    def _offer(self) -> None:
        """Offer the reasons that go with the word."""
        self.reason.clear()
        self.reason.addItem(self.tr("Choose, or write one below"), "")
        for one in REASONS[OutOfRound(self.word.value() or OutOfRound.LOST.value)]:
            self.reason.addItem(aside_reason_word(one), one.value)

    def _unmark(self) -> None:
        self.reason_row.fail("")


def _meaning() -> str:
    return translate(
        "set_aside",
        "Out of Today, the pipeline’s first columns, the pool and distribution, and not released. "
        "The list of customers still shows them; whoever has them, or a lead, takes them back at "
        "any time, with the clock as it went on meanwhile.",
    )


def _title(context: Context, rows: Sequence[CustomerRow]) -> str:
    if len(rows) == 1:
        return fill(translate("set_aside", "Set {name} aside"), name=name_of(rows[0]))
    number = context.office.formats.number(len(rows))
    return fill(translate("set_aside", "Set {number} customers aside"), number=number)
