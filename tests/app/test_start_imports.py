"""What the program imports before its first paint, and before it is wanted; in processes apart."""

from __future__ import annotations

import subprocess
import sys

#: What may be imported before the frame of the window is painted, besides Python's own and Qt.
BEFORE_THE_FIRST_PAINT = frozenset(
    {"PySide6", "platformdirs", "shiboken6", "shibokensupport", "tomli_w", "typing_extensions"}
)

#: Of SalesDesk itself: the program's frame and its settings, and no screen, service or table.
OF_SALESDESK = (
    "salesdesk.app.commands.answers",
    "salesdesk.app.commands.words",
    "salesdesk.app.crash",
    "salesdesk.app.startup.first_window",
    "salesdesk.app.garbage",
    "salesdesk.app.lean_imports",
    "salesdesk.app.logs",
    "salesdesk.app.outside",
    "salesdesk.app.local.paths",
    "salesdesk.app.local.profile",
    "salesdesk.app.run",
    "salesdesk.app.local.secrets",
    "salesdesk.app.versions",
    "salesdesk.domain.errors",
    "salesdesk.domain.events",
    "salesdesk.domain.follow_up",
    "salesdesk.domain.moments",
    "salesdesk.domain.people",
    "salesdesk.domain.permissions",
    "salesdesk.domain.refusals",
    "salesdesk.domain.sign_in",
    "salesdesk.domain.texts",
    "salesdesk.storage.db.private_file",
    "salesdesk.storage.db.tls",
    "salesdesk.ui.commands",
    "salesdesk.ui.kit.painting",
    "salesdesk.ui.shell.navigation",
    "salesdesk.ui.i18n",
    "salesdesk.ui.kit.fonts",
    "salesdesk.ui.kit.formats",
    "salesdesk.ui.help",
    "salesdesk.ui.kit.help_key",
    "salesdesk.ui.kit.icons",
    "salesdesk.ui.kit.kept_window",
    "salesdesk.ui.kit.language",
    "salesdesk.ui.kit.motion",
    "salesdesk.ui.kit.painting.roles",
    "salesdesk.ui.kit.resources",
    "salesdesk.ui.kit.screens",
    "salesdesk.ui.kit.tasks",
    "salesdesk.ui.kit.theme",
    "salesdesk.ui.kit.tips",
    "salesdesk.ui.kit.translation_source",
    "salesdesk.ui.kit.tokens",
    "salesdesk.ui.kit.widgets",
    "salesdesk.ui.shell.standing",
    "salesdesk.ui.shell.window_frame",
)

#: Nothing that the first screen needs: imported when it is first wanted.
LATER = (
    "alembic",
    # Drivers come with the database that is opened: a workspace on this computer needs none.
    "cryptography",
    "pymysql",
    "keyring",
    "mako",
    "numpy",
    "openpyxl",
    "pyqtgraph",
    "python_calamine",
    "reportlab",
    "xlsxwriter",
    "PySide6.QtPrintSupport",
    "salesdesk.services.importing.csv_file",
    "salesdesk.services.importing.xlsx_file",
    "salesdesk.storage.setup.revisions",
    "salesdesk.storage.setup.migrations",
    "salesdesk.ui.kit.charts",
    "salesdesk.ui.shell.about_dialog",
    "salesdesk.ui.contacts.dialog",
    "salesdesk.ui.customer.form_dialog",
    "salesdesk.ui.exporting.dialog",
    "salesdesk.ui.importing",
    "salesdesk.ui.reminders.settings_dialog",
    "salesdesk.ui.contacts.outbox_dialog",
    "salesdesk.ui.release.held_dialog",
    "salesdesk.ui.reminders.list_dialog",
    "salesdesk.ui.shell.shortcuts_dialog",
    "salesdesk.ui.shell.palette",
    "salesdesk.ui.activity.screen",
    "salesdesk.ui.team.screen",
)

#: Sources that `linecache` has read would be memory that nobody uses.
_TELL = (
    "import linecache, sys; print('\\n'.join(sys.modules)); "
    "print(sum(name.endswith('.py') for name, kept in linecache.cache.items() if kept[1:]))"
)


def test_what_is_imported_before_the_first_paint() -> None:
    imported, _ = _after("import salesdesk.app.run")
    own = {name for name in imported if name.startswith("salesdesk.")}
    allowed = {name for name in own if _is_of(name, OF_SALESDESK) or _is_above(name)}
    assert own - allowed == set()
    named = {name.partition(".")[0] for name in imported} - {"salesdesk", "__main__"}
    assert {name for name in named if _is_foreign(name)} - BEFORE_THE_FIRST_PAINT == set()


def test_what_the_first_screen_does_not_need_waits_to_be_wanted() -> None:
    imported, sources = _after(
        "from salesdesk.app import lean_imports, run",
        "lean_imports.begin()",
        "run._import_what_reads()",
        "run._import_what_shows()",
    )
    assert "salesdesk.ui.shell.main_window" in imported
    assert {name for name in imported if _is_of(name, LATER)} == set()
    assert sources == 0


def test_what_may_be_wanted_next_brings_nothing_that_is_large() -> None:
    imported, _ = _after(
        "from salesdesk.ui.shell import on_demand", "[each() for each in on_demand.SOON]"
    )
    assert "salesdesk.ui.contacts.dialog" in imported
    assert {name for name in imported if _is_of(name, ("numpy", "pyqtgraph", "openpyxl"))} == set()


def _after(*steps: str) -> tuple[set[str], int]:
    """The modules after these steps in a new process, and how many sources are kept."""
    done = subprocess.run(
        [sys.executable, "-c", "; ".join((*steps, _TELL))],
        capture_output=True, text=True, check=True, timeout=120,
    )  # fmt: skip
    *names, sources = done.stdout.split()
    return set(names), int(sources)


def _is_of(name: str, packages: tuple[str, ...]) -> bool:
    return any(name == each or name.startswith(f"{each}.") for each in packages)


def _is_above(name: str) -> bool:
    """Whether it is a package that holds one of ours; those are empty."""
    return any(each.startswith(f"{name}.") for each in OF_SALESDESK)


def _is_foreign(name: str) -> bool:
    """Whether a package comes from neither Python nor the tools of a checkout."""
    if name in sys.stdlib_module_names or name.startswith("_"):
        return False
    return name not in {"signature_bootstrap", "sitecustomize", "cython_runtime"}


def test_a_worker_imports_nothing_of_qt() -> None:
    """Two threads that make Qt's classes at once have crashed the program."""
    before, _ = _after("import salesdesk.app.run")
    after, _ = _after("from salesdesk.app import run", "run._import_what_reads()")
    assert "sqlalchemy" in after - before
    assert {name for name in after - before if _is_of(name, ("PySide6", "salesdesk.ui"))} == set()
