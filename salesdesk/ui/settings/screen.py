"""The settings: pages that everybody shares, and one's own; changes are saved by one act."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import (
    QApplication,
    QBoxLayout,
    QHBoxLayout,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from salesdesk.domain.changes import Changes, Topic
from salesdesk.domain.errors import Conflict, Invalid, Refusal, Unavailable
from salesdesk.domain.events import new_id
from salesdesk.domain.leaving_forecast import Forecast
from salesdesk.domain.permissions import Permission
from salesdesk.services.admin import forecast, settings
from salesdesk.services.admin.settings import NewValue, StoredSettings
from salesdesk.services.session import Done
from salesdesk.ui.i18n import fill, plural
from salesdesk.ui.kit import theme
from salesdesk.ui.kit.fonts import Face
from salesdesk.ui.kit.forms.confirm import ConfirmDialog
from salesdesk.ui.kit.forms.leave_dialog import LeaveDialog
from salesdesk.ui.kit.forms.unsaved_bar import UnsavedBar
from salesdesk.ui.kit.widgets import EmptyState, Label, Pane, StateStack
from salesdesk.ui.lists.screen import Screen
from salesdesk.ui.refusals import worded
from salesdesk.ui.session.context import Context
from salesdesk.ui.session.faults import route
from salesdesk.ui.setting_texts import label_of, value_word
from salesdesk.ui.settings import effect_panel, pages, texts
from salesdesk.ui.settings.appearance import AppearancePage
from salesdesk.ui.settings.connections import ConnectionsPage
from salesdesk.ui.settings.effect_panel import EffectPanel
from salesdesk.ui.settings.language import LanguagePage
from salesdesk.ui.settings.page_list import PageEntry, PageList
from salesdesk.ui.settings.personal import NotificationsPage, PersonalPage
from salesdesk.ui.settings.setting_row import SettingRow
from salesdesk.ui.settings.shared_page_view import SharedPageView

_FIRST = "release"
#: The width of a page where there is room, and the least that its longest line fits in.
_CONTENT, _LEAST = 520, 460


class SettingsScreen(Screen):
    """Settings for everybody, which need `policy:edit`, and for oneself.

    Attributes:
        personal: the pages of one's own settings, by key.
        appearance, language, notifications, connections: some of them.
        page: the key of the page that is shown.

    Signals:
        dialog_wanted(QDialog): open this over the window.
        list_wanted(tuple, str): show these customers under this title.
        events_wanted(str): show in the audit the events of this subject.
        language_wanted(str): the window shall speak this language; '': the system's.
    """

    dialog_wanted = Signal(object)
    list_wanted = Signal(object, str)
    events_wanted = Signal(str)
    language_wanted = Signal(str)

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__("settings_screen", parent)
        self._context = context
        self._may = context.session.actor.may(Permission.POLICY_EDIT)
        self._stored: StoredSettings | None = None
        self._form_id = new_id()
        self._refused = ""
        self.page = _FIRST
        self._leaving: Callable[[], object] | None = None
        self._question: LeaveDialog | None = None
        self._then: Callable[[], object] | None = None
        self.shared = {page.key: SharedPageView(page) for page in pages.shared_pages()}
        self.appearance = AppearancePage()
        self.notifications = NotificationsPage(possible=context.reminding is not None)
        self.connections = ConnectionsPage(context)
        self.language = LanguagePage()
        self.personal = self._personal()
        self.list = PageList(self._entries())
        self.effect = EffectPanel(context)
        self.bar = UnsavedBar(self.tr("Save changes"), name="settings_bar")
        self._title = Label(name="settings_page_title", face=Face.TITLE)
        self._subtitle = Label(name="settings_page_subtitle", ink="text2", cut=True)
        self._pages = QStackedWidget()
        for each in (*self.shared.values(), *self.personal.values()):
            self._pages.addWidget(each)
        empty = EmptyState("settings", "", "", name="settings_empty")
        self._body = QWidget()
        self.states = StateStack(self._body, empty, name="settings_states")
        self._lay_out()
        self._connect()
        self.open_page(_FIRST)

    def _personal(self) -> dict[str, PersonalPage]:
        pages = (
            PersonalPage("appearance", self.tr("Appearance"), self.appearance),
            PersonalPage("language", self.tr("Language"), self.language),
            PersonalPage("notifications", self.tr("Notifications"), self.notifications),
            PersonalPage("connections", self.tr("Connections"), self.connections),
        )
        return {page.key: page for page in pages}

    def _entries(self) -> tuple[PageEntry, ...]:
        return (
            PageEntry("", self.tr("For everybody")),
            *(PageEntry(key, view.page.title) for key, view in self.shared.items()),
            PageEntry("", self.tr("For me")),
            *(PageEntry(key, page.title) for key, page in self.personal.items()),
        )

    def _lay_out(self) -> None:
        head = Pane("base", name="settings_head")
        head.setFixedHeight(theme.px(64))
        line = QHBoxLayout(head)
        line.setContentsMargins(theme.px(24), 0, theme.px(24), 0)
        line.setSpacing(theme.px(12))
        line.addWidget(self._title)
        line.addWidget(self._subtitle, 1)
        middle = QVBoxLayout()
        middle.setSpacing(0)
        middle.addWidget(head)
        middle.addWidget(self._pages, 1)
        self._beside = QHBoxLayout(self._body)
        self._beside.setContentsMargins(0, 0, 0, 0)
        self._beside.setSpacing(0)
        self._beside.addLayout(middle, 1)
        self._beside.addWidget(self.effect)
        right = QVBoxLayout()
        right.setSpacing(0)
        right.addWidget(self.states, 1)
        right.addWidget(self.bar)
        whole = QHBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addWidget(self.list)
        whole.addLayout(right, 1)

    def _connect(self) -> None:
        for view in self.shared.values():
            view.edited.connect(self._on_edited)
            view.events_wanted.connect(self._on_events_wanted)
            view.all_changes.setVisible(self._context.session.actor.may(Permission.AUDIT_VIEW))
            view.set_changeable(self._may)
        self.connections.dialog_wanted.connect(self.dialog_wanted)
        self.language.wanted.connect(self.language_wanted)
        self.list.chosen.connect(self.open_page)
        self.list.search.searched.connect(self._on_searched)
        self.effect.list_wanted.connect(self.list_wanted)
        self.effect.failed.connect(self.failed)
        self.bar.saved.connect(self.save)
        self.bar.discarded.connect(self.discard)
        self.states.retried.connect(self.refresh)
        context = self._context
        context.feed.changed.connect(self._on_changes)
        context.connection.regained.connect(self._on_regained)
        context.connection.lost.connect(self._on_lost)
        for key, slot in (
            (QKeySequence("Ctrl+S"), self._on_save_key),
            (QKeySequence(Qt.Key.Key_Escape), self._on_escape),
        ):
            shortcut = QShortcut(key, self)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(slot)

    # --- reading ----------------------------------------------------------------------------------

    def start(self) -> None:
        """Read the settings for the first time."""
        self.states.show_loading()
        self.refresh()

    def refresh(self) -> None:
        """Read them again; what was typed stays."""
        work = partial(settings.stored, self._context.session)
        key = ("settings", id(self))
        self._context.tasks.query(key, work, self._on_stored, self._on_failed)

    def _on_stored(self, stored: StoredSettings) -> None:
        self._stored = stored
        formats, now = self._context.office.formats, self._context.session.store.reckoned_now()
        for view in self.shared.values():
            view.show_stored(stored, formats, now)
        self.states.show_list()
        self._show_unsaved()

    def _on_failed(self, fault: Exception) -> None:
        if self._stored is None:
            self.states.show_error(*texts.failed(fault))
        self.failed.emit(fault)

    def _on_changes(self, changes: Changes) -> None:
        if Topic.SETTINGS in changes.topics and self._stored is not None:
            self.refresh()

    def _on_lost(self, fault: Exception) -> None:
        self._set_changeable(False)

    def _on_regained(self) -> None:
        self._set_changeable(self._may)
        self.refresh()

    def _set_changeable(self, changeable: bool) -> None:
        for view in self.shared.values():
            view.set_changeable(changeable)

    def _on_events_wanted(self) -> None:
        self.events_wanted.emit("settings")

    # --- pages ------------------------------------------------------------------------------------

    def open_page(self, key: str) -> None:
        """Show a page."""
        self.page = key
        self.list.select(key)
        if key in self.shared:
            view = self.shared[key]
            self._pages.setCurrentWidget(view)
            self._title.setText(view.page.title)
            told = view.page.text
            if not self._may:
                told = self.tr("To be read: changing needs the permission “policy:edit”")
            self._subtitle.setText(told)
        else:
            page = self.personal[key]
            self._pages.setCurrentWidget(page)
            self._title.setText(page.title)
            self._subtitle.setText(self.tr("Kept on this computer"))
            if key == "connections":
                self.connections.refresh()
        self.effect.setVisible(self._may and key == "release")
        if key == "release" and self._may and self._stored is not None:
            self.effect.ask(self._release_edits())

    def _on_searched(self, words: str) -> None:
        found = {key: view.matches(words) for key, view in self.shared.items()}
        plain = words.casefold()
        found |= {key: plain in page.title.casefold() for key, page in self.personal.items()}
        self.list.narrow(found)

    # --- what is unsaved --------------------------------------------------------------------------

    def _edited_rows(self) -> tuple[SettingRow, ...]:
        return tuple(row for view in self.shared.values() for row in view.edited_rows())

    @property
    def is_edited(self) -> bool:
        """Whether anything is unsaved."""
        return bool(self._edited_rows())

    def _release_edits(self) -> dict[str, str]:
        return {
            row.definition.key: row.text
            for row in self._edited_rows()
            if row.definition.key in pages.FORECAST_KEYS
        }

    def _on_edited(self) -> None:
        self._refused = ""
        self._show_unsaved()

    def _show_unsaved(self) -> None:
        rows = self._edited_rows()
        edited = frozenset(
            key for key, view in self.shared.items() if any(r in rows for r in view.rows.values())
        )
        self.list.mark_edited(edited)
        faults = [row for row in rows if row.fault]
        if rows:
            count = plural(
                "settings",
                "1 change is not saved",
                "{number} changes are not saved",
                len(rows),
                number=str(len(rows)),
            )
            told = ", ".join(self._told(row) for row in rows)
            what = fill(self.tr("{changes}. Reaches every desktop within a minute."), changes=told)
            self.bar.show_changes(count, what, possible=not faults)
            if self._refused:
                self.bar.show_refusal(self._refused)
        else:
            self.bar.hide()
        if self._may and self._stored is not None and not faults and self.effect.isVisibleTo(self):
            self.effect.ask(self._release_edits())

    def _told(self, row: SettingRow) -> str:
        key = row.definition.key
        before, after = (value_word(key, text) for text in (row.stored_text, row.text))
        return f"{label_of(key)}: {before} → {after}"

    def discard(self) -> None:
        """Go back to what is stored."""
        for row in self._edited_rows():
            row.discard()
        self._form_id = new_id()
        self._show_unsaved()
        self.focus_list()

    def _on_escape(self) -> None:
        if self.is_edited and self.bar.discard.isEnabled() and not _asked():
            self.discard()

    # --- saving -----------------------------------------------------------------------------------

    def _on_save_key(self) -> None:
        if self.bar.isVisible() and self.bar.save.isEnabled() and not _asked():
            self.save()

    def save(self) -> None:
        """Save what is unsaved; where the next run would free more by it, ask once."""
        edits = self._release_edits()
        counted = self.effect.forecast
        if edits and counted is None:
            # Asked for what stands in the fields; the answer comes to `_on_counted_for_save`.
            self._read_effect(edits)
        elif edits and counted is not None and counted.frees_now > 0:
            self._ask_first(counted.as_would_be.by(0), held=counted.held)
        else:
            self._store()

    def _read_effect(self, edits: dict[str, str]) -> None:
        work = partial(forecast.forecast, self._context.session, edits)
        self.bar.set_busy()
        self._context.tasks.query(
            ("settings save", id(self)), work, self._on_counted_for_save, self._on_not_saved
        )

    def _on_counted_for_save(self, counted: Forecast) -> None:
        if counted.frees_now > 0:
            self._ask_first(counted.as_would_be.by(0), held=counted.held)
        else:
            self._store()

    def _ask_first(self, number: int, *, held: bool) -> None:
        self._show_unsaved()
        people = texts.people(number, self._context.office.formats)
        said = fill(self.tr("With these settings the next run frees {people}."), people=people)
        if held:
            said += " " + self.tr("The guard holds it until a team lead has confirmed the list.")
        dialog = ConfirmDialog(
            self.tr("The next run will free customers"),
            said,
            self.tr("Save changes"),
            name="settings_frees",
            parent=self.window(),
        )
        dialog.accepted.connect(self._store)
        self.dialog_wanted.emit(dialog)

    def _store(self) -> None:
        values = [NewValue(row.definition.key, row.text, row.seen) for row in self._edited_rows()]
        if not values:
            return
        self.bar.set_busy()
        work = partial(settings.change, self._context.session, self._form_id, *values)
        self._context.tasks.command(work, self._on_saved, self._on_not_saved)

    def _on_saved(self, done: Done) -> None:
        self._refused = ""
        self._form_id = new_id()
        then, self._then = self._then, None
        for row in self._edited_rows():
            row.seen = row.text
        self._show_unsaved()
        self.told.emit(self.tr("Saved. It reaches every desktop within a minute."))
        self._context.feed.publish(done.changes)
        if then is None:
            then = self._question_over()
        if then is not None:
            then()

    def _on_not_saved(self, fault: Exception) -> None:
        self._then = None
        route(
            self._context, fault, refused=self._say_refused, away=self._say_away, bug=self._on_bug
        )

    def _say_refused(self, refusal: Refusal) -> None:
        if isinstance(refusal, Conflict):
            self._refused = self.tr("A colleague changed this meanwhile: look, and save again.")
            self._form_id = new_id()
            self.refresh()
            return
        for each in refusal.faults if isinstance(refusal, Invalid) else ():
            for view in self.shared.values():
                if each.field in view.rows:
                    view.rows[each.field].show_fault(worded(each).rstrip("."))
        self.bar.show_refusal(worded(refusal))

    def _say_away(self, _fault: Unavailable) -> None:
        self.bar.show_refusal(
            self.tr("The server is away. What you typed stays; save again once it is back.")
        )

    def _on_bug(self, _fault: BaseException) -> None:
        self._show_unsaved()

    # --- the frame --------------------------------------------------------------------------------

    def let_go(self, then: Callable[[], object]) -> bool:
        if not self.is_edited:
            return True
        dialog = LeaveDialog(parent=self.window())
        self._leaving = then
        dialog.saved.connect(self._save_and_go)
        dialog.discarded.connect(self._discard_and_go)
        dialog.finished.connect(self._on_answered)
        self._question = dialog
        self.dialog_wanted.emit(dialog)
        return False

    def _on_answered(self) -> None:
        self._question = None

    def _question_over(self) -> Callable[[], object] | None:
        """Take away the question that a save under way has answered meanwhile.

        Returns:
            where the person wanted to go; None: nothing is asked.
        """
        if self._question is None:
            return None
        then, self._leaving = self._leaving, None
        self._question.reject()
        return then

    def _save_and_go(self) -> None:
        self._then, self._leaving = self._leaving, None
        self.save()

    def _discard_and_go(self) -> None:
        then, self._leaving = self._leaving, None
        self.discard()
        if then is not None:
            then()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._place_effect()

    def _place_effect(self) -> None:
        """Beside the page where both have room, else below it: neither is cut."""
        around = self.width() - self.list.width()
        narrow, wide = theme.px(effect_panel.NARROWEST), theme.px(effect_panel.WIDEST)
        below = around - narrow < theme.px(_LEAST)
        self._beside.setDirection(
            QBoxLayout.Direction.TopToBottom if below else QBoxLayout.Direction.LeftToRight
        )
        self._beside.setStretch(1, int(below))
        if below:
            self.effect.setMinimumWidth(0)
            self.effect.setMaximumWidth(self.maximumWidth())
        else:
            self.effect.setFixedWidth(min(max(around - theme.px(_CONTENT), narrow), wide))

    @property
    def lists_customers(self) -> bool:
        """Nobody can be chosen here."""
        return False

    @property
    def view(self) -> QWidget:
        """The list of pages."""
        return self.list.table

    def focus_search(self) -> None:
        self.list.search.setFocus()


def _asked() -> bool:
    """Whether a dialog is open, which the key is meant for, though it has no focus yet."""
    return QApplication.activeModalWidget() is not None
