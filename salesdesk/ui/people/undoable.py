"""Acts on people and roles that can be taken back, each with the act that undoes it.

Each goes back only from where it led: what another administrator changed meanwhile stays.
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace

from salesdesk.domain.changes import Changes
from salesdesk.domain.events import derived_id, new_id
from salesdesk.domain.permissions import Permission
from salesdesk.services.admin import people, roles
from salesdesk.services.session import Session
from salesdesk.ui.actions.undo import Taken
from salesdesk.ui.i18n import fill, translate

#: (role id, permissions seen, permissions wanted) of each changed role.
RoleChanges = tuple[tuple[int, frozenset[Permission], frozenset[Permission]], ...]


@dataclass(frozen=True, slots=True)
class RoleStep:
    """A person was given another SalesDesk role, or lost it.

    Attributes:
        before, after: None: none.
        act_id: of the act that turns it round.
    """

    session: Session
    uid: str
    name: str
    before: str | None
    after: str | None
    act_id: str = field(default_factory=new_id)

    @property
    def text(self) -> str:
        """'role of Rina Wulandari'."""
        return fill(translate("people", "role of {name}"), name=self.name)

    def said(self, role: str | None) -> str:
        """What is told of it."""
        if role is None:
            return fill(translate("people", "{name} has no SalesDesk role now."), name=self.name)
        return fill(translate("people", "{name} is {role} now."), name=self.name, role=role)

    def back(self) -> Taken:
        """Give back the role that stood there."""
        return self._turned(self.after, self.before)

    def again(self) -> Taken:
        """Give it once more."""
        return self._turned(self.before, self.after)

    def _turned(self, seen: str | None, role: str | None) -> Taken:
        done = people.change_role(self.session, self.act_id, self.uid, seen, role)
        return Taken(done.changes, self.said(role), replace(self, act_id=new_id()))


@dataclass(frozen=True, slots=True)
class AccountStep:
    """A database account stopped standing for a person."""

    session: Session
    account: str
    uid: str
    act_id: str = field(default_factory=new_id)

    @property
    def text(self) -> str:
        """'removal of rina@%'."""
        return fill(translate("people", "removal of {account}"), account=self.account)

    def back(self) -> Taken:
        """Let it stand for the person again."""
        done = people.map_account(self.session, self.act_id, self.account, self.uid)
        said = fill(translate("people", "{account} was added again."), account=self.account)
        return Taken(done.changes, said, replace(self, act_id=new_id()))

    def again(self) -> Taken:
        """Remove it once more."""
        done = people.unmap_account(self.session, self.act_id, self.account)
        said = fill(translate("people", "{account} was removed."), account=self.account)
        return Taken(done.changes, said, replace(self, act_id=new_id()))


@dataclass(frozen=True, slots=True)
class RightsStep:
    """Permissions of roles were changed together."""

    session: Session
    changes: RoleChanges
    act_id: str = field(default_factory=new_id)

    @property
    def text(self) -> str:
        """'change of roles'."""
        return translate("people", "change of roles")

    def back(self) -> Taken:
        """Let each role allow what it allowed before."""
        turned = tuple((role, wanted, seen) for role, seen, wanted in self.changes)
        return self._applied(turned, translate("people", "The roles are as they were."))

    def again(self) -> Taken:
        """Apply it once more."""
        return self._applied(self.changes, translate("people", "Applied again."))

    def _applied(self, changes: RoleChanges, said: str) -> Taken:
        made = applied(self.session, self.act_id, changes)
        return Taken(made, said, replace(self, act_id=new_id()))


def applied(session: Session, event_id: str, changes: RoleChanges) -> Changes:
    """Change the roles one after another, each an act with its event."""
    made = Changes()
    for role_id, seen, wanted in changes:
        act = derived_id(event_id, f"role {role_id}")
        made |= roles.change(session, act, role_id, seen, wanted).changes
    return made
