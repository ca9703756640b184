"""`salesdesk import`: a spreadsheet into the customers, tried first, and taken back."""

from __future__ import annotations

from argparse import Namespace
from collections.abc import Callable, Mapping, Sequence
from contextlib import nullcontext
from dataclasses import asdict, replace
from datetime import datetime
from pathlib import Path

from salesdesk.app.commands.answers import Answer, Code, WrongUse, counted, table
from salesdesk.app.commands.exporting import person_desk
from salesdesk.app.commands.opening import ready
from salesdesk.app.commands.progress import Bar
from salesdesk.app.commands.words import said, worded
from salesdesk.domain.contact import Method, Outcome
from salesdesk.domain.events import new_id
from salesdesk.domain.importing import Choices, Duplicates, Layout, Preview, Rejected, Tally
from salesdesk.domain.refusals import Reason
from salesdesk.services import ownership
from salesdesk.services.importing import checking, mapping, programs, undo, writing
from salesdesk.services.importing import table as tables
from salesdesk.services.importing.rejects import rejects_file
from salesdesk.services.importing.request import Request
from salesdesk.services.importing.sketches import Sketch
from salesdesk.services.session import Session

_SHOWN = 40
_UNDO = "salesdesk import --undo"


def run(arguments: Namespace) -> Answer:
    """Import a file, say what importing it would do, or take an import back.

    Raises:
        Refusal: the person may not import, or the file or its mapping cannot be used.
        WrongUse, Unavailable.
    """
    if arguments.undo is not None:
        if arguments.file is not None:
            raise WrongUse(said("--undo takes the number of an import and no file."))
        return _undo(arguments)
    if arguments.file is None:
        raise WrongUse(said("Name the file to import, or --undo with the number of an import."))
    preview = _previewed(arguments)
    choices = _choices(arguments, preview)
    if arguments.show_mapping:
        skeleton = mapping.skeleton(choices, preview.titles)
        return Answer({"mapping": skeleton}, skeleton)
    mapping.require_usable(choices)
    request = Request(Path(arguments.file), preview.layout, choices)
    with ready(arguments) as store:
        session = person_desk(store, arguments.person)
        answer = (
            _check(session, request) if arguments.dry_run else _import(session, request, arguments)
        )
    program = programs.recognised(preview.titles)
    if not program:
        return answer
    told = said("Recognised: {program}", program=program)
    return replace(answer, data={**answer.data, "recognised": program},
                   text=f"{told}\n\n{answer.text}")  # fmt: skip


def _previewed(arguments: Namespace) -> Preview:
    path = Path(arguments.file)
    guessed = tables.preview(path)
    layout: Layout = guessed.layout
    if arguments.encoding and not guessed.is_workbook:
        layout = replace(layout, encoding=arguments.encoding)
    if arguments.separator and not guessed.is_workbook:
        layout = replace(layout, separator="\t" if arguments.separator == "tab" else
                         arguments.separator)  # fmt: skip
    if arguments.sheet:
        layout = replace(layout, sheet=arguments.sheet, header_line=1)
    if arguments.header_line is not None:
        layout = replace(layout, header_line=arguments.header_line)
    layout = replace(layout, hidden_rows=arguments.hidden_rows)
    return guessed if layout == guessed.layout else tables.preview(path, layout)


def _choices(arguments: Namespace, preview: Preview) -> Choices:
    if arguments.mapping is None:
        choices = mapping.guess(preview)
    else:
        choices = mapping.of_file(Path(arguments.mapping), preview.titles)
    if arguments.duplicates:
        choices = replace(choices, duplicates=Duplicates(arguments.duplicates))
    if arguments.method:
        choices = replace(choices, method=Method(arguments.method))
    if arguments.outcome:
        choices = replace(choices, outcome=Outcome(arguments.outcome))
    if arguments.date_is_contact:
        choices = replace(choices, date_is_contact=True)
    return choices


def _check(session: Session, request: Request) -> Answer:
    with Bar(0, "lines", "Checking") as bar:
        found = checking.check(session, request, _telling(bar), _never)
    owners = {one.uid: one.name for one in ownership.agents(session)}
    data = {
        **_shape(found.tally, found.rejected, found.warnings),
        "alike": [asdict(one) for one in found.alike],
        "customers": [
            _customer(one, owners, session.store.read(lambda reading: reading.now))
            for one in found.customers
        ],
    }
    parts = [
        f"{_promised(found.tally)} {said('Nothing was changed.')}",
        *map(worded, found.warnings),
        _listed(found.rejected),
    ]
    if found.alike:
        rows = [
            (one.number, one.name, one.customer_name, one.customer_company) for one in found.alike
        ]
        listed = table(("Line", "Name", "Resembles", "Company"), rows[:_SHOWN])
        parts.append(said("These may be there already:") + f"\n{listed}")
    return Answer(data, "\n\n".join(part for part in parts if part))


