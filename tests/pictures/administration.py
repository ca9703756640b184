"""Pictures of what leads and administrators run the desk with.

    python -m tests.pictures.administration [OUTDIR] [LANGUAGE]

Each screen filled, empty, loading, refused and with the server away; light and dark, two sizes.
"""

from __future__ import annotations

import sys
import tempfile
from pathlib import Path

from PySide6.QtWidgets import QApplication

from devtools.compiled_translations import compile_stale
from salesdesk.app.sample import team
from salesdesk.app.sample.workspace import DEMO_SEED
from salesdesk.domain.audit import AuditQuery
from salesdesk.domain.errors import NotAllowed, Unavailable
from salesdesk.domain.permissions import Permission
from salesdesk.domain.settings import LIMIT_WARM
from salesdesk.services.admin.doctor import Finding
from salesdesk.services.admin.repair import Change, Mended, Repair
from salesdesk.ui.audit import texts as audit_texts
from salesdesk.ui.audit.screen import AuditScreen
from salesdesk.ui.doctor import texts as doctor_texts
from salesdesk.ui.doctor.screen import DoctorScreen
from salesdesk.ui.kit import language, on_demand, theme
from salesdesk.ui.kit.theme import Scheme
from salesdesk.ui.people import texts as people_texts
from salesdesk.ui.people.account_dialog import AccountDialog
from salesdesk.ui.people.give_access_dialog import GiveAccessDialog
from salesdesk.ui.people.hand_over_dialog import HandOverDialog
from salesdesk.ui.people.screen import PeopleScreen
from salesdesk.ui.settings import texts as settings_texts
from salesdesk.ui.settings.screen import SettingsScreen
from tests.pictures.screenshots import SCHEMES, SIZES, Studio

FINDINGS = (
    Finding(
        "bound_without_open_row", 3, ("7f3a91c2-04be-4a7d-9d1e-2f6a0c5b8e11",),
        "Bound customers whose ownership history does not say who has them now.",
        "The next act on such a customer mends it, or the repair all at once, with an event.",
    ),
    Finding(
        "null_sales_status", 12, ("1c0d8f5e-6a2b-4c3d-8e9f-0a1b2c3d4e5f",),
        "Customers without a sales status. They count as cold.",
        "Move them to a status where cold is not meant.", breach=False,
    ),
)  # fmt: skip
_ROW = {"bound_to_uid": "rina", "binding_start_date": "2026-05-12 03:00:00"}
PREVIEW = Repair(
    "bound_without_open_row",
    (
        Mended(
            "7f3a91c2-04be-4a7d-9d1e-2f6a0c5b8e11",
            (Change("customer_binding_history", "new", None, _ROW),),
        ),
    ),
    (),
)
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
    on_demand.chart_view()
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
    for page in (
        "office", "pool", "sign_in", "appearance", "language", "notifications", "connections",
    ):  # fmt: skip
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


def people(studio: Studio) -> None:
    """Everybody, one of them with a role that is about to change; the roles; loading and away."""
    window = studio.window
    window.go_to("people")
    studio.settle()
    screen = window.place("people")
    assert isinstance(screen, PeopleScreen)
    screen.tabs.select("people")
    screen.focus_list()
    studio.shoot("people")
    screen.choose(team.demo_person(DEMO_SEED).uid)
    studio.shoot("people-panel")
    screen.panel.role.setCurrentIndex(1)
    studio.shoot("people-role-changed")
    screen.panel.show_refusal("Nobody who can sign in would be left to manage people.")
    studio.shoot("people-refused")
    line = next(one for one in screen.lines() if one.person.uid == screen.panel.uid)
    window.controller.open_dialog(HandOverDialog(studio.session.context, line, window))
    studio.shoot_dialog("people-hand-over")
    window.controller.open_dialog(
        AccountDialog(studio.session.context, line.person.uid, line.person.name, {}, window)
    )
    studio.shoot_dialog("people-account")
    role = next(one for one in screen.roles.roles if one.name == "Sales Agent")
    window.controller.open_dialog(
        GiveAccessDialog(studio.session.context, (line.person,), (role,), window)
    )
    studio.shoot_dialog("people-give-access")
    screen.search.set_search("nobody at all")
    screen.search.searched.emit("nobody at all")
    studio.shoot("people-empty")
    screen.search.clear_search()
    screen.tabs.select("roles")
    studio.shoot("roles")
    lead = next(one for one in screen.roles.roles if one.name == "Team Lead")
    for permission in (Permission.DATA_IMPORT, Permission.DATA_EXPORT, Permission.AUDIT_VIEW):
        screen.roles.boxes[lead.id, permission].click()
    studio.shoot("roles-edited")
    screen.roles.bar.show_refusal("Somebody else changed the role “Team Lead” meanwhile.")
    studio.shoot("roles-refused")
    screen.roles.discard()
    screen.tabs.select("people")
    screen.states.show_loading()
    studio.shoot("people-loading")
    go_away(studio)
    screen.states.show_error(*people_texts.failed(AWAY))
    studio.shoot("people-away")
    come_back(studio)
    screen.refresh()


def events(studio: Studio) -> None:
    """The audit: filled, one event, no event, loading and away."""
    window = studio.window
    window.go_to("audit")
    studio.settle()
    screen = window.place("audit")
    assert isinstance(screen, AuditScreen)
    screen.clear_filters()
    studio.settle()
    screen.focus_list()
    studio.shoot("audit")
    screen.table.selectRow(min(4, screen.table.cells.rowCount() - 1))
    studio.shoot("audit-event")
    screen.ask(AuditQuery(words="nobody at all"))
    studio.shoot("audit-empty")
    screen.clear_filters()
    screen.states.show_loading()
    studio.shoot("audit-loading")
    go_away(studio)
    screen.states.show_error(*audit_texts.failed(AWAY))
    studio.shoot("audit-away")
    screen.states.show_error(*audit_texts.failed(NotAllowed(Permission.AUDIT_VIEW)))
    studio.shoot("audit-refused")
    come_back(studio)
    screen.refresh()


def examined(studio: Studio) -> None:
    """The doctor: what is worth knowing, nothing wrong, loading, refused and away."""
    window = studio.window
    window.go_to("doctor")
    studio.settle()
    screen = window.place("doctor")
    assert isinstance(screen, DoctorScreen)
    screen._on_findings(FINDINGS)
    screen.table.selectRow(0)
    screen._on_previewed(PREVIEW)
    studio.shoot("doctor")
    screen.states.show_empty()
    studio.shoot("doctor-empty")
    screen.states.show_loading()
    studio.shoot("doctor-loading")
    screen.states.show_error(*doctor_texts.failed(NotAllowed(Permission.AUDIT_VIEW)))
    studio.shoot("doctor-refused")
    go_away(studio)
    screen.states.show_error(*doctor_texts.failed(AWAY))
    studio.shoot("doctor-away")
    come_back(studio)


def main(arguments: list[str]) -> int:
    """Write all pictures into the folder named first, in the language named after it."""
    out = Path(arguments[0] if arguments else "screenshots")
    out.mkdir(parents=True, exist_ok=True)
    app = QApplication.instance() or QApplication([])
    assert isinstance(app, QApplication)
    theme.apply(app, Scheme.LIGHT)
    compile_stale()
    language.choose(app, arguments[1] if len(arguments) > 1 else "en")
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
                for part in (settings, people, events, examined):
                    part(studio)
        studio.close()
    theme.apply(app, Scheme.LIGHT)
    sys.stdout.write(f"{len(studio.taken)} pictures in {out}\n")
    return 0


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
