"""Pictures of every screen and dialog, over the sample workspace.

    python -m tests.pictures.screenshots [OUTDIR] [LANGUAGE]

Light and dark, 1440×900 and 1280×720; filled, empty, loading, and with the server away.
"""

from __future__ import annotations

import os
import sys
import tempfile
from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QEventLoop, QSettings, QTimer
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QApplication, QDialog, QWidget

from devtools.compiled_translations import compile_stale
from salesdesk.app.sample import team, writing
from salesdesk.app.sample.workspace import DEMO_SEED, open_file
from salesdesk.domain.contact import ContactDraft, Method, Outcome
from salesdesk.domain.errors import Unavailable
from salesdesk.domain.ownership import UnbindingReason
from salesdesk.domain.queries import (
    Candidate,
    CustomerQuery,
    CustomerSort,
    DaysLeftFilter,
    OwnerFilter,
    OwnerScope,
)
from salesdesk.services.admin import sign_in
from salesdesk.services.release import run
from salesdesk.services.release.report import Cause, HeldRelease
from salesdesk.storage.db.engine import sqlite_clock
from salesdesk.storage.setup import schema
from salesdesk.storage.unit_of_work import Store
from salesdesk.ui.commands import Cmd
from salesdesk.ui.contacts.dialog import ContactDialog
from salesdesk.ui.contacts.form import Typed
from salesdesk.ui.customers import texts
from salesdesk.ui.kit import language, theme
from salesdesk.ui.kit.theme import Scheme
from salesdesk.ui.kit.widgets import Action
from salesdesk.ui.release.held_dialog import ReleaseGuardDialog
from salesdesk.ui.session.connection import Pulse
from salesdesk.ui.shell.main_window import MainWindow
from salesdesk.ui.shell.palette import PaletteDialog
from tests.pictures import (
    activity,
    dialog_gallery,
    dialog_gallery_parts,
    export,
    import_wizard,
    pipeline,
    reminders,
    views,
)
from tests.pictures import pool as screenshots_pool
from tests.pictures import team as screenshots_team
from tests.pictures import templates as screenshots_templates
from tests.support.sessions import WindowSession

#: The moment of the target pictures: Monday 8 June 2026, 09.14 in Jakarta.
MOMENT = datetime(2026, 6, 8, 2, 14, tzinfo=UTC)
SIZES = ((1440, 900), (1280, 720))
SCHEMES = (Scheme.LIGHT, Scheme.DARK)
INACTIVITY = UnbindingReason.INACTIVITY
SERVER = "sales-db.kantor.local"
LEAVING_SOON = CustomerQuery(days_left=DaysLeftFilter(at_most=20), sort=CustomerSort.DAYS_LEFT)


def _moment() -> datetime:
    return MOMENT


