"""`salesdesk db`: make a new database, upgrade one, offer indexes."""

from __future__ import annotations

from argparse import Namespace
from pathlib import Path

from salesdesk import __version__
from salesdesk.app.commands.answers import Answer, WrongUse, counted
from salesdesk.app.commands.opening import opened, ready
from salesdesk.app.commands.people import after_upgrade
from salesdesk.app.commands.progress import Bar, warn
from salesdesk.app.commands.release import listed, to_dict
from salesdesk.app.commands.words import said
from salesdesk.app.local.paths import private_folder
from salesdesk.app.startup.connection import host_name
from salesdesk.domain.errors import Refusal, Unavailable
from salesdesk.domain.people import SYSTEM
from salesdesk.domain.settings import CONTACT_HOURS
from salesdesk.services import contact_hours, summaries
from salesdesk.services.release import run
from salesdesk.services.release.report import RunOutcome, RunReport
from salesdesk.services.session import Session
from salesdesk.storage import tables
from salesdesk.storage.setup import grants, indexes, schema
from salesdesk.storage.setup.grants import Account, AccountRole
from salesdesk.storage.setup.indexes import RecommendedIndex
from salesdesk.storage.unit_of_work import Store


def init(arguments: Namespace) -> Answer:
    """Make the booking application's schema and SalesDesk's own in an empty database.

    Raises:
        Refusal: the database is not empty.
        WrongUse, Unavailable.
    """
    with opened(arguments, new=True) as store:
        _make_folder(store)
        made = schema.init(store.engine)
        workspace = store.dialect == "sqlite"
    tables_made = counted(len(made), "table")
    if workspace:
        text = said(
            "The workspace is ready; {tables} made. Next, who works with it: salesdesk people add "
            "NAME EMAIL ROLE, such as “Sales Administrator”.",
            tables=tables_made,
        )
    else:
        text = said(
            "The database is ready; {tables} made. Next: salesdesk people grant EMAIL ROLE, "
            "salesdesk people map ACCOUNT EMAIL.",
            tables=tables_made,
        )
    return Answer({"tables": list(made)}, text)


def upgrade(arguments: Namespace) -> Answer:
    """Add or bring up to date SalesDesk's own tables; the administrator sees who is overdue.

    Raises:
        WrongUse, Unavailable.
    """
    with opened(arguments) as store:
        warn(store.read(lambda reading: schema.long_steps(reading.connection)))
        made = schema.upgrade(store.engine)
        summarised = _fill(store)
        waiting = _first_release(store)
        notes = _notes(store) if tables.salesdesk_person_roles.name in made else []
    data: dict[str, object] = {
        "tables": list(made), "summaries": summarised, "held": 0, "candidates": [],
    }  # fmt: skip
    text = (
        said("SalesDesk's own tables are ready; {tables} made.", tables=counted(len(made), "table"))
        if made
        else said("SalesDesk's own tables were up to date.")
    )
    if made and store.dialect == "mysql":
        text += " " + said(
            "Accounts that were set up before lack rights on them: run salesdesk db grants for "
            "each account, and its statements."
        )
    if summarised:
        customers = counted(summarised, "customer")
        text += " " + said("{customers} summarised for the lists.", customers=customers)
    if notes:
        data["notes"] = notes
        text = "\n".join((text, *notes))
    if waiting is None or waiting.outcome is not RunOutcome.HELD:
        return Answer(data, text)
    data |= {"held": waiting.held, "candidates": [to_dict(one) for one in waiting.candidates]}
    return Answer(
        data,
        f"{text}\n\n{_waiting(waiting)}\n{listed(waiting.candidates)}",
    )


def _waiting(report: RunReport) -> str:
    return said(
        "{customers} of {all} would be released. Nobody is, until somebody who may confirms it: "
        "salesdesk release --confirm",
        customers=counted(report.held, "customer"),
        all=str(report.bound),
    )


def show_grants(arguments: Namespace) -> Answer:
    """The exact rights that an account of a role needs, as statements for an administrator.

    Raises:
        Refusal: this is a workspace, or the account cannot be one.
        WrongUse, Unavailable.
    """
    account = Account.parsed(arguments.account)
    role = AccountRole(arguments.role)
    with opened(arguments) as store:
        made = store.read(lambda reading: grants.statements(reading.connection, role, account))
    data = {"role": role.value, "account": str(account), "statements": list(made)}
    return Answer(data, "\n".join(made))


