"""Whether the window still shows and offers what its person may (docs/rules.md, "People")."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QObject, QSettings, QTimer, Signal
from PySide6.QtWidgets import QApplication, QDialog

from salesdesk.services.admin import authority
from salesdesk.services.admin.authority import Authority, Recovery
from salesdesk.ui.i18n import fill, plural
from salesdesk.ui.kit.widgets import Action
from salesdesk.ui.session.context import Context
from salesdesk.ui.session.faults import route
from salesdesk.ui.session.notices import Notice, Notices, Standing

#: A role that was taken away is noticed within a minute, also when one answer fails to come.
ASK_SECONDS = 15

_SEEN = "people/recoveries_seen"


class RightsWatch(QObject):
    """Asks from time to time what the person may now, also while nobody looks at the window.

    A window is made for what its person may, so a changed role wants another window: at once
    where this one shows too much or may not write any more, else as soon as no form is open.

    Signals:
        outdated(): the window is no longer right; told once.
    """

    outdated = Signal()

    def __init__(
        self, context: Context, notices: Notices, settings: QSettings, parent: QObject
    ) -> None:
        super().__init__(parent)
        self._context = context
        self._notices = notices
        self._settings = settings
        self._told: tuple[Recovery, ...] = ()
        self._timer = QTimer(self)
        self._timer.setObjectName("rights_timer")
        self._timer.setInterval(round(ASK_SECONDS * 1000))
        self._timer.timeout.connect(self.ask)
        context.connection.regained.connect(self.ask)

    def start(self) -> None:
        """Ask now and from time to time."""
        self._timer.start()
        self.ask()

    def stop(self) -> None:
        """Ask no more."""
        self._timer.stop()
        self._context.tasks.void(self._key())

    def ask(self) -> None:
        """Ask now, unless the server is away or the answer would be of no use any more."""
        if self._timer.isActive() and self._context.connection.away is None:
            work = partial(authority.now, self._context.session)
            self._context.tasks.query(self._key(), work, self._on_answer, self._on_error)

    def _key(self) -> tuple[object, ...]:
        return ("rights", id(self))

    def _on_answer(self, found: Authority) -> None:
        seen = self._context.session.actor
        if found.hides_from(seen) or (found.differs_from(seen) and not _is_busy()):
            self.stop()
            self.outdated.emit()
        else:
            self._show_recoveries(found.recoveries)

    def _on_error(self, fault: Exception) -> None:
        route(self._context, fault, bug=self._on_bug)

    def _on_bug(self, _fault: BaseException) -> None:
        self._timer.stop()

    # --- administrators made from outside ---------------------------------------------------------

    def _show_recoveries(self, recoveries: tuple[Recovery, ...]) -> None:
        unseen = tuple(one for one in recoveries if one.event_id not in self._seen())
        if unseen == self._told:
            return
        self._told = unseen
        if not unseen:
            self._notices.drop(Standing.PEOPLE_RECOVERED)
            return
        newest = unseen[-1]
        names = tuple(dict.fromkeys(one.name for one in unseen))
        title = plural(
            "people",
            "{names} was made an administrator with “people recover”",
            "{names} were made administrators with “people recover”",
            len(names),
            names=", ".join(names),
        )
        text = self.tr("On {when}, on the command line, by no administrator.")
        if newest.by_account is not None:
            text = self.tr("On {when}, on the command line, by the database account {account}.")
        when = self._context.office.formats.full_date(newest.at)
        done = Action(self.tr("I have seen it"), self._on_seen, "seen_recovery")
        self._notices.stand(
            Standing.PEOPLE_RECOVERED,
            Notice(
                "triangle-alert",
                title,
                fill(text, when=when, account=newest.by_account or ""),
                (done,),
            ),
        )

    def _seen(self) -> set[str]:
        return set(str(self._settings.value(_SEEN, "")).split())

    def _on_seen(self) -> None:
        seen = sorted(self._seen() | {one.event_id for one in self._told})
        self._settings.setValue(_SEEN, " ".join(seen))
        self._show_recoveries(())


def _is_busy() -> bool:
    """Whether a form or a menu is open, in which somebody may be typing or choosing."""
    return QApplication.activePopupWidget() is not None or any(
        isinstance(one, QDialog) and one.isVisible() for one in QApplication.topLevelWidgets()
    )
