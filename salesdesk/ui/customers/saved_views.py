"""The menu of views: choose one, save what is shown, update, rename and delete one's own."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QDialog, QMenu, QWidget

from salesdesk.ui.customers.view_name_dialog import ViewNameDialog
from salesdesk.ui.customers.view_store import View, ViewStore, offered
from salesdesk.ui.i18n import fill, plural
from salesdesk.ui.kit.widgets import named


class SavedViews(QObject):
    """The views of one person on one list.

    Args:
        shown: what is shown just now, as a view without a name.
        open_dialog: opens a dialog over the window.

    Signals:
        chosen(View): this view shall be shown.
        renamed(str): the view that is shown; '' for none.
    """

    chosen = Signal(object)
    renamed = Signal(str)
    told = Signal(str)
    dialog_wanted = Signal(QDialog)

    def __init__(self, me: str | None, shown: Callable[[], View], parent: QWidget) -> None:
        super().__init__(parent)
        self._offered = offered(me)
        self._shown = shown
        self._window = parent
        self._store: ViewStore | None = None
        self._current: View | None = None
        self.menu = QMenu(parent)
        named(self.menu, "customers_views_menu", self.tr("Views"))
        self.menu.aboutToShow.connect(self._fill)

    def keep_in(self, store: ViewStore) -> None:
        """Keep the views there from now on."""
        self._store = store

    @property
    def name(self) -> str:
        """The view that is shown; '' for none."""
        return self._current.name if self._current is not None else ""

    def resume(self, name: str) -> None:
        """This view was shown last."""
        own = self._store.views() if self._store is not None else ()
        self._current = next((v for v in (*self._offered, *own) if v.name == name), None)
        self.look()

    def _fill(self) -> None:
        self.menu.clear()
        for view in self._offered:
            self._add(view)
        own = self._store.views() if self._store is not None else ()
        if own:
            self.menu.addSeparator()
        for view in own:
            self._add(view)
        self.menu.addSeparator()
        self._act(self.tr("Save as a view…"), self.ask_name)
        current = self._current
        if current is not None and current in own:
            self._act(fill(self.tr("Update “{name}”"), name=current.name), self._update)
            self._act(fill(self.tr("Rename “{name}”…"), name=current.name), self._ask_rename)
            self._act(fill(self.tr("Delete “{name}”"), name=current.name), self._delete)
        left_out = self._store.left_out() if self._store is not None else 0
        if left_out:
            said = plural(
                "views",
                "{number} saved view cannot be read and is left out",
                "{number} saved views cannot be read and are left out",
                left_out,
                number=str(left_out),
            )
            self._act(said, self.ask_name).setEnabled(False)

    def _add(self, view: View) -> None:
        action = self._act(view.name, self._on_chosen)
        action.setCheckable(True)
        action.setChecked(self._current is not None and view.name == self._current.name)
        action.setData(view.name)

    def _act(self, text: str, slot: Callable[[], object]) -> QAction:
        action = self.menu.addAction(text.replace("&", "&&"))
        action.triggered.connect(slot)
        return action

    def _on_chosen(self) -> None:
        action = self.sender()
        if not isinstance(action, QAction):
            return
        own = self._store.views() if self._store is not None else ()
        found = next((v for v in (*self._offered, *own) if v.name == action.data()), None)
        if found is not None:
            self._current = found
            self.chosen.emit(found)
            self.look()

    @property
    def edited(self) -> bool:
        """Whether other filters or another order are shown than those of the chosen view."""
        current, shown = self._current, self._shown().query
        return current is not None and replace(shown, search="") != current.query

    def look(self) -> None:
        """Say which view is shown, and whether it was changed since."""
        if self._current is None:
            self.renamed.emit("")
        elif self.edited:
            self.renamed.emit(fill(self.tr("{name} (edited)"), name=self._current.name))
        else:
            self.renamed.emit(self._current.name)

    # --- one's own --------------------------------------------------------------------------------

    def ask_name(self) -> None:
        """Ask for a name, then save what is shown under it."""
        self._ask(self.tr("Save as a view"), "", self._save)

    def _ask_rename(self) -> None:
        if self._current is not None:
            self._ask(self.tr("Rename the view"), self._current.name, self._rename)

    def _ask(self, title: str, name: str, slot: Callable[[str], object]) -> None:
        taken = [view.name for view in self._store.views()] if self._store is not None else []
        fixed = [view.name for view in self._offered]
        dialog = ViewNameDialog(title, name, taken, fixed, self._window.window())
        dialog.named.connect(slot)
        self.dialog_wanted.emit(dialog)

    def _save(self, name: str) -> None:
        if self._store is not None:
            shown = self._shown()
            self._current = replace(shown, name=name, query=replace(shown.query, search=""))
            self._store.save(self._current)
            self.told.emit(fill(self.tr("View “{name}” saved."), name=name))
            self.look()

    def _update(self) -> None:
        if self._current is not None:
            self._save(self._current.name)

    def _rename(self, name: str) -> None:
        if self._store is not None and self._current is not None:
            self._store.rename(self._current.name, name)
            self._current = replace(self._current, name=name)
            self.look()

    def _delete(self) -> None:
        if self._store is not None and self._current is not None:
            name = self._current.name
            self._store.delete(name)
            self._current = None
            self.told.emit(fill(self.tr("View “{name}” deleted."), name=name))
            self.look()
