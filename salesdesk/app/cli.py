"""The command line; without a command it opens the window.

Nothing here imports Qt: a server without a display runs the commands.
"""

from __future__ import annotations

import argparse
import json
import os
import sys
import traceback
from argparse import ArgumentParser, Namespace
from collections.abc import Callable, Sequence
from importlib import import_module
from pathlib import Path
from typing import Any, NoReturn, TextIO, TypeAlias

from salesdesk import __version__
from salesdesk.app import logs
from salesdesk.app.commands import usage_words, words
from salesdesk.app.commands.answers import Answer, Code, WrongUse
from salesdesk.app.local.paths import Paths
from salesdesk.app.local.profile import LANGUAGES
from salesdesk.domain.errors import Refusal, Unavailable
from salesdesk.domain.set_aside import AsideReason

_DESCRIPTION = "No customer gets forgotten. Without a command, SalesDesk opens its window."
_EXIT_CODES = (
    "Exit codes: 0 done; 1 refused, held or faults found; 2 wrong use; 3 database not reachable; "
    "4 an error of the program itself; 130 stopped."
)

#: What a customer may take over from the one that is linked to it.
_FIELDS = ("name", "company", "phone", "address", "sales_status", "lead_source")

#: How the window starts its exports (app/exports/process.py).
_WINDOWS_OWN = "export-job"


class _Parser(ArgumentParser):
    """Raises instead of leaving the process, so that a caller may go on."""

    def error(self, message: str) -> NoReturn:
        raise WrongUse(f"{usage_words.told(message)}\n\n{self.format_usage().strip()}")

    def format_usage(self) -> str:
        return _in_language(super().format_usage())

    def format_help(self) -> str:
        return _in_language(super().format_help())


def _in_language(usage: str) -> str:
    """Argparse's own first word; its titles of groups are in the parser."""
    return usage.replace("usage: ", f"{words.said('usage:')} ", 1)


def parser(*, own: bool = False) -> ArgumentParser:
    """The parser of the whole command line.

    Args:
        own: it also knows what only the window says; people are told of no such command.
    """
    shared = _shared(argparse.SUPPRESS)
    top = _Parser(
        prog="salesdesk",
        description=_DESCRIPTION,
        epilog=_EXIT_CODES,
        parents=[_shared(None)],
        allow_abbrev=False,
    )
    top.add_argument("--version", action="store_true", help="say the version")
    top.add_argument("--selftest", action="store_true", help="try out that this program works")
    told = "say what support needs to know: versions, database, settings, the end of the log"
    top.add_argument("--diagnostics", action="store_true", help=told)
    top.add_argument(
        "--fresh", action="store_true", help="with --demo: make the sample workspace anew"
    )
    told = "in a workspace, or on a shared account: who acts; before or after the command"
    top.add_argument("--as", dest="person", metavar="EMAIL", help=told)
    commands = top.add_subparsers(dest="command", metavar="COMMAND", parser_class=_Parser)
    _add_release(commands, shared)
    _add_doctor(commands, shared)
    _add_database(commands, shared)
    _add_people(commands, shared)
    _add_targets(commands, shared)
    _add_set_aside(commands, shared)
    _add_duplicates(commands, shared)
    _add_erase(commands, shared)
    _add_demo_data(commands, shared)
    _add_export(commands, shared)
    _add_import(commands, shared)
    if own:
        commands.add_parser(_WINDOWS_OWN).set_defaults(runs="exporting:run_job")
    return top


def _shared(default: object) -> _Parser:
    """The options that may stand before and after the command."""
    made = _Parser(add_help=False, argument_default=default)
    flag = False if default is None else default
    made.add_argument(
        "--database",
        metavar="URL",
        help="mysql://user@host:3306/name or sqlite:///file; else SALESDESK_DATABASE_URL",
    )
    made.add_argument("--json", action="store_true", default=flag, help="answer in JSON")
    made.add_argument(
        "--language",
        choices=LANGUAGES,
        help="of the answer (as chosen for the window, else as the system's)",
    )
    made.add_argument(
        "--demo", action="store_true", default=flag, help="use a workspace with sample data"
    )
    made.add_argument(
        "--tls",
        choices=("off", "required", "pinned", "verified"),
        help="how the way to the server is secured (off on this computer, else verified)",
    )
    made.add_argument("--ca", type=Path, metavar="FILE", help="the certificate to trust")
    return made


_Commands: TypeAlias = "argparse._SubParsersAction[_Parser]"


