"""`salesdesk --selftest`: does this program work on this computer, frozen or not?"""

from __future__ import annotations

import os
import platform
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QEventLoop, QObject, QTimer, qVersion

from salesdesk import __version__
from salesdesk.app.commands.answers import Answer, Code, counted
from salesdesk.app.commands.words import said, worded
from salesdesk.app.local import secrets
from salesdesk.app.local.paths import Paths
from salesdesk.app.run import PLATFORM, application
from salesdesk.app.sample import workspace
from salesdesk.app.session import AppSession, OpenDatabase
from salesdesk.app.startup.flow import sample_profile
from salesdesk.app.startup.open_database import reach
from salesdesk.domain.exporting import CustomerField, CustomersTable, FileKind, Outlet
from salesdesk.domain.queries import CustomerQuery
from salesdesk.services.release.report import RunReport
from salesdesk.storage.setup import new_database
from salesdesk.ui.kit import resources, theme
from salesdesk.ui.kit.tasks import Tasks
from salesdesk.ui.kit.theme import Scheme

_PATIENCE_MS = 60_000


@dataclass(frozen=True, slots=True)
class _Found:
    """What one check found."""

    name: str
    text: str
    ok: bool = True


def run() -> Answer:
    """Try everything out, one line for each check."""
    os.environ[PLATFORM] = "offscreen"
    found: list[_Found] = []
    for name, check in _checks():
        try:
            found.append(_Found(name, check()))
        except Exception as fault:
            # Whatever breaks is what this is for: it is told, and the other checks go on.
            found.append(_Found(name, f"{type(fault).__name__}: {fault}", ok=False))
    data = {"checks": [{"name": one.name, "ok": one.ok, "text": one.text} for one in found]}
    marks = {True: said("ok"), False: said("FAULT")}
    wide = max(map(len, marks.values()))
    lines = [f"{marks[one.ok]:{wide}}  {one.name}: {one.text}" for one in found]
    faults = sum(not one.ok for one in found)
    lines.append(f"{counted(faults, 'fault')}." if faults else said("Everything works."))
    return Answer(data, "\n".join(lines), Code.REFUSED if faults else Code.DONE)


def _checks() -> Iterator[tuple[str, Callable[[], str]]]:
    yield said("program"), _program
    yield said("files"), _files
    yield said("numbers and zones"), _numbers
    yield said("MySQL driver"), _driver
    yield said("keyring"), _keyring
    yield said("window"), _window
    yield said("chart"), _chart


def _program() -> str:
    how = "bundle" if getattr(sys, "frozen", False) else "source"
    return (
        f"SalesDesk {__version__} ({how}), Python {platform.python_version()}, Qt {qVersion()}, "
        f"{platform.platform()}"
    )


def _files() -> str:
    tables = sum(1 for _ in new_database.statements(new_database.existing_schema()))
    icons = len(list(resources.path("icons").glob("*.svg")))
    if tables != 19 or not icons:
        raise FileNotFoundError(f"{tables} tables in the schema, {icons} icons")
    return said("{tables}, {icons}", tables=counted(tables, "table"), icons=counted(icons, "icon"))


def _numbers() -> str:
    from zoneinfo import ZoneInfo

    from salesdesk.services import phones

    number = phones.e164("0812-9034-7718", "ID")
    if number != "+6281290347718":
        raise ValueError(f"0812-9034-7718 became {number}")
    return f"{number}; {ZoneInfo('Asia/Jakarta').key}"


def _driver() -> str:
    import pymysql

    from salesdesk.storage.db.engine import Tls, tls_context

    context = tls_context(Tls.VERIFIED, None)
    known = len(context.get_ca_certs()) if context is not None else 0
    return said(
        "PyMySQL {version}, {certificates} of this system trusted",
        version=pymysql.VERSION_STRING,
        certificates=counted(known, "certificate"),
    )


def _keyring() -> str:
    name, none = secrets.SystemSecrets().name, said("memory, for this run only")
    return none if name == secrets.MemorySecrets().name else name


