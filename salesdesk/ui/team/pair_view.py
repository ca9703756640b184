"""A pair side by side, field by field: what is chosen, what both keep, who keeps the customer."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QButtonGroup,
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from salesdesk.domain.duplicates import LinkChoice, Pair, Side, TwoSides
from salesdesk.domain.people import Actor
from salesdesk.domain.permissions import Permission
from salesdesk.services import phones
from salesdesk.ui.kit import theme
from salesdesk.ui.kit.fonts import Face
from salesdesk.ui.kit.formats import Formats
from salesdesk.ui.kit.painting.cells import Tone
from salesdesk.ui.kit.widgets import (
    Button,
    ButtonKind,
    Icon,
    IconButton,
    Label,
    Pane,
    Paragraph,
    StatusChip,
)
from salesdesk.ui.team import duplicate_words as words
from salesdesk.ui.team.choice_cell import ChoiceCell
from salesdesk.ui.texts import TONES, source_word, status_word

_FIELDS, _SIDES = 152, 352
_ROW, _PLAIN_ROW, _HEAD = 40, 32, 72
_OWNER = "owner"
#: The edges of a cell that has another at its left.
_BESIDE = " ".join(("left", "bottom"))


class PairView(Pane):
    """The right side of the page.

    Signals:
        link_wanted(): the two shall be linked.
        different_wanted(): they are not the same.
        later_wanted(): another pair first.
        stepped(int): go to the pair before or behind.
    """

    link_wanted = Signal()
    different_wanted = Signal()
    later_wanted = Signal()
    stepped = Signal(object)

    def __init__(self, actor: Actor, parent: QWidget | None = None) -> None:
        super().__init__("base", name="pair_view", parent=parent)
        self._actor = actor
        self._both: TwoSides | None = None
        self._formats: Formats | None = None
        self._stays_left = True
        self._groups: dict[str, QButtonGroup] = {}
        self._made: list[QWidget] = []
        self.why = Label(name="pair_why", face=Face.STRONG)
        self.number = Label(name="pair_number", ink="text2", cut=True)
        self.place = Label(name="pair_place", ink="text2")
        self.before = IconButton(
            "chevron-up", name="pair_before", accessible=self.tr("Pair before")
        )
        self.behind = IconButton(
            "chevron-down", name="pair_behind", accessible=self.tr("Next pair")
        )
        self.different = Button(self.tr("Not the same"), name="pair_different", icon="x", hint="N")
        self.later = Button(self.tr("Later"), name="pair_later", hint="L")
        self.swap = Button(self.tr("Swap sides"), name="pair_swap", icon="arrow-right-left")
        self.link = Button(
            self.tr("Link as one customer"), name="pair_link", kind=ButtonKind.PRIMARY,
            icon="link", hint=self.tr("Ctrl+Enter"),
        )  # fmt: skip
        self._grid = QGridLayout()
        self._foot = Pane("raised", "top", name="pair_foot")
        self._head = Pane("base", "bottom", name="pair_head")
        self.info = Label(name="pair_info_head", face=Face.STRONG)
        self.info_text = Paragraph("", name="pair_info")
        self._scroll = QScrollArea()
        self._lay_out()
        self._connect()

    def _lay_out(self) -> None:
        head = QHBoxLayout(self._head)
        head.setContentsMargins(0, 0, 0, 0)
        head.setSpacing(theme.px(8))
        head.addWidget(self.why)
        head.addWidget(self.number, 1)
        for part in (self.place, self.before, self.behind):
            head.addWidget(part)
        foot = QHBoxLayout(self._foot)
        foot.setContentsMargins(0, 0, 0, 0)
        foot.setSpacing(theme.px(8))
        for button in (self.different, self.later):
            foot.addWidget(button)
        foot.addStretch(1)
        for button in (self.swap, self.link):
            foot.addWidget(button)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setSpacing(0)
        self._grid.setColumnStretch(1, 1)
        self._grid.setColumnStretch(2, 1)
        inside = Pane("base", name="pair_fields")
        column = QVBoxLayout(inside)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(self._grid)
        column.addLayout(self._told())
        column.addStretch(1)
        self._scroll.setWidget(inside)
        self._scroll.setWidgetResizable(True)
        self._scroll.setFrameShape(QFrame.Shape.NoFrame)
        self._scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addWidget(self._head)
        whole.addWidget(self._scroll, 1)
        whole.addWidget(self._foot)
        self.measure()

    def _told(self) -> QHBoxLayout:
        """What follows from linking."""
        row = QHBoxLayout()
        row.setContentsMargins(theme.px(24), theme.px(14), theme.px(24), theme.px(14))
        row.setSpacing(theme.px(10))
        row.addWidget(Icon("info", "text2", 16), 0, Qt.AlignmentFlag.AlignTop)
        column = QVBoxLayout()
        column.setSpacing(0)
        column.addWidget(self.info)
        column.addWidget(self.info_text)
        row.addLayout(column, 1)
        return row

    def measure(self) -> None:
        self._head.setFixedHeight(theme.px(48))
        self._head.setContentsMargins(theme.px(24), 0, theme.px(16), 0)
        self._foot.setFixedHeight(theme.px(56))
        self._foot.setContentsMargins(theme.px(24), 0, theme.px(24), 0)
        self._grid.setColumnMinimumWidth(0, theme.px(_FIELDS))

    def _connect(self) -> None:
        self.link.clicked.connect(self.link_wanted)
        self.different.clicked.connect(self.different_wanted)
        self.later.clicked.connect(self.later_wanted)
        self.swap.clicked.connect(self.swap_sides)
        self.before.clicked.connect(self._on_before)
        self.behind.clicked.connect(self._on_behind)

    def _on_before(self) -> None:
        self.stepped.emit(-1)

    def _on_behind(self) -> None:
        self.stepped.emit(1)

    # --- what is shown ----------------------------------------------------------------------------

    def begin(self, pair: Pair, at: int, number: int, formats: Formats) -> None:
        """Another pair: its reason at once, its fields when they are read."""
        self.why.setText(words.why(pair.kind))
        self.number.setText(words.read_as(pair))
        self.stand(at, number, formats)
        self._both = None
        self._stays_left = True
        self._clear()
        self._enable()

    def stand(self, at: int, number: int, formats: Formats) -> None:
        """Say where the pair stands among all."""
        self.place.setText(words.place(at + 1, number, formats))
        self.before.setEnabled(at > 0)
        self.behind.setEnabled(at + 1 < number)

    def show_sides(self, both: TwoSides, formats: Formats) -> None:
        """Show the two, with what stands as it was chosen where they are read anew."""
        chosen = self._chosen() if self._both is not None else {}
        self._both, self._formats = both, formats
        if not chosen:
            self._stays_left = both.left.hides >= both.right.hides
        self._fill()
        for key, customer_id in chosen.items():
            self._choose(key, customer_id)
        self._enable()
        self._tell()

    @property
    def both(self) -> TwoSides | None:
        """The pair that is shown, as it was read."""
        return self._both

    def swap_sides(self) -> None:
        """Let the other one stay; a field keeps the value that was chosen."""
        if self._both is None:
            return
        chosen = self._chosen()
        self._stays_left = not self._stays_left
        self._fill()
        for key, customer_id in chosen.items():
            self._choose(key, customer_id)
        self._enable()
        self._tell()

    def _sides(self, both: TwoSides) -> tuple[Side, Side]:
        """Who stays, shown left, and who is hidden."""
        return (both.left, both.right) if self._stays_left else (both.right, both.left)

    def choice(self) -> LinkChoice | None:
        """What is chosen; None: the pair is not read yet."""
        if self._both is None:
            return None
        stays, hidden = self._sides(self._both)
        chosen = self._chosen()
        fields = frozenset(
            key
            for key, customer_id in chosen.items()
            if key != _OWNER and customer_id == hidden.customer.id
        )
        return LinkChoice(
            stays.customer, hidden.customer, fields, chosen.get(_OWNER) == hidden.customer.id
        )

    def _chosen(self) -> dict[str, str]:
        """The customer whose value is chosen, by field."""
        found = {}
        for key, group in self._groups.items():
            button = group.checkedButton()
            if button is not None:
                found[key] = str(button.property("customer"))
        return found

    def _choose(self, key: str, customer_id: str) -> None:
        group = self._groups.get(key)
        for button in group.buttons() if group is not None else ():
            if button.property("customer") == customer_id:
                button.setChecked(True)

    def _clear(self) -> None:
        for widget in self._made:
            self._grid.removeWidget(widget)
            widget.hide()
            # It goes a moment later, and is not what is looked for by its name until then.
            widget.setObjectName("")
            widget.deleteLater()
        for group in self._groups.values():
            group.deleteLater()
        self._made, self._groups = [], {}
        self.info.setText("")
        self.info_text.set_text("")

    def _enable(self) -> None:
        there = self._both is not None
        for button in (self.link, self.swap, self.different, self.later):
            button.setEnabled(there)

    def _fill(self) -> None:
        if self._both is None or self._formats is None:
            return
        self._clear()
        stays, hidden = self._sides(self._both)
        row = self._fill_head(stays, hidden, self._both, self._formats)
        for key, word in words.field_words().items():
            row = self._fill_field(row, key, word, stays, hidden)
        self._group(row, self.tr("Both are kept"), self.tr("nothing is moved or deleted"))
        row += 1
        for key, word, made in words.kept_rows():
            self._fill_kept(row, key, word, stays, hidden, made)
            row += 1
        self._group(row, self.tr("Who keeps the customer"), "")
        self._fill_owner(row + 1, stays, hidden)

    def _put(self, widget: QWidget, row: int, column: int, across: int = 1) -> None:
        self._grid.addWidget(widget, row, column, 1, across)
        widget.show()
        self._made.append(widget)

    def _fill_head(self, stays: Side, hidden: Side, both: TwoSides, formats: Formats) -> int:
        corner = self._label_cell(self.tr("Field"), "pair_field", _HEAD, ground="raised")
        self._put(corner, 0, 0)
        for column, (side, chip) in enumerate(
            ((stays, self.tr("stays")), (hidden, self.tr("is hidden"))), 1
        ):
            ground = "select" if column == 1 else "raised"
            cell = Pane(ground, _BESIDE, name=f"pair_head_{column}")
            cell.setFixedHeight(theme.px(_HEAD))
            lines = QVBoxLayout(cell)
            lines.setContentsMargins(theme.px(16), theme.px(12), theme.px(16), theme.px(12))
            lines.setSpacing(0)
            customer = side.customer
            shown = customer.name or customer.company or customer.phone
            tone = Tone.CHOSEN if column == 1 else Tone.PLAIN
            row = QHBoxLayout()
            row.addWidget(Label(shown, name=f"pair_name_{column}", face=Face.TITLE, cut=True), 1)
            row.addWidget(StatusChip(chip, tone, name=f"pair_chip_{column}"))
            lines.addLayout(row)
            made = words.created(side, formats, both)
            lines.addWidget(Label(made, name=f"pair_made_{column}", ink="text2", cut=True))
            self._put(cell, 0, column)
        return 1

    def _fill_field(self, row: int, key: str, word: str, stays: Side, hidden: Side) -> int:
        texts = [self._value(side, key) for side in (stays, hidden)]
        self._put(self._label_cell(word, f"pair_label_{key}", _ROW), row, 0)
        if texts[0] == texts[1]:
            same = self.tr("the same in both") if texts[0] else ""
            self._put(self._same_cell(texts[0] or words.nothing(), same, key), row, 1, 2)
            return row + 1
        group = self._new_group(key)
        for column, (side, text) in enumerate(zip((stays, hidden), texts, strict=True), 1):
            cell = self._choice_cell(key, side, column, group)
            tone = TONES[side.customer.sales_status] if key == "sales_status" else None
            cell.show_value(text or words.nothing(), field=word, tone=tone, empty=not text)
            # What is empty on the one that stays is taken over.
            takes = not texts[0] and bool(texts[1])
            cell.setChecked((column == 2) is takes)
            self._put(cell, row, column)
        return row + 1

    def _fill_kept(
        self, row: int, key: str, word: str, stays: Side, hidden: Side, made: words.Told
    ) -> None:
        self._put(self._label_cell(word, f"pair_label_{key}", _PLAIN_ROW), row, 0)
        if self._both is None or self._formats is None:
            return
        for column, side in enumerate((stays, hidden), 1):
            number, rest = made(side, self._formats, self._both)
            cell, line = self._plain_cell(f"pair_{key}_{column}", _PLAIN_ROW)
            if number:
                line.addWidget(Label(number, name=f"pair_{key}_number_{column}"))
            told = Label(rest, name=f"pair_{key}_text_{column}", ink="text2", cut=True)
            line.addWidget(told, 1)
            self._put(cell, row, column)

    def _fill_owner(self, row: int, stays: Side, hidden: Side) -> None:
        self._put(self._label_cell(self.tr("Owner"), "pair_label_owner", _ROW), row, 0)
        if self._both is None or self._formats is None:
            return
        told = [words.owner(side.held, self._formats, self._both) for side in (stays, hidden)]
        if stays.held.uid == hidden.held.uid:
            text = told[0][0]
            self._put(self._same_cell(text, self.tr("the same in both"), _OWNER), row, 1, 2)
            return
        group = self._new_group(_OWNER)
        takes = stays.held.uid is None and self._may_choose(stays, hidden)
        for column, (side, (text, beside)) in enumerate(zip((stays, hidden), told, strict=True), 1):
            cell = self._choice_cell(_OWNER, side, column, group)
            locked = column == 2 and not self._may_choose(stays, side)
            cell.show_value(
                text, field=self.tr("Owner"), beside=beside, empty=side.held.uid is None,
                locked=locked,
            )  # fmt: skip
            if locked:
                cell.setToolTip(words.locked())
            cell.setChecked((column == 2) is takes)
            self._put(cell, row, column)

    def _may_choose(self, stays: Side, hidden: Side) -> bool:
        """Whether the person may give the customer to the hidden one's owner."""
        if hidden.held.uid is None:
            return False
        free = stays.held.uid is None
        needed = Permission.CUSTOMERS_ASSIGN if free else Permission.CUSTOMERS_TRANSFER
        return self._actor.may(needed)

    def _new_group(self, key: str) -> QButtonGroup:
        group = QButtonGroup(self)
        group.setObjectName(f"pair_group_{key}")
        group.buttonToggled.connect(self._tell)
        self._groups[key] = group
        return group

    def _choice_cell(self, key: str, side: Side, column: int, group: QButtonGroup) -> ChoiceCell:
        cell = ChoiceCell(name=f"pair_{key}_choice_{column}")
        cell.setProperty("customer", side.customer.id)
        cell.setProperty("field", key)
        cell.stepped.connect(self.stepped)
        cell.sided.connect(self._on_sided)
        group.addButton(cell, column)
        return cell

    def _on_sided(self, side: int) -> None:
        """Choose the left or the right of the row that has the focus."""
        cell = self.sender()
        group = self._groups.get(str(cell.property("field"))) if cell is not None else None
        button = group.button(side + 1) if group is not None else None
        if button is not None and button.isEnabled():
            button.setChecked(True)
            button.setFocus(Qt.FocusReason.OtherFocusReason)

    def _value(self, side: Side, key: str) -> str:
        customer = side.customer
        if key == "phone":
            return (
                phones.display(customer.phone)
                if _reads_otherwise(customer.phone)
                else customer.phone
            )
        if key == "sales_status":
            return status_word(customer.sales_status)
        if key == "lead_source":
            return source_word(customer.lead_source) if customer.lead_source else ""
        return str(getattr(customer, key) or "")

    def _plain_cell(
        self, name: str, height: int, ground: str = "base", *, first: bool = False
    ) -> tuple[Pane, QHBoxLayout]:
        cell = Pane(ground, "bottom", name=name) if first else Pane(ground, _BESIDE, name=name)
        cell.setFixedHeight(theme.px(height))
        row = QHBoxLayout(cell)
        row.setContentsMargins(theme.px(16), 0, theme.px(16), 0)
        row.setSpacing(theme.px(8))
        return cell, row

    def _label_cell(self, text: str, name: str, height: int, ground: str = "base") -> Pane:
        cell, line = self._plain_cell(f"{name}_cell", height, ground, first=True)
        line.setContentsMargins(theme.px(24), 0, theme.px(8), 0)
        line.addWidget(Label(text, name=name, ink="text2", cut=True))
        return cell

    def _same_cell(self, text: str, same: str, key: str) -> Pane:
        cell, line = self._plain_cell(f"pair_same_{key}", _ROW)
        ink = "text" if same else "text2"
        line.addWidget(Label(text, name=f"pair_same_text_{key}", ink=ink))
        rest = Label(same, name=f"pair_same_note_{key}", ink="text2", cut=True)
        line.addWidget(rest, 1)
        return cell

    def _group(self, row: int, title: str, beside: str) -> None:
        cell, line = self._plain_cell(f"pair_group_{row}", _PLAIN_ROW, "raised", first=True)
        line.setContentsMargins(theme.px(24), 0, theme.px(16), 0)
        line.addWidget(Label(title, name=f"pair_group_title_{row}", face=Face.STRONG))
        rest = Label(beside, name=f"pair_group_note_{row}", ink="text2", cut=True)
        line.addWidget(rest, 1)
        self._put(cell, row, 0, 3)

    def _tell(self) -> None:
        """Say what both are as one customer, by what is chosen."""
        choice = self.choice()
        if choice is None or self._both is None or self._formats is None:
            return
        stays, hidden = self._sides(self._both)
        head, text = words.as_one(
            self._both, stays, hidden, takes_owner=choice.takes_owner, formats=self._formats
        )
        self.info.setText(head)
        self.info_text.set_text(text)

    def first_choice(self) -> QWidget | None:
        """The first field that can be chosen."""
        group = next(iter(self._groups.values()), None)
        return group.checkedButton() if group is not None else None


def _reads_otherwise(text: str) -> bool:
    """Whether a number is stored in the one form, which nobody reads well."""
    return text.startswith("+") and text[1:].isdigit()