def _add(
    commands: _Commands,
    name: str,
    told: str,
    shared: _Parser,
    runs: str,
) -> ArgumentParser:
    """A command; `runs` names module and function below `salesdesk.app.commands`."""
    added = commands.add_parser(
        name, help=told, description=told, parents=[shared], allow_abbrev=False
    )
    added.set_defaults(runs=runs)
    return added


def _add_release(commands: _Commands, shared: _Parser) -> None:
    told = "release the customers whom nobody has contacted"
    release = _add(commands, "release", told, shared, "release:run")
    either = release.add_mutually_exclusive_group()
    either.add_argument("--dry-run", action="store_true", help="say who is due, change nothing")
    either.add_argument("--confirm", action="store_true", help="carry out a release that is held")
    _add_as(release, "with --confirm in a workspace: who confirms")


def _add_doctor(commands: _Commands, shared: _Parser) -> None:
    told = "report what in the database breaks the rules, or mend one kind of it"
    doctor = _add(commands, "doctor", told, shared, "doctor:run")
    doctor.add_argument(
        "--repair", metavar="KIND", help="show row by row what mending this kind would change"
    )
    doctor.add_argument("--apply", action="store_true", help="with --repair: mend it")
    _add_as(doctor)


def _add_database(commands: _Commands, shared: _Parser) -> None:
    group = commands.add_parser("db", help="make, upgrade or speed up a database")
    steps = group.add_subparsers(
        dest="step",
        metavar="init|upgrade|grants|indexes|hours|summaries|backup|restore",
        required=True,
        parser_class=_Parser,
    )
    _add(steps, "init", "make all tables in an empty database", shared, "database:init")
    _add(steps, "upgrade", "add SalesDesk's own tables, or renew them", shared, "database:upgrade")
    told = "show the exact rights that an account needs, as GRANT statements"
    grants = _add(steps, "grants", told, shared, "database:show_grants")
    roles = ("agent", "lead", "admin", "upgrade")
    grants.add_argument("--role", choices=roles, required=True, help="whose account it is")
    grants.add_argument(
        "--account", metavar="NAME[@HOST]", required=True, help="without a host: any host"
    )
    told = "show the recommended indexes and why"
    indexes = _add(steps, "indexes", told, shared, "database:show_indexes")
    indexes.add_argument("--apply", action="store_true", help="make those that are missing")
    told = "compare the reports' cache of contacts with all contacts now"
    _add(steps, "hours", told, shared, "database:refresh_hours")
    told = "reckon every customer's summary, by which lists are read, from its rows now"
    _add(steps, "summaries", told, shared, "database:reckon_summaries")
    told = "copy a workspace into a file, while it may be open"
    saved = _add(steps, "backup", told, shared, "backups:make")
    saved.add_argument("file", metavar="FILE")
    told = "put a backup in a workspace's place; what stands there is kept beside it"
    restored = _add(steps, "restore", told, shared, "backups:restore")
    restored.add_argument("file", metavar="FILE")


def _add_people(commands: _Commands, shared: _Parser) -> None:
    group = commands.add_parser("people", help="list people, give roles, map accounts")
    steps = group.add_subparsers(
        dest="step",
        metavar="list|add|grant|revoke|confirm|map|code|import|recover",
        required=True,
        parser_class=_Parser,
    )
    _add(steps, "list", "list everybody and both of their roles", shared, "people:show")
    told = "add a person to a workspace on this computer"
    added = _add(steps, "add", told, shared, "people:add")
    added.add_argument("name", metavar="NAME")
    added.add_argument("email", metavar="EMAIL", help='may be empty: ""')
    added.add_argument("role", metavar="ROLE", help="for instance “Sales Administrator”")
    _add_as(added)
    told = "give a person a SalesDesk role"
    grant = _add_person_act(steps, "grant", told, shared)
    grant.add_argument("role", metavar="ROLE", help="for instance “Team Lead”")
    told = "take a person's SalesDesk role away; the booking application's stays"
    _add_person_act(steps, "revoke", told, shared)
    told = "let a sleeping SalesDesk role count again"
    _add_person_act(steps, "confirm", told, shared)
    told = "let a database account stand for a person"
    mapping = _add(steps, "map", told, shared, "people:map_account")
    mapping.add_argument("account", metavar="ACCOUNT", help="with its host, such as rina@%%")
    mapping.add_argument("email", metavar="EMAIL")
    _add_as(mapping)
    told = "give everybody in a list a role and an account: account, email, role"
    listed = _add(steps, "import", told, shared, "people_list:run")
    listed.add_argument("file", metavar="FILE", help="a CSV file whose first line names them")
    listed.add_argument("--dry-run", action="store_true", help="say what would be done, only")
    _add_as(listed)
    told = "make a one-time code, with which a person sets a password of their own"
    code = _add_person_act(steps, "code", told, shared)
    code.add_argument(
        "--take-away", action="store_true", help="take the person's password away instead"
    )
    told = "make somebody an administrator when none can sign in; needs the upgrade account"
    recover = _add(steps, "recover", told, shared, "people:recover")
    recover.add_argument("email", metavar="EMAIL")
    recover.add_argument(
        "account", metavar="ACCOUNT", nargs="?", help="who will stand for them (not in a workspace)"
    )


