"""Making up a customer's past, backwards from how the customer stands now.

Backwards, because the present is what the sample is asked for: how many days are left, who has
the customer, what is planned. Whatever lies behind follows docs/rules.md: no gap over the limit
within a spell, no two spells at once, a release when its thirty days were over.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta

from salesdesk.app.sample import words
from salesdesk.app.sample.bookings import bookings
from salesdesk.app.sample.names import Names, phone
from salesdesk.app.sample.random_source import Chance, next_quarter
from salesdesk.app.sample.records import Life, Member, Move, Talk, Time
from salesdesk.domain.contact import Method, Outcome
from salesdesk.domain.customer import LeadSource, SalesStatus
from salesdesk.domain.ownership import UnbindingReason

LIMIT = timedelta(days=30)
_METHODS = (Method.WHATSAPP, Method.CALL, Method.VISIT)


@dataclass(frozen=True, slots=True)
class Team:
    """Who works at the made-up office."""

    agents: tuple[Member, ...]
    leads: tuple[Member, ...]


@dataclass(frozen=True, slots=True)
class Wish:
    """How a customer is to stand now; what is None is left to chance.

    Attributes:
        owner: uid of who has it; None: available.
        idle: days since the idle clock stood still, as bounds; for an available customer, the
            days since it became free.
        planned: whether a next step lies in the future.
        ordering: whether there may be orders that put it on the board as ordered or won.
    """

    owner: str | None
    idle: tuple[float, float]
    status: SalesStatus | None = None
    planned: bool | None = None
    ordering: bool = True


class Maker:
    """Makes customers up.

    Args:
        base: the moment that counts as now.
    """

    def __init__(self, seed: int, base: datetime, names: Names, team: Team) -> None:
        self.seed = seed
        self.base = base
        self.names = names
        self.team = team

    def blank(self, chance: Chance, index: int) -> Life:
        """The customer with this running number, without a past."""
        name, english = self.names.person(chance)
        typed = phone(chance, index, english)
        return Life(
            id=chance.new_id(),
            name=name,
            company=self.names.company(chance, english),
            phone=typed.typed,
            number=typed.number,
            address=self.names.address(chance),
            source=chance.among((*LeadSource, None), (18, 22, 28, 22, 7, 3)),
            status=chance.among(tuple(SalesStatus), (55, 30, 15)),
            created=self.base,
            registered_by=chance.among(self.team.agents).uid,
        )

    def life(self, index: int, wish: Wish) -> Life:
        """The customer with this running number; the same for the same seed, whatever else."""
        chance = Chance(self.seed, f"customer {index}")
        life = self.blank(chance, index)
        life.status = wish.status or life.status
        self._past(chance, life, wish)
        earliest = life.times[0].start if life.times else self._since(chance, wish.idle)
        life.created = earliest - chance.days(0, 60)
        life.moves = moves(chance, life)
        life.bookings = bookings(chance, life, self.base, wish.ordering)
        self._next_steps(chance, life, wish)
        return life

    def _past(self, chance: Chance, life: Life, wish: Wish) -> None:
        if wish.owner is not None:
            last = self._since(chance, wish.idle)
            spell = self.spell(chance, life, wish.owner, last, None)
        elif chance.happens(0.08):
            return
        else:
            agent = chance.among(self.team.agents).uid
            spell = self.ended(chance, life, agent, self._since(chance, wish.idle))
        if chance.happens(0.12):
            spell.by = chance.among(self.team.leads).uid
        life.times.append(spell)
        self.earlier(chance, life, chance.among((0, 1, 2, 3), (35, 35, 20, 10)))

    def earlier(self, chance: Chance, life: Life, spells: int) -> None:
        """Put this many spells before the one that the life has, and everything in order."""
        for _ in range(spells):
            self.before(chance, life, life.times[-1])
        life.times.reverse()
        life.talks.sort(key=_at)

    def before(self, chance: Chance, life: Life, later: Time) -> None:
        """Put a spell, with its contacts, before a later one."""
        others = [member for member in self.team.agents if member.uid != later.agent]
        agent = chance.among(others or self.team.agents).uid
        if chance.happens(0.15) and agent != later.agent:
            lead = chance.among(self.team.leads).uid
            last = chance.office_hour(later.start - chance.days(2, 10))
            spell = self.spell(chance, life, agent, last, later.start)
            spell.reason, spell.ended_by = UnbindingReason.MANUAL_RELEASE, lead
            later.by = lead
        else:
            spell = self.ended(chance, life, agent, later.start - chance.days(1.5, 20))
        life.times.append(spell)

    def ended(self, chance: Chance, life: Life, agent: str, end: datetime) -> Time:
        """A spell that ended about this moment, by inactivity or because somebody let go."""
        if chance.happens(0.7):
            # A day earlier, since office hours may move the contact on by most of a day.
            last = chance.office_hour(end - LIMIT - timedelta(days=1))
            spell = self.spell(chance, life, agent, last, next_quarter(last + LIMIT))
            spell.reason = UnbindingReason.INACTIVITY
            return spell
        last = chance.office_hour(end - chance.days(2, 8))
        spell = self.spell(chance, life, agent, last, end)
        spell.reason = UnbindingReason.MANUAL_RELEASE
        spell.ended_by = agent if chance.happens(0.7) else chance.among(self.team.leads).uid
        return spell

    def spell(
        self,
        chance: Chance,
        life: Life,
        agent: str,
        last: datetime,
        end: datetime | None,
        contacts: int | None = None,
    ) -> Time:
        """A spell whose idle clock last stood still at `last`; its contacts join the life."""
        if contacts is None:
            contacts = 0 if chance.happens(0.06) else chance.randint(2, 8)
        if not contacts:
            return Time(agent, last, end)
        at = last
        for number in range(contacts):
            if number:
                at = chance.office_hour(at - chance.days(2.5, 16))
            life.talks.append(talk(chance, at, agent))
        return Time(agent, chance.office_hour(at - chance.days(1.6, 4)), end)

    def _since(self, chance: Chance, bounds: tuple[float, float]) -> datetime:
        """A moment within the bounds, in office hours where one can be found."""
        newest = self.base - timedelta(days=bounds[0])
        oldest = self.base - timedelta(days=bounds[1])
        raw = self.base - chance.days(*bounds)
        for _ in range(6):
            moment = chance.office_hour(raw)
            if oldest <= moment <= newest:
                return moment
        return raw.replace(microsecond=0)

    def _next_steps(self, chance: Chance, life: Life, wish: Wish) -> None:
        """What was planned at each contact, and what is planned now."""
        for earlier, later in zip(life.talks, life.talks[1:], strict=False):
            if chance.happens(0.5):
                earlier.next_step = chance.office_hour(later.at)
        if not life.talks or wish.owner is None:
            return
        newest = life.talks[-1]
        planned = chance.happens(0.45) if wish.planned is None else wish.planned
        if planned:
            newest.next_step = chance.office_hour(self.base + chance.days(2, 14))
        elif wish.planned is None and chance.happens(0.06):
            late = chance.office_hour(self.base - chance.days(2, 6))
            newest.next_step = late if late > newest.at else None


def talk(chance: Chance, at: datetime, agent: str) -> Talk:
    """A contact made up."""
    method = chance.among(_METHODS, (52, 41, 7))
    good = {Method.WHATSAPP: 0.55, Method.CALL: 0.58, Method.VISIT: 0.72}[method]
    outcome = Outcome.SUCCESSFUL if chance.happens(good) else Outcome.UNSUCCESSFUL
    note = "" if chance.happens(0.12) else chance.among(words.NOTES[method, outcome])
    return Talk(at, agent, method, outcome, note)


def moves(chance: Chance, life: Life) -> list[Move]:
    """How the customer came to its status, each move some minutes after a contact."""
    steps: list[tuple[SalesStatus, SalesStatus]] = []
    if life.status is not SalesStatus.COLD:
        steps.append((SalesStatus.COLD, SalesStatus.WARM))
    if life.status is SalesStatus.HOT:
        steps.append((SalesStatus.WARM, SalesStatus.HOT))
    if len(life.talks) <= len(steps):
        return []
    chosen = sorted(chance.sample(range(len(life.talks) - 1), len(steps)))
    found = (life.talks[number] for number in chosen)
    return [
        Move(talked.at + timedelta(minutes=2), talked.by, *step)
        for talked, step in zip(found, steps, strict=True)
    ]


def _at(talked: Talk) -> datetime:
    return talked.at
