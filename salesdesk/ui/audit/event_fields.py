"""Every field of an event, before and after; what changed has a mark, long notes fold."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from salesdesk.ui.audit.texts import Field
from salesdesk.ui.i18n import translate
from salesdesk.ui.kit import theme
from salesdesk.ui.kit.fonts import Face
from salesdesk.ui.kit.widgets import Button, ButtonKind, Label, Measured, Pane, Paragraph, emptied

_NAME, _BEFORE = 88, 120
#: What a value shows before 'more'.
_LINES, _LETTERS = 12, 264
_NONE = "–"


class EventFields(Measured, QWidget):
    """A line for each field; it has as many columns as the event has sides."""

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("event_fields")
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)
        self.lines: tuple[Field, ...] = ()

    def show_fields(self, lines: Sequence[Field]) -> None:
        """Show these."""
        self.lines = tuple(lines)
        emptied(self._column)
        both = any(one.before for one in lines)
        heads = [self.tr("Field"), self.tr("Before"), self.tr("After")] if both else []
        if heads:
            head = _Row(marked=False)
            for at, words in enumerate(heads):
                title = Label(words, ink="text2")
                if at == 0:
                    title.set_width(theme.px(_NAME))
                head.add(title, at)
            self._column.addWidget(head)
        for one in lines:
            self._column.addWidget(_line(one, both=both))


def _line(field: Field, *, both: bool) -> _Row:
    row = _Row(marked=field.changed and both)
    changed = field.changed and both
    name = Label(field.name, face=Face.MEDIUM if changed else Face.BODY, cut=True)
    name.set_width(theme.px(_NAME))
    row.add(name, 0)
    if not both:
        row.add(_Value(field.after, "text"), 2)
    elif field.changed:
        row.add(_Value(field.before, "text2"), 1)
        row.add(_Value(field.after, "text"), 2)
    else:
        row.add(_Value(field.before, "text2"), 1)
        row.add(Label(translate("audit", "unchanged"), ink="text3"), 2)
    said = f"{field.name}: {field.before or _NONE} → {field.after or _NONE}"
    row.setAccessibleName(said if both else f"{field.name}: {field.after}")
    return row


class _Row(Pane):
    """One line with the columns' widths, and the mark of a change at its left."""

    def __init__(self, *, marked: bool) -> None:
        super().__init__("base", "bottom")
        self._mark = Pane("accent" if marked else "base")
        self._mark.setFixedWidth(3)
        outside = QHBoxLayout(self)
        outside.setContentsMargins(0, 0, 0, 1)
        outside.setSpacing(0)
        outside.addWidget(self._mark)
        inside = QWidget()
        self._row = QHBoxLayout(inside)
        outside.addWidget(inside, 1)
        self.measure()

    def add(self, part: QWidget, column: int) -> None:
        """Put a part into a column: the name, the value before, the value after."""
        if column == 1:
            part.setFixedWidth(theme.px(_BEFORE))
        self._row.addWidget(part, 1 if column == 2 else 0, Qt.AlignmentFlag.AlignTop)

    def measure(self) -> None:
        self._row.setContentsMargins(theme.px(13), theme.px(6), theme.px(16), theme.px(6))
        self._row.setSpacing(theme.px(8))


class _Value(QWidget):
    """A value that wraps; after twelve lines the rest is behind 'more'."""

    def __init__(self, text: str, ink: str) -> None:
        super().__init__()
        self._whole = text or _NONE
        self._text = Paragraph(self._begin(), ink=ink)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._text)
        if self._begin() != self._whole:
            self._more = Button(
                self.tr("more"), name="event_more", kind=ButtonKind.LINK, small=True
            )
            self._more.clicked.connect(self._on_more)
            column.addWidget(self._more, 0, Qt.AlignmentFlag.AlignLeft)

    def _begin(self) -> str:
        begin = "\n".join(self._whole.split("\n")[:_LINES])[:_LETTERS]
        return begin if begin == self._whole else f"{begin.rstrip()}…"

    def _on_more(self) -> None:
        self._text.set_text(self._whole)
        self._more.hide()
