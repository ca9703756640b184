"""`salesdesk demo-data`: made-up customers in a database that holds none."""

from __future__ import annotations

import time
from argparse import Namespace
from datetime import UTC, datetime

from salesdesk.app.commands.answers import Answer, WrongUse, counted
from salesdesk.app.commands.opening import ready
from salesdesk.app.commands.progress import Bar
from salesdesk.app.commands.words import said
from salesdesk.app.sample import writing
from salesdesk.domain.moments import whole_seconds


def moment(text: str) -> datetime:
    """A moment as typed; without a zone it is meant in UTC.

    Raises:
        ValueError: it is none.
    """
    found = datetime.fromisoformat(text)
    return whole_seconds(found if found.tzinfo else found.replace(tzinfo=UTC))


def run(arguments: Namespace) -> Answer:
    """Write the customers.

    Raises:
        Refusal: the database holds customers already, or is not ready.
        WrongUse, Unavailable.
    """
    if not 1 <= arguments.customers <= writing.MOST_CUSTOMERS:
        most = str(writing.MOST_CUSTOMERS)
        raise WrongUse(said("--customers is a number from 1 to {most}.", most=most))
    began = time.monotonic()
    with ready(arguments) as store:
        base = arguments.base or store.read(lambda reading: reading.clock())
        try:
            with Bar(arguments.customers, "customers") as bar:
                done = writing.write_generated(
                    store, arguments.customers, arguments.seed, base, bar.update
                )
        except KeyboardInterrupt:
            # So many rows are not one transaction.
            told = said(
                "Stopped. A part of the customers is in the database; begin with an empty one."
            )
            raise KeyboardInterrupt(told) from None
    seconds = round(time.monotonic() - began, 1)
    data = {
        "customers": done.customers,
        "rows": done.rows,
        "seed": arguments.seed,
        "base": base.isoformat(),
        "seconds": seconds,
    }
    text = said(
        "{customers} written, {rows}, in {seconds} s.",
        customers=counted(done.customers, "customer"),
        rows=counted(done.rows, "row"),
        seconds=str(seconds),
    )
    return Answer(data, text)
