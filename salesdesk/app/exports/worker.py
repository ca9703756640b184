"""Carries out one export in this process; tells how far it is, and can be stopped."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from importlib import import_module
from pathlib import Path
from zoneinfo import ZoneInfo

from salesdesk.app.exports.calendar_file import CalendarWriter
from salesdesk.app.exports.card_file import CARD_COLUMNS, CardWriter
from salesdesk.app.exports.job import Job
from salesdesk.app.exports.target import whole
from salesdesk.app.exports.writers import CsvWriter, Writer
from salesdesk.app.exports.xlsx_file import XlsxWriter
from salesdesk.domain.exporting import Figures, FileKind, FollowUps, Outlet, Stopped
from salesdesk.services import exporting
from salesdesk.services.admin import settings as settings_service
from salesdesk.services.exporting import Batch
from salesdesk.services.session import Session

#: How many lines are written, and how many there will be.
Told = Callable[[int, int], None]


def carry_out(session: Session, job: Job, told: Told, stopped: Callable[[], bool]) -> int:
    """Write the file; how many lines it has, headers aside.

    Args:
        stopped: asked between pages.

    Raises:
        Stopped: it was stopped; no file was written.
        Refusal: the actor may not export, or the file cannot be written.
        Unavailable: the database is out of reach, or went away meanwhile.
    """
    zone = settings_service.read(session).office_zone
    with whole(job.path) as part:
        if isinstance(job.table, FollowUps):
            return _calendar(session, job, part, zone, told, stopped)
        return _lines(session, job, part, zone, told, stopped)


def _lines(
    session: Session, job: Job, part: Path, zone: ZoneInfo, told: Told, stopped: Callable[[], bool]
) -> int:
    writer = _writer(part, job.outlet, zone)
    written = 0

    def take(batch: Batch) -> None:
        nonlocal written
        if stopped():
            raise Stopped
        writer.write(job.outlet.worded(batch.lines))
        written += len(batch.lines)
        told(written, max(batch.total, written))

    try:
        if isinstance(job.table, Figures):
            take(Batch(len(job.table.rows), job.table.rows))
        elif not isinstance(job.table, FollowUps):
            details = {"kind": job.outlet.kind.value}
            cards = job.outlet.kind is FileKind.VCF
            table = replace(job.table, columns=CARD_COLUMNS) if cards else job.table
            exporting.run(session, job.event_id, table, take, details)
        if stopped():
            raise Stopped
        writer.finish()
    except BaseException:
        writer.abandon()
        raise
    return written


def _calendar(
    session: Session, job: Job, part: Path, zone: ZoneInfo, told: Told, stopped: Callable[[], bool]
) -> int:
    named = session.store.read(lambda reading: reading.state.get("database_id")) or "database"
    writer = CalendarWriter(part, job.outlet.title, zone, named)
    assert isinstance(job.table, FollowUps)  # noqa: S101 - asked by the caller
    written = 0

    def take(batch: Batch) -> None:
        nonlocal written
        if stopped():
            raise Stopped
        writer.write(batch.follow_ups)
        written += len(batch.follow_ups)
        told(written, max(batch.total, written))

    exporting.run(session, job.event_id, job.table, take, {"kind": FileKind.ICS.value})
    writer.finish()
    return written


def _writer(part: Path, outlet: Outlet, zone: ZoneInfo) -> Writer:
    if outlet.kind is FileKind.CSV:
        return CsvWriter(part, outlet, zone)
    if outlet.kind is FileKind.XLSX:
        return XlsxWriter(part, outlet, zone)
    if outlet.kind is FileKind.VCF:
        return CardWriter(part)
    if outlet.kind is FileKind.PDF:
        # Qt is needed for this format alone, and a server may lack it.
        made: Writer = import_module("salesdesk.ui.exporting.pdf_table").pdf(part, outlet, zone)
        return made
    raise ValueError(f"a table cannot be written as {outlet.kind}")
