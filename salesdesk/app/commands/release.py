"""`salesdesk release`: the same run as on a desktop, for a server's scheduler."""

from __future__ import annotations

from argparse import Namespace
from datetime import timedelta

from salesdesk.app.commands.answers import Answer, Code, counted, table
from salesdesk.app.commands.opening import person, ready
from salesdesk.app.commands.words import in_context, said, worded
from salesdesk.app.startup.connection import host_name
from salesdesk.domain.ownership import UnbindingReason
from salesdesk.domain.people import SYSTEM
from salesdesk.domain.queries import Candidate
from salesdesk.services import summaries
from salesdesk.services.admin import people, sign_in
from salesdesk.services.release import run as release
from salesdesk.services.release.report import Cause, RunOutcome, RunReport
from salesdesk.services.session import Session
from salesdesk.storage.unit_of_work import Store

MOST_LINES = 40

#: Why a customer is due, as the pool says it.
_REASONS = {
    UnbindingReason.INACTIVITY: "Inactivity",
    UnbindingReason.PERIOD_ENDED: "Period ended",
}


def run(arguments: Namespace) -> Answer:
    """Release what is due; or say what would be; or confirm a held run.

    Raises:
        Refusal: the person may not confirm, or the database is not ready.
        WrongUse, Unavailable.
    """
    with ready(arguments) as store:
        session = Session(store, SYSTEM, host_name())
        if arguments.dry_run:
            return _answer(release.preview(session, whole=True), dry=True)
        confirmer = _confirmer(store, arguments.person) if arguments.confirm else None
        if confirmer is not None:
            release.require_confirmer(confirmer, allow_first=True)
        # A server's scheduler may be all that there is: nobody's window has swept.
        summaries.sweep(session, unless_within=timedelta())
        if confirmer is not None:
            return _answer(release.confirm(confirmer, allow_first=True))
        return _answer(release.run(session, Cause.COMMAND))


def _confirmer(store: Store, email: str | None) -> Session:
    """Who confirms: a person, or the database account where there is no administrator yet."""
    account = sign_in.account_desk(store, host_name())
    if not people.has_named_administrator(account):
        return account
    return person(
        store,
        email,
        said(
            "A held release is confirmed by a person: add --as EMAIL, the address of somebody who "
            "may confirm releases."
        ),
    )


def to_dict(candidate: Candidate) -> dict[str, object]:
    """A candidate for `--json`."""
    return {
        "id": candidate.id,
        "name": candidate.name,
        "owner": candidate.owner_name,
        "idle_days": candidate.idle_days,
        "reason": candidate.reason.value,
    }


def listed(candidates: tuple[Candidate, ...]) -> str:
    """Candidates as a table, not endlessly."""
    shown = candidates[:MOST_LINES]
    text = table(
        ("Customer", "Owner", "Idle days", "Reason"),
        [
            (one.name, one.owner_name, one.idle_days, in_context("pool", _REASONS[one.reason]))
            for one in shown
        ],
    )
    more = len(candidates) - len(shown)
    return f"{text}\n{said('and {number} more', number=str(more))}" if more else text


def _answer(report: RunReport, *, dry: bool = False) -> Answer:
    data: dict[str, object] = {
        "released": report.released,
        "held": report.held,
        "candidates": [to_dict(candidate) for candidate in report.candidates],
    }
    if report.outcome is RunOutcome.STOPPED:
        data["warning"] = report.warning.english if report.warning is not None else None
        told = worded(report.warning) if report.warning is not None else None
        return Answer(data, told or said("Releases are stopped."), Code.REFUSED)
    lines = [_headline(report, dry)]
    if report.candidates:
        lines.append(listed(report.candidates))
    if report.left_over:
        lines.append(
            said(
                "{customers} left to the next run: another program holds the rows.",
                customers=counted(report.left_over, "customer"),
            )
        )
    held = report.outcome is RunOutcome.HELD
    if held:
        lines.append(said("A lead confirms it in the window, or: salesdesk release --confirm"))
    return Answer(data, "\n".join(lines), Code.REFUSED if held else Code.DONE)


def _headline(report: RunReport, dry: bool) -> str:
    of = {"due": counted(report.due, "customer"), "all": str(report.bound)}
    if report.outcome is RunOutcome.HELD:
        told = (
            said("The release of {due} of {all} would be held until somebody confirms it.", **of)
            if dry
            else said("The release of {due} of {all} is held until somebody confirms it.", **of)
        )
        return told
    if dry and report.due:
        return said("{due} of {all} would be released.", **of)
    if dry:
        return said("Nobody is due.")
    if not report.released:
        return said("Nobody was due.")
    return said("Released {customers}.", customers=counted(report.released, "customer"))
