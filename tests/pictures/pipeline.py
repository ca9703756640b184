"""Pictures of the board: a moved card with its toast, many, everybody's, nobody, loading, away."""

from __future__ import annotations

from typing import TYPE_CHECKING

from salesdesk.domain.errors import Unavailable
from salesdesk.domain.pipeline import BoardQuery
from salesdesk.ui.commands import Cmd
from salesdesk.ui.kit.widgets import Action
from salesdesk.ui.pipeline import texts

if TYPE_CHECKING:
    from tests.pictures.screenshots import Studio

#: The card with the focus in the target picture.
_MOVED = "Fajar Nugroho"


def pipeline(studio: Studio) -> None:
    """Each state of the board."""
    window = studio.window
    screen, toast = window.pipeline, window.toast
    window.controller.close_panel()
    window.go_to("pipeline")
    studio.settle()
    own = screen.query
    moved = next(
        line for column in screen.board.columns.values() for line in column.lines
        if line.name == _MOVED
    )  # fmt: skip
    screen.go_to_id(moved.id)
    screen.columns.active.setFocus()
    toast.show_text(
        f"{_MOVED} moved from warm to hot",
        action=Action("Undo", window.controller.history.undo, "undo", hint="Ctrl+Z"),
    )
    studio.shoot("pipeline")
    toast.close_toast()
    window.controller.give(Cmd.PANEL)
    studio.shoot("pipeline-panel")
    window.controller.close_panel()
    ids = [line.id for line in screen.columns.active.column.lines[1:4]]
    screen.columns.active.select_ids(frozenset(ids), ids[-1])
    screen.show_going(frozenset(ids[:1]))
    studio.shoot("pipeline-many")
    screen.show_going(frozenset())
    screen.clear_filters()
    studio.settle()
    studio.shoot("pipeline-everybody")
    screen.ask(BoardQuery(search="nobody is called so"))
    studio.settle()
    studio.shoot("pipeline-empty")
    screen.ask(own)
    studio.settle()
    _loading_and_away(studio)
    window.go_to("customers")


def _loading_and_away(studio: Studio) -> None:
    screen, connection = studio.window.pipeline, studio.session.connection
    columns = screen.board.columns.values()
    for column in columns:
        column.waiting = True
    screen.columns.refit()
    studio.shoot("pipeline-loading")
    for column in columns:
        column.waiting = False
    screen.columns.refit()
    connection.report(Unavailable("The server does not answer."))
    connection.seconds = 20
    studio.shoot("pipeline-away")
    screen.states.show_error(*texts.failed(Unavailable("It does not answer.")))
    studio.shoot("pipeline-error")
    connection.try_now()
    studio.settle()
    screen.states.show_list()
