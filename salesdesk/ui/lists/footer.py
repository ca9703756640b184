"""The footer of a list: how many are selected, and what can be done to exactly so many."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPoint, QSize, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QMenu, QWidget

from salesdesk.domain.people import Actor
from salesdesk.domain.queries import CustomerRow
from salesdesk.ui.actions.actions import ASKING, ICONS, CustomerAct, applicable, word
from salesdesk.ui.commands import Cmd, tip
from salesdesk.ui.i18n import fill
from salesdesk.ui.kit import theme
from salesdesk.ui.kit.formats import Formats
from salesdesk.ui.kit.widgets import Button, ButtonKind, IconButton, Label, Pane

_ACTS = (
    CustomerAct.PLAN,
    CustomerAct.CLAIM,
    CustomerAct.ASSIGN,
    CustomerAct.DISTRIBUTE,
    CustomerAct.PROTECT,
    CustomerAct.RELEASE,
    CustomerAct.SET_ASIDE,
)


class ListFooter(Pane):
    """Offers the bulk acts that apply to the selection; what does not fit goes into a menu.

    Signals:
        chosen(Act): the act shall be done to the selected customers that it applies to.
    """

    chosen = Signal(object)

    def __init__(
        self, actor: Actor, parent: QWidget | None = None, *, screen: str = "customers"
    ) -> None:
        super().__init__("raised", "top", name=f"{screen}_footer", parent=parent)
        self._actor = actor
        self.told = Label(name=f"{screen}_selected", ink="text2", parent=self)
        self._buttons: dict[CustomerAct, Button] = {}
        for act in _ACTS:
            button = Button(
                word(act), name=f"{screen}_bulk_{act.value}", icon=ICONS[act],
                kind=ButtonKind.QUIET, parent=self,
            )  # fmt: skip
            button.setProperty("act", act.value)
            button.clicked.connect(self._on_button)
            button.hide()
            self._buttons[act] = button
        self._offered: list[CustomerAct] = []
        self._more = IconButton(
            "ellipsis", name=f"{screen}_bulk_more", accessible=self.tr("More for the selection"),
            kind=ButtonKind.QUIET, parent=self,
        )  # fmt: skip
        self._more.clicked.connect(self._open_more)
        self._more.hide()
        self._menu = QMenu(self)
        self.setFixedHeight(theme.px(40))

    def show_selection(
        self, count: int, rows: Sequence[CustomerRow], most: int, formats: Formats
    ) -> None:
        """Say how many are selected and name each act's exact count."""
        if count > max(most, len(rows)):
            said = self.tr("{number} selected; acts take at most {most} at once")
        elif count:
            said = self.tr("{number} selected")
        else:
            said = self.tr("Nothing selected")
        self.told.setText(fill(said, number=formats.number(count), most=formats.number(most)))
        self._offered = []
        for act, button in self._buttons.items():
            able = applicable(act, rows, self._actor)
            if able:
                dots = "…" if act in ASKING or (len(able) > 1 and act is CustomerAct.CLAIM) else ""
                button.setText(f"{word(act, able)} {formats.number(len(able))}{dots}")
                button.setToolTip(tip(word(act, able), Cmd(act.value)))
                self._offered.append(act)
        self._arrange()

    def _on_button(self) -> None:
        sender = self.sender()
        if sender is not None:
            self.chosen.emit(CustomerAct(str(sender.property("act"))))

    def _open_more(self) -> None:
        self._menu.clear()
        for act in self._offered:
            if self._buttons[act].isHidden():
                action = self._menu.addAction(self._buttons[act].text())
                action.setProperty("act", act.value)
                action.triggered.connect(self._on_button)
        height = self._menu.sizeHint().height()
        self._menu.popup(self._more.mapToGlobal(QPoint(0, -height)))

    def _arrange(self) -> None:
        """Place the buttons from the right; those that do not fit are in the menu."""
        gap, side, high = theme.px(8), theme.px(16), theme.px(32)
        told = self.told.sizeHint()
        self.told.setGeometry(side, (self.height() - told.height()) // 2 + 1, *_pair(told))
        room = self.width() - 2 * side - told.width() - gap
        widths = {act: self._buttons[act].sizeHint().width() for act in self._offered}
        shown = list(self._offered)
        needed = sum(widths.values()) + gap * max(len(shown) - 1, 0)
        while shown and needed > room - (high + gap if len(shown) < len(self._offered) else 0):
            needed -= widths[shown.pop()] + gap
        more = len(shown) < len(self._offered)
        right = self.width() - side
        top = (self.height() - high) // 2 + 1
        self._more.setVisible(more)
        if more:
            right -= high
            self._more.setGeometry(right, top, high, high)
            right -= gap
        for act in reversed(shown):
            right -= widths[act]
            self._buttons[act].setGeometry(right, top, widths[act], high)
            right -= gap
        for act, button in self._buttons.items():
            button.setVisible(act in shown)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()

    def measure(self) -> None:
        self.setFixedHeight(theme.px(40))
        self._arrange()


def _pair(size: QSize) -> tuple[int, int]:
    return size.width(), size.height()
