"""`salesdesk doctor`: what in the database breaks the rules."""

from __future__ import annotations

from argparse import Namespace

from salesdesk.app.commands.answers import Answer, Code, counted
from salesdesk.app.commands.opening import host_name, ready
from salesdesk.services import doctor, sign_in


def run(arguments: Namespace) -> Answer:
    """Report each kind of breach, and what is worth knowing; nothing is changed.

    Raises:
        Refusal, WrongUse, Unavailable.
    """
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
    lines.append(
        counted(breaches, "kind of breach", "kinds of breach") + "."
        if breaches
        else "Nothing breaks the rules; this is only worth knowing."
    )
    return Answer(data, "\n\n".join(lines), Code.REFUSED if breaches else Code.DONE)
