"""`salesdesk doctor`: what in the database breaks the rules."""

from __future__ import annotations

from argparse import Namespace

from salesdesk.app.commands.answers import Answer, Code, WrongUse, counted
from salesdesk.app.commands.opening import administrator, ready
from salesdesk.app.commands.words import in_context, said
from salesdesk.app.startup.connection import host_name
from salesdesk.domain.events import new_id
from salesdesk.services.admin import doctor, repair, sign_in
from salesdesk.services.admin.doctor import Finding
from salesdesk.services.admin.repair import Mended, Repair


def run(arguments: Namespace) -> Answer:
    """Report each kind of breach and what is worth knowing; or mend one kind, or show how.

    Raises:
        Refusal, WrongUse, Unavailable.
    """
    if arguments.repair is not None:
        return _repaired(arguments)
    if arguments.apply or arguments.person is not None:
        raise WrongUse(said("--apply and --as go with --repair KIND."))
    with ready(arguments) as store:
        findings = doctor.examine(sign_in.account_desk(store, host_name()))
    data = {
        "findings": [
            {
                "kind": one.kind, "count": one.count, "samples": list(one.samples),
                "meaning": one.meaning, "remedy": one.remedy, "breach": one.breach,
            }
            for one in findings
        ]
    }  # fmt: skip
    if not findings:
        return Answer(data, said("Nothing breaks the rules."))
    lines = [_finding(one) for one in findings]
    breaches = sum(one.breach for one in findings)
    lines.append(_sum(breaches, len(findings) - breaches))
    return Answer(data, "\n\n".join(lines), Code.REFUSED if breaches else Code.DONE)


def _finding(one: Finding) -> str:
    meaning, remedy = (in_context("doctor", text) for text in (one.meaning, one.remedy))
    samples = said("for instance {ids}", ids=", ".join(one.samples[:3]))
    return f"{one.kind}: {one.count}\n  {meaning}\n  {remedy}\n  {samples}"


def _sum(breaches: int, worth_knowing: int) -> str:
    if not breaches:
        return said("Nothing breaks the rules; this is only worth knowing.")
    told = counted(breaches, "kind of breach", "kinds of breach")
    if not worth_knowing:
        return f"{told}."
    return said(
        "{breaches}; {number} more only worth knowing.", breaches=told, number=str(worth_knowing)
    )


def _repaired(arguments: Namespace) -> Answer:
    with ready(arguments) as store:
        session = administrator(store, arguments.person)
        if arguments.apply:
            return _told(repair.apply(session, new_id(), arguments.repair), applied=True)
        return _told(repair.preview(session, arguments.repair), applied=False)


def _told(found: Repair, *, applied: bool) -> Answer:
    data = {
        "kind": found.kind,
        "applied": applied,
        "customers": [
            {
                "id": one.customer_id,
                "changes": [
                    {
                        "table": change.table, "id": change.row_id,
                        "before": change.before, "after": change.after,
                    }
                    for change in one.changes
                ],
            }
            for one in found.mended
        ],
        "left_over": list(found.left_over),
    }  # fmt: skip
    lines = [line for one in found.mended for line in _lines(one)]
    customers = counted(len(found.mended), "customer")
    if applied:
        told = said("{customers} mended.", customers=customers)
    elif found.mended:
        told = said(
            "{customers} would be mended; nothing was changed. Add --apply.", customers=customers
        )
    else:
        told = said("there is nothing to mend.")
    lines.append(f"{found.kind}: {told}")
    if found.left_over:
        left = said(
            "{customers} left over, because another program holds or changed them: {ids}. "
            "Run the command again.",
            customers=counted(len(found.left_over), "customer"),
            ids=", ".join(found.left_over[:3]),
        )
        lines.append(left)
    faulty = found.left_over or (found.mended and not applied)
    return Answer(data, "\n".join(lines), Code.REFUSED if faulty else Code.DONE)


def _lines(one: Mended) -> list[str]:
    lines = [said("customer {id}", id=one.customer_id)]
    for change in one.changes:
        told = ", ".join(
            f"{column} {change.before.get(column) or 'null'} → {value or 'null'}"
            if change.before is not None
            else f"{column} {value or 'null'}"
            for column, value in change.after.items()
            if change.before is None or change.before.get(column) != value
        )
        new = f"{in_context('doctor', 'new row')} " if change.before is None else ""
        lines.append(f"  {change.table} {new}{change.row_id}: {told}")
    return lines
