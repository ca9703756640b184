"""The sample workspace: the made-up data of the pictures, alive relative to now.

The figures agree from screen to screen: 1,284 customers, of whom Rina Wulandari holds 46; two are
due at the first start and then are the newest of 41 in the pool; 186 leave within 20 days.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

from salesdesk.app.sample import featured, picture_data
from salesdesk.app.sample.bookings import at_office
from salesdesk.app.sample.generate import LIMIT, Maker, Wish, moves
from salesdesk.app.sample.random_source import OFFICE, Chance
from salesdesk.app.sample.records import Booking, Life, NextStep, Talk, Time
from salesdesk.domain.contact import Outcome
from salesdesk.domain.customer import SalesStatus
from salesdesk.domain.ownership import UnbindingReason

POOL = 41
LEAVING_SOON = 186
DUE = 2

#: How many customers each of the pictures' agents has once the two are released.
HOLDINGS = {
    "Rina Wulandari": 46, "Andi Firmansyah": 52, "Citra Melati": 41, "Bayu Pratama": 38,
    "Eko Saputra": 55, "Yulia Hartati": 33, "Arif Rahman": 29, "Novi Anggraeni": 27,
}  # fmt: skip

_RINAS_COLD, _RINAS_WARM = 15, 9


@dataclass(frozen=True, slots=True)
class Calendar:
    """Moments relative to the one that counts as now."""

    base: datetime

    def ago(self, days: float, part: float) -> datetime:
        """So many days ago, on that calendar day of the office and no later in the day than now.

        Args:
            part: how far before the present time of day, as a share of the day so far.
        """
        local = self.base.astimezone(OFFICE)
        so_far = timedelta(hours=local.hour, minutes=local.minute, seconds=local.second)
        back = timedelta(seconds=int(so_far.total_seconds() * part))
        return self.base - timedelta(days=days) - back

    def at(self, days: int, hour: int, minute: int = 0) -> datetime:
        """That time of the office's day so many days from now."""
        local = self.base.astimezone(OFFICE) + timedelta(days=days)
        return local.replace(hour=hour, minute=minute, second=0).astimezone(UTC)


