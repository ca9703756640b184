"""The table of people, which gives up the e-mail addresses where there is no room for them."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent

from salesdesk.ui.i18n import translate
from salesdesk.ui.kit import theme
from salesdesk.ui.kit.forms.cell_table import CellRow, CellTable

EMAIL, ACCOUNTS, _LAST_SIGN_IN = 1, 3, 6
_WIDTHS = (160, 0, 152, 0, 88, 72, 104)
_EMAIL_LEAST, _ACCOUNT_LEAST = 88, 128


class PeopleTable(CellTable):
    """One line for each person; the panel says what a narrow table leaves out."""

    def __init__(self) -> None:
        super().__init__(
            [
                translate("people", "Name"), translate("people", "E-mail"),
                translate("people", "Role"), translate("people", "Account"),
                translate("people", "Customers"), translate("people", "Overdue"),
                translate("people", "Last sign-in"),
            ],
            _WIDTHS,
            name="people_table",
            accessible=translate("people", "People"),
            figures=(4, 5),
            whole=(4, 5, _LAST_SIGN_IN),
        )  # fmt: skip

        # Large letters in a small window leave no room even without the addresses.
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAsNeeded)

    def show_accounts(self, *, shown: bool) -> None:
        """Accounts are a column only where they stand for people."""
        self.setColumnHidden(ACCOUNTS, not shown)
        self._fit()

    def show_rows(self, rows: Sequence[CellRow]) -> None:
        super().show_rows(rows)
        self._fit()

    def _fit(self) -> None:
        # Columns that do not fit beside those that stretch would be out of reach.
        accounts = 0 if self.isColumnHidden(ACCOUNTS) else _ACCOUNT_LEAST
        taken = sum(self.columnWidth(at) for at, width in enumerate(_WIDTHS) if width)
        room = self.viewport().width() - taken - theme.px(accounts)
        self.setColumnHidden(EMAIL, room < theme.px(_EMAIL_LEAST))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()
