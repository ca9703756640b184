"""Pictures of the team screen: the counts with their trend, the rows of a state, nobody, away."""

from __future__ import annotations

from typing import TYPE_CHECKING

from salesdesk.domain.errors import Unavailable
from salesdesk.domain.events import new_id
from salesdesk.domain.states import CustomerState
from salesdesk.domain.targets import Target, TargetOf
from salesdesk.services import targets
from salesdesk.ui.team import texts

if TYPE_CHECKING:
    from tests.pictures.screenshots import Studio


def team(studio: Studio) -> None:
    """Each state of the screen."""
    window = studio.window
    screen = window.team
    window.controller.close_panel()
    window.go_to("team")
    studio.settle()
    screen.focus_list()
    studio.shoot("team")
    bar = screen.counts.verticalScrollBar()
    bar.setValue(bar.maximum())
    studio.shoot("team-days")
    bar.setValue(0)
    screen.open_state(CustomerState.RELEASING_SOON)
    studio.settle()
    screen.rows.table.go_to(1)
    studio.shoot("team-rows")
    screen.open_state(CustomerState.NEEDS_REPAIR)
    studio.shoot("team-nobody")
    screen.show_counts()
    screen.open_tab("log")
    studio.settle()
    screen.log.table.selectRow(0)
    studio.settle()
    studio.shoot("team-release-log")
    screen.open_tab("protections")
    studio.settle()
    screen.protections.table.selectRow(0)
    studio.shoot("team-protections")
    screen.protections.away.click()
    studio.shoot_dialog("team-away-agent")
    screen.open_tab("leaving")
    studio.settle()
    studio.shoot("team-leaving")
    _targets(studio)
    screen.open_tab("overview")
    studio.settle()
    screen.states.show_loading()
    studio.shoot("team-loading")
    connection = studio.session.connection
    connection.report(Unavailable("The server does not answer."))
    connection.seconds = 20
    screen.states.show_error(*texts.failed(Unavailable("It does not answer.")))
    studio.shoot("team-away")
    connection.try_now()
    studio.settle()
    screen.states.show_list()
    window.go_to("customers")


def _targets(studio: Studio) -> None:
    """The targets of a team of whom some are behind, and the form of one."""
    session, screen = studio.session.context.session, studio.window.team
    found = targets.standing(session)
    role = next(one for one in found.roles if one.name == "Sales Agent")
    if role.own is None:
        targets.put(session, new_id(), role.of, Target(4, 15), None)
        own = TargetOf(uid=str(session.actor.uid))
        targets.put(session, new_id(), own, Target(12, 50), None)
    screen.open_tab("targets")
    studio.settle()
    screen.targets.table.selectRow(1)
    studio.shoot("team-targets")
    screen.targets.change.click()
    studio.shoot_dialog("team-target")
    studio.window.go_to("today")
    studio.shoot("today-target")
    studio.window.go_to("team")