def _add_targets(commands: _Commands, shared: _Parser) -> None:
    told = "how many contacts a role or an agent shall make, and how far they are"
    group = commands.add_parser("targets", help=told)
    steps = group.add_subparsers(
        dest="step", metavar="list|set", required=True, parser_class=_Parser
    )
    acts = "in a workspace, or on a shared account: the lead who acts"
    listed = _add(steps, "list", "list every target and who is behind", shared, "targets:show")
    _add_as(listed, acts)
    told = "set a target; without --day and --week it is taken away"
    given = _add(steps, "set", told, shared, "targets:put")
    whose = given.add_mutually_exclusive_group(required=True)
    whose.add_argument("--role", metavar="ROLE", help="everybody's who has this role")
    whose.add_argument("--agent", metavar="NAME", help="one agent's, by name or id")
    given.add_argument("--day", type=int, metavar="N", help="contacts a day")
    given.add_argument("--week", type=int, metavar="N", help="contacts a week")
    _add_as(given, acts)


def _add_set_aside(commands: _Commands, shared: _Parser) -> None:
    told = "customers who are lost or not to be contacted"
    group = commands.add_parser("set-aside", help=told)
    steps = group.add_subparsers(
        dest="step", metavar="list|put|back", required=True, parser_class=_Parser
    )
    acts = "in a workspace, or on a shared account: who acts"
    listed = _add(steps, "list", "list everybody who is set aside", shared, "set_asides:show")
    _add_as(listed, acts)
    told = "set a customer aside, out of every list of the day"
    put = _add(steps, "put", told, shared, "set_asides:put")
    back = _add(steps, "back", "take a customer back", shared, "set_asides:back")
    for one in (put, back):
        one.add_argument("customer", metavar="CUSTOMER", help="the id, or a phone number")
        _add_as(one, acts)
    word = put.add_mutually_exclusive_group(required=True)
    word.add_argument("--lost", action="store_true", help="nothing will come of it")
    word.add_argument("--no-contact", action="store_true", help="they are not to be contacted")
    reasons = ", ".join(one.value for one in AsideReason)
    put.add_argument("--reason", metavar="REASON", help=f"one of: {reasons}")
    put.add_argument("--note", metavar="TEXT", default="", help="the reason in your own words")


def _add_duplicates(commands: _Commands, shared: _Parser) -> None:
    told = "customers that may be one: look for them, link them, say that they differ"
    group = commands.add_parser("duplicates", help=told)
    steps = group.add_subparsers(
        dest="step", metavar="list|link|unlink|not-same", required=True, parser_class=_Parser
    )
    acts = "in a workspace, or on a shared account: the lead who acts"
    told = "list pairs that may be one customer, the surest first"
    listed = _add(steps, "list", told, shared, "duplicates:show")
    listed.add_argument("--decided", action="store_true", help="what was said of pairs so far")
    told = "link two customers as one; the second is released and hidden"
    linked = _add(steps, "link", told, shared, "duplicates:link")
    linked.add_argument("stays", metavar="STAYS", help="the customer that stays, by id or number")
    linked.add_argument("hidden", metavar="HIDDEN", help="the one that is hidden")
    linked.add_argument(
        "--take", metavar="FIELD", action="append", default=[], choices=_FIELDS,
        help="a field that the first takes over from the second; may be given several times",
    )  # fmt: skip
    linked.add_argument("--owner", action="store_true", help="take over the owner as well")
    apart = _add(steps, "unlink", "take a linked customer apart", shared, "duplicates:unlink")
    apart.add_argument("hidden", metavar="HIDDEN", help="the customer that is hidden")
    told = "remember that two customers are not the same"
    differ = _add(steps, "not-same", told, shared, "duplicates:not_same")
    differ.add_argument("one", metavar="CUSTOMER", help="a customer, by id or number")
    differ.add_argument("other", metavar="OTHER", help="the other one")
    differ.add_argument("--undo", action="store_true", help="take it back")
    for step in (listed, linked, apart, differ):
        _add_as(step, acts)


