"""The main window: menus, navigation, the screens, the customer panel, banner and status bar."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING, cast

from PySide6.QtCore import QEvent, QSettings, Qt, Signal
from PySide6.QtGui import QCloseEvent, QResizeEvent
from PySide6.QtWidgets import (
    QApplication,
    QMainWindow,
    QSplitter,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from salesdesk.domain.permissions import Permission
from salesdesk.domain.queries import CustomerRow
from salesdesk.domain.sign_in import SignInWay
from salesdesk.ui.commands import Cmd, CommandBar, hint
from salesdesk.ui.customer.panel import CustomerPanel
from salesdesk.ui.customers.screen import CustomersScreen
from salesdesk.ui.help.pages import help_page
from salesdesk.ui.kit import first_day, kept_window, motion, theme
from salesdesk.ui.kit.theme import SCALES, Scheme
from salesdesk.ui.kit.widgets import (
    Banner,
    EmptyState,
    NavEntry,
    NavigationPane,
    StatusBar,
    Toast,
    named,
)
from salesdesk.ui.lists.screen import Screen
from salesdesk.ui.pipeline.screen import PipelineScreen
from salesdesk.ui.pool.screen import PoolScreen
from salesdesk.ui.reminders.controller import ReminderController
from salesdesk.ui.session.context import Context
from salesdesk.ui.session.notices import Notices
from salesdesk.ui.shell import on_demand
from salesdesk.ui.shell.change_poller import ChangePoller
from salesdesk.ui.shell.controller import WindowController
from salesdesk.ui.shell.navigation import DESTINATIONS, Destination, destination_word
from salesdesk.ui.shell.people_count import PeopleCount
from salesdesk.ui.shell.profile_forms import ProfileForms
from salesdesk.ui.shell.rights_watch import RightsWatch
from salesdesk.ui.shell.standing import AT_FIRST, Standing
from salesdesk.ui.shell.status import StatusLine
from salesdesk.ui.shell.today_links import TodayLinks
from salesdesk.ui.shell.window_frame import lay_out
from salesdesk.ui.today.screen import TodayScreen

if TYPE_CHECKING:
    from salesdesk.ui.activity.screen import ActivityScreen
    from salesdesk.ui.audit.screen import AuditScreen
    from salesdesk.ui.settings.screen import SettingsScreen
    from salesdesk.ui.team.screen import TeamScreen

_SCHEMES = {Cmd.LIGHT: Scheme.LIGHT, Cmd.DARK: Scheme.DARK, Cmd.SYSTEM: Scheme.SYSTEM}


class MainWindow(QMainWindow):
    """The window of one session.

    Signals:
        closing(): the window is about to close; what is kept has been written.
        left_by(Cmd): the person locks the window, or makes room for another one.
        database_wanted(str): the saved connection of this id shall be opened in its place.
        outdated(): what the person may has changed, so that another window is needed.
        language_wanted(str): a window in this language is needed; '': in the system's.
    """

    closing = Signal()
    outdated = Signal()
    left_by = Signal(object)
    database_wanted = Signal(str)
    language_wanted = Signal(str)

    def __init__(self, context: Context, settings: QSettings) -> None:
        super().__init__()
        named(self, "main_window", "SalesDesk")
        self.setWindowTitle(context.server)  # Qt appends the program's name by itself.
        self._context = context
        self._settings = settings
        self._started = False
        self._over = False
        self._went_to = ""  # before the window had begun; '' nowhere
        actor = context.session.actor
        self._offered = tuple(each for each in DESTINATIONS if each.offered_to(actor))
        self.bar = CommandBar(self)
        self.navigation = self._make_navigation()
        self.screens = QStackedWidget()
        self.splitter = QSplitter(Qt.Orientation.Horizontal)
        self.banner = Banner(name="banner")
        column = self._lay_out()
        self.today = TodayScreen(context, self.screens)
        self.customers = CustomersScreen(context, self.screens)
        self.pipeline = PipelineScreen(context, self.screens)
        self.pool = PoolScreen(context, self.screens)
        self._places: dict[str, Screen] = {
            "today": self.today,
            "customers": self.customers,
            "pipeline": self.pipeline,
            "pool": self.pool,
        }
        self._no_role = self._no_role_page()
        self.panel = CustomerPanel(context, self.splitter)
        self.status = StatusBar(name="status")
        self._fill(column)
        self._makers = self._late_screens()
        self.toast = Toast(self.screens)
        self.notices = Notices(context, self.banner, self.toast, self)
        self.controller = WindowController(
            context, self, self.bar, self.customers, self.panel, self.notices
        )
        self._status_line = StatusLine(context, self.status, self.controller.news, self)
        self.live = ChangePoller(context, self, self._in_sight)
        self.rights = self._make_rights()
        self.bar.chosen.connect(self._on_command)
        self.navigation.chosen.connect(self.go_to)
        self.navigation.find_requested.connect(self._find)
        self._adopt_places()
        self._join_screens()
        self.reminding = self._make_reminding()
        self._links = TodayLinks(self.today, self.customers, self.controller, self.go_to, self)
        self._restore()

    # --- building ---------------------------------------------------------------------------------

    def _late_screens(self) -> dict[str, Callable[[], Screen]]:
        """What makes the screens that are made when they are first wanted."""
        return {
            "activity": self._make_activity,
            "team": self._make_team,
            "people": self._make_people,
            "audit": self._make_audit,
            "doctor": self._make_doctor,
            "settings": self._make_settings,
        }

    def _join_screens(self) -> None:
        """Let the controller do what a screen asks for, and tell the screen what came of it."""
        self.customers.views.dialog_wanted.connect(self.controller.open_dialog)
        self.controller.customers_wanted.connect(self._go_to_customers)
        self.pipeline.moved.connect(self.controller.moves.move)
        self.controller.moves.began.connect(self.pipeline.show_going)
        self.controller.moves.ended.connect(self.pipeline.on_moved)
        self.controller.acts.claim_lost.connect(self.pool.show_lost)

    def _make_rights(self) -> RightsWatch:
        made = RightsWatch(self._context, self.notices, self._settings, self)
        made.outdated.connect(self.outdated)
        return made

    def _make_activity(self) -> Screen:
        made = on_demand.activity_screen()(self._context)
        made.customer_wanted.connect(self.controller.open_customer)
        made.dialog_wanted.connect(self.controller.open_dialog)
        made.export_wanted.connect(self.controller.export)
        return made

    def _make_team(self) -> Screen:
        made = on_demand.team_screen()(self._context)
        made.customer_wanted.connect(self.controller.open_customer)
        made.dialog_wanted.connect(self.controller.open_dialog)
        made.list_wanted.connect(self.controller.show_customers)
        made.did.connect(self.controller.history.did)
        made.refused.connect(self.controller.not_done)
        return made

    def _make_people(self) -> Screen:
        made = on_demand.people_screen()(self._context)
        made.dialog_wanted.connect(self.controller.open_dialog)
        made.list_wanted.connect(self.controller.show_customers)
        made.did.connect(self.controller.history.did)
        made.acts_wanted.connect(self._show_acts_of)
        made.export_wanted.connect(self.controller.export)
        return made

    def _show_acts_of(self, uid: str, name: str) -> None:
        """Show in the audit what a person did."""
        self.go_to("audit")
        if self.shown == "audit":
            cast("AuditScreen", self.place("audit")).show_person(uid, name)

    def _show_subject(self, subject: str) -> None:
        """Show in the audit every event about one thing."""
        self.go_to("audit")
        if self.shown == "audit":
            cast("AuditScreen", self.place("audit")).show_subject(subject)

    def _make_audit(self) -> Screen:
        made = on_demand.audit_screen()(self._context)
        made.customer_wanted.connect(self.controller.open_customer)
        made.export_wanted.connect(self.controller.export)
        return made

    def _make_doctor(self) -> Screen:
        made = on_demand.doctor_screen()(self._context)
        made.list_wanted.connect(self.controller.show_customers)
        return made

    def _make_settings(self) -> Screen:
        made = on_demand.settings_screen()(self._context)
        made.dialog_wanted.connect(self.controller.open_dialog)
        made.list_wanted.connect(self.controller.show_customers)
        made.events_wanted.connect(self._show_subject)
        looks = made.appearance
        looks.scheme_wanted.connect(self._on_scheme)
        looks.scale_wanted.connect(self._on_scale)
        looks.first_day_wanted.connect(self._on_first_day)
        looks.reduced_motion_wanted.connect(self._on_reduced_motion)
        made.language_wanted.connect(self._on_language)
        made.notifications.wanted.connect(self._show_notifications)
        if self._context.profiles is not None:
            forms = ProfileForms(self._context, self._context.profiles, self.controller, self)
            made.connections.form_wanted.connect(forms.open)
            made.connections.opened.connect(self.database_wanted)
            forms.changed.connect(made.connections.refresh)
        return made

    def _make_navigation(self) -> NavigationPane:
        entries = [
            NavEntry(each.key, destination_word(each.key), each.icon, at_bottom=each.at_bottom)
            for each in self._offered
        ]
        return NavigationPane(entries, name="navigation", find_hint=hint(Cmd.FIND))

    def _lay_out(self) -> QVBoxLayout:
        """Put the frame into the window, before its parts are put into the frame.

        Whatever Qt puts somewhere it styles anew, with all that is inside: filled first, the
        frame would style every screen once more at each of its steps.
        """
        right = QVBoxLayout()
        right.setSpacing(0)
        column = lay_out(self, self.navigation, right)
        right.addWidget(self.banner)
        self.splitter.setObjectName("splitter")
        self.splitter.setHandleWidth(1)
        self.splitter.setChildrenCollapsible(False)
        right.addWidget(self.splitter, 1)
        self.screens.setObjectName("screens")
        self.splitter.addWidget(self.screens)
        return column

    def _fill(self, column: QVBoxLayout) -> None:
        for each in (*self._places.values(), self._no_role):
            self.screens.addWidget(each)
        self.panel.hide()
        self.splitter.addWidget(self.panel)
        self.splitter.setStretchFactor(0, 1)
        self.splitter.setStretchFactor(1, 0)
        column.addWidget(self.status)

    def _make_reminding(self) -> ReminderController | None:
        lent = self._context.reminding
        if lent is None:
            return None
        return ReminderController(
            self._context, lent, self.controller, self.status, self.controller.open_dialog, self
        )

    def _no_role_page(self) -> EmptyState:
        return EmptyState(
            "lock",
            self.tr("You have no role yet"),
            self.tr(
                "An administrator must give you one that may see customers. Until then "
                "SalesDesk has nothing to show you."
            ),
            name="no_role",
        )

    def _adopt_places(self) -> None:
        for each in self._offered:
            if each.key in self._places:
                self._adopt(each)
        for each in DESTINATIONS:
            self.bar.enable(each.command, each in self._offered)
        self.bar.enable(Cmd.LOCK, self._context.session.way is not SignInWay.ACCOUNT)
        for command in (Cmd.REMINDERS, Cmd.NOTIFICATIONS):
            self.bar.enable(command, self._context.reminding is not None)

    def _adopt(self, offered: Destination) -> None:
        place = self._places[offered.key]
        self.controller.adopt(place, opens_panel=offered.opens_panel)
        place.counted.connect(self._on_counted)

    # --- going ------------------------------------------------------------------------------------

    def start(self, first: str = "today") -> None:
        """Read what is shown first; call it once the window is there.

        Args:
            first: the key of the screen that is shown, unless somebody went to one meanwhile.
        """
        sees = self._context.session.actor.may(Permission.CUSTOMERS_VIEW)
        if sees:
            first = self._went_to or first
            first = first if any(each.key == first for each in self._offered) else "today"
            self.go_to(first)
            # Asked before everything else: over a distant line each question is waited for.
            self._begin_place(first)
        self._context.office.refresh()
        self._context.connection.start()
        self.controller.news.refresh()
        self.rights.start()
        if sees:
            self.live.start()
            if self.reminding is not None:
                self.reminding.start()
            for each in self._offered:
                if each.key != first:
                    self._begin_place(each.key)
            if any(each.key == "people" for each in self._offered):
                PeopleCount(self._context, self.navigation, self.notices, self).ask()
            self._started = True
            if first == "today":
                self.today.focus_list()
            else:
                self._places[first].focus_search()
        else:
            self.screens.setCurrentWidget(self._no_role)

    def _begin_place(self, key: str) -> None:
        """Let a screen ask for the first time; one that is not made yet begins when it is."""
        if key in self._places:
            self._places[key].start()

    @property
    def shown(self) -> str:
        """The key of the screen that is shown; '' where the person may see none."""
        here = self.screens.currentWidget()
        return next((key for key, place in self._places.items() if place is here), "")

    @property
    def standing(self) -> Standing:
        """Where the person stands, for the window that takes this one's place."""
        customer_id = "" if self.panel.isHidden() else self.panel.customer_id
        page = self.settings.page if "settings" in self._places else ""
        person = self._context.session.actor.uid or ""
        screen = self.shown or AT_FIRST.screen
        return Standing(
            screen,
            customer_id,
            page,
            self.controller.is_importing,
            person,
            self.controller.news.offered,
            self.navigation.counts,
        )

    def resume(self, standing: Standing) -> None:
        """Open what was open in the window before; call it once this one has started."""
        self.controller.news.offered = standing.offered
        for key, count in standing.counts:
            self.navigation.set_count(key, count)
        if standing.page and self.shown == "settings":
            self.settings.open_page(standing.page)
        if standing.customer_id:
            self.controller.open_customer(standing.customer_id)
        if standing.importing:
            self.controller.give(Cmd.IMPORT)

    def place(self, key: str) -> Screen:
        """A screen, which is made when it is first asked for."""
        if key not in self._places:
            made = self._places[key] = self._makers[key]()
            self.screens.addWidget(made)
            made.set_compact(self.bar.action(Cmd.COMPACT).isChecked())
            made.restore(self._settings)
            for each in self._offered:
                if each.key == key:
                    self._adopt(each)
                    if self._started:
                        made.start()
        return self._places[key]

    @property
    def activity(self) -> ActivityScreen:
        """The reports."""
        return cast("ActivityScreen", self.place("activity"))

    @property
    def team(self) -> TeamScreen:
        """The customers by state."""
        return cast("TeamScreen", self.place("team"))

    @property
    def settings(self) -> SettingsScreen:
        """The shared settings, and one's own."""
        return cast("SettingsScreen", self.place("settings"))

    def go_to(self, key: str) -> None:
        """Show a screen, once the one that is shown lets go."""
        if key != self.shown and not self._let_go(partial(self.go_to, key)):
            self.navigation.select(self.shown)
            return
        if any(each.key == key for each in self._offered):
            if not self._started:
                self._went_to = key
            place = self.place(key)
            self.screens.setCurrentWidget(place)
            self.navigation.select(key)
            self.controller.enter(place)
            focus = self.focusWidget()
            if focus is None or not focus.isVisible() or self.screens.isAncestorOf(focus):
                place.arrive()

    def _let_go(self, then: Callable[[], object]) -> bool:
        """Whether the shown screen may be left; where it asks first, `then` goes on."""
        here = self._places.get(self.shown)
        return here is None or here.let_go(then)

    def _in_sight(self) -> list[CustomerRow]:
        return self.controller.place.in_sight()

    def _find(self) -> None:
        palette = on_demand.palette()(self._context, self.bar, self)
        palette.customer_chosen.connect(self.controller.open_customer)
        palette.command_chosen.connect(self._on_found_command)
        self.controller.open_dialog(palette)

    def _on_found_command(self, command: Cmd) -> None:
        self.bar.action(command).trigger()

    def _on_counted(self, count: str) -> None:
        sender = self.sender()
        key = next(key for key, place in self._places.items() if place is sender)
        self.navigation.set_count(key, count)

    def _go_to_customers(self) -> None:
        self.go_to("customers")

    def _on_command(self, command: Cmd) -> None:
        destination = next((d for d in DESTINATIONS if d.command is command), None)
        if destination is not None:
            self.go_to(destination.key)
            if self.shown != destination.key:
                return
            # Whoever came by the keyboard goes on with it; nobody is chosen by that.
            self.place(destination.key).view.setFocus()
        elif command is Cmd.FIND:
            self._find()
        elif command is Cmd.REMINDERS and self.reminding is not None:
            self.reminding.show_list()
        elif command is Cmd.NOTIFICATIONS:
            self._show_notifications()
        elif command is Cmd.HELP:
            self._show_help()
        elif command is Cmd.QUIT:
            self.close()
        elif command in (Cmd.LOCK, Cmd.SWITCH_USER, Cmd.SIGN_OUT):
            self.left_by.emit(command)
        elif command in _SCHEMES:
            self._apply(_SCHEMES[command], theme.scale())
        elif command in (Cmd.LARGER, Cmd.SMALLER, Cmd.NORMAL_SIZE):
            self._resize_text(command)
        elif command is Cmd.COMPACT:
            self.set_compact(self.bar.action(Cmd.COMPACT).isChecked())

    def _show_help(self) -> None:
        """Open the guide's page that belongs to the screen."""
        made = on_demand.help_dialog()(
            help_page(self.shown, self._context.session.actor), self._context.open_link, self
        )
        self.controller.open_dialog(made)

    def _show_notifications(self) -> None:
        if self.reminding is not None:
            self.reminding.show_settings()

    # --- appearance -------------------------------------------------------------------------------

    def _apply(self, scheme: Scheme, scale: int) -> None:
        app, before = QApplication.instance(), theme.scale()
        panel = self.splitter.sizes()[1]
        if isinstance(app, QApplication):
            theme.apply(app, scheme, scale)
        if panel and before != scale:
            wanted = round(panel * scale / before)
            self.splitter.setSizes([max(self.splitter.width() - wanted, 1), wanted])
        self._settings.setValue("appearance/scheme", scheme.value)
        self._settings.setValue("appearance/scale", scale)
        self._show_appearance()

    def _on_scheme(self, scheme: Scheme) -> None:
        self._apply(scheme, theme.scale())

    def _on_scale(self, scale: int) -> None:
        self._apply(theme.scheme(), scale)

    def _on_first_day(self, day: int) -> None:
        first_day.choose(day, self._settings)

    def _on_reduced_motion(self, reduced: bool) -> None:
        app = QApplication.instance()
        if isinstance(app, QApplication):
            motion.choose(app, reduced, self._settings)

    def _on_language(self, code: str) -> None:
        """Ask for another window, once nothing is unsaved in this one."""
        if self._let_go(partial(self._on_language, code)):
            self.language_wanted.emit(code)

    def _resize_text(self, command: Cmd) -> None:
        at = SCALES.index(theme.scale())
        step = {Cmd.LARGER: 1, Cmd.SMALLER: -1, Cmd.NORMAL_SIZE: -at}[command]
        self._apply(theme.scheme(), SCALES[min(max(at + step, 0), len(SCALES) - 1)])

    def set_compact(self, compact: bool) -> None:
        """Show rows of 26 px instead of 32."""
        for each in self._places.values():
            each.set_compact(compact)
        self.bar.check(Cmd.COMPACT, compact)

    def _show_appearance(self) -> None:
        for command, scheme in _SCHEMES.items():
            self.bar.check(command, scheme is theme.scheme())
        self.bar.enable(Cmd.LARGER, theme.scale() < max(SCALES))
        self.bar.enable(Cmd.SMALLER, theme.scale() > min(SCALES))
        self.bar.enable(Cmd.NORMAL_SIZE, theme.scale() != 100)

    # --- what is kept -----------------------------------------------------------------------------

    def take_place_of(self, frame: QWidget) -> None:
        """Stand where the frame stands that was shown until now; call it before `show`."""
        self.setGeometry(frame.normalGeometry())
        self.setWindowState(frame.windowState())

    def _restore(self) -> None:
        settings = self._settings
        kept_window.restore(self, settings)
        first_day.restore(settings)
        sizes = settings.value("window/splitter")
        if sizes is not None:
            self.splitter.restoreState(sizes)
        self.set_compact(str(settings.value("window/compact", "false")) == "true")
        for each in self._places.values():
            each.restore(settings)
        self._show_appearance()

    def keep(self) -> None:
        """Write what is kept from one session to the next."""
        settings = self._settings
        settings.setValue("window/geometry", self.saveGeometry())
        if not self.panel.isHidden():
            settings.setValue("window/splitter", self.splitter.saveState())
        compact = self.bar.action(Cmd.COMPACT).isChecked()
        settings.setValue("window/compact", "true" if compact else "false")
        kept_window.keep_screens(settings, [each.key for each in self._offered])
        for each in self._offered:
            # A screen that was never offered, or never opened, says nothing of how it is wanted.
            if each.key in self._places:
                self._places[each.key].keep(settings)
        settings.sync()

    def end(self) -> None:
        """Close without asking for what is unsaved: the session is over, whatever is open."""
        self._over = True
        self.close()

    def closeEvent(self, event: QCloseEvent) -> None:
        if not self._over and not self._let_go(self.close):
            event.ignore()
            return
        self.keep()
        self.live.stop()
        self.rights.stop()
        if self.reminding is not None:
            self.reminding.stop()
        self._context.connection.stop()
        self.toast.drop()
        self.closing.emit()
        super().closeEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit_navigation()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange and hasattr(self, "_status_line"):
            self._fit_navigation()

    def _fit_navigation(self) -> None:
        self.navigation.set_narrow(kept_window.is_narrow(self))
