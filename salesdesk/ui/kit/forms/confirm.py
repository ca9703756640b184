"""Ask before something that is not undone by itself."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QWidget

from salesdesk.ui.i18n import translate
from salesdesk.ui.kit import theme
from salesdesk.ui.kit.fonts import Face
from salesdesk.ui.kit.forms.cell_table import CellRow, CellTable, framed
from salesdesk.ui.kit.forms.dialog import FormDialog
from salesdesk.ui.kit.forms.text_fields import Elided
from salesdesk.ui.kit.painting.cells import TextCell
from salesdesk.ui.kit.widgets import Button, ButtonKind, Paragraph

_ROW, _MOST_ROWS = 32, 7


class ConfirmDialog(FormDialog):
    """A question with one act; `accepted` says yes.

    Args:
        act: the words of the filled button: what happens, not 'Yes'.
        names: of what it happens to, listed.
    """

    def __init__(
        self,
        title: str,
        text: str,
        act: str,
        *,
        names: Sequence[str] = (),
        name: str = "confirm_dialog",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(title, name=name, parent=parent)
        self.set_width(480)
        self.title = Elided(title, name=f"{name}_title", face=Face.TITLE)
        self.header.addWidget(self.title)
        self.text = Paragraph(text, name=f"{name}_text")
        self.page.addWidget(self.text)
        if names:
            self.list = name_table(
                [CellRow(str(at), (TextCell(each),)) for at, each in enumerate(names)],
                [translate("confirm", "Name")],
                [0],
                name=f"{name}_names",
            )
            self.page.addWidget(framed(self.list))
        self.cancel = Button(self.tr("Cancel"), name=f"{name}_cancel", hint=self.tr("Esc"))
        self.act = Button(act, name=f"{name}_act", kind=ButtonKind.PRIMARY, hint=self.tr("Enter"))
        self.cancel.clicked.connect(self.reject)
        self.act.clicked.connect(self.accept)
        self.set_buttons(self.cancel, self.act)
        self.finished.connect(self.deleteLater)
        self.end_rows()
        self.act.setFocus()


def name_table(
    lines: Sequence[CellRow], headers: Sequence[str], widths: Sequence[int], *, name: str
) -> CellTable:
    """A list of names, as high as it needs to be and at most seven rows."""
    accessible = translate("confirm", "Customers")
    table = CellTable(headers, widths, name=name, accessible=accessible)
    rows = min(max(len(lines), 1), _MOST_ROWS) + 1
    table.setFixedHeight(theme.px(_ROW) * rows)
    table.show_rows(lines)
    return table