def _add_erase(commands: _Commands, shared: _Parser) -> None:
    told = "show, and with --apply erase, what SalesDesk itself keeps of a customer"
    erase = _add(commands, "erase", told, shared, "erasing:run")
    erase.add_argument("customer", metavar="CUSTOMER", help="the customer's id, or a phone number")
    erase.add_argument("--apply", action="store_true", help="erase it; it cannot be undone")
    _add_as(erase)


def _add_person_act(steps: _Commands, name: str, told: str, shared: _Parser) -> ArgumentParser:
    added = _add(steps, name, told, shared, f"people:{name}")
    added.add_argument("email", metavar="EMAIL")
    _add_as(added)
    return added


def _add_as(
    added: ArgumentParser,
    told: str = "in a workspace, or on a shared account: the administrator who acts",
) -> None:
    """The option of a command for which somebody acts; it may stand before the command too."""
    added.add_argument("--as", dest="person", metavar="EMAIL", default=argparse.SUPPRESS, help=told)
    added.set_defaults(has_actor=True)


def _add_demo_data(commands: _Commands, shared: _Parser) -> None:
    told = "fill a database that holds no customers with made-up ones"
    sample = _add(commands, "demo-data", told, shared, "demo_data:run")
    sample.add_argument("--customers", type=int, required=True, metavar="N")
    sample.add_argument(
        "--seed", type=int, default=1, metavar="S", help="same seed, same customers"
    )
    sample.add_argument(
        "--base", type=moment, metavar="MOMENT", help="what counts as now (the database's clock)"
    )


def _add_export(commands: _Commands, shared: _Parser) -> None:
    told = "write customers, the pool or follow-ups into a file"
    export = _add(commands, "export", told, shared, "exporting:run")
    lists = ("customers", "pool", "follow-ups")
    export.add_argument("what", choices=lists, metavar="WHAT", help="customers, pool or follow-ups")
    export.add_argument("file", metavar="FILE")
    export.add_argument(
        "--format", choices=("csv", "xlsx", "pdf", "vcf", "ics"), help="else FILE's name"
    )
    export.add_argument("--search", default="", metavar="TEXT", help="name, company or phone")
    export.add_argument(
        "--status", action="append", default=[], metavar="STATUS", help="cold, warm or hot"
    )
    export.add_argument(
        "--source", action="append", default=[], metavar="SOURCE", help="such as Referral"
    )
    export.add_argument("--owner", metavar="WHO", help="EMAIL, me, available or bound")
    export.add_argument("--days-left", type=int, metavar="N", help="who leaves within N days")
    export.add_argument("--follow-up", metavar="STATE", help="none, overdue, today or planned")
    export.add_argument("--sort", metavar="COLUMN", help="name is the first choice")
    export.add_argument("--descending", action="store_true", help="turn the order round")
    export.add_argument("--columns", metavar="LIST", help="such as name,phone,owner")
    export.add_argument("--separator", default=",", choices=(",", ";"), help="of CSV")
    export.add_argument("--no-bom", action="store_true", help="CSV without Excel's mark of UTF-8")
    _add_as(export, "in a workspace: who exports")


def _add_import(commands: _Commands, shared: _Parser) -> None:
    told = "bring customers and contacts in from a spreadsheet"
    imported = _add(commands, "import", told, shared, "importing:run")
    imported.add_argument(
        "file", metavar="FILE", nargs="?", help=".xlsx, .csv, .vcf, or a web page with a table"
    )
    imported.add_argument(
        "--mapping", metavar="M", help="JSON: which column holds what (else by the titles)"
    )
    imported.add_argument("--dry-run", action="store_true", help="say what it would do")
    imported.add_argument(
        "--show-mapping", action="store_true", help="write the mapping as it would be used"
    )
    imported.add_argument("--duplicates", choices=("skip", "fill"), help="skip is the first choice")
    imported.add_argument("--rejects", metavar="FILE", help="the lines that were left out, and why")
    imported.add_argument("--encoding", metavar="NAME", help="of CSV, such as utf-8 or cp1252")
    imported.add_argument("--separator", choices=(",", ";", "tab", "|"), help="of CSV")
    imported.add_argument("--sheet", metavar="NAME", help="of a workbook; else its first")
    imported.add_argument(
        "--header-line", type=int, metavar="N", help="the line with the titles; 0: there is none"
    )
    imported.add_argument(
        "--hidden-rows", action="store_true", help="bring in the rows that a workbook hides, too"
    )
    imported.add_argument(
        "--method", choices=("whatsapp", "call", "visit"), help="of contacts that name none"
    )
    imported.add_argument(
        "--outcome", choices=("successful", "unsuccessful"), help="of contacts that name none"
    )
    imported.add_argument(
        "--date-is-contact", action="store_true", help="the date column is the last contact"
    )
    imported.add_argument("--undo", metavar="IMPORT", help="take an import back, by its number")
    _add_as(imported, "in a workspace: who acts")


