"""One pass over the whole table before it is imported: in which order its dates are written, and
which words stand in the columns whose words are matched to ours.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from pathlib import Path

from salesdesk.domain.importing import (
    DATE_FIELDS,
    WORD_FIELDS,
    Choices,
    DateOrder,
    Doubt,
    Field,
    Layout,
    Notice,
)
from salesdesk.services.importing import dates, table
from salesdesk.services.importing.cells import cleaned
from salesdesk.services.importing.dates import GuessedOrder, OrderVotes

#: More different words than these are names or notes, and nobody matches them one by one.
MOST_WORDS = 200


@dataclass(frozen=True, slots=True)
class Survey:
    """What the table tells as a whole.

    Attributes:
        orders: of each column of dates, by title.
        words: how often which word stands in the columns of a field.
        filled: the columns in whose first lines anything stands, by their places.
    """

    orders: Mapping[str, GuessedOrder] = field(default_factory=dict)
    words: Mapping[Field, Mapping[str, int]] = field(default_factory=dict)
    filled: frozenset[int] = frozenset()

    def ordered(self, choices: Choices) -> Choices:
        """The choices with an order for each column of dates; what a person chose stays."""
        guessed = {title: found.order for title, found in self.orders.items()}
        return replace(choices, dates={**guessed, **choices.dates})

    def notices(self, choices: Choices) -> tuple[Notice, ...]:
        """What a person should look at, where they have not said what is meant."""
        found: list[Notice] = []
        for title, order in self.orders.items():
            chosen = choices.dates.get(title, order.order)
            if title not in choices.dates and not order.certain:
                found += [Notice(Doubt.ORDER, title, one, _both(one, chosen))
                          for one in order.examples]  # fmt: skip
            found += [Notice(Doubt.SWAPPED, title, one, (dates.swapped(one),))
                      for one in order.swapped]  # fmt: skip
        return tuple(found)


def survey(path: Path, layout: Layout, choices: Choices) -> Survey:
    """Read the table once for what its columns of dates and of words hold.

    Without such a column its first lines are enough.

    Raises:
        BadFile: it cannot be read (any more).
    """
    votes = {title: OrderVotes() for title, one in choices.columns.items() if one in DATE_FIELDS}
    said: dict[Field, Counter[str]] = {
        one: Counter() for one in choices.columns.values() if one in WORD_FIELDS
    }
    filled: set[int] = set()
    with table.opened(path, layout) as found:
        titled = len(found.titles)
        places = {title: at for at, title in enumerate(found.titles)}
        dated = [(places[title], one) for title, one in votes.items() if title in places]
        worded = [(places[title], said[one]) for title, one in choices.columns.items()
                  if one in said and title in places]  # fmt: skip
        for number, record in enumerate(found.records):
            width = len(record.cells)
            if number < table.SHOWN:
                filled |= {at for at, cell in enumerate(record.cells[:titled]) if cleaned(cell)}
            elif not votes and not said:
                break
            for place, order in dated:
                if place < width:
                    order.take(record.cells[place], real=place in record.real_dates)
            for place, counted in worded:
                word = cleaned(record.cells[place]) if place < width else ""
                if word and (word in counted or len(counted) < MOST_WORDS):
                    counted[word] += 1
    return Survey(
        {title: one.guessed() for title, one in votes.items()},
        {one: dict(counted.most_common()) for one, counted in said.items()},
        frozenset(filled),
    )


def _both(example: str, chosen: DateOrder) -> tuple[date, ...]:
    """How a date is read, and how it might be."""
    other = DateOrder.MONTH_FIRST if chosen is not DateOrder.MONTH_FIRST else DateOrder.DAY_FIRST
    readings = []
    for order in (chosen, other):
        try:
            readings.append(dates.moment(example, order, dates.ANY_ZONE).date())
        except dates.NoDate:
            return ()
    return tuple(readings)
