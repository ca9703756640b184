"""Permissions × roles: what each role allows, changed and applied together."""

from __future__ import annotations

from collections.abc import Mapping
from itertools import groupby

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent, QShowEvent
from PySide6.QtWidgets import QCheckBox, QGridLayout, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from salesdesk.domain.people import Role
from salesdesk.domain.permissions import Permission
from salesdesk.ui.i18n import fill, plural, translate
from salesdesk.ui.kit import theme
from salesdesk.ui.kit.fonts import Face
from salesdesk.ui.kit.forms.unsaved_bar import UnsavedBar
from salesdesk.ui.kit.widgets import Icon, Label, Pane, Paragraph, named
from salesdesk.ui.people import texts

_ARROWS = {
    Qt.Key.Key_Left: (0, -1),
    Qt.Key.Key_Right: (0, 1),
    Qt.Key.Key_Up: (-1, 0),
    Qt.Key.Key_Down: (1, 0),
}
_FIRST_ROLE = 2
_GROUP_WIDTH, _ROLE_WIDTH, _WHOSE_HEIGHT, _HEAD_HEIGHT, _ROW_HEIGHT = 120, 112, 26, 46, 26


class PermissionBox(QCheckBox):
    """Whether a role has a permission; arrows move on, Space ticks.

    Signals:
        moved(int, int): to the cell beside it.
    """

    moved = Signal(object, object)

    def __init__(self, role: Role, permission: Permission, title: str) -> None:
        super().__init__()
        self.role, self.permission = role, permission
        said = fill(self.tr("{role}: {permission}"), role=role.name, permission=title)
        named(self, f"right_{role.id}_{permission.name.lower()}", said)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        step = _ARROWS.get(Qt.Key(event.key()))
        if step is None:
            super().keyPressEvent(event)
        else:
            self.moved.emit(*step)


class _Cell(QWidget):
    """A tick's place; one that is not applied stands on the selection's ground behind a bar."""

    def __init__(self) -> None:
        super().__init__()
        self._changed = False

    def set_changed(self, changed: bool) -> None:
        """Whether the tick is not applied."""
        self._changed = changed
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        if not self._changed:
            return
        painter, colours = QPainter(self), theme.colours()
        painter.fillRect(self.rect(), colours.brush["select"])
        painter.fillRect(0, 0, theme.px(3), self.height(), colours.brush["accent"])
        painter.end()


class _Body(Pane):
    """The table's ground with its lines: between groups, between permissions, between roles.

    It goes by where the parts stand: a grid with texts that wrap does not tell its cells' places.

    Attributes:
        heads: over the roles' columns.
        rows: of each permission its words, the first role's cell, and whether it begins a group.
    """

    def __init__(self) -> None:
        super().__init__("base", name="roles_body")
        self.grid = QGridLayout(self)
        self.heads: list[QWidget] = []
        self.rows: list[tuple[QWidget, QWidget, bool]] = []

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if not self.heads or not self.rows:
            return
        painter, brush, across = QPainter(self), theme.colours().brush, self.width()
        top = self.rows[0][1].geometry().top()
        bottom = self.rows[-1][1].geometry().bottom() + 1
        painter.fillRect(0, 0, across, top, brush["raised"])
        for words, cell, begins in self.rows:
            left = 0 if begins else words.x()
            ink = brush["plainEdge" if begins else "border"]
            painter.fillRect(left, cell.y(), across - left, 1, ink)
        for head in self.heads:
            painter.fillRect(head.x(), head.y(), 1, bottom - head.y(), brush["border"])
        painter.fillRect(0, bottom, across, 1, brush["plainEdge"])
        painter.end()


