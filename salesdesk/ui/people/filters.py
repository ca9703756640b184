"""The row of filters over the table of people: by role, and by what is missing or late."""

from __future__ import annotations

from salesdesk.domain.people import Role
from salesdesk.services.admin.roster import RosterLine
from salesdesk.ui.i18n import fill
from salesdesk.ui.kit.formats import Formats
from salesdesk.ui.lists.choice_bar import ChoiceBar, Choices

_ALL, _ABLE, _NO_ROLE, _NO_ACCOUNT, _LATE = "", "able", "roleless", "accountless", "late"
_EVERY_ROLE = ""


class PeopleFilters(ChoiceBar):
    """Whom the table shows."""

    def __init__(self) -> None:
        super().__init__("people")
        self.offer_for((), has_accounts=False)

    def offer_for(self, roles: tuple[Role, ...], *, has_accounts: bool) -> None:
        """Offer these roles, and the states that there are; what is chosen stays."""
        states: list[tuple[object, str]] = [
            (_ALL, self.tr("Everybody")),
            (_ABLE, self.tr("May do something here")),
            (_NO_ROLE, self.tr("May do nothing here")),
            (_LATE, self.tr("With late next steps")),
        ]
        if has_accounts:
            states.insert(3, (_NO_ACCOUNT, self.tr("With a role, no account")))
        held = [(one.name, one.name) for one in roles if one.people]
        self.offer(
            (
                Choices("state", self.tr("State"), tuple(states)),
                Choices("role", self.tr("Role"), ((_EVERY_ROLE, self.tr("Any role")), *held)),
            )
        )

    def fits(self, line: RosterLine) -> bool:
        """Whether the filters let somebody through."""
        state, role = self.chosen("state"), self.chosen("role")
        person = line.person
        if role and role not in (person.salesdesk_role, person.booking_role):
            return False
        return {
            _ALL: True,
            _ABLE: bool(line.may),
            _NO_ROLE: not line.may,
            _NO_ACCOUNT: bool(line.may) and not line.accounts,
            _LATE: bool(line.late),
        }[str(state)]

    def show_count(self, shown: int, all_: int, formats: Formats) -> None:
        """Say how many of how many are shown."""
        said = fill(
            self.tr("{shown} of {all} people"),
            shown=formats.number(shown), all=formats.number(all_),
        )  # fmt: skip
        self.set_count(said)
