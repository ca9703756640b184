"""The table of events, which gives up the computers where there is no room for them."""

from __future__ import annotations

from PySide6.QtGui import QResizeEvent

from salesdesk.ui.audit import texts
from salesdesk.ui.i18n import translate
from salesdesk.ui.kit import theme
from salesdesk.ui.kit.forms.cell_table import CellTable

_COMPUTER = 5
_WIDTHS = (96, 152, 176, 136, 0, 112)
_CHANGE_LEAST = 120


class AuditTable(CellTable):
    """One line for each event; the panel says what a narrow table leaves out."""

    def __init__(self) -> None:
        super().__init__(
            texts.heads(),
            _WIDTHS,
            name="audit_table",
            accessible=translate("audit", "Events"),
            whole=(0,),
        )

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        room = self.viewport().width() - theme.px(sum(_WIDTHS))
        self.setColumnHidden(_COMPUTER, room < theme.px(_CHANGE_LEAST))