def _window() -> str:
    with tempfile.TemporaryDirectory(prefix="salesdesk-", ignore_cleanup_errors=True) as folder:
        return _WindowCheck(Paths.within(Path(folder))).told()


class _WindowCheck(QObject):
    """Opens the window on a sample workspace and lets it do the startup's work."""

    def __init__(self, paths: Paths) -> None:
        super().__init__()
        self._paths = paths
        application()
        self._loop = QEventLoop()
        self._export_loop = QEventLoop()
        self._report: RunReport | None = None
        self._exported: object = None
        self._took = 0.0
        self._fault: Exception | None = None

    def told(self) -> str:
        """What came of it."""
        app = application()
        theme.apply(app, Scheme.LIGHT)
        prepared = workspace.prepare(self._paths.sample_workspace)
        reached = reach(sample_profile(prepared), secrets.MemorySecrets())
        if reached.session is None:
            raise RuntimeError(" ".join(map(worded, reached.needs)) or said("nobody to work as"))
        tasks = Tasks()
        place = OpenDatabase(reached.profile, reached.store, reached.session, reached.database_id)
        session = AppSession(place, tasks, self._paths, self._on_bug)
        session.releases.finished.connect(self._on_report)
        session.releases.failed.connect(self._on_bug)
        tasks.settled.connect(self._on_settled)
        QTimer.singleShot(_PATIENCE_MS, self._loop.quit)
        began = time.monotonic()
        try:
            session.show()
            self._loop.exec()
            self._took = time.monotonic() - began
            self._export(session)
            size = session.window.grab().size()
        finally:
            session.close()
            tasks.shutdown()
            reached.store.close()
        if self._fault is not None:
            raise self._fault
        if self._report is None:
            raise TimeoutError(said("The startup's work did not end within a minute."))
        if not isinstance(self._exported, int):
            raise RuntimeError(said("the export ended with {fault}", fault=repr(self._exported)))
        return said(
            "drawn at {size}, everything read after {seconds} s; release run: {customers} "
            "released; a process of its own wrote {lines} into a workbook",
            size=f"{size.width()} × {size.height()}",
            seconds=f"{self._took:.1f}",
            customers=counted(self._report.released, "customer"),
            lines=counted(self._exported, "line"),
        )

    def _export(self, session: AppSession) -> None:
        """Let the program start itself once more, as an export does."""
        outlet = Outlet(FileKind.XLSX, ("Name", "Phone"))
        columns = (CustomerField.NAME, CustomerField.PHONE)
        table = CustomersTable(CustomerQuery(), columns)
        run = session.exports.start(table, outlet, self._paths.data / "selftest.xlsx")
        run.ended.connect(self._on_exported)
        QTimer.singleShot(_PATIENCE_MS, self._export_loop.quit)
        self._export_loop.exec()

    def _on_exported(self, outcome: object) -> None:
        self._exported = outcome
        self._export_loop.quit()

    def _on_report(self, report: RunReport) -> None:
        self._report = report

    def _on_bug(self, fault: BaseException) -> None:
        self._fault = fault if isinstance(fault, Exception) else RuntimeError(repr(fault))
        self._loop.quit()

    def _on_settled(self) -> None:
        if self._report is not None:
            self._loop.quit()


def _chart() -> str:
    import pyqtgraph

    application()
    plot = pyqtgraph.PlotWidget()
    try:
        plot.addItem(pyqtgraph.BarGraphItem(x=[0, 1, 2], height=[64, 58, 9], width=0.6))
        plot.resize(320, 200)
        picture = plot.grab().toImage()
        colours = {picture.pixel(x, y) for x in range(0, 320, 8) for y in range(0, 200, 8)}
        if len(colours) < 2:
            raise RuntimeError(said("the chart came out empty"))
    finally:
        plot.close()
        plot.deleteLater()
    return said("pyqtgraph {version} draws", version=pyqtgraph.__version__)
