"""How many contacts a day and a week a role or an agent shall make."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLineEdit, QWidget

from salesdesk.domain.errors import Invalid, Refusal
from salesdesk.domain.events import new_id
from salesdesk.domain.targets import StoredTarget, Target, TargetOf
from salesdesk.services import targets
from salesdesk.services.session import Session
from salesdesk.services.targets import TargetLine, TargetSet
from salesdesk.ui.actions.undo import Taken
from salesdesk.ui.i18n import fill, translate
from salesdesk.ui.kit import theme
from salesdesk.ui.kit.fonts import Face
from salesdesk.ui.kit.forms.dialog import FormDialog, mark_faults
from salesdesk.ui.kit.forms.text_fields import Elided
from salesdesk.ui.kit.widgets import Button, ButtonKind, Paragraph
from salesdesk.ui.refusals import worded
from salesdesk.ui.session.context import Context
from salesdesk.ui.session.faults import route
from salesdesk.ui.team import target_words as words

_NUMBER_WIDTH = 96
_NOTHING = Target(None, None)


@dataclass(frozen=True, slots=True)
class TargetStep:
    """A target was set; undone, it is as it was before, unless somebody set it meanwhile.

    Attributes:
        before: what it was; an empty one: there was none.
        left: as the act left it.
    """

    session: Session
    of: TargetOf
    name: str
    before: Target
    left: StoredTarget | None
    act_id: str = field(default_factory=new_id)

    @property
    def text(self) -> str:
        """'target of Andi Firmansyah'."""
        return fill(translate("targets", "target of {name}"), name=self.name)

    def back(self) -> Taken:
        """Set what stood before."""
        done = targets.put(self.session, self.act_id, self.of, self.before, self.left)
        now = self.left.target if self.left is not None else _NOTHING
        said = fill(translate("targets", "The target of {name} is as before."), name=self.name)
        step = TargetStep(self.session, self.of, self.name, now, done.left)
        return Taken(done.changes, said, step)

    def again(self) -> Taken:
        """Set it once more: both ways are the same act."""
        return self.back()


class TargetDialog(FormDialog):
    """Asks for both numbers; an empty field asks for nothing.

    Signals:
        put(TargetStep, str): it is set, and what is told of it.
    """

    put = Signal(object, str)

    def __init__(self, context: Context, line: TargetLine, parent: QWidget | None = None) -> None:
        name = words.whose(line)
        title = fill(translate("targets", "Target of {name}"), name=name)
        super().__init__(title, name="target_dialog", parent=parent)
        self._context, self._line, self._name = context, line, name
        self._event_id = new_id()
        self.header.addWidget(Elided(title, name="target_title", face=Face.TITLE))
        shown = line.own.target if line.own is not None else line.counting or _NOTHING
        self.day = self._number("target_day", shown.per_day)
        self.week = self._number("target_week", shown.per_week)
        self.day_row = self.add_row(self.tr("A day"), self.day, name="target_day")
        self.week_row = self.add_row(self.tr("A week"), self.week, name="target_week")
        self.page.addWidget(Paragraph(self._meaning(), name="target_meaning", ink="text2"))
        cancel = Button(self.tr("Cancel"), name="target_cancel", hint=self.tr("Esc"))
        self.save = Button(
            self.tr("Save"), name="target_save", kind=ButtonKind.PRIMARY, hint=self.tr("Enter")
        )
        cancel.clicked.connect(self.reject)
        self.save.clicked.connect(self._save)
        self.set_buttons(cancel, self.save)
        self.end_rows()
        self.finished.connect(self.deleteLater)
        self.day.setFocus()
        self.day.selectAll()

    def _number(self, name: str, value: int | None) -> QLineEdit:
        made = QLineEdit("" if value is None else str(value))
        made.setObjectName(name)
        made.setMaxLength(6)
        made.setFixedWidth(theme.px(_NUMBER_WIDTH))
        return made

    def _meaning(self) -> str:
        counts = self.tr("How many contacts. An empty field sets no target. {counting}")
        said = fill(counts, counting=words.counting())
        if not self._line.of.uid:
            own = self.tr("An agent with a target of their own keeps that.")
            return f"{said} {own}"
        return said

    def typed(self) -> Target:
        """What was typed; what is no number is 0, which no target is."""
        return Target(_typed(self.day), _typed(self.week))

    def _save(self) -> None:
        if self.busy:
            return
        for row in (self.day_row, self.week_row):
            row.fail("")
        self.notice.dismiss()
        self.set_busy(True)
        work = partial(
            targets.put, self._context.session, self._event_id, self._line.of, self.typed(),
            self._line.own,
        )  # fmt: skip
        self._context.tasks.command(work, self._on_done, self._on_failed)

    def _on_done(self, done: TargetSet) -> None:
        self.set_busy(False)
        self._context.feed.publish(done.changes)
        own = self._line.own
        before = own.target if own is not None else _NOTHING
        step = TargetStep(self._context.session, self._line.of, self._name, before, done.left)
        if done.left is None:
            said = self.tr("{name} has no target of its own any more.")
        else:
            said = self.tr("The target of {name} is set.")
        self.put.emit(step, fill(said, name=self._name))
        self.accept()

    def _on_failed(self, fault: Exception) -> None:
        self.set_busy(False)
        route(self._context, fault, refused=self._say_refused, away=self.say_away)

    def _say_refused(self, refusal: Refusal) -> None:
        places = {"per_day": (self.day_row, self.day), "per_week": (self.week_row, self.week)}
        if not (isinstance(refusal, Invalid) and mark_faults(refusal, places)):
            self.notice.show_notice(self.refused_words(refusal), worded(refusal))


def _typed(field: QLineEdit) -> int | None:
    text = field.text().strip()
    if not text:
        return None
    return int(text) if text.isascii() and text.isdigit() else 0
