"""Pictures of the pool: filled with the hand-over, lost claim, policies, nobody, loading, away."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from salesdesk.domain.errors import Unavailable
from salesdesk.domain.pool import Allowance, PoolQuery
from salesdesk.ui.actions.actions import CustomerAct
from salesdesk.ui.pool import texts

if TYPE_CHECKING:
    from tests.pictures.screenshots import Studio


def pool(studio: Studio) -> None:
    """Each state of the screen."""
    window = studio.window
    screen = window.pool
    window.go_to("pool")
    screen.ask(PoolQuery())
    studio.settle()
    screen.table.go_to(0)
    screen.focus_list()
    studio.shoot("pool")
    hand = screen.hand_over.hand
    assert hand is not None
    screen.hand_over.hand = replace(hand, allowance=Allowance(46, 60, 2, 5, None))
    screen.hand_over._show()
    studio.shoot("pool-policy")
    screen.hand_over.show_lost("Eko Saputra has this customer since today 09.13.")
    studio.shoot("pool-lost")
    screen.hand_over.lost.dismiss()
    screen.table.select_loaded()
    studio.shoot("pool-many")
    screen.act_chosen.emit(CustomerAct.DISTRIBUTE)
    studio.settle()
    studio.shoot("pool-distribute")
    studio.shoot_dialog("distribute")
    screen.table.go_to(2)
    screen.opened.emit(screen.table.current_row())
    studio.shoot("pool-customer")
    window.controller.close_panel()
    screen.ask(PoolQuery(search="nobody is called so"))
    studio.shoot("pool-empty")
    screen.ask(PoolQuery())
    studio.settle()
    screen.states.show_loading()
    studio.shoot("pool-loading")
    connection = studio.session.connection
    connection.report(Unavailable("The server does not answer."))
    connection.seconds = 20
    screen.states.show_error(*texts.failed(Unavailable("It does not answer.")))
    studio.shoot("pool-away")
    connection.try_now()
    studio.settle()
    screen.states.show_list()
    window.go_to("customers")
