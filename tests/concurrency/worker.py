"""One desktop as a process of its own: reads a command a line, answers a line of JSON each.

Commands: `claim CUSTOMER`, `log CUSTOMER TIMES`, `link STAYS HIDDEN`, `release`; the clock is the
server's.
"""

from __future__ import annotations

import json
import sys
from dataclasses import replace

from salesdesk.domain.contact import ContactDraft, Method, Outcome
from salesdesk.domain.duplicates import LinkChoice
from salesdesk.domain.errors import Refusal
from salesdesk.domain.events import new_id
from salesdesk.domain.people import SYSTEM
from salesdesk.services import contacts, ownership
from salesdesk.services.duplicates import comparing, linking
from salesdesk.services.release import run
from salesdesk.services.release.report import Cause
from salesdesk.services.session import Session
from salesdesk.storage.db.engine import make_engine
from salesdesk.storage.unit_of_work import Store


def log(session: Session, customer_id: str, times: int) -> dict[str, object]:
    """Log contacts on one customer, one after the other."""
    for _ in range(times):
        contacts.log(
            session, ContactDraft(new_id(), customer_id, Method.CALL, Outcome.SUCCESSFUL, "Hello")
        )
    return {"logged": times}


def answer(session: Session, words: list[str]) -> dict[str, object]:
    """What came of a command."""
    try:
        if words[0] == "claim":
            owned = ownership.claim(session, new_id(), words[1])
            return {"won": owned.owner_uid}
        if words[0] == "link":
            sides = comparing.side_by_side(session, words[1], words[2])
            choice = LinkChoice(sides.left.customer, sides.right.customer)
            return {"linked": linking.link(session, new_id(), choice).event_id}
        if words[0] == "log":
            return log(session, words[1], int(words[2]))
        report = run.run(replace(session, actor=SYSTEM), Cause.COMMAND)
        return {"outcome": report.outcome, "ids": [c.id for c in report.candidates]}
    except Refusal as refusal:
        return {"refused": type(refusal).__name__, "text": refusal.message}


def main() -> None:
    """Answer commands until the input ends."""
    url, uid = sys.argv[1:3]
    store = Store(make_engine(url))
    actor = store.read(lambda reading: reading.people.actor(uid))
    if actor is None:
        raise SystemExit(f"no such person: {uid}")
    session = Session(store, actor, f"machine-of-{uid}")
    print(json.dumps({"ready": uid}), flush=True)  # noqa: T201 - the answer's channel
    for line in sys.stdin:
        print(json.dumps(answer(session, line.split())), flush=True)  # noqa: T201
    store.close()


if __name__ == "__main__":
    main()