def show_indexes(arguments: Namespace) -> Answer:
    """The recommended indexes with their reasons; `--apply` makes those that are missing.

    Raises:
        Refusal: the booking application's tables are not there.
        WrongUse, Unavailable.
    """
    with opened(arguments) as store:
        missing = store.read(lambda reading: indexes.missing(reading.connection))
        made: tuple[RecommendedIndex, ...] = ()
        if arguments.apply and missing:
            made = _apply(store, len(missing))
    names = {index.name for index in missing} - {index.name for index in made}
    data = {
        "indexes": [
            {
                "name": index.name, "table": index.table, "columns": list(index.columns),
                "why": index.why, "ddl": index.ddl(store.dialect),
                "present": index.name not in names,
            }
            for index in indexes.RECOMMENDED
        ],
        "made": [index.name for index in made],
    }  # fmt: skip
    lines = [_described(index, index.name in names, store) for index in indexes.RECOMMENDED]
    lines.append(
        said("The figures were measured on a million customers; fewer gain and cost less.")
    )
    if made:
        lines.append(said("{indexes} made.", indexes=counted(len(made), "index", "indexes")))
    elif names:
        lines.append(said("Nothing was changed; --apply makes those that are missing."))
    else:
        lines.append(said("All of them are there."))
    return Answer(data, "\n\n".join(lines))


def refresh_hours(arguments: Namespace) -> Answer:
    """Compare the reports' cache of contacts by hours with all contacts, and mend it.

    Raises:
        WrongUse, Unavailable.
    """
    with ready(arguments) as store:
        changed = contact_hours.refresh(Session(store, SYSTEM, host_name()), whole=True)
    if changed is None:
        off = said(
            "The cache is not used: {key} is “off” in global_settings.", key=CONTACT_HOURS.key
        )
        return Answer({"on": False, "changed": 0}, off)
    text = said("The cache is up to date; {rows} changed.", rows=counted(changed, "row"))
    return Answer({"on": True, "changed": changed}, text)


def reckon_summaries(arguments: Namespace) -> Answer:
    """Reckon every customer's summary, by which lists are read, from its rows now.

    Raises:
        WrongUse, Unavailable.
    """
    with opened(arguments) as store:
        session = Session(store, SYSTEM, host_name())
        with Bar(summaries.number(session), "customers") as bar:
            swept = summaries.reckon_all(session, bar.update)
    data = {"changed": swept.changed, "left_over": swept.left_over}
    text = said(
        "The summaries are up to date; {summaries} changed.",
        summaries=counted(swept.changed, "summary", "summaries"),
    )
    if swept.left_over:
        text += " " + said(
            "{customers} left out: another program holds them.",
            customers=counted(swept.left_over, "customer"),
        )
    return Answer(data, text)


def _fill(store: Store) -> int:
    """Make the summaries that are missing, where the booking application's tables are there."""
    session = Session(store, SYSTEM, host_name())
    if store.read(lambda reading: schema.status(reading.connection, __version__)).missing:
        return 0
    with Bar(summaries.number(session), "customers", "Summaries") as bar:
        return summaries.fill(session, bar.update)


def _apply(store: Store, number: int) -> tuple[RecommendedIndex, ...]:
    with Bar(number, "indexes") as bar:

        def progress(index: RecommendedIndex, done: int, of: int) -> None:
            bar.set_description(f"{index.table} ({', '.join(index.columns)})")
            bar.update(done - bar.n)

        return indexes.apply(store.engine, progress)


def _described(index: RecommendedIndex, missing: bool, store: Store) -> str:
    state = said("missing") if missing else said("there")
    return f"{index.name} ({state})\n  {said(index.why)}\n  {index.ddl(store.dialect)};"


def _make_folder(store: Store) -> None:
    """A workspace's folder, where it is not there yet."""
    file = store.engine.url.database
    if store.dialect == "sqlite" and file:
        try:
            private_folder(Path(file).absolute().parent)
        except OSError as fault:
            told = said(
                "The folder of {file} cannot be made: {fault}.",
                file=file,
                fault=str(fault.strerror),
            )
            raise WrongUse(told) from fault


def _notes(store: Store) -> list[str]:
    """What the administrator should know of roles and accounts, where that can be said already."""
    try:
        return after_upgrade(Session(store, SYSTEM, host_name()))
    except (Refusal, Unavailable):
        return []


def _first_release(store: Store) -> RunReport | None:
    """Who would be released at the first run, where that can be said already."""
    try:
        return run.preview(Session(store, SYSTEM, host_name()))
    except (Refusal, Unavailable):
        return None
