"""The two expected ways in which an act does not happen; everything else is a bug.

A `Refusal` is a rule saying no: nothing was changed, and its reason tells the person what to do.
`Unavailable` is the database being out of reach: what was typed is kept and can be sent again.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from salesdesk.domain.refusals import Reason, Sentence, Value, Why


class Refusal(Exception):  # noqa: N818 - a refusal is an answer, not an error
    """A rule said no; nothing was changed.

    Attributes:
        reason: why, as a code and values; its texts are in `salesdesk.domain.refusals`.
        field: the field of the form that the refusal is about, if it is about one.
        earlier_stored: what the same form sent before is stored, though its answer was lost; only
            the change of it was refused.
    """

    def __init__(self, why: Why | Reason, /, *, field: str | None = None, **values: Value) -> None:
        self.reason = why if isinstance(why, Reason) else Reason.of(why, **values)
        super().__init__(self.reason.english)
        self.field = field
        self.earlier_stored = False

    @property
    def whole(self) -> Reason:
        """The reason with all that is at fault."""
        return self.reason

    @property
    def message(self) -> str:
        """One or two sentences in English, for the command line and the log."""
        return self.whole.english

    def __str__(self) -> str:
        return self.message


class NotAllowed(Refusal):
    """The person lacks the permission that the act needs."""

    def __init__(
        self, permission: StrEnum, why: Why = Why.NEEDS_PERMISSION, /, **values: Value
    ) -> None:
        super().__init__(Reason.of(why, permission=permission, **values))
        self.permission = permission


class CustomerGone(Refusal):
    """The customer's row is no longer there (deleted by the booking application)."""

    def __init__(self, customer_id: str) -> None:
        super().__init__(Why.CUSTOMER_GONE)
        self.customer_id = customer_id


class ContactGone(Refusal):
    """The contact's row is no longer there; the reason tells who deleted it, where it is known."""


class Conflict(Refusal):
    """The state that the act was decided on is gone: somebody else was first.

    Attributes:
        owner_uid: who has the customer now; None when it is available.
        owner_name: that person's name, for the message.
        since: from when.
        by_name: who changed it meanwhile, where that is known and is not told by the owner.
    """

    def __init__(
        self,
        why: Why | Reason,
        /,
        *,
        owner_uid: str | None = None,
        owner_name: str | None = None,
        since: datetime | None = None,
        by_name: str | None = None,
        **values: Value,
    ) -> None:
        super().__init__(why if isinstance(why, Reason) else Reason.of(why, **values))
        self.by_name = by_name
        self.owner_uid = owner_uid
        self.owner_name = owner_name
        self.since = since


class HiddenByLink(Conflict):
    """The customer is linked to another, which stays for both.

    Attributes:
        winner_id: the one that stays.
    """

    def __init__(self, winner_id: str, name: str) -> None:
        super().__init__(Why.HIDDEN_BY_LINK, name=name)
        self.winner_id = winner_id


class Duplicate(Refusal):
    """Another customer has this phone number, in whatever format it was typed.

    Attributes:
        customer_id, customer_name: the existing customer.
        owner_uid, owner_name: who has it; both None when it is available.
    """

    def __init__(
        self,
        customer_id: str,
        customer_name: str,
        owner_uid: str | None,
        owner_name: str | None,
    ) -> None:
        super().__init__(
            Why.NUMBER_OF_OWNED if owner_uid else Why.NUMBER_OF_AVAILABLE,
            field="phone",
            customer=customer_name or Why.WITHOUT_A_NAME,
            owner=owner_name or owner_uid or "",
        )
        self.customer_id = customer_id
        self.customer_name = customer_name
        self.owner_uid = owner_uid
        self.owner_name = owner_name


class PolicyRefusal(Refusal):
    """A pool policy says no, for now.

    Attributes:
        rule: the setting's key.
        allowed_from: when the act will be allowed; None when it depends on something else.
    """

    def __init__(
        self, why: Why, /, *, rule: str, allowed_from: datetime | None, **values: Value
    ) -> None:
        super().__init__(Reason.of(why, **values))
        self.rule = rule
        self.allowed_from = allowed_from


@dataclass(frozen=True, slots=True)
class FieldFault:
    """One thing wrong in one field of a form or one column of a line."""

    field: str
    reason: Reason

    @property
    def message(self) -> str:
        """The reason in English, for the command line and the log."""
        return self.reason.english


class Invalid(Refusal):
    """Bad input; names every field at fault and changes nothing."""

    def __init__(self, faults: tuple[FieldFault, ...]) -> None:
        if not faults:
            raise ValueError("Invalid needs at least one fault")
        first, *_ = faults
        super().__init__(first.reason, field=first.field)
        self.faults = faults

    @property
    def whole(self) -> Reason:
        """Every fault."""
        if len(self.faults) == 1:
            return self.reason
        return Reason.of(Why.SEVERAL, reasons=tuple(fault.reason for fault in self.faults))


class Unavailable(Exception):  # noqa: N818 - named for the state, as the banner names it
    """The database cannot be reached, or refuses to work, just now.

    Attributes:
        reason: what is wrong; never a password. A sentence without values is an outage's own.
        kind: a short stable word ('host', 'port', 'password', 'tls', …) for tests and help.
        maybe_done: the connection was lost while the act was being committed, so that nobody
            knows whether it is stored; the same act may be sent again.
        earlier_stored: as of `Refusal`.
    """

    def __init__(
        self, reason: str | Reason, *, kind: str = "away", maybe_done: bool = False
    ) -> None:
        self.reason = (
            reason
            if isinstance(reason, Reason)
            else Reason.of(Why.WORDED, text=Sentence(reason, "outage"))
        )
        super().__init__(self.message)
        self.kind = kind
        self.maybe_done = maybe_done
        self.earlier_stored = False

    @property
    def message(self) -> str:
        """What is wrong in English, for the command line and the log."""
        return self.reason.english
