"""One act on one or many customers: each its own transaction, with progress and a report.

The customers are acted on one after another; Cancel stops before the next. Those that a rule
refused are named with the reason, and the others stay done.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from salesdesk.domain.changes import Changes
from salesdesk.domain.errors import Invalid, Refusal, Unavailable
from salesdesk.domain.events import new_id
from salesdesk.domain.queries import CustomerRow
from salesdesk.services.session import Done
from salesdesk.ui.i18n import fill
from salesdesk.ui.kit.fonts import Face
from salesdesk.ui.kit.forms.dialog import FormDialog
from salesdesk.ui.kit.forms.text_fields import Elided
from salesdesk.ui.kit.widgets import Button, ButtonKind
from salesdesk.ui.refusals import worded
from salesdesk.ui.session.context import Context
from salesdesk.ui.session.faults import route
from salesdesk.ui.texts import whose_line

_NAMED = 5


@dataclass(frozen=True, slots=True)
class OneDone:
    """An act that was done to one customer.

    Attributes:
        row: the customer as the dialog was opened with it.
        event_id: of the act.
    """

    row: CustomerRow
    event_id: str
    done: Done


@dataclass(frozen=True, slots=True)
class BulkOutcome:
    """What came of an act on many customers.

    Attributes:
        done: how many it was done to.
        refused: (name, reason) of the others.
        each: those to whom it was done, in order.
    """

    done: int
    refused: tuple[tuple[str, str], ...]
    changes: Changes
    each: tuple[OneDone, ...] = ()


class BulkDialog(FormDialog):
    """A dialog that does one thing to each of its customers.

    Subclasses build their fields, say in `ready` whether they are complete, and in `act_on` what
    is done.

    Signals:
        acted(BulkOutcome): it is through, if anything was done.
    """

    acted = Signal(object)

    def __init__(
        self,
        context: Context,
        rows: Sequence[CustomerRow],
        title: str,
        *,
        name: str,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(title, name=name, parent=parent)
        self._context = context
        self.rows = tuple(rows)
        # Made once: pressed again after a lost answer, it is the same act.
        self._event_ids = {row.id: new_id() for row in self.rows}
        self._left: list[CustomerRow] = list(self.rows)
        self._done: list[OneDone] = []
        self._refused: list[tuple[str, str]] = []
        self._changes = Changes()
        self._stopping = False
        self._over = False
        self._earlier_stored = False
        self._build_head(title)
        self.cancel = Button(self.tr("Cancel"), name=f"{name}_cancel", hint=self.tr("Esc"))
        self.act = Button(title, name=f"{name}_act", kind=ButtonKind.PRIMARY, hint=self.tr("Enter"))
        self.cancel.clicked.connect(self.reject)
        self.act.clicked.connect(self.begin)
        self.set_buttons(self.cancel, self.act)
        self.finished.connect(self.deleteLater)

    def _build_head(self, title: str) -> None:
        name = self.objectName()
        self.title = Elided(title, name=f"{name}_title", face=Face.TITLE)
        self.whom = Elided(self._whom(), name=f"{name}_whom", ink="text2")
        self.header.addWidget(self.title)
        self.header.addWidget(self.whom)

    def _whom(self) -> str:
        if len(self.rows) != 1:
            return self.names()
        reader = self._context.session.actor.uid
        return whose_line(self.rows[0], reader, self._context.office.formats)

    def names(self, most: int = 4) -> str:
        """The customers' names, the first few and how many more."""
        shown = [row.name or self.tr("without a name") for row in self.rows[:most]]
        told = ", ".join(shown)
        more = len(self.rows) - len(shown)
        if more <= 0:
            return told
        return fill(self.tr("{names} and {number} more"), names=told, number=self._number(more))

    def _number(self, number: int) -> str:
        return self._context.office.formats.number(number)

    def _of_all(self, text: str, number: int) -> str:
        """A text about so many of all customers of the dialog, filled."""
        return fill(text, number=self._number(number), all=self._number(len(self.rows)))

    def ready(self) -> bool:
        """Whether the fields are complete; marks those that are not."""
        return True

    def act_on(self, row: CustomerRow, event_id: str) -> Callable[[], Done]:
        """The act on one customer, to be run on the command lane."""
        raise NotImplementedError

    def mark(self, invalid: Invalid) -> bool:
        """Mark the fields at fault; False where they are none of this form's."""
        return False

    def begin(self) -> None:
        """Start, or go on with those that are left."""
        if self.busy or self._over or not self.ready():
            return
        self.notice.dismiss()
        self._stopping = False
        self.set_busy(True)
        self._next()

    def reject(self) -> None:
        """Close; while it is under way stop before the next customer."""
        if not self.busy:
            if self._done and not self._over:
                self._tell()
            super().reject()
            return
        self._stopping = True
        self.footer_hint.setText(self.tr("Stopping…"))

    def _next(self) -> None:
        if not self._left or self._stopping:
            self._finish()
            return
        if len(self.rows) > 1:
            at = len(self.rows) - len(self._left) + 1
            self.footer_hint.setText(self._of_all(self.tr("{number} of {all}…"), at))
        row = self._left[0]
        work = self.act_on(row, self._event_ids[row.id])
        self._context.tasks.command(work, self._one_done, self._one_failed)

    def _one_done(self, done: Done) -> None:
        row = self._left.pop(0)
        self._done.append(OneDone(row, self._event_ids[row.id], done))
        self._changes |= done.changes
        self._next()

    def _one_failed(self, fault: Exception) -> None:
        route(
            self._context, fault, refused=self._go_past, away=self._stop_away, bug=self._stop_at_bug
        )

    def _go_past(self, refusal: Refusal) -> None:
        if isinstance(refusal, Invalid) and self.mark(refusal):
            self.pause()
            return
        row = self._left.pop(0)
        self._earlier_stored = refusal.earlier_stored
        self._refused.append((row.name, worded(refusal)))
        self._next()

    def _stop_away(self, fault: Unavailable) -> None:
        self.pause()
        told = self.tr("{number} of {all} were done. Press again once it is back to go on.")
        strong = self.tr("The server is away.")
        if fault.maybe_done or fault.earlier_stored:
            strong = self.tr("The server is away: whether the last one was done is not known.")
        self.notice.show_notice(strong, self._of_all(told, len(self._done)))

    def _stop_at_bug(self, _fault: BaseException) -> None:
        self.pause()
        self.notice.show_notice(
            self.tr("Unexpected error."),
            self.tr("What was done stays done. Pressing again is safe: it counts once."),
        )

    def pause(self) -> None:
        """Unlock the fields and tell the screens what was done so far."""
        self.set_busy(False)
        self.footer_hint.setText("")
        self._context.feed.publish(self._changes)

    def _finish(self) -> None:
        self.pause()
        if self._refused:
            self._show_refused()
        elif self._left:
            super().reject()
        else:
            self.accept()
        if self._done:
            self._tell()

    def _tell(self) -> None:
        self._over = True
        self.acted.emit(
            BulkOutcome(len(self._done), tuple(self._refused), self._changes, tuple(self._done))
        )

    def _show_refused(self) -> None:
        if len(self.rows) == 1:
            # The same button may be pressed again: the ground may have changed back.
            self._left, refusal = list(self.rows), self._refused.pop()
            done = self._earlier_stored
            strong = (
                self.tr("Only the first try was done.") if done else self.tr("Nothing was done.")
            )
            self.notice.show_notice(strong, refusal[1])
            return
        self._over = True
        lines = [f"{name}: {reason}" for name, reason in self._refused[:_NAMED]]
        more = len(self._refused) - len(lines)
        if more > 0:
            lines.append(fill(self.tr("and {number} more"), number=self._number(more)))
        told = self._of_all(self.tr("{number} of {all} were refused."), len(self._refused))
        self.notice.show_notice(told, "\n" + "\n".join(lines))
        self.act.hide()
        self.cancel.setText(self.tr("Close"))
        self.cancel.setFocus()
