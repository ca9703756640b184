"""Targets of contacts: set by leads, for a role or one agent (docs/rules.md, "Targets")."""

from __future__ import annotations

from dataclasses import asdict, dataclass

from salesdesk.domain.changes import Changes, Topic
from salesdesk.domain.errors import Conflict, FieldFault, Invalid
from salesdesk.domain.events import ASKED, Event, EventKind
from salesdesk.domain.permissions import Permission
from salesdesk.domain.refusals import Reason, Why
from salesdesk.domain.targets import Progress, StoredTarget, Target, TargetOf, checked
from salesdesk.services import access, ownership, submission
from salesdesk.services.session import Done, Session
from salesdesk.services.viewer import viewer_of
from salesdesk.storage.reads import targets as reads
from salesdesk.storage.stores.targets import Change
from salesdesk.storage.unit_of_work import Reading, UnitOfWork

_CHANGES = Changes.of(Topic.TARGETS)


@dataclass(frozen=True, slots=True)
class TargetSet(Done):
    """A target was set; undone by setting what stood before, seen as this left it.

    Attributes:
        left: as it stands now; None: it was taken away.
    """

    left: StoredTarget | None = None


@dataclass(frozen=True, slots=True)
class TargetLine:
    """A role, or an agent with how far they are.

    Attributes:
        own: the target that was set for it itself; None: an agent's may be the role's.
        progress: None: it is a role.
        counting: the target that counts for an agent.
    """

    of: TargetOf
    name: str
    own: StoredTarget | None
    progress: Progress | None = None
    counting: Target | None = None


@dataclass(frozen=True, slots=True)
class TargetsOfTeam:
    """The roles that hold customers, and the agents, whoever is furthest behind first."""

    roles: tuple[TargetLine, ...]
    agents: tuple[TargetLine, ...]

    @property
    def behind(self) -> int:
        """How many agents are behind."""
        return sum(bool(one.progress and one.progress.behind) for one in self.agents)


def standing(session: Session) -> TargetsOfTeam:
    """Every target, and how far each agent is this week.

    Raises:
        NotAllowed: the actor does not see the team's figures.
    """
    access.require(session.actor, Permission.REPORTS_VIEW_TEAM)
    return session.store.read(lambda reading: _standing(session, reading))


def _standing(session: Session, reading: Reading) -> TargetsOfTeam:
    connection, viewer = reading.connection, viewer_of(session, reading)
    agents = reading.people.agents()
    stored = {_key(one.of): one for one in reading.targets.all()}
    uids = [one.uid for one in agents]
    far, counting = (
        reads.progress_by_agent(connection, viewer, uids),
        reads.counting_by_agent(connection, uids),
    )
    lines = [
        TargetLine(
            TargetOf(uid=one.uid), one.name, stored.get(_key(TargetOf(uid=one.uid))),
            far[one.uid], counting.get(one.uid),
        )
        for one in agents
    ]  # fmt: skip
    roles = [
        TargetLine(TargetOf(role_id=one.id), one.name, stored.get(_key(TargetOf(role_id=one.id))))
        for one in reading.people.roles()
        if one.active and Permission.CUSTOMERS_HOLD in one.permissions
    ]
    return TargetsOfTeam(
        tuple(sorted(roles, key=lambda one: one.name.casefold())),
        tuple(sorted(lines, key=_most_behind)),
    )


def _key(of: TargetOf) -> tuple[str, int]:
    return of.uid.lower(), of.role_id


def _most_behind(one: TargetLine) -> tuple[int, bool, str]:
    far = one.progress
    return (-far.behind if far else 0, one.counting is None, one.name.casefold())


def put(
    session: Session, event_id: str, of: TargetOf, target: Target, seen: StoredTarget | None
) -> TargetSet:
    """Set, change or take away the target of a role or an agent, decided on what was seen.

    Args:
        target: an empty one takes the target away.

    Raises:
        NotAllowed: the actor may not set targets.
        Invalid: a number is out of bounds, or there is neither a target nor one to take away.
        Conflict: somebody else set it meanwhile.
    """
    access.require(session.actor, Permission.TARGETS_EDIT)
    wanted = checked(target)
    by = ownership.signed_in_uid(session)
    asked = submission.content(**asdict(of), **asdict(wanted))

    def left(event: str) -> StoredTarget | None:
        return None if wanted.empty else StoredTarget(of, wanted, event)

    def work(unit: UnitOfWork, event: str) -> TargetSet:
        before = asdict(seen.target) if seen is not None else None
        details = {
            "person": of.uid or None,
            "role": _role_name(unit, of),
            "before": before,
            "after": asdict(wanted),
            ASKED: asked,
        }
        unit.events.begin(Event(event, unit.now, EventKind.TARGET_SET, None, by, details))
        access.confirm(unit, session.actor, Permission.TARGETS_EDIT)
        decided_on = seen.event_id if seen is not None else None
        if event != event_id:
            # An answer was lost, and this changes what the form had stored by then.
            decided_on = _stored_by(unit, event_id, of)
        _write(unit, of, wanted, decided_on, Change(by, unit.now, event))
        return TargetSet(_CHANGES, left=left(event))

    def replayed(_: UnitOfWork, found: submission.Stored) -> TargetSet:
        return TargetSet(_CHANGES, replayed=True, left=left(found.last.id))

    return submission.repeat(session, event_id, asked, work, replayed=replayed)


def _role_name(unit: UnitOfWork, of: TargetOf) -> str | None:
    if not of.role_id:
        return None
    return next((one.name for one in unit.people.roles() if one.id == of.role_id), str(of.role_id))


def _stored_by(unit: UnitOfWork, event_id: str, of: TargetOf) -> str | None:
    """The event that this form's earlier try has set the target by; None: it took it away."""
    now, earlier = unit.targets.get(of), submission.stored(unit, event_id)
    ids = {one.id for one in earlier.events} if earlier is not None else set()
    return now.event_id if now is not None and now.event_id in ids else None


def _write(
    unit: UnitOfWork, of: TargetOf, wanted: Target, seen: str | None, change: Change
) -> None:
    if seen is None and wanted.empty:
        raise Invalid((FieldFault("per_day", Reason.of(Why.NO_TARGET)),))
    if seen is None:
        done = unit.targets.add(of, wanted, change)
    elif wanted.empty:
        done = unit.targets.remove(of, seen)
    else:
        done = unit.targets.change(of, wanted, seen, change)
    if not done:
        raise Conflict(Why.TARGET_CHANGED)
