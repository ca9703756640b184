"""Customers that may be one: the pairs, one side by side, and what is said of it."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import partial

from PySide6.QtCore import QElapsedTimer, QObject, Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QApplication,
    QHBoxLayout,
    QProgressBar,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from salesdesk.domain.changes import Changes, Topic
from salesdesk.domain.duplicates import LinkChoice, Looked, Pair, TwoSides, ordered
from salesdesk.domain.errors import CustomerGone, Refusal
from salesdesk.domain.events import new_id
from salesdesk.services.duplicates import comparing, deciding, finding, linking
from salesdesk.services.duplicates.linking import Linked
from salesdesk.services.session import Done
from salesdesk.ui.kit import theme
from salesdesk.ui.kit.widgets import (
    Button,
    ButtonKind,
    EmptyState,
    Label,
    Pane,
    Paragraph,
    State,
    StateStack,
    named,
)
from salesdesk.ui.session.context import Context
from salesdesk.ui.team import duplicate_words as words
from salesdesk.ui.team.decisions_view import DecisionsView
from salesdesk.ui.team.duplicate_steps import DifferentStep, LinkStep
from salesdesk.ui.team.pair_list import PairList
from salesdesk.ui.team.pair_view import PairView

_LIST = 400


class _Progress(QObject):
    """Brings the progress of a look to the window's thread.

    Signals:
        told(object): of 100.
    """

    told = Signal(object)


@dataclass(frozen=True, slots=True)
class _Acting:
    """What an act under way is about, whichever pair is chosen meanwhile."""

    pair: Pair
    choice: LinkChoice | None = None


class DuplicatesPage(Pane):
    """The page of the duplicates.

    Signals:
        failed(Exception): the pairs could not be looked for or read.
        refused(Exception): what was just asked for was not done.
        did(Step, str): an act was done that can be taken back, and what is told of it.
        told(str): something to say quietly.
        counted(str): how many pairs there are.
    """

    failed = Signal(object)
    refused = Signal(object)
    did = Signal(object, str)
    told = Signal(str)
    counted = Signal(str)

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__("base", name="duplicates", parent=parent)
        self._context = context
        self._looked: Looked | None = None
        self._found: tuple[Pair, ...] = ()
        self._looking = False
        self._act_id = new_id()
        self._acting: _Acting | None = None
        self._since_decided = QElapsedTimer()
        self._progress = _Progress(self)
        self.count = Label(name="duplicates_count", ink="text2", cut=True)
        self.look = Button(self.tr("Look again"), name="duplicates_look", icon="refresh-cw")
        self.stop = Button(self.tr("Stop"), name="duplicates_stop", icon="x")
        self.bar = QProgressBar()
        named(self.bar, "duplicates_progress", self.tr("Looking for pairs"))
        self.table = PairList(name="duplicates_list", accessible=self.tr("Pairs"))
        self.footer = Paragraph("", name="duplicates_footer", ink="text2")
        self.show_decisions = Button(
            self.tr("Show them"), name="duplicates_decisions", kind=ButtonKind.LINK
        )
        self.view = PairView(context.session.actor)
        self.decisions = DecisionsView(context)
        empty = EmptyState("users", "", "", name="duplicates_empty")
        self._pages = QStackedWidget()
        self._pages.setObjectName("duplicates_pages")
        self._pages.addWidget(self.view)
        self._pages.addWidget(self.decisions)
        self.states = StateStack(self._pages, empty, name="duplicates_states")
        self._lay_out()
        self._connect()
        self._show_looking(looking=False)

    def _lay_out(self) -> None:
        self._top = Pane("base", "bottom", name="duplicates_bar")
        row = QHBoxLayout(self._top)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(theme.px(8))
        for part in (self.count, self.bar):
            row.addWidget(part, 1)
        row.addWidget(self.stop)
        row.addWidget(self.look)
        self._left = Pane("base", "right", name="duplicates_left")
        column = QVBoxLayout(self._left)
        column.setContentsMargins(0, 0, 1, 0)
        column.setSpacing(0)
        column.addWidget(self._top)
        column.addWidget(self.table, 1)
        self._below = Pane("base", "top", name="duplicates_below")
        below = QVBoxLayout(self._below)
        below.setContentsMargins(0, 0, 0, 0)
        below.setSpacing(theme.px(4))
        below.addWidget(self.footer)
        below.addWidget(self.show_decisions, 0, Qt.AlignmentFlag.AlignLeft)
        column.addWidget(self._below)
        whole = QHBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addWidget(self._left)
        whole.addWidget(self.states, 1)
        self.measure()

    def measure(self) -> None:
        self._left.setFixedWidth(theme.px(_LIST))
        self._top.setFixedHeight(theme.px(48))
        self._top.setContentsMargins(theme.px(16), 0, theme.px(16), 0)
        self._below.setContentsMargins(theme.px(16), theme.px(12), theme.px(16), theme.px(12))
        self.bar.setFixedHeight(theme.px(8))
        self.bar.setTextVisible(False)

    def _connect(self) -> None:
        self.look.clicked.connect(self.look_again)
        self.stop.clicked.connect(self._stop)
        self._progress.told.connect(self._on_progress)
        self.table.picked.connect(self._on_picked)
        self.states.retried.connect(self.look_again)
        self.show_decisions.clicked.connect(self._on_show_decisions)
        self.decisions.left.connect(self._on_decisions_left)
        for signal in ("told", "refused", "failed"):
            getattr(self.decisions, signal).connect(getattr(self, signal))
        self.view.link_wanted.connect(self._link)
        self.view.different_wanted.connect(self._say_different)
        self.view.later_wanted.connect(self._later)
        self.view.stepped.connect(self.table.step)
        self._context.feed.changed.connect(self._on_changes)
        for keys, slot in (
            (("N",), self._say_different),
            (("L",), self._later),
            (("Ctrl+Return", "Ctrl+Enter"), self._link),
        ):
            shortcut = QShortcut(self)
            shortcut.setKeys([QKeySequence(key) for key in keys])
            shortcut.setAutoRepeat(False)  # a key held down decides on one pair
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(slot)

    # --- looking ----------------------------------------------------------------------------------

    def refresh(self) -> None:
        """Look where nobody has yet; else read the pairs that wait, and the one in sight, again."""
        if self._looked is None and not self._looking:
            self.look_again()
        elif self._looked is not None:
            self._read_standing(self._looked)
            self._read()

    def look_again(self) -> None:
        """Look for pairs, all over the customers; it can be stopped."""
        self._show_looking(looking=True)
        if self._looked is None:
            self.states.show_loading()
        work = partial(finding.find, self._context.session, self._progress.told.emit)
        self._context.tasks.query(self._key, work, self._on_looked, self._on_look_failed)

    @property
    def _key(self) -> tuple[str, int]:
        return ("duplicates", id(self))

    def _show_looking(self, *, looking: bool) -> None:
        self._looking = looking
        self.bar.setVisible(looking)
        self.stop.setVisible(looking)
        self.look.setVisible(not looking)
        self.count.setVisible(not looking)
        self.bar.setValue(0)

    def _on_progress(self, share: int) -> None:
        self.bar.setValue(share)

    def _stop(self) -> None:
        """Look no further; what was found before stays."""
        self._context.tasks.void(self._key)
        self._show_looking(looking=False)
        self.look.setFocus()
        if self._looked is None:
            self._show_empty()

    def _on_looked(self, looked: Looked) -> None:
        self._show_looking(looking=False)
        self._looked, self._found = looked, looked.pairs
        self._show(0)

    def _on_look_failed(self, fault: Exception) -> None:
        self._show_looking(looking=False)
        if self._looked is None:
            self.states.show_error(*words.failed(fault))
        self.failed.emit(fault)

    def _show(self, at: int) -> None:
        looked, formats = self._looked, self._context.office.formats
        if looked is None:
            return
        number = len(looked.pairs)
        self.count.setText(words.counted(looked, number, formats))
        self.counted.emit(formats.number(number))
        self.footer.set_text(words.footer(looked, formats))
        self.table.show_pairs(looked.pairs, formats, at)
        if not number and self._pages.currentWidget() is self.view:
            self._show_empty()

    def _show_empty(self) -> None:
        title, text = words.none(self._looked, self._context.office.formats)
        if self._looked is None:
            title, text = self.tr("The look was stopped"), self.tr("Look again when it suits.")
        self.states.empty.set_words(title, text)
        self.states.show_empty()

    # --- one pair ---------------------------------------------------------------------------------

    def _on_picked(self) -> None:
        pair, both = self.table.current(), self.view.both
        if pair is None:
            self._act_id = new_id()
            return
        number = self.table.pairs.rowCount()
        at = self.table.currentIndex().row()
        if both is not None and pair.ids == ordered(both.left.customer.id, both.right.customer.id):
            # Others came or went around it: what was chosen stays.
            self.view.stand(at, number, self._context.office.formats)
            return
        self._act_id = new_id()
        self._pages.setCurrentWidget(self.view)
        self.states.show_list()
        self.view.begin(pair, at, number, self._context.office.formats)
        self._read()

    def _read(self) -> None:
        pair = self.table.current()
        if pair is None:
            return
        work = partial(comparing.side_by_side, self._context.session, pair.left.id, pair.right.id)
        key = ("pair", id(self))
        self._context.tasks.query(key, work, self._on_sides, self._on_unread)

    def _on_sides(self, both: TwoSides) -> None:
        pair = self.table.current()
        if pair is not None and pair.left.id == both.left.customer.id:
            self.view.show_sides(both, self._context.office.formats)
            if self._acting is not None:
                self._hold(held=True)

    def _on_unread(self, fault: Exception) -> None:
        if isinstance(fault, CustomerGone):
            self._drop(self.table.current())
        else:
            self.failed.emit(fault)

    def _on_changes(self, changes: Changes) -> None:
        if not self.isVisible() or self._looked is None:
            return
        if Topic.DUPLICATES in changes.topics and self._pages.currentWidget() is self.decisions:
            self.decisions.refresh()
        if Topic.DUPLICATES in changes.topics:
            self._read_standing(self._looked)
        pair = self.table.current()
        if pair is not None and not changes.customer_ids.isdisjoint(pair.ids):
            self._read()

    def _read_standing(self, looked: Looked) -> None:
        """Read which of the pairs still wait: some were decided elsewhere, or taken back."""
        work = partial(finding.standing, self._context.session, looked, self._found)
        key = ("pairs standing", id(self))
        self._context.tasks.query(key, work, self._on_standing, self._on_unread)

    def _on_standing(self, looked: Looked) -> None:
        if self._looked is None or looked.at != self._looked.at:
            return  # another look was made meanwhile
        before, current = self._looked.pairs, self.table.current()
        self._looked = looked
        self.footer.set_text(words.footer(looked, self._context.office.formats))
        if looked.pairs != before:
            ids = [one.ids for one in looked.pairs]
            stays = current is not None and current.ids in ids
            row = ids.index(current.ids) if current is not None and stays else 0
            self._show(row if stays else self.table.currentIndex().row())

    def _drop(self, pair: Pair | None) -> None:
        """Take a pair out of the list; where it is the one in sight, go to the next one."""
        if pair is None or self._looked is None:
            return
        at, gone = self.table.currentIndex().row(), self.table.pairs.row_of(pair.ids)
        self._looked = finding.without(self._looked, pair.ids)
        self._show(at - 1 if gone is not None and gone < at else at)

    def step(self, by: int) -> None:
        """Go to a pair before or behind."""
        self.table.step(by)

    # --- deciding ---------------------------------------------------------------------------------

    def _link(self) -> None:
        choice, pair = self.view.choice(), self.table.current()
        if choice is None or pair is None or not self._may_begin(self.view.link):
            return
        self._begin(_Acting(pair, choice))
        work = partial(linking.link, self._context.session, self._act_id, choice)
        self._context.tasks.command(work, self._on_linked, self._on_refused)

    def _may_begin(self, button: Button) -> bool:
        """Whether an act may begin now.

        The second click of a double click, which falls on the pair that moved up, is none.
        """
        since = self._since_decided
        too_soon = since.isValid() and not since.hasExpired(QApplication.doubleClickInterval())
        return button.isEnabled() and self._acting is None and not too_soon

    def _begin(self, acting: _Acting) -> None:
        self._acting = acting
        self._hold(held=True)

    def _hold(self, *, held: bool) -> None:
        """While an act is under way, no other is begun."""
        for button in (self.view.link, self.view.different, self.view.swap, self.view.later):
            button.setEnabled(not held)

    def _on_linked(self, linked: Linked) -> None:
        acting = self._acting
        if acting is not None and acting.choice is not None:
            step = LinkStep(self._context.session, acting.choice, linked.event_id)
            self.did.emit(step, words.linked(acting.choice))
        self._decided(linked.changes, linked=1)

    def _say_different(self) -> None:
        pair = self.table.current()
        if pair is None or not self._may_begin(self.view.different):
            return
        self._begin(_Acting(pair))
        work = partial(
            deciding.say_different, self._context.session, self._act_id, pair.left.id, pair.right.id
        )
        self._context.tasks.command(work, self._on_said, self._on_refused)

    def _on_said(self, done: Done) -> None:
        if self._acting is not None:
            pair = self._acting.pair
            names = (words.name_of(pair.left), words.name_of(pair.right))
            step = DifferentStep(self._context.session, pair.left.id, pair.right.id, names)
            self.did.emit(step, words.said_different(*names))
        self._decided(done.changes, different=1)

    def _decided(self, changes: Changes, *, linked: int = 0, different: int = 0) -> None:
        pair = self._acting.pair if self._acting is not None else None
        self._acting, self._act_id = None, new_id()
        self._since_decided.start()
        self._hold(held=self.view.both is None)
        if self._looked is not None:
            self._looked = replace(
                self._looked,
                linked=self._looked.linked + linked,
                different=self._looked.different + different,
            )
        self._drop(pair)
        self._context.feed.publish(changes)

    def _on_refused(self, fault: Exception) -> None:
        self._acting = None
        self._hold(held=self.view.both is None)
        if isinstance(fault, Refusal):
            self._act_id = new_id()
        self.refused.emit(fault)
        self._read()

    def _later(self) -> None:
        """Put the pair behind all others."""
        pair = self.table.current()
        if pair is None or self._looked is None or not self._may_begin(self.view.later):
            return
        others = finding.without(self._looked, pair.ids).pairs
        at = self.table.currentIndex().row()
        self._looked = replace(self._looked, pairs=(*others, pair))
        self._found = (*(one for one in self._found if one.ids != pair.ids), pair)
        self._show(at)

    # --- what was said ----------------------------------------------------------------------------

    def _on_show_decisions(self) -> None:
        self._pages.setCurrentWidget(self.decisions)
        self.states.show_list()
        self.decisions.refresh()
        self.decisions.table.setFocus()

    def _on_decisions_left(self) -> None:
        self._pages.setCurrentWidget(self.view)
        if self.table.current() is None:
            self._show_empty()
        elif self.states.state is not State.LIST:
            self.states.show_list()
        self.table.setFocus()