def moment(text: str) -> object:
    return import_module("salesdesk.app.commands.demo_data").moment(text)


def main(argv: Sequence[str] | None = None) -> int:
    """Carry out a command line and return its exit code; nothing foreseeable raises.

    Without a command this opens the window and returns when it is closed.
    """
    typed = list(sys.argv[1:] if argv is None else argv)
    as_json = "--json" in typed
    words.choose("" if as_json else words.wanted(typed, os.environ))
    try:
        explained = parser(own=_WINDOWS_OWN in typed)
        words.in_words(explained)
        arguments = explained.parse_args(typed)
        return _carried_out(arguments)
    except SystemExit as leaving:
        # argparse leaves by this after --help.
        return int(leaving.code or 0)
    except WrongUse as fault:
        return _refused(str(fault), "use", Code.WRONG_USE, as_json)
    except Refusal as refusal:
        return _refused(words.worded(refusal), "refused", Code.REFUSED, as_json)
    except Unavailable as fault:
        return _refused(words.worded(fault), fault.kind, Code.UNREACHABLE, as_json)
    except KeyboardInterrupt as stop:
        return _refused(str(stop) or words.said("Stopped."), "stopped", Code.STOPPED, as_json)
    except BrokenPipeError:
        # Whoever read the answer has seen enough; Python would complain once more at its exit.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return Code.DONE
    except OSError as fault:
        named = f"{fault.filename}: " if fault.filename else ""
        return _refused(f"{named}{fault.strerror or fault}", "file", Code.REFUSED, as_json)
    except Exception as fault:
        # A scheduler must be able to tell a fault of the program from a release that is held.
        traceback.print_exc()
        told = words.said("Unexpected error: {name}.", name=type(fault).__name__)
        return _refused(told, "fault", Code.FAULT, as_json)


def entry() -> NoReturn:
    """The `salesdesk` script."""
    sys.exit(main())


def _carried_out(arguments: Namespace) -> int:
    if arguments.version:
        return _told(Answer({"version": __version__}, f"salesdesk {__version__}"), arguments)
    if arguments.person is not None and not hasattr(arguments, "has_actor"):
        raise WrongUse(words.said("--as goes with a command for which somebody acts."))
    if arguments.fresh and not arguments.demo:
        raise WrongUse(words.said("--fresh goes with --demo: it makes the sample workspace anew."))
    if arguments.selftest:
        return _told(_function("salesdesk.app.selftest:run")(), arguments)
    if arguments.diagnostics:
        return _told(_function("salesdesk.app.commands.diagnostics:run")(arguments), arguments)
    if arguments.command is not None:
        return _told(_logged(arguments), arguments)
    if arguments.json:
        raise WrongUse(words.said("--json goes with a command; the window has no answer to give."))
    code: int = _function("salesdesk.app.run:run")(arguments)
    return code


def _logged(arguments: Namespace) -> Answer:
    """Carry out a command; what it does is in the log too."""
    folder = Paths.of_user().logs
    with logs.of_command(folder, " ".join(_named(arguments))):
        answer: Answer = _function(f"salesdesk.app.commands.{arguments.runs}")(arguments)
        return answer


def _named(arguments: Namespace) -> list[str]:
    """The command and its step; what else was typed may name people and passwords."""
    return [word for word in (arguments.command, getattr(arguments, "step", None)) if word]


def _function(name: str) -> Callable[..., Any]:
    """Imported when it is needed: the window brings Qt, a command none of it."""
    module, _, function = name.partition(":")
    found: Callable[..., Any] = getattr(import_module(module), function)
    return found


def _told(answer: Answer, arguments: Namespace) -> int:
    _say(json.dumps(answer.data, indent=2) if arguments.json else answer.text, sys.stdout)
    return answer.code


def _refused(message: str, kind: str, code: Code, as_json: bool) -> int:
    if as_json:
        _say(json.dumps({"error": message, "kind": kind}, indent=2), sys.stdout)
    else:
        _say(f"salesdesk: {message}", sys.stderr)
    return code


def _say(text: str, stream: TextIO) -> None:
    """Write in the characters that this console has; a Windows one may lack curly quotes."""
    encoding = stream.encoding or "utf-8"
    stream.write(text.encode(encoding, "replace").decode(encoding) + "\n")
    stream.flush()