class RolesPage(Pane):
    """The table, and the bar while something is not applied.

    Attributes:
        boxes: by role's id and permission.

    Signals:
        applied(tuple): (role id, permissions seen, permissions wanted) of each changed role.
    """

    applied = Signal(object)

    def __init__(self, own: frozenset[Permission], parent: QWidget | None = None) -> None:
        super().__init__("base", name="roles_page", parent=parent)
        self._own = own
        self._roles: tuple[Role, ...] = ()
        self._words = ""
        self._put_off_table = False
        self.boxes: dict[tuple[int, Permission], PermissionBox] = {}
        self._marks: dict[tuple[int, Permission], Label] = {}
        self._places: dict[tuple[int, int], PermissionBox] = {}
        self._scroll = QScrollArea()
        self._scroll.setObjectName("roles_scroll")
        self._scroll.setWidgetResizable(True)
        self._scroll.setFrameShape(QScrollArea.Shape.NoFrame)
        self.bar = UnsavedBar(self.tr("Apply"), name="roles_bar")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._scroll, 1)
        column.addWidget(self.bar)
        self.bar.saved.connect(self._on_apply)
        self.bar.discarded.connect(self.discard)
        theme.notifier().changed.connect(self._on_theme)

    @property
    def roles(self) -> tuple[Role, ...]:
        """The roles that are shown."""
        return self._roles

    # --- the table --------------------------------------------------------------------------------

    def show_roles(self, roles: tuple[Role, ...]) -> None:
        """Show what each role that is made allows; ticks that are not applied stay."""
        roles = tuple(role for role in roles if role.made)
        if roles != self._roles:
            self._renew(roles)

    def _renew(self, roles: tuple[Role, ...]) -> None:
        wanted = self.wanted()
        known = {role.id: role for role in self._roles}
        edited = {
            role_id: chosen
            for role_id, chosen in wanted.items()
            if chosen != known[role_id].permissions
        }
        self._roles = roles
        if not edited and not self.isVisible():
            self._put_off()
            return
        self._build()
        for role in roles:
            for permission in Permission:
                box = self.boxes.get((role.id, permission))
                if box is not None and role.id in edited:
                    box.setChecked(permission in edited[role.id])
        self._show()

    def _put_off(self) -> None:
        """Make the table when it is looked at: many hundred parts, a tenth of a second."""
        self._put_off_table = True
        self.boxes.clear()
        self._marks.clear()
        self._places.clear()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if self._put_off_table:
            self._build()
            self._show()

    def narrow(self, words: str) -> None:
        """Show only the permissions that a search finds."""
        if self.wanted() == {role.id: role.permissions for role in self._roles}:
            self._words = words.casefold()
            self._renew(self._roles)

    def _build(self) -> None:
        self._put_off_table = False
        body = _Body()
        grid = body.grid
        grid.setContentsMargins(theme.px(24), 0, 0, theme.px(16))
        grid.setSpacing(0)
        grid.setColumnMinimumWidth(0, theme.px(_GROUP_WIDTH))
        grid.setRowMinimumHeight(0, theme.px(_WHOSE_HEIGHT))
        grid.setRowMinimumHeight(1, theme.px(_HEAD_HEIGHT))
        self.boxes.clear()
        self._marks.clear()
        self._places.clear()
        body.heads = self._heads(grid)
        line = 1
        for title, sentences in texts.groups():
            found = [one for one in sentences if self._words in _searched(one)]
            if not found:
                continue
            for at, sentence in enumerate(found):
                line += 1
                if not at:
                    grid.addWidget(Label(title, face=Face.STRONG), line, 0)
                grid.setRowMinimumHeight(line, theme.px(_ROW_HEIGHT))
                words, cell = self._row(grid, line, sentence)
                body.rows.append((words, cell, not at))
        note = self.tr(
            "A person may what either role allows: the one in SalesDesk or the one in the booking "
            "application. Of the latter only SalesDesk’s own permissions change here."
        )
        grid.setRowMinimumHeight(line + 1, theme.px(12))
        grid.addWidget(Paragraph(note, ink="text2"), line + 2, 0, 1, _FIRST_ROLE + 3)
        grid.setRowStretch(line + 3, 1)
        grid.setColumnStretch(1, 1)
        self._scroll.setWidget(body)

    def _heads(self, grid: QGridLayout) -> list[QWidget]:
        about = Label(self.tr("What a person may do"), ink="text2")
        grid.addWidget(about, 1, 0, 1, 2, Qt.AlignmentFlag.AlignBottom)
        at = _FIRST_ROLE
        for ours, together in groupby(self._roles, key=lambda role: role.ours):
            wide = len(list(together))
            whose = self.tr("SalesDesk’s own") if ours else self.tr("Booking application’s")
            label = Label(whose, ink="text3")
            label.setAlignment(Qt.AlignmentFlag.AlignHCenter)
            grid.addWidget(label, 0, at, 1, wide)
            at += wide
        heads: list[QWidget] = []
        for at, role in enumerate(self._roles):
            count = plural(
                "people", "{number} person", "{number} people", role.people,
                number=str(role.people),
            )  # fmt: skip
            head = QWidget()
            column = QVBoxLayout(head)
            column.setSpacing(0)
            column.setContentsMargins(theme.px(8), 0, theme.px(8), 0)
            for text, face, ink in (
                (role.name, Face.STRONG, "text"),
                (count if role.active else self.tr("inactive"), Face.BODY, "text2"),
            ):
                label = Label(text, face=face, ink=ink)
                label.setAlignment(Qt.AlignmentFlag.AlignHCenter)
                column.addWidget(label)
            grid.addWidget(head, 1, _FIRST_ROLE + at)
            grid.setColumnMinimumWidth(_FIRST_ROLE + at, theme.px(_ROLE_WIDTH))
            heads.append(head)
        return heads

    def _row(
        self, grid: QGridLayout, line: int, sentence: texts.Sentence
    ) -> tuple[QWidget, QWidget]:
        """Make a permission's line; returns its words and the first role's cell."""
        said = Paragraph(sentence.text, strong=sentence.title, strong_ink="text", ink="text2")
        grid.addWidget(said, line, 1, Qt.AlignmentFlag.AlignVCenter)
        first: QWidget = said
        for at, role in enumerate(self._roles):
            box = PermissionBox(role, sentence.permission, sentence.title)
            box.setChecked(sentence.permission in role.permissions)
            self._lock(box)
            mark = Label(ink="accent")
            mark.hide()
            self.boxes[role.id, sentence.permission] = box
            self._marks[role.id, sentence.permission] = mark
            self._places[line, at] = box
            cell = _Cell()
            first = cell if not at else first
            row = QHBoxLayout(cell)
            row.setContentsMargins(0, 0, 0, 0)
            row.setSpacing(theme.px(4))
            row.addStretch(1)
            row.addWidget(box)
            row.addWidget(mark)
            if not box.isEnabled():
                lock = Icon("lock", "text3")
                row.insertSpacing(1, lock.sizeHint().width() + row.spacing())
                row.addWidget(lock)
            row.addStretch(1)
            grid.addWidget(cell, line, _FIRST_ROLE + at)
            box.toggled.connect(self._show)
            box.moved.connect(self._on_moved)
        return said, first

    def _lock(self, box: PermissionBox) -> None:
        """What nobody may change here, with the reason."""
        managing = [
            role for role in self._roles
            if role.active and role.people and Permission.PEOPLE_MANAGE in role.permissions
        ]  # fmt: skip
        last = box.permission is Permission.PEOPLE_MANAGE and managing == [box.role]
        if last:
            box.setEnabled(False)
            box.setToolTip(self.tr("Nobody would be left to manage people."))
        elif box.permission not in self._own and not box.isChecked():
            box.setEnabled(False)
            box.setToolTip(self.tr("You can give only what you have yourself."))

    def _on_moved(self, down: int, right: int) -> None:
        box = self.sender()
        here = next((place for place, one in self._places.items() if one is box), None)
        if here is None:
            return
        lines = sorted({line for line, _ in self._places})
        at = lines.index(here[0]) + down
        target = here[1] + right
        while 0 <= at < len(lines) and 0 <= target < len(self._roles):
            found = self._places[lines[at], target]
            if found.isEnabled():
                found.setFocus()
                self._scroll.ensureWidgetVisible(found)
                return
            at, target = at + down, target + right

    # --- what is not applied ----------------------------------------------------------------------

    def wanted(self) -> Mapping[int, frozenset[Permission]]:
        """What is ticked, by role; what a search hides is as it was."""
        found = {}
        for role in self._roles:
            chosen = set(role.permissions)
            for permission in Permission:
                box = self.boxes.get((role.id, permission))
                if box is not None:
                    (chosen.add if box.isChecked() else chosen.discard)(permission)
            found[role.id] = frozenset(chosen)
        return found

    def changes(self) -> tuple[tuple[int, frozenset[Permission], frozenset[Permission]], ...]:
        """(role id, seen, wanted) of each role whose ticks are not applied."""
        wanted = self.wanted()
        return tuple(
            (role.id, role.permissions, wanted[role.id])
            for role in self._roles
            if wanted[role.id] != role.permissions
        )

    @property
    def is_edited(self) -> bool:
        """Whether anything is not applied."""
        return bool(self.changes())

    def _show(self) -> None:
        known = {role.id: role for role in self._roles}
        for (role_id, permission), box in self.boxes.items():
            was = permission in known[role_id].permissions
            mark = self._marks[role_id, permission]
            changed = box.isChecked() != was
            mark.setVisible(changed)
            cell = box.parentWidget()
            if isinstance(cell, _Cell):
                cell.set_changed(changed)
            mark.setText(self.tr("added") if box.isChecked() else self.tr("removed"))
        found = self.changes()
        if not found:
            self.bar.hide()
            return
        number = sum(len(seen ^ wanted) for _, seen, wanted in found)
        count = plural(
            "people", "{number} change is not applied", "{number} changes are not applied", number,
            number=str(number),
        )  # fmt: skip
        told = [
            _told(known[role_id], len(wanted - seen), len(seen - wanted))
            for role_id, seen, wanted in found
        ]
        self.bar.show_changes(count, "; ".join(told), possible=True)

    def discard(self) -> None:
        """Go back to what is applied."""
        for role in self._roles:
            for permission in Permission:
                box = self.boxes.get((role.id, permission))
                if box is not None:
                    box.setChecked(permission in role.permissions)
        self._show()

    def _on_apply(self) -> None:
        self.bar.set_busy()
        self.applied.emit(self.changes())

    def _on_theme(self) -> None:
        """Make the table anew in the present scale; not within the event, which still needs it."""
        if self._roles:
            self._renew(self._roles)


def _told(role: Role, added: int, removed: int) -> str:
    """Who gets how many permissions by what is not applied, and loses how many."""
    people = plural(
        "people", "{number} person", "{number} people", role.people, number=str(role.people)
    )
    gets = plural(
        "people", "{number} permission more", "{number} permissions more", added, number=str(added)
    )
    loses = plural("people", "{number} fewer", "{number} fewer", removed, number=str(removed))
    what = ", ".join([gets] * bool(added) + [loses] * bool(removed))
    said = translate("people", "{role} ({people}): {what}")
    return fill(said, role=role.name, people=people, what=what)


def _searched(sentence: texts.Sentence) -> str:
    return f"{sentence.title} {sentence.text}".casefold()
