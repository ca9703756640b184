"""Sharing customers among agents: evenly or to whoever has least, within the most one may have.

What is reckoned here is a proposal; each customer is given by an act of its own that checks again.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum
from random import Random

from salesdesk.domain.people import same_uid


class Sharing(StrEnum):
    """How customers are shared."""

    EVENLY = "evenly"
    LEAST = "least"
    BY_HAND = "by_hand"


@dataclass(frozen=True, slots=True)
class Receiver:
    """An agent who may get customers, with how many they have."""

    uid: str
    name: str
    held: int


@dataclass(frozen=True, slots=True)
class Given:
    """A customer that is shared; `owner_uid` None: from the pool."""

    id: str
    owner_uid: str | None


@dataclass(frozen=True, slots=True)
class Ground:
    """What a proposal rests on.

    Attributes:
        most: how many customers an agent may have; None: no such limit.
        lost: when each customer was last lost by whom, by customer and agent (small letters).
        now: the database's clock.
    """

    receivers: tuple[Receiver, ...]
    most: int | None
    lost: Mapping[str, Mapping[str, datetime]]
    now: datetime

    def lost_within(self, days: int) -> dict[str, frozenset[str]]:
        """Who lost each customer within so many days; 0: nobody counts."""
        since = self.now - timedelta(days=days)
        return {
            one: frozenset(uid for uid, at in agents.items() if at > since)
            for one, agents in self.lost.items()
        }


@dataclass(frozen=True, slots=True)
class Share:
    """Who gets whom.

    Attributes:
        agents: the agent of each customer that has a place.
        left: those whom nobody may get; they stay where they are.
    """

    agents: Mapping[str, str]
    left: tuple[str, ...]

    def after(self, receiver: Receiver, customers: Iterable[Given]) -> int:
        """How many customers the agent then has."""
        gets = sum(same_uid(uid, receiver.uid) for uid in self.agents.values())
        gives = sum(
            same_uid(one.owner_uid, receiver.uid) for one in customers if one.id in self.agents
        )
        return receiver.held + gets - gives


def shared(
    customers: Sequence[Given],
    ground: Ground,
    sharing: Sharing,
    chosen: frozenset[str],
    kept_from: Mapping[str, frozenset[str]],
    mix: int = 0,
) -> Share:
    """Share the customers among the chosen agents.

    Nobody gets a customer they have, or one that is kept from them, or more than the most. Those
    whom fewest may get are placed first, so that a place is left for them.

    Args:
        kept_from: of each customer the agents who shall not get it, in small letters.
        mix: another number gives another, equally fair share.
    """
    receivers = [one for one in ground.receivers if one.uid in chosen]
    order = list(customers)
    Random(mix).shuffle(order)  # noqa: S311 - a fair order, no secret
    may = {one.id: _may_get(one, receivers, kept_from) for one in order}
    order.sort(key=lambda one: len(may[one.id]))
    gets: Counter[str] = Counter()
    agents: dict[str, str] = {}
    for one in order:
        able = [r for r in may[one.id] if ground.most is None or r.held + gets[r.uid] < ground.most]
        if not able:
            continue
        least = min(able, key=lambda receiver: _load(receiver, gets[receiver.uid], sharing))
        gets[least.uid] += 1
        agents[one.id] = least.uid
    left = tuple(one.id for one in customers if one.id not in agents)
    return Share({one.id: agents[one.id] for one in customers if one.id in agents}, left)


def placed(customers: Sequence[Given], ground: Ground, wanted: Mapping[str, str]) -> Share:
    """The customers whom a person placed by hand; who would get more than the most gets no more."""
    known = {one.uid: one for one in ground.receivers}
    gets: Counter[str] = Counter()
    agents: dict[str, str] = {}
    for one in customers:
        receiver = known.get(wanted.get(one.id, ""))
        if receiver is None or same_uid(receiver.uid, one.owner_uid):
            continue
        if ground.most is not None and receiver.held + gets[receiver.uid] >= ground.most:
            continue
        gets[receiver.uid] += 1
        agents[one.id] = receiver.uid
    return Share(agents, tuple(one.id for one in customers if one.id not in agents))


def _may_get(
    one: Given, receivers: Sequence[Receiver], kept_from: Mapping[str, frozenset[str]]
) -> list[Receiver]:
    kept = kept_from.get(one.id, frozenset())
    return [
        receiver
        for receiver in receivers
        if receiver.uid.lower() not in kept and not same_uid(receiver.uid, one.owner_uid)
    ]


def _load(receiver: Receiver, gets: int, sharing: Sharing) -> tuple[int, int, str]:
    has = receiver.held + gets
    return (gets, has, receiver.uid) if sharing is Sharing.EVENLY else (has, gets, receiver.uid)
