"""Where each fault is told: a refusal in a toast, an outage in the banner, a bug in its dialog.

The banner shows one notice at a time, the most pressing first; the others wait behind it.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import IntEnum

from PySide6.QtCore import QObject

from salesdesk.domain.errors import Refusal, Unavailable
from salesdesk.ui.i18n import fill, plural
from salesdesk.ui.kit.widgets import Action, Banner, Toast
from salesdesk.ui.refusals import worded
from salesdesk.ui.session.context import Context
from salesdesk.ui.session.faults import route

#: A refusal has to be read, not only noticed.
REFUSAL_SECONDS = 12


class Standing(IntEnum):
    """The notices that stand until their ground is gone; the lowest is shown."""

    AWAY = 0
    PEOPLE_RECOVERED = 1
    RELEASES_STOPPED = 2
    RELEASE_HELD = 3
    OUTBOX_REFUSED = 4
    SETTINGS_UNREADABLE = 5


@dataclass(frozen=True, slots=True)
class Notice:
    """What the banner says."""

    icon: str
    title: str
    text: str
    actions: tuple[Action, ...] = ()


class Notices(QObject):
    """Tells people what happened, at the place for its kind."""

    def __init__(self, context: Context, banner: Banner, toast: Toast, parent: QObject) -> None:
        super().__init__(parent)
        self._context = context
        self._banner = banner
        self._toast = toast
        self._standing: dict[Standing, Notice] = {}
        self._outbox_action: Action | None = None
        connection = context.connection
        connection.lost.connect(self._show_away)
        connection.ticked.connect(self._show_away)
        connection.regained.connect(self._on_regained)
        connection.failed.connect(self.tell)
        context.outbox.changed.connect(self._on_outbox)
        context.office.failed.connect(self.tell)

    def offer_outbox(self, action: Action) -> None:
        """Offer the outbox wherever a notice tells of what waits in it."""
        self._outbox_action = action

    def _outbox_acts(self) -> tuple[Action, ...]:
        return (self._outbox_action,) if self._outbox_action is not None else ()

    # --- faults -----------------------------------------------------------------------------------

    def tell(self, fault: Exception) -> None:
        """Tell a fault at the place for its kind."""
        route(self._context, fault, refused=self._say_refused)

    def not_done(self, fault: Exception) -> None:
        """Tell whoever just did something why it was not done; the banner may stand long since."""
        route(self._context, fault, refused=self._say_refused, away=self._say_not_done)

    def _say_refused(self, refusal: Refusal) -> None:
        self.refuse(worded(refusal))

    def _say_not_done(self, _fault: Unavailable) -> None:
        # The server may have done it and lost its answer, which only a look can tell.
        self.refuse(
            self.tr("Not done: the server is away. Look, and do it again, once it is back.")
        )

    def toast(self, text: str, action: Action | None = None) -> None:
        """Say quietly what was done."""
        self._toast.show_text(text, action=action)

    def refuse(self, text: str, action: Action | None = None) -> None:
        """Say why something was not done, and offer what helps."""
        seconds = REFUSAL_SECONDS
        self._toast.show_text(text, icon="circle-alert", action=action, seconds=seconds)

    def news(self, text: str, action: Action | None = None) -> None:
        """Say something that nobody waits for; an offer to undo stays before it."""
        self._toast.show_news(text, action=action)

    def withdraw(self, text: str) -> None:
        """Take news away that is no longer true."""
        self._toast.withdraw(text)

    # --- standing notices -------------------------------------------------------------------------

    def stand(self, kind: Standing, notice: Notice) -> None:
        """Let a notice stand until it is dropped."""
        self._standing[kind] = notice
        self._show()

    def drop(self, kind: Standing) -> None:
        """Its ground is gone."""
        if self._standing.pop(kind, None) is not None:
            self._show()

    def _show(self) -> None:
        if not self._standing:
            self._banner.dismiss()
            return
        notice = self._standing[min(self._standing)]
        self._banner.show_notice(notice.icon, notice.title, notice.text, notice.actions)

    # --- the server -------------------------------------------------------------------------------

    def _show_away(self) -> None:
        connection = self._context.connection
        if connection.away is None:
            return
        title, text = self._away_words()
        now = Action(self.tr("Try now"), connection.try_now, "try_now", icon="refresh-cw")
        shown = self._outbox_acts() if self._context.outbox.waiting else ()
        notice = Notice("cloud-off", title, text, (*shown, now))
        told = self._standing.get(Standing.AWAY)
        self._standing[Standing.AWAY] = notice
        if told is not None and told.title == title:
            # A countdown is not announced every second, nor are its buttons made again.
            self._banner.set_text(text)
        else:
            self._show()

    def _away_words(self) -> tuple[str, str]:
        connection, waiting = self._context.connection, self._context.outbox.waiting
        seconds = self._context.office.formats.number(connection.seconds)
        again = fill(self.tr("Next try in {seconds} s."), seconds=seconds)
        if not connection.seconds:
            again = self.tr("Trying…")
        if not waiting:
            kept = self.tr("What you see is as last read; contacts you log are kept.")
            return self.tr("Server away"), f"{kept} {again}"
        title = plural(
            "notices",
            "Server away: 1 contact waits",
            "Server away: {number} contacts wait",
            waiting,
            number=self._context.office.formats.number(waiting),
        )
        kept = plural(
            "notices",
            "It is kept on this computer and will be sent once.",
            "They are kept on this computer and will be sent once.",
            waiting,
        )
        return title, f"{kept} {again}"

    def _on_regained(self) -> None:
        self.drop(Standing.AWAY)
        self._toast.show_news(self.tr("The server is back."), icon="server")

    # --- the outbox -------------------------------------------------------------------------------

    def _on_outbox(self) -> None:
        self._show_away()
        refused = self._context.outbox.refused
        if not refused:
            self.drop(Standing.OUTBOX_REFUSED)
            return
        title = plural(
            "notices",
            "1 contact could not be sent",
            "{number} contacts could not be sent",
            refused,
            number=self._context.office.formats.number(refused),
        )
        text = self.tr("The database refused it; it is kept on this computer.")
        notice = Notice("send", title, text, self._outbox_acts())
        self.stand(Standing.OUTBOX_REFUSED, notice)
