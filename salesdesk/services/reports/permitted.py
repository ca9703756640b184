"""Who may see which figures: a lead all of them, an agent the own ones and the team's totals."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from salesdesk.domain.errors import NotAllowed
from salesdesk.domain.permissions import Permission
from salesdesk.domain.reports.drill_down import NONE, DrillDown
from salesdesk.domain.reports.report_scope import ReportScope
from salesdesk.services.session import Session


def require_figures(session: Session, report_scope: ReportScope) -> None:
    """Check that the figures of these agents may be seen.

    Raises:
        NotAllowed: the actor sees no reports, or asks for somebody else's.
    """
    if session.actor.may(Permission.REPORTS_VIEW_TEAM):
        return
    if not session.actor.may(Permission.REPORTS_VIEW_OWN) or session.actor.uid is None:
        raise NotAllowed(Permission.REPORTS_VIEW_OWN)
    if report_scope.agents is not None and not report_scope.agents <= {session.actor.uid}:
        raise NotAllowed(Permission.REPORTS_VIEW_TEAM)


def require_rows(session: Session, report_scope: ReportScope, mark: DrillDown) -> None:
    """Check that the rows behind a mark may be opened; the team's totals open for leads alone.

    Raises:
        NotAllowed: the actor sees no reports or customers, or the rows are not the actor's own.
    """
    if not session.actor.may(Permission.CUSTOMERS_VIEW):
        raise NotAllowed(Permission.CUSTOMERS_VIEW)
    require_figures(session, report_scope)
    if not session.actor.may(Permission.REPORTS_VIEW_TEAM):
        own = report_scope.agents is not None or session.actor.uid in (mark.agent, mark.by)
        if not own:
            raise NotAllowed(Permission.REPORTS_VIEW_TEAM)


def shown(session: Session, agents: Iterable[str]) -> Sequence[str]:
    """Those of the agents whose figures are shown to the actor, each once, nobody last."""
    return sorted({one for one in agents if sees(session, one)}, key=_nobody_last)


def _nobody_last(agent: str) -> tuple[bool, str]:
    return agent == NONE, agent


def sees(session: Session, uid: str) -> bool:
    """Whether the figures of one agent are shown to the actor."""
    return session.actor.may(Permission.REPORTS_VIEW_TEAM) or uid == session.actor.uid
