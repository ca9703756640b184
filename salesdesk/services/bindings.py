"""How a binding ends under the customer's lock, and what the customer's rows say after an act."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime

from salesdesk.domain.events import Details
from salesdesk.domain.ownership import Binding, UnbindingReason
from salesdesk.domain.summary import CustomerFacts, HistoryFacts
from salesdesk.services import locked_write
from salesdesk.services.locked_write import CustomerWrite


@dataclass(frozen=True, slots=True)
class Ending:
    """A binding that a release ends."""

    owner: str
    spell: Binding | None
    since: datetime | None

    def kept(self, why: str) -> Details:
        """What the release's event keeps."""
        return {
            "owner": self.owner,
            "since": self.since.isoformat() if self.since else None,
            "reason": UnbindingReason.MANUAL_RELEASE.value,
            "spell": self.spell.id if self.spell else None,
            **({"why": why} if why else {}),
        }


def end(act: CustomerWrite, spell: Binding | None, *, protected: bool) -> None:
    """Close the row and free the customer; its protection ends with the binding.

    Args:
        protected: there is, or may be, one.

    Raises:
        Conflict: the binding is not as it was seen.
    """
    close(act, spell, UnbindingReason.MANUAL_RELEASE)
    if not act.unit.customers.unbind(act.customer):
        raise locked_write.changed_meanwhile()
    if protected:
        act.unit.protections.remove([act.customer.id])


def is_protected(act: CustomerWrite) -> bool:
    """Whether a protection stands, over or not, by what was read under the lock."""
    return act.ground is None or act.ground.found.facts.protected_until is not None


def leave(
    act: CustomerWrite, after: Callable[[CustomerFacts], CustomerFacts], history: HistoryFacts
) -> None:
    """Say what the customer's rows say after the act, where no end that lies ahead matters."""
    if act.ground is not None and act.customer.id not in act.history.later_ends:
        locked_write.leaves(act, after(act.ground.found.facts), history)


def close(act: CustomerWrite, spell: Binding | None, reason: UnbindingReason) -> None:
    """Close the open row of the binding that ends.

    Raises:
        Conflict: it is not there, or not open any more.
    """
    if spell is None:
        raise locked_write.changed_meanwhile()
    locked_write.must_match(
        act.unit.bindings.close([spell.id], locked_write.end_of(spell, act.at), reason), 1
    )
