"""`salesdesk targets`: how many contacts a role or an agent shall make, and how far they are."""

from __future__ import annotations

from argparse import Namespace

from salesdesk.app.commands.answers import Answer, table
from salesdesk.app.commands.opening import person, ready
from salesdesk.app.commands.words import said
from salesdesk.domain.errors import Refusal
from salesdesk.domain.events import new_id
from salesdesk.domain.refusals import Why
from salesdesk.domain.targets import Progress, Target
from salesdesk.services import targets
from salesdesk.services.session import Session
from salesdesk.services.targets import TargetLine, TargetsOfTeam
from salesdesk.storage.unit_of_work import Store

_UNNAMED = "Add --as EMAIL, the address of a lead: targets are the team's."


def show(arguments: Namespace) -> Answer:
    """Every target, and how far each agent is this week.

    Raises:
        Refusal, WrongUse, Unavailable.
    """
    with ready(arguments) as store:
        found = targets.standing(_lead(store, arguments))
    data = {
        "roles": [{"role": one.name, **_numbers(one)} for one in found.roles],
        "agents": [
            {"agent": one.name, "uid": one.of.uid, **_numbers(one), **_far(one)}
            for one in found.agents
        ],
    }
    return Answer(data, f"{_roles(found)}\n\n{_agents(found)}")


def _roles(found: TargetsOfTeam) -> str:
    rows = [(one.name, *_target(one.own.target if one.own else None)) for one in found.roles]
    return table((said("Role"), said("A day"), said("A week")), rows)


def _agents(found: TargetsOfTeam) -> str:
    heads = (
        *(said("Agent"), said("A day"), said("A week"), said("Today"), said("This week")),
        said("Behind"),
    )
    rows = [
        (one.name, *_target(one.counting), far.today, far.week, far.behind or "")
        for one in found.agents
        if (far := one.progress) is not None
    ]
    return table(heads, rows)


def _target(target: Target | None) -> tuple[object, object]:
    if target is None:
        return "", ""
    return target.per_day or "", target.per_week or ""


def _numbers(one: TargetLine) -> dict[str, object]:
    target = one.counting or (one.own.target if one.own else None)
    return {
        "per_day": target.per_day if target else None,
        "per_week": target.per_week if target else None,
        "own": one.own is not None,
    }


def _far(one: TargetLine) -> dict[str, object]:
    far = one.progress
    if not isinstance(far, Progress):
        return {}
    return {
        "today": far.today, "week": far.week, "day_due": far.day_due, "week_due": far.week_due,
        "due_so_far": far.so_far, "behind": far.behind, "days_off": far.days_off,
    }  # fmt: skip


def put(arguments: Namespace) -> Answer:
    """Set the target of a role or of an agent, or take it away.

    Raises:
        Refusal, WrongUse, Unavailable.
    """
    target = Target(arguments.day, arguments.week)
    with ready(arguments) as store:
        session = _lead(store, arguments)
        line = _wanted(session, arguments)
        targets.put(session, new_id(), line.of, target, line.own)
    data = {"name": line.name, "per_day": target.per_day, "per_week": target.per_week}
    if target.empty:
        return Answer(data, said("{name} has no target of its own any more.", name=line.name))
    day, week = (str(number or said("none")) for number in (target.per_day, target.per_week))
    told = said("{name}: {day} a day, {week} a week.", name=line.name, day=day, week=week)
    return Answer(data, told)


def _lead(store: Store, arguments: Namespace) -> Session:
    return person(store, arguments.person, _UNNAMED)


def _wanted(session: Session, arguments: Namespace) -> TargetLine:
    """The line of the role or the agent that was named."""
    found = targets.standing(session)
    named = arguments.role is not None
    name, lines = (arguments.role, found.roles) if named else (arguments.agent, found.agents)
    wanted = name.strip().casefold()
    fit = [one for one in lines if wanted in (one.name.casefold(), one.of.uid.casefold())]
    if len(fit) == 1:
        return fit[0]
    if named:
        raise Refusal(Why.NO_SUCH_ROLE, role=name)
    raise Refusal(Why.NO_SUCH_AGENT, text=name)
