"""Permissions, and the roles that SalesDesk offers to make."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

#: What SalesDesk's resources begin with in `permissions`: the booking application may well have a
#: `customers:edit` of its own, which means nothing here, as ours means nothing there.
RESOURCE_PREFIX = "salesdesk."


class Permission(StrEnum):
    """A permission by the short name that people read, `customers:edit`.

    `permissions(resource, action)` stores it with a resource of SalesDesk's own:
    ('salesdesk.customers', 'edit') (docs/rules.md, "People").
    """

    CUSTOMERS_VIEW = "customers:view"
    CUSTOMERS_VIEW_NOTES = "customers:view_notes"
    CUSTOMERS_VIEW_PHONE_IN_POOL = "customers:view_phone_in_pool"
    CUSTOMERS_CREATE = "customers:create"
    CUSTOMERS_EDIT = "customers:edit"
    CUSTOMERS_HOLD = "customers:hold"
    CUSTOMERS_CLAIM = "customers:claim"
    CUSTOMERS_ASSIGN = "customers:assign"
    CUSTOMERS_TRANSFER = "customers:transfer"
    CUSTOMERS_RELEASE_ANY = "customers:release_any"
    CUSTOMERS_PROTECT = "customers:protect"
    CONTACTS_LOG = "contacts:log"
    CONTACTS_EDIT_ANY = "contacts:edit_any"
    REPORTS_VIEW_OWN = "reports:view_own"
    REPORTS_VIEW_TEAM = "reports:view_team"
    DATA_IMPORT = "data:import"
    DATA_EXPORT = "data:export"
    TEMPLATES_EDIT = "templates:edit"
    TARGETS_EDIT = "targets:edit"
    POLICY_EDIT = "policy:edit"
    PEOPLE_MANAGE = "people:manage"
    RELEASE_CONFIRM = "release:confirm"
    AUDIT_VIEW = "audit:view"

    @property
    def resource(self) -> str:
        """The resource as it is stored, for instance 'salesdesk.customers'."""
        return RESOURCE_PREFIX + self.value.partition(":")[0]

    @property
    def action(self) -> str:
        """The part after the colon."""
        return self.value.partition(":")[2]

    @property
    def stored_name(self) -> str:
        """The `name` of its row, at most 50 characters."""
        return RESOURCE_PREFIX + self.value


_P = Permission


AGENT_PERMISSIONS = frozenset(
    {
        _P.CUSTOMERS_VIEW,
        _P.CUSTOMERS_VIEW_NOTES,
        _P.CUSTOMERS_VIEW_PHONE_IN_POOL,
        _P.CUSTOMERS_CREATE,
        _P.CUSTOMERS_EDIT,
        _P.CUSTOMERS_HOLD,
        _P.CUSTOMERS_CLAIM,
        _P.CONTACTS_LOG,
        _P.REPORTS_VIEW_OWN,
    }
)


LEAD_PERMISSIONS = AGENT_PERMISSIONS | {
    _P.CUSTOMERS_ASSIGN,
    _P.CUSTOMERS_TRANSFER,
    _P.CUSTOMERS_RELEASE_ANY,
    _P.CUSTOMERS_PROTECT,
    _P.CONTACTS_EDIT_ANY,
    _P.TEMPLATES_EDIT,
    _P.TARGETS_EDIT,
    _P.REPORTS_VIEW_TEAM,
    _P.DATA_EXPORT,
    _P.RELEASE_CONFIRM,
}


ADMINISTRATOR_PERMISSIONS = frozenset(Permission)


@dataclass(frozen=True, slots=True)
class OfferedRole:
    """A role that SalesDesk offers to make; existing roles never change by themselves."""

    name: str
    description: str
    permissions: frozenset[Permission]


#: What stands as the description of a role that an administrator made in SalesDesk.
OWN_ROLE = "Made in SalesDesk by an administrator."

#: As many characters has the booking application's column of role names.
ROLE_NAME_LENGTH = 50


OFFERED_ROLES = (
    OfferedRole("Sales Agent", "Holds customers and logs contacts.", AGENT_PERMISSIONS),
    OfferedRole(
        "Team Lead",
        "Assigns, transfers and protects customers, sees the team's figures.",
        LEAD_PERMISSIONS,
    ),
    OfferedRole(
        "Sales Administrator",
        "Everything a lead may, and people, policy, import and the audit.",
        ADMINISTRATOR_PERMISSIONS,
    ),
)
