"""What the status bar says: the server, the person, the last release run, the outbox."""

from __future__ import annotations

import datetime as dt

from PySide6.QtCore import QObject

from salesdesk.services.release.report import RunOutcome
from salesdesk.ui.i18n import fill, plural
from salesdesk.ui.kit.widgets import StatusBar
from salesdesk.ui.refusals import worded
from salesdesk.ui.release.monitor import ReleaseNews
from salesdesk.ui.session.context import Context


class StatusLine(QObject):
    """Fills the status bar and keeps it true."""

    def __init__(
        self, context: Context, bar: StatusBar, news: ReleaseNews, parent: QObject
    ) -> None:
        super().__init__(parent)
        self._context = context
        self._bar = bar
        self._news = news
        self._away_since: dt.datetime | None = None
        context.connection.measured.connect(self._show_server)
        context.connection.lost.connect(self._on_lost)
        context.connection.regained.connect(self._show_server)
        context.outbox.changed.connect(self._show_outbox)
        context.office.changed.connect(self._show_all)
        news.last_changed.connect(self._show_run)
        self._show_all()

    def _show_all(self) -> None:
        self._show_server()
        self._show_person()
        self._show_run()
        self._show_outbox()

    def _show_person(self) -> None:
        actor = self._context.session.actor
        role = actor.role or self.tr("no role yet")
        self._bar.person.show_text(f"{actor.name}, {role}")

    def _on_lost(self) -> None:
        pulse = self._context.connection.pulse
        self._away_since = pulse.now if pulse else None
        self._show_server()

    def _show_server(self) -> None:
        connection, server = self._context.connection, self._context.server
        if connection.away is not None:
            said = fill(self.tr("{server} away"), server=server)
            if self._away_since is not None:
                since = self._context.office.formats.time(self._away_since)
                said = fill(self.tr("{server} away since {since}"), server=server, since=since)
            self._bar.server.show_text(
                said, icon="cloud-off", icon_ink="urgent", ink="urgent", strong=True,
                tip=worded(connection.away),
            )  # fmt: skip
            self._show_outbox()
            return
        if connection.pulse is None:
            self._bar.server.show_text(server, icon="server")
        else:
            number = self._context.office.formats.number(connection.pulse.milliseconds)
            text = fill(self.tr("{server} · {number} ms"), server=server, number=number)
            self._bar.server.show_text(text, icon="server", icon_ink="won")
        self._show_outbox()

    def _show_run(self) -> None:
        last, formats, held = self._news.last, self._context.office.formats, self._news.held
        if held is not None:
            said = self.tr("Release held back: {number} customers wait for a lead")
            self._bar.run.show_text(fill(said, number=formats.number(len(held.candidates))))
            return
        if last is None:
            self._bar.run.show_text(self.tr("No release run yet"))
            return
        pulse = self._context.connection.pulse
        now = pulse.now if pulse else last.at
        when = formats.time(last.at)
        if formats.date(last.at, now) != formats.date(now, now):
            when = formats.date(last.at, now)
        said = self.tr("Release run {when} · freed {number}")
        if last.outcome == RunOutcome.HELD:
            said = self.tr("Release run {when} · held back")
        elif last.outcome == RunOutcome.STOPPED:
            said = self.tr("Release run {when} · stopped")
        said = fill(said, when=when, number=formats.number(last.released))
        tip = fill(self.tr("{when}, on {host}"), when=formats.exact(last.at, now), host=last.host)
        self._bar.run.show_text(said, tip=tip)

    def _show_outbox(self) -> None:
        waiting, refused = self._context.outbox.waiting, self._context.outbox.refused
        number = self._context.office.formats.number
        if not waiting and not refused:
            self._bar.outbox.show_text(self.tr("Outbox empty"))
            return
        said = plural(
            "outbox",
            "Outbox: 1 contact waits",
            "Outbox: {number} contacts wait",
            waiting,
            number=number(waiting),
        )
        if refused:
            said = fill(self.tr("Outbox: {number} refused"), number=number(refused))
        self._bar.outbox.show_text(said, icon_ink="text", ink="text", strong=True)
