"""`salesdesk export`: customers, the pool or follow-ups into a file; and the window's own export.

The window hands its exports to a process of their own, `salesdesk export-job`: one line on stdin
says what to do, lines of JSON on stdout say how far it is, and the end of stdin says stop. So a
window that is closed or killed leaves no export behind it.
"""

from __future__ import annotations

import json
import os
import sys
import threading
from argparse import Namespace
from collections.abc import Iterable
from enum import StrEnum
from pathlib import Path
from typing import TypeVar

from salesdesk.app.commands.answers import Answer, Code, WrongUse, counted
from salesdesk.app.commands.opening import person, ready
from salesdesk.app.commands.progress import Bar
from salesdesk.app.commands.words import said
from salesdesk.app.exports import job as jobs
from salesdesk.app.exports import target
from salesdesk.app.exports.job import Errand, Job
from salesdesk.app.exports.worker import carry_out
from salesdesk.app.startup.connection import host_name, open_store
from salesdesk.domain.contact import Method, Outcome
from salesdesk.domain.customer import LeadSource, SalesStatus
from salesdesk.domain.errors import Refusal, Unavailable
from salesdesk.domain.events import new_id
from salesdesk.domain.exporting import (
    CUSTOMER_COLUMNS,
    POOL_COLUMNS,
    POOL_FIELDS,
    WHOLE_CUSTOMERS,
    WHOLE_POOL,
    CustomerField,
    CustomersTable,
    FileKind,
    FollowUps,
    Outlet,
    PoolTable,
    Stopped,
    Table,
)
from salesdesk.domain.follow_up import FollowUpState
from salesdesk.domain.pool import PoolQuery, PoolSort
from salesdesk.domain.queries import (
    CustomerQuery,
    CustomerSort,
    DaysLeftFilter,
    OwnerFilter,
    OwnerScope,
)
from salesdesk.domain.refusals import Why
from salesdesk.domain.round import OutOfRound
from salesdesk.services.admin import sign_in
from salesdesk.services.session import Session
from salesdesk.storage.unit_of_work import Store

W = TypeVar("W", bound=StrEnum)

#: After a stop, so long may a statement that is under way take.
PATIENCE_SECONDS = 5

_OVER = threading.Event()

WORDS = tuple(
    (one.value, one.value.capitalize()) for kind in (SalesStatus, Method, Outcome) for one in kind
) + tuple((one.value, one.value.replace("_", " ").capitalize()) for one in OutOfRound)


def run(arguments: Namespace) -> Answer:
    """Write the file that the arguments ask for.

    Raises:
        Refusal: the person may not export, or the file cannot be written.
        WrongUse, Unavailable.
    """
    path = Path(arguments.file)
    kind = _kind(arguments, path)
    with ready(arguments) as store:
        session = person_desk(store, arguments.person)
        table = _table(arguments, kind, store, session)
        outlet = Outlet(
            kind,
            _titles(table),
            WORDS,
            arguments.separator,
            not arguments.no_bom,
            str(arguments.what).capitalize(),
        )
        job = Job(new_id(), table, outlet, path)
        with Bar(0, "lines", "Exporting") as bar:

            def told(written: int, total: int) -> None:
                bar.total = total
                bar.update(written - bar.n)

            number = carry_out(session, job, told, _never)
    data = {"file": str(path), "lines": number, "format": kind.value}
    return Answer(
        data, said("{lines} written to {file}.", lines=counted(number, "line"), file=str(path))
    )


def person_desk(store: Store, email: str | None) -> Session:
    """The desk of the person who acts: by the account, or in a workspace by the address.

    Raises:
        Refusal: nobody was named, or there is nobody of that address.
    """
    return person(store, email, said("Say who acts: --as EMAIL, the address of somebody who may."))


def _never() -> bool:
    """Ctrl+C raises by itself."""
    return False


def _kind(arguments: Namespace, path: Path) -> FileKind:
    calendar = arguments.what == "follow-ups"
    given = arguments.format or path.suffix.lower().removeprefix(".")
    try:
        kind = FileKind(given or ("ics" if calendar else "csv"))
    except ValueError as fault:
        raise WrongUse(
            said("Say which kind of file: --format csv, xlsx, pdf, vcf or ics.")
        ) from fault
    if calendar != (kind is FileKind.ICS):
        raise WrongUse(
            said("Follow-ups go into a calendar (.ics), lists into .csv, .xlsx, .pdf or .vcf.")
        )
    return kind


