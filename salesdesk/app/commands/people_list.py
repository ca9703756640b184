"""`salesdesk people import`: a role and an account for everybody in a list."""

from __future__ import annotations

import csv
from argparse import Namespace
from pathlib import Path

from salesdesk.app.commands.answers import Answer, Code, WrongUse, counted, table
from salesdesk.app.commands.opening import administrator, ready
from salesdesk.app.commands.words import said, worded
from salesdesk.domain.events import new_id
from salesdesk.services.admin import people_list
from salesdesk.services.admin.people_list import LineOutcome, ListedPerson
from salesdesk.services.importing import file_errors

COLUMNS = ("account", "email", "role")

#: What else the columns are called: in our own list of people, and in Indonesian.
_ALSO = {"accounts": "account", "akun": "account", "e-mail": "email", "e-mail address": "email",
         "surel": "email", "salesdesk role": "role", "peran": "role"}  # fmt: skip


def run(arguments: Namespace) -> Answer:
    """Bring a list in, or say what would become of each line.

    Raises:
        Refusal, WrongUse, Unavailable.
    """
    lines = read(Path(arguments.file))
    with ready(arguments) as store:
        session = administrator(store, arguments.person)
        outcomes = (
            people_list.check(session, lines)
            if arguments.dry_run
            else people_list.bring_in(session, new_id(), lines)
        )
    refused = sum(one.refusal is not None for one in outcomes)
    data = {
        "dry_run": arguments.dry_run,
        "lines": [
            {
                "line": one.line.number, "email": one.line.email, "role": one.gives_role,
                "account": one.maps_account,
                "refusal": one.refusal.message if one.refusal is not None else None,
            }
            for one in outcomes
        ],
    }  # fmt: skip
    rows = [(one.line.number, one.line.email, told(one)) for one in outcomes]
    text = table(("Line", "E-mail", "What"), rows)
    summed = said(
        "{lines}, {refused} refused.", lines=counted(len(outcomes), "line"), refused=str(refused)
    )
    if arguments.dry_run:
        summed += " " + said("Nothing was changed.")
    return Answer(data, f"{text}\n{summed}", Code.REFUSED if refused else Code.DONE)


def told(outcome: LineOutcome) -> str:
    """What becomes of a line."""
    if outcome.refusal is not None:
        return worded(outcome.refusal)
    done = []
    if outcome.gives_role:
        done.append(said("role {role}", role=outcome.line.role.strip()))
    if outcome.maps_account:
        done.append(said("account {account}", account=outcome.line.account.strip()))
    return ", ".join(done) or said("so already")


def read(file: Path) -> tuple[ListedPerson, ...]:
    """The lines of a CSV file whose first line names account, email and role, in any order.

    Raises:
        Refusal: it is not there, or cannot be read.
        WrongUse: it is no such list: not in UTF-8, or without one of the columns.
    """
    with file_errors.told(file):
        raw = file.read_bytes()
    try:
        text = raw.decode("utf-8-sig")
    except UnicodeDecodeError as fault:
        raise WrongUse(said("{file} is not written in UTF-8.", file=str(file))) from fault
    head = text.partition("\n")[0]
    rows = csv.DictReader(text.splitlines(), delimiter=";" if ";" in head else ",")
    names = {_column(name or ""): name for name in rows.fieldnames or ()}
    if not names.keys() >= set(COLUMNS):
        raise WrongUse(
            said(
                "The first line of {file} must name: {columns}.",
                file=str(file),
                columns=", ".join(COLUMNS),
            )
        )
    return tuple(
        ListedPerson(number, *((row[names[name]] or "").strip() for name in COLUMNS))
        for number, row in enumerate(rows, 2)
        if any((value or "").strip() for value in row.values() if isinstance(value, str))
    )


def _column(title: str) -> str:
    plain = title.strip().casefold()
    return _ALSO.get(plain, plain)