class Studio:
    """A sample workspace with a window on it.

    Args:
        person: whose window it is; None: the lead's.
    """

    def __init__(self, folder: Path, out: Path, person: str | None = None) -> None:
        self.out = out
        self.store = self._made(folder / "sample.sqlite")
        self.settings = QSettings(str(folder / "window.ini"), QSettings.Format.IniFormat)
        who = person or team.demo_person(DEMO_SEED).uid
        session = sign_in.signed_in(self.store, "desk-07", who)
        run.run(session, Cause.STARTUP)
        self.session = WindowSession(session, self.settings, SERVER)
        reminders.lend(self.session, folder)
        # Before the window, whose status bar shows how long an answer took.
        self.session.context.connection.measured.connect(self._always_as_quick)
        self.window = MainWindow(self.session.context, self.settings)
        self.size = SIZES[0]
        self.taken: list[str] = []

    def _made(self, file: Path) -> Store:
        store = open_file(file)
        sqlite_clock(store.engine).read = _moment
        schema.init(store.engine)
        writing.write_story(store, DEMO_SEED, MOMENT)
        return store

    def _always_as_quick(self, pulse: Pulse) -> None:
        self.session.context.connection.pulse = replace(pulse, milliseconds=2)

    def settle(self) -> None:
        """Let everything under way be answered and painted."""
        for _ in range(3):
            QApplication.processEvents()
            if not self.session.tasks.is_idle():
                loop, patience = QEventLoop(), QTimer()
                self.session.tasks.settled.connect(loop.quit)
                patience.setSingleShot(True)
                patience.timeout.connect(loop.quit)
                patience.start(10_000)
                loop.exec()
                patience.stop()
            QApplication.processEvents()

    def shoot(self, name: str, widget: QWidget | None = None) -> None:
        """Write one picture."""
        self.settle()
        scheme = theme.scheme().value
        target = f"{name}-{self.size[0]}x{self.size[1]}-{scheme}.png"
        (widget or self.window).grab().save(str(self.out / target))
        self.taken.append(target)

    def shoot_dialog(self, name: str) -> None:
        """Write a picture of the window with the dialog that is open over it, then close that."""
        self.settle()
        dialog = next(
            each for each in QApplication.topLevelWidgets()
            if isinstance(each, QDialog) and each.isVisible()
        )  # fmt: skip
        picture = self.window.grab()
        painter = QPainter(picture)
        left = (picture.width() - dialog.width()) // 2
        top = (picture.height() - dialog.height()) // 2
        painter.drawPixmap(left, top, dialog.grab())
        painter.end()
        target = f"{name}-{self.size[0]}x{self.size[1]}-{theme.scheme().value}.png"
        picture.save(str(self.out / target))
        self.taken.append(target)
        dialog.reject()
        self.settle()

    # --- the pictures -----------------------------------------------------------------------------

    def day(self) -> None:
        """Today: filled, beside the panel, loading, empty with the server away."""
        window = self.window
        window.controller.close_panel()
        window.go_to("today")
        self.settle()
        window.today.focus_list()
        self.shoot("today")
        window.controller.give(Cmd.PANEL)
        self.shoot("today-panel")
        window.controller.close_panel()
        window.bar.action(Cmd.FIND).trigger()
        palette = next(w for w in QApplication.topLevelWidgets() if isinstance(w, PaletteDialog))
        palette.search.setText("si")
        # The pause after typing is over.
        palette.search.searched.emit("si")
        palette.search.clearFocus()
        self.shoot_dialog("palette")
        window.today.states.show_loading()
        self.shoot("today-loading")
        window.today.show_empty(narrowed=False)
        self.session.connection.report(Unavailable("The server does not answer."))
        self.session.connection.seconds = 20
        self.shoot("today-empty-away")
        self.session.connection.try_now()
        self.settle()
        window.go_to("customers")

    def list_and_panel(self) -> None:
        """The customers that leave soon, one of them in the panel."""
        customers = self.window.customers
        customers.ask(LEAVING_SOON)
        self.settle()
        customers.table.go_to(1)
        customers.table.setFocus()
        customers.table.set_hover(7)
        self.shoot("customers")
        customers.table.set_hover(-1)
        for tab in ("contacts", "ownership", "orders"):
            self.window.panel.tabs.select(tab)
            self.shoot(f"panel-{tab}")
        self.window.panel.tabs.select("timeline")
        customers.table.select_loaded()
        self.shoot("customers-many")
        self.window.controller.close_panel()
        self.shoot("customers-wide")
        customers.table.go_to(1)

    def available(self) -> None:
        """A customer of the pool in the panel."""
        customers = self.window.customers
        pool = OwnerFilter(OwnerScope.AVAILABLE)
        customers.ask(CustomerQuery(owner=pool, sort=CustomerSort.LAST_CONTACT, descending=True))
        self.settle()
        customers.table.go_to(0)
        self.shoot("customers-pool")
        customers.ask(LEAVING_SOON)
        self.settle()
        customers.table.go_to(1)

    def states(self) -> None:
        """Empty, loading, and the server away."""
        customers = self.window.customers
        customers.ask(CustomerQuery(search="nobody is called so"))
        self.shoot("customers-empty")
        customers.ask(LEAVING_SOON)
        self.settle()
        customers.show_loading()
        self.shoot("customers-loading")
        customers.states.show_list()
        connection = self.session.connection
        for at in range(2):
            self.session.outbox.add(
                ContactDraft(str(at), "x", Method.CALL, Outcome.SUCCESSFUL), "Siti Rahmawati"
            )
        connection.report(Unavailable("The server does not answer."))
        connection.seconds = 20
        self.session.outbox.changed.emit()
        self.shoot("customers-away")
        customers.states.show_error(*texts.failed(Unavailable("It does not answer.")))
        self.shoot("customers-error")
        customers.states.show_list()
        self.session.outbox.kept.clear()
        connection.try_now()
        self.settle()
        self.window.toast.close_toast()

    def notices(self) -> None:
        """A toast over the list."""
        row = self.window.panel.row
        assert row is not None
        self.window.toast.show_text(
            "2 customers were released: Wahyu Hidayat, Putri Ayu",
            action=Action("Show", self.window.controller.news.show_freed),
        )
        self.shoot("toast")
        self.window.toast.close_toast()

    def log_contact(self) -> None:
        """The contact form as in the target picture, with a next step that comes too late."""
        self.window.controller.give(Cmd.LOG)
        self.settle()
        form = next(w for w in QApplication.topLevelWidgets() if isinstance(w, ContactDialog))
        day = date(2026, 7, 14)
        form.fill(Typed(Method.CALL, Outcome.SUCCESSFUL, dialog_gallery_parts.NOTE, day))
        form.next_day.setFocus()
        self.shoot_dialog("log-contact")

    def guard(self) -> None:
        """A release that the guard held."""
        rows = [self.window.customers.model.row(at) for at in range(60)]
        candidates = tuple(
            Candidate(r.id, r.name, r.owner_uid or "", r.owner_name or "", 31, INACTIVITY)
            for r in rows
            if r is not None
        )
        held = HeldRelease("run", MOMENT, 212, candidates)
        dialog = ReleaseGuardDialog(self.session.context, held, self.window)
        self.window.controller.open_dialog(dialog)
        self.shoot_dialog("release-held")

    def dialogs(self) -> None:
        """Each dialog that a command opens."""
        for command in (
            Cmd.LOG, Cmd.NEW_CUSTOMER, Cmd.EDIT, Cmd.PLAN, Cmd.ASSIGN, Cmd.PROTECT, Cmd.RELEASE,
            Cmd.SHORTCUTS, Cmd.ABOUT,
        ):  # fmt: skip
            self.window.controller.give(command)
            self.settle()
            self.shoot_dialog(f"dialog-{command.value.replace('_', '-')}")

    def take(self) -> None:
        """All pictures of one size and scheme."""
        self.window.resize(*self.size)
        self.settle()
        for part in (
            self.day, self.list_and_panel, self.available, self.states, self.notices,
            self.log_contact, self.guard, self.dialogs,
        ):  # fmt: skip
            part()
        pipeline.pipeline(self)
        screenshots_pool.pool(self)
        activity.activity(self)
        screenshots_team.team(self)
        views.views(self)
        reminders.reminders(self)
        export.export(self)
        import_wizard.wizard(self)
        screenshots_templates.templates(self)

    def close(self) -> None:
        """End the session."""
        self.window.close()
        self.session.close()
        self.store.close()


def main(arguments: list[str]) -> int:
    """Write all pictures into the folder named first, in the language named after it."""
    out = Path(arguments[0] if arguments else "screenshots")
    out.mkdir(parents=True, exist_ok=True)
    app = QApplication.instance() or QApplication([])
    assert isinstance(app, QApplication)
    app.setCursorFlashTime(0)  # the cursor of a field is there in every picture
    theme.apply(app, Scheme.LIGHT)
    compile_stale()
    language.choose(app, arguments[1] if len(arguments) > 1 else "en")
    with tempfile.TemporaryDirectory() as folder:
        studio = Studio(Path(folder), out)
        studio.window.show()
        studio.window.start("customers")
        studio.settle()
        for scheme in SCHEMES:
            theme.apply(app, scheme)
            for size in SIZES:
                studio.size = size
                studio.take()
        studio.close()
    theme.apply(app, Scheme.LIGHT)
    dialog_gallery.main([str(out / "dialogs")])
    sys.stdout.write(f"{len(studio.taken)} pictures in {out}\n")
    return 0


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
