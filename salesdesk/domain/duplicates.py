"""Two customers that may be one: pairs, what is said of them, what a link does.

Source: docs/rules.md, "Duplicates".
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from salesdesk.domain.customer import Customer


class PairKind(StrEnum):
    """Why two customers look like one."""

    SAME_NUMBER = "same_number"
    SECOND_NUMBER = "second_number"
    ALIKE = "alike"


#: The surest first.
SUREST = (PairKind.SAME_NUMBER, PairKind.SECOND_NUMBER, PairKind.ALIKE)


@dataclass(frozen=True, slots=True)
class Named:
    """A customer as a pair shows it."""

    id: str
    name: str
    company: str

    @property
    def shown(self) -> str:
        """Its name, else its company."""
        return self.name or self.company


@dataclass(frozen=True, slots=True)
class Pair:
    """Two customers that may be one; the left one was made first.

    Attributes:
        share: how alike name and company are, of 100; None: the number says it.
        number: the number that both have; '' where it is not for the number.
    """

    kind: PairKind
    left: Named
    right: Named
    share: int | None = None
    number: str = ""

    @property
    def ids(self) -> tuple[str, str]:
        """Names the pair, whichever side is which."""
        return ordered(self.left.id, self.right.id)

    @property
    def surer_first(self) -> tuple[int, int, str, str]:
        """Sorts the surest to the front."""
        return (SUREST.index(self.kind), -(self.share or 0), self.left.shown, self.left.id)


def ordered(one: str, other: str) -> tuple[str, str]:
    """Two ids in their order."""
    return (one, other) if one < other else (other, one)


@dataclass(frozen=True, slots=True)
class Looked:
    """What a look for pairs found.

    Attributes:
        at: when it began.
        pairs: the surest first.
        more: pairs were found that are not among them.
        linked, different: pairs that were linked and said to be different in the last 30 days.
    """

    at: datetime
    pairs: tuple[Pair, ...]
    more: bool
    linked: int
    different: int


class DecisionKind(StrEnum):
    """What was said of a pair."""

    LINKED = "linked"
    DIFFERENT = "different"


@dataclass(frozen=True, slots=True)
class Decision:
    """What was said of a pair, by whom and when.

    Attributes:
        left: the customer that stays, where they were linked.
        event_id: of the act that said it.
    """

    kind: DecisionKind
    left: Named
    right: Named
    by: str
    at: datetime
    event_id: str


@dataclass(frozen=True, slots=True)
class Held:
    """An agent's time with a customer, or nobody's.

    Attributes:
        days_left: until it leaves the agent; None: nobody has it, or it stays.
    """

    uid: str | None
    name: str
    since: datetime | None
    days_left: int | None


@dataclass(frozen=True, slots=True)
class Side:
    """One of the two, with all that is shown of it.

    Attributes:
        contacts: how many; `last_contact`, `last_method`: of the newest.
        orders: how many; `order_status` of the newest, `order_value` of those that count.
        owners: who has or had it, the newest first.
        idle_since: where its idle clock stands.
        created_by: the name of who registered it.
        hides: how many customers are linked to it already.
    """

    customer: Customer
    created_by: str
    contacts: int
    last_contact: datetime | None
    last_method: str | None
    orders: int
    order_status: str | None
    order_value: int
    owners: tuple[str, ...]
    held: Held
    idle_since: datetime
    hides: int


@dataclass(frozen=True, slots=True)
class TwoSides:
    """A pair side by side.

    Attributes:
        now: when it was read.
        days_left: of both as one customer, by who stays and whether it takes the other's owner.
    """

    left: Side
    right: Side
    now: datetime
    days_left: Mapping[tuple[str, bool], int | None]

    def side(self, customer_id: str) -> Side:
        """The side of this customer."""
        return self.left if self.left.customer.id == customer_id else self.right


@dataclass(frozen=True, slots=True)
class LinkChoice:
    """What is chosen at linking.

    Attributes:
        stays, hidden: both as they were seen.
        fields: of the fields that a form may change those that the one that stays takes over.
        takes_owner: it goes to the owner of the hidden one.
    """

    stays: Customer
    hidden: Customer
    fields: frozenset[str] = frozenset()
    takes_owner: bool = False