class Story:
    """Tells the sample workspace's customers, one after another."""

    def __init__(self, maker: Maker) -> None:
        self.maker = maker
        self.calendar = Calendar(maker.base)
        self.uids = {member.name: member.uid for member in maker.team.agents}
        self._number = 0

    def lives(self, customers: int) -> Iterator[Life]:
        """So many customers: those of the pictures first, then others around them."""
        told = [
            *featured.lives(self.calendar, self.uids, self._blank),
            *(self._bound(place, line) for place, line in enumerate(picture_data.BOUND)),
            *(self._free(place, line) for place, line in enumerate(picture_data.POOL)),
        ]
        yield from told
        rinas = self._rinas()
        yield from rinas
        everybody = [*told, *rinas]
        soon = LEAVING_SOON - sum(self._leaves_soon(life) for life in everybody)
        free = POOL - DUE - sum(life.standing is None for life in everybody)
        for _ in range(free):
            yield self._made(Wish(None, (18.5, 90)))
        owners = self._owners(everybody, customers - len(everybody) - free)
        for place, owner in enumerate(owners):
            idle = (10.1, 14.9) if place < soon else (0.05, 8.9)
            yield self._made(Wish(owner, idle))

    def _owners(self, told: list[Life], wanted: int) -> list[str]:
        """Who has the customers around those of the pictures, well shuffled."""
        left = dict.fromkeys(self.uids.values(), 0)
        for name, number in HOLDINGS.items():
            left[self.uids[name]] = number
        for life in told:
            if (standing := life.standing) is not None and not self._due(life):
                left[standing.agent] -= 1
        owners = [uid for uid, number in left.items() for _ in range(number)]
        others = [uid for name, uid in self.uids.items() if name not in HOLDINGS]
        owners += [others[number % len(others)] for number in range(wanted - len(owners))]
        Chance(self.maker.seed, "owners").shuffle(owners)
        return owners

    def _rinas(self) -> list[Life]:
        """Rina's customers beside those of the pictures; three she talked to today."""
        rina = self.uids[picture_data.RINA]
        found = [
            self._made(Wish(rina, (1.1, 8.9), SalesStatus.COLD, number % 2 == 0, ordering=False))
            for number in range(_RINAS_COLD)
        ] + [
            self._made(Wish(rina, (1.1, 2.9), SalesStatus.WARM, True, ordering=False))
            for _ in range(_RINAS_WARM)
        ]
        today = [life for life in found if life.talks and life.talks[-1].by == rina][-3:]
        for life, method, part in zip(
            today,
            (picture_data.CHAT, picture_data.CHAT, picture_data.CALL),
            (0.3, 0.2, 0.1),
            strict=True,
        ):
            newest = life.talks[-1]
            newest.at, newest.method = self.calendar.ago(0, part), method
            newest.outcome, newest.notes = Outcome.SUCCESSFUL, "Asked for the new price list; sent."
        return found

    def _made(self, wish: Wish) -> Life:
        self._number += 1
        return self.maker.life(self._number, wish)

    def _blank(self, name: str, company: str, phone: str, status: SalesStatus) -> Life:
        """A customer of the pictures, without a past."""
        life = self.maker.blank(Chance(self.maker.seed, f"picture {name}"), 0)
        life.name, life.company, life.status = name, company, status
        life.phone = life.number = f"+62{phone}"
        return life

    def _bound(self, place: int, line: picture_data.Line) -> Life:
        chance = Chance(self.maker.seed, f"line {line.name}")
        life = self._blank(line.name, line.company, line.phone, line.status)
        owner = self.uids[line.owner]
        last = self.calendar.ago(line.ago, 0.9 - 0.02 * place)
        spell = self.maker.spell(chance, life, owner, last, None, line.contacts)
        life.times.append(spell)
        if line.last is not None:
            # The list still runs from the newest contact to the oldest.
            life.talks[0] = Talk(last, owner, *line.last, life.talks[0].notes)
        self.maker.earlier(chance, life, chance.among((0, 1, 2)) if line.contacts else 0)
        life.created = life.times[0].start - chance.days(1, 40)
        life.moves = moves(chance, life)
        self._plan(life, line, owner)
        if line.order is not None:
            life.bookings.append(self._booking(line.order))
        return life

    def _plan(self, life: Life, line: picture_data.Line, owner: str) -> None:
        if line.step is None:
            return
        due = self.calendar.at(line.step.days, line.step.hour, line.step.minute)
        newest = life.talks[-1]
        if line.step.note:
            life.plan = NextStep(due, newest.at + timedelta(minutes=5), owner, line.step.note)
        else:
            newest.next_step = due

    def _booking(self, order: picture_data.Order) -> Booking:
        delivery = at_office(self.calendar.at(order.days, 12))
        status = "completed" if order.days < 0 else "confirmed"
        ordered = at_office(self.calendar.at(min(order.days, 0) - 6, 11))
        return Booking(
            ordered, delivery, status, order.people, order.price, order.memo, order.room_hours
        )

    def _free(self, place: int, line: picture_data.Free) -> Life:
        chance = Chance(self.maker.seed, f"pool {line.name}")
        life = self._blank(line.name, line.company, line.phone, line.status)
        free_since = self.calendar.ago(line.since, 0.9 - 0.02 * place)
        if line.back == 0:
            life.created = free_since
            return life
        agents = self.maker.team.agents
        spell: Time | None = None
        for _ in range(line.back):
            end = free_since if spell is None else spell.start - chance.days(2, 15)
            last = end - LIMIT - timedelta(minutes=4)
            spell = self.maker.spell(chance, life, chance.among(agents).uid, last, end, 3)
            spell.reason = UnbindingReason.INACTIVITY
            life.times.append(spell)
        life.times.reverse()
        life.talks.reverse()
        _let_best_method_be(life, line)
        life.created = life.times[0].start - chance.days(1, 40)
        life.moves = moves(chance, life)
        return life

    def _leaves_soon(self, life: Life) -> bool:
        """Whether the customer stays bound and leaves within 20 days."""
        last = _idle_since(life)
        return last is not None and not self._due(life) and self.maker.base - last >= LIMIT / 3

    def _due(self, life: Life) -> bool:
        last = _idle_since(life)
        return last is not None and self.maker.base - last >= LIMIT


def _idle_since(life: Life) -> datetime | None:
    standing = life.standing
    if standing is None:
        return None
    return max([standing.start, *(talk.at for talk in life.talks)])


def _let_best_method_be(life: Life, line: picture_data.Free) -> None:
    """Contacts by the best method succeed, the others do not; the newest one as the line says."""
    for talk in life.talks:
        talk.outcome = Outcome.SUCCESSFUL if talk.method is line.best else Outcome.UNSUCCESSFUL
    newest = life.talks[-1]
    if line.best is not None:
        earlier = life.talks[-2]
        earlier.method, earlier.outcome = line.best, Outcome.SUCCESSFUL
    if line.last is not None:
        newest.outcome = line.last
        if line.last is Outcome.SUCCESSFUL and line.best is not None:
            newest.method = line.best
        elif newest.method is line.best:
            newest.method = next(m for m in type(newest.method) if m is not line.best)
