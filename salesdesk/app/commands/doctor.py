"""`salesdesk doctor`: what in the database breaks the rules."""

from __future__ import annotations

from argparse import Namespace

from salesdesk.app.commands.answers import Answer, Code, WrongUse, counted
from salesdesk.app.commands.opening import administrator, host_name, ready
from salesdesk.domain.events import new_id
from salesdesk.services.admin import doctor, repair, sign_in
from salesdesk.services.admin.repair import Mended, Repair


def run(arguments: Namespace) -> Answer:
    """Report each kind of breach and what is worth knowing; or mend one kind, or show how.

    Raises:
        Refusal, WrongUse, Unavailable.
    """
    if arguments.repair is not None:
        return _repaired(arguments)
    if arguments.apply or arguments.person is not None:
        raise WrongUse("--apply and --as go with --repair KIND.")
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
        return Answer(data, "Nothing breaks the rules.")
    lines = [
        f"{one.kind}: {one.count}\n  {one.meaning}\n  {one.remedy}\n"
        f"  for instance {', '.join(one.samples[:3])}"
        for one in findings
    ]
    breaches = sum(one.breach for one in findings)
    lines.append(_sum(breaches, len(findings) - breaches))
    return Answer(data, "\n\n".join(lines), Code.REFUSED if breaches else Code.DONE)


def _sum(breaches: int, worth_knowing: int) -> str:
    if not breaches:
        return "Nothing breaks the rules; this is only worth knowing."
    told = counted(breaches, "kind of breach", "kinds of breach")
    return f"{told}; {worth_knowing} more only worth knowing." if worth_knowing else f"{told}."


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
        lines.append(f"{found.kind}: {customers} mended.")
    elif found.mended:
        lines.append(
            f"{found.kind}: {customers} would be mended; nothing was changed. Add --apply."
        )
    else:
        lines.append(f"{found.kind}: there is nothing to mend.")
    if found.left_over:
        lines.append(
            f"{counted(len(found.left_over), 'customer')} left over, because another program "
            f"holds or changed them: {', '.join(found.left_over[:3])}. Run the command again."
        )
    faulty = found.left_over or (found.mended and not applied)
    return Answer(data, "\n".join(lines), Code.REFUSED if faulty else Code.DONE)


def _lines(one: Mended) -> list[str]:
    lines = [f"customer {one.customer_id}"]
    for change in one.changes:
        told = ", ".join(
            f"{column} {change.before.get(column) or 'null'} → {value or 'null'}"
            if change.before is not None
            else f"{column} {value or 'null'}"
            for column, value in change.after.items()
            if change.before is None or change.before.get(column) != value
        )
        new = "new row " if change.before is None else ""
        lines.append(f"  {change.table} {new}{change.row_id}: {told}")
    return lines