def _table(arguments: Namespace, kind: FileKind, store: Store, session: Session) -> Table:
    owner = _owner(arguments.owner, store, session)
    # A printed page is for the eye; any other file may have to come back in as it went out.
    printed = kind is FileKind.PDF
    if arguments.what == "follow-ups":
        return FollowUps(owner.uid)
    statuses = frozenset(_words(SalesStatus, arguments.status))
    sources = frozenset(_words(LeadSource, arguments.source))
    if arguments.what == "pool":
        order = _word(PoolSort, arguments.sort or PoolSort.FREE_SINCE.value)
        query = PoolQuery(
            arguments.search, statuses, sources, sort=order, descending=arguments.descending
        )
        return PoolTable(
            query, _columns(arguments.columns, POOL_COLUMNS if printed else WHOLE_POOL)
        )
    follow_up = _word(FollowUpState, arguments.follow_up) if arguments.follow_up else None
    most: int | None = arguments.days_left
    columns = _columns(arguments.columns, CUSTOMER_COLUMNS if printed else WHOLE_CUSTOMERS)
    if POOL_FIELDS & set(columns):
        raise WrongUse(
            said("Only the pool has the columns {columns}.", columns=", ".join(sorted(POOL_FIELDS)))
        )
    asked = CustomerQuery(
        arguments.search,
        statuses,
        owner,
        sources,
        DaysLeftFilter(at_most=most) if most is not None else None,
        follow_up,
        _word(CustomerSort, arguments.sort or CustomerSort.NAME.value),
        arguments.descending,
    )
    return CustomersTable(asked, columns)


def _owner(typed: str | None, store: Store, session: Session) -> OwnerFilter:
    if typed is None:
        return OwnerFilter()
    if typed in ("available", "bound"):
        return OwnerFilter(OwnerScope(typed))
    if typed == "me":
        return OwnerFilter(OwnerScope.PERSON, session.actor.uid)
    people = store.read(lambda reading: reading.people.everybody())
    found = [one for one in people if (one.email or "").lower() == typed.lower()]
    if not found:
        raise Refusal(Why.NOBODY_WITH_EMAIL, email=typed)
    return OwnerFilter(OwnerScope.PERSON, found[0].uid)


def _columns(typed: str | None, standard: tuple[CustomerField, ...]) -> tuple[CustomerField, ...]:
    return tuple(_words(CustomerField, typed.split(","))) if typed else standard


def _words(kind: type[W], typed: Iterable[str]) -> list[W]:
    return [_word(kind, one.strip()) for one in typed]


def _word(kind: type[W], typed: str) -> W:
    found = next((one for one in kind if one.value.lower() == typed.lower()), None)
    if found is None:
        raise WrongUse(said("“{typed}” is none of: {known}", typed=typed, known=", ".join(kind)))
    return found


def _titles(table: Table) -> tuple[str, ...]:
    columns = table.columns if isinstance(table, CustomersTable | PoolTable) else ()
    return tuple(column.value.replace("_", " ").capitalize() for column in columns)


# --- the window's ---------------------------------------------------------------------------------


def run_job(arguments: Namespace) -> Answer:
    """Carry out the errand on stdin; what came of it is the last line on stdout."""
    line = sys.stdin.readline()
    if not line:
        # The window was gone before it could say what to do.
        return _last({"stopped": Stopped().message}, Code.STOPPED)
    errand = jobs.parsed(line)
    stop = threading.Event()
    # It ends with the process, also where the window never says stop.
    threading.Thread(target=_listen, args=(stop,), daemon=True).start()
    try:
        number = _carried_out(errand, stop)
    except Stopped as stopped:
        return _last({"stopped": stopped.message}, Code.STOPPED)
    except Refusal as refusal:
        told = {"refused": refusal.message, "field": refusal.field}
        return _last({**told, "reason": refusal.reason.to_dict()}, Code.REFUSED)
    except Unavailable as fault:
        away: dict[str, object] = {"away": fault.message, "kind": fault.kind}
        return _last({**away, "reason": fault.reason.to_dict()}, Code.UNREACHABLE)
    return _last({"done": number}, Code.DONE)


def _carried_out(errand: Errand, stop: threading.Event) -> int:
    store = open_store(errand.profile, errand.password)
    try:
        session = sign_in.signed_in(store, host_name(), errand.person, errand.profile.way)
        return carry_out(session, errand.job, _tell, stop.is_set)
    finally:
        _OVER.set()
        store.close()


def _listen(stop: threading.Event) -> None:
    """Wait for the end of stdin; a server that hangs must not keep the process for long."""
    sys.stdin.read()
    stop.set()
    if not _OVER.wait(PATIENCE_SECONDS):
        target.discard()
        os._exit(Code.STOPPED)


def _tell(written: int, total: int) -> None:
    sys.stdout.write(json.dumps({"written": written, "total": total}) + "\n")
    sys.stdout.flush()


def _last(told: dict[str, object], code: Code) -> Answer:
    return Answer(told, json.dumps(told), code)
