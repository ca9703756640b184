"""`salesdesk import`: a spreadsheet into the customers, tried first, and taken back."""

from __future__ import annotations

from argparse import Namespace
from collections.abc import Callable, Sequence
from contextlib import nullcontext
from dataclasses import asdict, replace
from pathlib import Path

from salesdesk.app.commands.answers import Answer, Code, WrongUse, counted, table
from salesdesk.app.commands.exporting import person_desk
from salesdesk.app.commands.opening import ready
from salesdesk.app.commands.progress import Bar
from salesdesk.domain.events import new_id
from salesdesk.domain.importing import Choices, Duplicates, Layout, Preview, Rejected, Tally
from salesdesk.services.importing import checking, mapping, undo, writing
from salesdesk.services.importing import table as tables
from salesdesk.services.importing.rejects import rejects_file
from salesdesk.services.importing.request import Request
from salesdesk.services.session import Session

_SHOWN = 40


def run(arguments: Namespace) -> Answer:
    """Import a file, say what importing it would do, or take an import back.

    Raises:
        Refusal: the person may not import, or the file or its mapping cannot be used.
        WrongUse, Unavailable.
    """
    if arguments.undo is not None:
        if arguments.file is not None:
            raise WrongUse("--undo takes the number of an import and no file.")
        return _undo(arguments)
    if arguments.file is None:
        raise WrongUse("Name the file to import, or --undo with the number of an import.")
    preview = _previewed(arguments)
    choices = _choices(arguments, preview)
    if arguments.show_mapping:
        return Answer({"mapping": mapping.dumped(choices)}, mapping.dumped(choices))
    request = Request(Path(arguments.file), preview.layout, choices)
    with ready(arguments) as store:
        session = person_desk(store, arguments.person)
        return (
            _check(session, request) if arguments.dry_run else _import(session, request, arguments)
        )


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
        layout = replace(layout, sheet=arguments.sheet)
    if arguments.header_line:
        layout = replace(layout, header_line=arguments.header_line)
    return guessed if layout == guessed.layout else tables.preview(path, layout)


def _choices(arguments: Namespace, preview: Preview) -> Choices:
    if arguments.mapping is None:
        choices = mapping.guess(preview)
    else:
        choices = mapping.of_file(Path(arguments.mapping), preview.titles)
    if arguments.duplicates:
        choices = replace(choices, duplicates=Duplicates(arguments.duplicates))
    mapping.require_usable(choices)
    return choices


def _check(session: Session, request: Request) -> Answer:
    with Bar(0, "lines", "Checking") as bar:
        found = checking.check(session, request, _telling(bar), _never)
    data = {
        "lines": asdict(found.tally),
        "rejected": [asdict(one) for one in found.rejected],
        "alike": [asdict(one) for one in found.alike],
        "ambiguous_dates": [asdict(one) for one in found.ambiguous],
    }
    parts = [f"{_worded(found.tally, 'would be ')} Nothing was changed.", _listed(found.rejected)]
    parts += [
        f"Column “{one.title}”: {', '.join(one.examples)} can be read in two orders; "
        "say which in the mapping, under “dates”."
        for one in found.ambiguous
    ]
    if found.alike:
        rows = [
            (one.number, one.name, one.customer_name, one.customer_company) for one in found.alike
        ]
        heads = ("Line", "Name", "Resembles", "Company")
        parts.append("These may be there already:\n" + table(heads, rows[:_SHOWN]))
    return Answer(data, "\n\n".join(part for part in parts if part))


def _import(session: Session, request: Request, arguments: Namespace) -> Answer:
    target = Path(arguments.rejects) if arguments.rejects else None
    opened = rejects_file(target, request.layout.separator) if target is not None else nullcontext()
    with opened as rejects, Bar(0, "lines", "Importing") as bar:
        try:
            done = writing.run(session, request, _telling(bar), _never, rejects)
        except KeyboardInterrupt:
            told = "Stopped. Run the same command again to go on, or --undo the import."
            raise KeyboardInterrupt(told) from None
    data = {
        "import": done.import_id,
        "lines": asdict(done.tally),
        "rejected": [asdict(one) for one in done.rejected],
        "rejects_file": str(target) if target is not None else None,
    }
    parts = [_worded(done.tally, ""), _listed(done.rejected)]
    if target is not None:
        parts.append(f"The lines that were left out are in {target}.")
    parts.append(f"To take it back: salesdesk import --undo {done.import_id}")
    return Answer(data, "\n\n".join(part for part in parts if part))


def _undo(arguments: Namespace) -> Answer:
    with ready(arguments) as store, Bar(0, "customers", "Taking back") as bar:
        session = person_desk(store, arguments.person)
        done = undo.take_back(session, new_id(), arguments.undo, _telling(bar), _never)
    data = {
        "deleted": done.deleted, "contacts": done.contacts, "emptied": done.emptied,
        "kept": [asdict(one) for one in done.kept],
    }  # fmt: skip
    text = (
        f"{counted(done.deleted, 'customer')} deleted, {counted(done.contacts, 'contact')} "
        f"removed, {counted(done.emptied, 'customer')} as before."
    )
    if not done.kept:
        return Answer(data, text)
    rows = [(one.name, one.customer_id, one.reason) for one in done.kept[:_SHOWN]]
    kept = table(("Kept", "Id", "Why"), rows)
    return Answer(data, f"{text}\n\n{kept}\n{counted(len(done.kept), 'customer')} kept", Code.DONE)


def _telling(bar: Bar) -> Callable[[int], None]:
    def told(done: int) -> None:
        bar.update(done - bar.n)

    return told


def _never() -> bool:
    """Ctrl+C raises by itself."""
    return False


def _worded(tally: Tally, would: str) -> str:
    return (
        f"{counted(tally.lines, 'line')}: {counted(tally.created, 'customer')} {would}new, "
        f"{tally.filled} {would}filled, {counted(tally.contacts, 'contact')} {would}added, "
        f"{tally.duplicates} known already, {tally.invalid} not valid."
    )


def _listed(rejected: Sequence[Rejected]) -> str:
    if not rejected:
        return ""
    lines = table(("Line", "Why"), [(one.number, one.reason) for one in rejected[:_SHOWN]])
    more = "\n… and more; see the file of --rejects." if len(rejected) > _SHOWN else ""
    return f"Left out:\n{lines}{more}"
