"""What the tests of the running program share: the watch over what a window leaves behind."""

import shutil
import subprocess
import sys
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import TypeVar

import pytest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot
from sqlalchemy.engine import make_url

from salesdesk.app.local.paths import Paths
from salesdesk.app.sample import workspace, writing
from salesdesk.app.sample.team import demo_person
from salesdesk.app.startup.first_window import FirstWindow
from salesdesk.services.admin import sign_in
from salesdesk.services.session import Session
from salesdesk.ui.kit.tasks import Tasks
from tests.support.database import Database, open_database
from tests.ui.conftest import nothing_left_behind as nothing_left_behind
from tests.ui.conftest import pytest_configure as pytest_configure
from tests.ui.conftest import settled_heap as settled_heap
from tests.ui.conftest import themed as themed

#: Windows has pipes in place of sockets that are files.
collect_ignore = ["test_left_sockets.py"] if sys.platform == "win32" else []

W = TypeVar("W", bound=QWidget)


@pytest.fixture
def tasks(themed: QApplication) -> Iterator[Tasks]:
    """Lanes, closed at the end."""
    made = Tasks()
    yield made
    assert made.shutdown()
    made.deleteLater()


@pytest.fixture
def paths(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Paths:
    """A user's folders, empty."""
    for name in ("SALESDESK_DATABASE_URL", "SALESDESK_PASSWORD"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("SALESDESK_HOME", str(tmp_path / "home"))
    return Paths.of_user()


@pytest.fixture(scope="session")
def _made_up(_sqlite_template: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A small made-up office as a file, to be copied."""
    path = tmp_path_factory.mktemp("office") / "office.sqlite"
    shutil.copy(_sqlite_template, path)
    database = open_database(make_url(f"sqlite:///{path}"))
    base = datetime.now(UTC) - timedelta(hours=1)
    writing.write_generated(database.store, 60, workspace.DEMO_SEED, base)
    database.close()
    return path


@pytest.fixture
def office(sqlite: Database, _made_up: Path) -> Iterator[Session]:
    """Rina Wulandari's desk on a small made-up office, some customers overdue."""
    shutil.copy(_made_up, str(sqlite.url.database))
    rina = demo_person(workspace.DEMO_SEED).uid
    store = sqlite.store
    yield sign_in.signed_in(store, "test", rina)
    store.close()


def shown(kind: type[W]) -> list[W]:
    """The windows of a kind that are on the screen."""
    app = QApplication.instance()
    assert isinstance(app, QApplication)
    return [
        found for found in app.topLevelWidgets() if isinstance(found, kind) and found.isVisible()
    ]


@pytest.fixture
def first(qtbot: QtBot) -> Iterator[FirstWindow]:
    """A program that may listen."""
    made = FirstWindow()
    yield made
    made.close()


def is_answered(address: str, qtbot: QtBot) -> bool:
    """Whether another program that rings is answered."""
    ring = "from salesdesk.app.startup.first_window import ring"
    code = f"import sys; {ring}; sys.exit(ring(sys.argv[1]))"
    other = subprocess.Popen([sys.executable, "-c", code, address])
    qtbot.waitUntil(lambda: other.poll() is not None, timeout=30_000)
    return other.returncode == 1