def _import(session: Session, request: Request, arguments: Namespace) -> Answer:
    target = Path(arguments.rejects) if arguments.rejects else None
    opened = rejects_file(target, request.layout.separator) if target is not None else nullcontext()
    with opened as rejects, Bar(0, "lines", "Importing") as bar:
        try:
            done = writing.run(session, request, _telling(bar), _never, rejects)
        except KeyboardInterrupt:
            told = said("Stopped. Run the same command again to go on, or --undo the import.")
            raise KeyboardInterrupt(told) from None
    data = {
        "import": done.import_id,
        **_shape(done.tally, done.rejected, done.warnings),
        "rejects_file": str(target) if target is not None else None,
    }
    parts = [_done(done.tally), *map(worded, done.warnings), _listed(done.rejected)]
    if target is not None:
        parts.append(
            said("What was left out is in {file}, with its lines.", file=str(target))
            if done.rejected
            else said("Everything came in; {file} holds the titles alone.", file=str(target))
        )
    parts.append(said("To take it back: {command}", command=f"{_UNDO} {done.import_id}"))
    return Answer(data, "\n\n".join(part for part in parts if part))


def _shape(
    tally: Tally, rejected: Sequence[Rejected], warnings: Sequence[Reason]
) -> dict[str, object]:
    """What every import answers: the lines in one figure each, what is left out cell by cell."""
    return {
        "new": tally.created,
        "duplicates": tally.duplicates,
        "rejected": [
            {"line": one.number, "column": fault.column, "reason": fault.reason.english,
             "line_imported": one.kept}
            for one in rejected
            if not one.duplicate
            for fault in one.faults
        ],
        "duplicate_lines": [
            {"line": one.number, "reason": one.message} for one in rejected if one.duplicate
        ],
        "warnings": [one.english for one in warnings],
        "lines": asdict(tally),
    }  # fmt: skip


def _customer(one: Sketch, owners: Mapping[str, str], now: datetime) -> dict[str, object]:
    """A customer as it would be stored, by the names of the columns, and what is kept beside it."""
    step = one.next_step(now)
    return {
        "line": one.line,
        "name": one.name,
        "phone_number": one.phone,
        "company": one.company or None,
        "address": one.address,
        "lead_source": one.source,
        "sales_status": one.status,
        "owner": owners.get(one.owner_uid) if one.owner_uid else None,
        "phones": [
            {"number": number.number, "typed": number.typed, "extension": number.extension or None,
             "note": number.note or None}
            for number in one.numbers
        ],
        "contacts": [
            {"contact_date": part.at.isoformat(), "contact_method": part.method.value,
             "contact_status": part.outcome.value, "notes": part.notes,
             "next_follow_up_date": part.next_step.isoformat() if part.next_step else None}
            for part in one.contacts
        ],
        "next_step": step.isoformat() if step else None,
        "next_step_is_plan": one.plan is not None,
    }  # fmt: skip


def _undo(arguments: Namespace) -> Answer:
    with ready(arguments) as store, Bar(0, "customers", "Taking back") as bar:
        session = person_desk(store, arguments.person)
        done = undo.take_back(session, new_id(), arguments.undo, _telling(bar), _never)
    data = {
        "deleted": done.deleted, "contacts": done.contacts, "emptied": done.emptied,
        "kept": [
            {"customer_id": one.customer_id, "name": one.name, "reason": one.reason.english}
            for one in done.kept
        ],
    }  # fmt: skip
    text = said(
        "{deleted} deleted, {contacts} removed, {emptied} as before.",
        deleted=counted(done.deleted, "customer"),
        contacts=counted(done.contacts, "contact"),
        emptied=counted(done.emptied, "customer"),
    )
    if not done.kept:
        return Answer(data, text)
    rows = [(one.name, one.customer_id, worded(one.reason)) for one in done.kept[:_SHOWN]]
    kept = table(("Kept", "Id", "Why"), rows)
    number = said("{customers} kept", customers=counted(len(done.kept), "customer"))
    return Answer(data, f"{text}\n\n{kept}\n{number}", Code.DONE)


def _telling(bar: Bar) -> Callable[[int], None]:
    def told(done: int) -> None:
        bar.update(done - bar.n)

    return told


def _never() -> bool:
    """Ctrl+C raises by itself."""
    return False


def _done(tally: Tally) -> str:
    return said(
        "{lines}: {new} new, {filled} filled, {contacts} added, {known} known already, "
        "{invalid} not valid.",
        **_figures(tally),
    )


def _promised(tally: Tally) -> str:
    return said(
        "{lines}: {new} would be new, {filled} would be filled, {contacts} would be added, "
        "{known} known already, {invalid} not valid.",
        **_figures(tally),
    )


def _figures(tally: Tally) -> dict[str, str]:
    return {
        "lines": counted(tally.lines, "line"),
        "new": counted(tally.created, "customer"),
        "filled": str(tally.filled),
        "contacts": counted(tally.contacts, "contact"),
        "known": str(tally.duplicates),
        "invalid": str(tally.invalid),
    }


def _listed(rejected: Sequence[Rejected]) -> str:
    if not rejected:
        return ""
    rows = [
        (one.number, said("the cell") if one.kept else said("the line"),
         " ".join(map(worded, one.reasons)))
        for one in rejected[:_SHOWN]
    ]  # fmt: skip
    lines = table(("Line", "Left out", "Why"), rows)
    more = ""
    if len(rejected) > _SHOWN:
        more = "\n" + said("… and more; see the file of --rejects.")
    return said("Left out:") + f"\n{lines}{more}"
