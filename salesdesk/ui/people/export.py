"""The table of people, for export: those who are shown, with every account."""

from __future__ import annotations

from collections.abc import Sequence

from salesdesk.domain.exporting import Figures, Line
from salesdesk.services.admin.roster import RosterLine
from salesdesk.ui.i18n import translate
from salesdesk.ui.lists.exportable import Exportable
from salesdesk.ui.people import texts


def exportable(lines: Sequence[RosterLine], about: str) -> Exportable:
    """What the people screen offers."""
    rows: tuple[Line, ...] = tuple(
        (
            one.person.name, one.person.email or "", texts.role_word(one.person),
            ", ".join(texts.quoted(account) for account in one.accounts), one.customers, one.late,
            one.last_login.isoformat() if one.last_login is not None else "",
        )
        for one in lines
    )  # fmt: skip
    titles = (
        translate("people", "Name"), translate("people", "E-mail"), translate("people", "Role"),
        translate("people", "Account"), translate("people", "Customers"),
        translate("people", "Overdue"), translate("people", "Last sign-in"),
    )  # fmt: skip
    return Exportable(translate("people", "People"), about, Figures(rows), titles)
