"""An export as one line of JSON: how the window hands it to a process of its own."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from pathlib import Path
from typing import Any

from salesdesk.app.local import profile as profiles
from salesdesk.app.local.profile import Profile
from salesdesk.domain.exporting import (
    Cell,
    CustomerField,
    CustomersTable,
    Figures,
    FileKind,
    FollowUps,
    Outlet,
    PoolTable,
    Table,
)
from salesdesk.domain.query_facts import facts_of, pool_facts_of, pool_query_of, query_of


@dataclass(frozen=True, slots=True)
class Job:
    """One file to be written.

    Attributes:
        event_id: of the export's event; the same when it is tried again.
    """

    event_id: str
    table: Table
    outlet: Outlet
    path: Path


@dataclass(frozen=True, slots=True)
class Errand:
    """A job with where to read; it travels through a pipe, never on a command line.

    Attributes:
        person: uid of who asks, in a workspace; a server knows by the account.
        password: of the account; None: none is needed.
    """

    job: Job
    profile: Profile
    person: str | None
    password: str | None = field(default=None, repr=False)


def dumped(errand: Errand) -> str:
    """The errand as one line."""
    job = errand.job
    facts = {
        "event_id": job.event_id,
        "table": _table_facts(job.table),
        "outlet": {
            "kind": job.outlet.kind.value,
            "titles": job.outlet.titles,
            "words": job.outlet.words,
            "separator": job.outlet.separator,
            "bom": job.outlet.bom,
            "title": job.outlet.title,
            "language": job.outlet.language,
            "region": job.outlet.region,
        },
        "path": str(job.path),
        "profile": profiles.facts_of(errand.profile),
        "person": errand.person,
        "password": errand.password,
    }
    return json.dumps(facts)


def parsed(line: str) -> Errand:
    """The errand of a line.

    Raises:
        ValueError, TypeError, KeyError: it is none of `dumped`.
    """
    facts = json.loads(line)
    told = facts["outlet"]
    outlet = Outlet(
        FileKind(told["kind"]),
        tuple(told["titles"]),
        tuple((str(value), str(word)) for value, word in told["words"]),
        told["separator"],
        told["bom"],
        told["title"],
        told["language"],
        told["region"],
    )
    job = Job(facts["event_id"], _table(facts["table"]), outlet, Path(facts["path"]))
    profile = profiles.profile_of(facts["profile"])
    return Errand(job, profile, facts["person"], facts["password"])


def _table_facts(table: Table) -> dict[str, object]:
    if isinstance(table, FollowUps):
        return {"what": "follow_ups", "owner": table.owner}
    if isinstance(table, Figures):
        rows = [[_cell_facts(cell) for cell in row] for row in table.rows]
        return {"what": "figures", "rows": rows}
    if isinstance(table, PoolTable):
        return {
            "what": "pool",
            "query": pool_facts_of(table.query),
            "columns": list(table.columns),
        }
    return {
        "what": "customers",
        "query": facts_of(table.query),
        "columns": list(table.columns),
        "ids": table.ids,
    }


def _table(facts: Mapping[str, Any]) -> Table:
    what = facts["what"]
    if what == "follow_ups":
        return FollowUps(facts["owner"])
    if what == "figures":
        return Figures(tuple(tuple(_cell(cell) for cell in row) for row in facts["rows"]))
    columns = tuple(map(CustomerField, facts["columns"]))
    if what == "pool":
        return PoolTable(pool_query_of(facts["query"]), columns)
    ids = tuple(facts["ids"]) if facts["ids"] is not None else None
    return CustomersTable(query_of(facts["query"]), columns, ids)


def _cell_facts(cell: Cell) -> object:
    if isinstance(cell, datetime):
        return {"moment": cell.isoformat()}
    return {"day": cell.isoformat()} if isinstance(cell, date) else cell


def _cell(facts: Any) -> Cell:
    if isinstance(facts, dict):
        if "moment" in facts:
            return datetime.fromisoformat(facts["moment"])
        return date.fromisoformat(facts["day"])
    cell: Cell = facts
    return cell
