"""Pictures of what leads and administrators run the desk with.

    python -m tests.pictures.administration [OUTDIR]

Each screen filled, empty, loading, refused and with the server away; light and dark, two sizes.
"""

from __future__ import annotations

import sys
import tempfile
from pathlib import Path

from PySide6.QtWidgets import QApplication

from salesdesk.app.sample import team
from salesdesk.app.sample.workspace import DEMO_SEED
from salesdesk.domain.errors import Unavailable
from salesdesk.domain.settings import LIMIT_WARM
from salesdesk.ui.kit import theme
from salesdesk.ui.kit.theme import Scheme
from salesdesk.ui.settings import texts as settings_texts
from salesdesk.ui.settings.screen import SettingsScreen
from tests.pictures.screenshots import SCHEMES, SIZES, Studio

AWAY = Unavailable("The server does not answer.")


def go_away(studio: Studio) -> None:
    """The server does not answer any more."""
    studio.session.connection.report(AWAY)
    studio.session.connection.seconds = 20


def come_back(studio: Studio) -> None:
    """It answers again."""
    studio.session.connection.try_now()
    studio.settle()


def settings(studio: Studio) -> None:
    """A change with its forecast, a refusal, the other pages, loading and away."""
    window = studio.window
    window.go_to("settings")
    studio.settle()
    screen = window.place("settings")
    assert isinstance(screen, SettingsScreen)
    screen.open_page("release")
    studio.shoot("settings")
    rows = screen.shared["release"].rows
    screen.shared["release"].limits.choose("each")
    rows[LIMIT_WARM.key].editor.field.setFocus()
    rows[LIMIT_WARM.key].editor.show_text("45")
    rows[LIMIT_WARM.key].editor.edited.emit()
    screen.effect.ask({LIMIT_WARM.key: "45"}, at_once=True)
    studio.shoot("settings-edited")
    rows[LIMIT_WARM.key].editor.show_text("0")
    rows[LIMIT_WARM.key].editor.edited.emit()
    studio.shoot("settings-refused")
    screen.discard()
    for page in ("office", "pool", "appearance", "notifications"):
        screen.open_page(page)
        studio.shoot(f"settings-{page}")
    screen.open_page("release")
    screen.states.show_loading()
    studio.shoot("settings-loading")
    go_away(studio)
    screen.states.show_list()
    studio.shoot("settings-away")
    screen.states.show_error(*settings_texts.failed(AWAY))
    studio.shoot("settings-error")
    come_back(studio)


def main(arguments: list[str]) -> int:
    """Write all pictures into the folder named first."""
    out = Path(arguments[0] if arguments else "screenshots")
    out.mkdir(parents=True, exist_ok=True)
    app = QApplication.instance() or QApplication([])
    assert isinstance(app, QApplication)
    theme.apply(app, Scheme.LIGHT)
    with tempfile.TemporaryDirectory() as folder:
        studio = Studio(Path(folder), out, team.administrator(DEMO_SEED).uid)
        studio.window.show()
        studio.window.start("customers")
        studio.settle()
        for scheme in SCHEMES:
            theme.apply(app, scheme)
            for size in SIZES:
                studio.size = size
                studio.window.resize(*size)
                for part in (settings,):
                    part(studio)
        studio.close()
    theme.apply(app, Scheme.LIGHT)
    sys.stdout.write(f"{len(studio.taken)} pictures in {out}\n")
    return 0


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
