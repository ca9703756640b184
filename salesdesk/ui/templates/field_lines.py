"""The fields of a message beneath its text: what fills them in, and where that came from."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from functools import partial

from PySide6.QtCore import QEvent, QObject, QSize, Qt, Signal
from PySide6.QtWidgets import (
    QComboBox,
    QFrame,
    QGridLayout,
    QLineEdit,
    QScrollArea,
    QSizePolicy,
    QWidget,
)

from salesdesk.domain.queries import CustomerRow
from salesdesk.domain.templates import OrderFacts, TemplateField
from salesdesk.ui.i18n import fill
from salesdesk.ui.kit import theme
from salesdesk.ui.kit.formats import Formats
from salesdesk.ui.kit.widgets import Label, named
from salesdesk.ui.kit.widgets.basics import Measured
from salesdesk.ui.templates.texts import OF_ORDERS, field_words, short_day, values_of

_LABEL, _FIELD, _LINE = 80, 208, 28
#: So many lines are in sight in the lowest window.
_LEAST_LINES = 4
_NO_ORDER = -1


class _Line(QLineEdit):
    """A field of 24 px, so that eight of them leave the text its room."""

    def sizeHint(self) -> QSize:
        return QSize(theme.px(_FIELD), theme.px(_LINE - 4))

    def minimumSizeHint(self) -> QSize:
        return QSize(theme.px(120), theme.px(_LINE - 4))


class FieldLines(Measured, QWidget):
    """A line for each field of the template; room, package, price and date follow an order.

    Args:
        formats_of: how figures are written in a message of a language.

    Signals:
        changed(object): what these fields say is another, as a set of TemplateField.
    """

    changed = Signal(object)

    def __init__(
        self,
        row: CustomerRow,
        agent: str,
        orders: Sequence[OrderFacts],
        own: Formats,
        formats_of: Callable[[str], Formats],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setObjectName("whatsapp_fields")
        self._row, self._agent, self._orders = row, agent, tuple(orders)
        self._own, self._formats_of = own, formats_of
        self._language = "id"
        self._there: frozenset[TemplateField] = frozenset()
        self.typed: dict[TemplateField, str] = {}
        self.lines: dict[TemplateField, QLineEdit] = {}
        self._labels: dict[TemplateField, Label] = {}
        self._origins: dict[TemplateField, Label] = {}
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._build_order()
        for at, (field, word) in enumerate(field_words().items(), start=1):
            self._build_line(at, field, word)
        self._grid.setColumnStretch(2, 1)
        self.measure()

    def _build_order(self) -> None:
        self.order = QComboBox()
        named(self.order, "whatsapp_order", self.tr("Order"))
        self.order.setProperty("small", "true")
        self._order_label = Label(self.tr("Order"), name="whatsapp_order_label", ink="text2")
        self._order_label.setBuddy(self.order)
        self.order.setToolTip(self.tr("Fills in room, guests, package, price and date"))
        for at, one in enumerate(self._orders):
            day = short_day(one.day, self._own.locale) if one.day else ""
            told = " · ".join(filter(None, (day, one.room or one.packages)))
            self.order.addItem(told or self.tr("An order"), at)
        self.order.addItem(self.tr("None"), _NO_ORDER)
        self.order.setCurrentIndex(0)
        self.order.activated.connect(self._on_order)
        self._grid.addWidget(self._order_label, 0, 0)
        self._grid.addWidget(self.order, 0, 1, 1, 2)

    def _build_line(self, at: int, field: TemplateField, word: str) -> None:
        line = _Line()
        named(line, f"whatsapp_{field.value}", word)
        line.setProperty("small", "true")
        line.textEdited.connect(partial(self._on_typed, field))
        label = Label(word, name=f"whatsapp_{field.value}_label", ink="text2")
        label.setBuddy(line)
        origin = Label(name=f"whatsapp_{field.value}_origin", ink="text2", cut=True)
        self.lines[field], self._labels[field], self._origins[field] = line, label, origin
        for column, part in enumerate((label, line, origin)):
            self._grid.addWidget(part, at, column)

    # --- what fills a message in ------------------------------------------------------------------

    @property
    def order_id(self) -> str | None:
        """The chosen order; None: none is."""
        order = self._chosen_order()
        return order.id if order is not None else None

    def take_over(self, typed: Mapping[TemplateField, str], order_id: str | None) -> None:
        """Go on with what was typed and chosen before."""
        self.typed = dict(typed)
        at = next((at for at, one in enumerate(self._orders) if one.id == order_id), _NO_ORDER)
        self.order.setCurrentIndex(at if at >= 0 else self.order.count() - 1)

    def show_fields(self, there: Sequence[TemplateField], language: str) -> None:
        """Show the lines of a template's fields, in its language."""
        self._there, self._language = frozenset(there), language
        self._show()

    def values(self, language: str = "") -> dict[TemplateField, str]:
        """What each field says now, in the shown template's language or another one."""
        order = values_of(self._chosen_order(), self._formats_of(language or self._language))
        known = {
            TemplateField.NAME: self._row.name or "",
            TemplateField.COMPANY: self._row.company or "",
            TemplateField.AGENT: self._agent,
            **order,
        }
        return known | self.typed

    def _chosen_order(self) -> OrderFacts | None:
        at = self.order.currentData()
        return self._orders[at] if at is not None and at != _NO_ORDER else None

    def _on_order(self) -> None:
        for field in OF_ORDERS:
            self.typed.pop(field, None)
        self._show()
        self.changed.emit(OF_ORDERS)

    def _on_typed(self, field: TemplateField, text: str) -> None:
        self.typed[field] = text
        self._origins[field].setText(self._origin(field))
        self.changed.emit(frozenset({field}))

    def _show(self) -> None:
        values = self.values()
        for field, line in self.lines.items():
            shown = field in self._there
            said = values.get(field, "")
            if line.text() != said:
                line.setText(said)
                line.setCursorPosition(0)
            self._origins[field].setText(self._origin(field))
            for part in (line, self._labels[field], self._origins[field]):
                part.setVisible(shown)
        by_order = bool(self._orders) and not self._there.isdisjoint(OF_ORDERS)
        for each in (self.order, self._order_label):
            each.setVisible(by_order)
        self.measure()

    def _origin(self, field: TemplateField) -> str:
        """Where a value comes from: 'customer', 'order of 27 June', 'typed by you'."""
        if field in self.typed:
            return self.tr("typed by you")
        if not self.values().get(field):
            return self.tr("not known")
        if field is TemplateField.AGENT:
            return self.tr("you")
        if field not in OF_ORDERS:
            return self.tr("customer")
        order = self._chosen_order()
        if order is None or order.day is None:
            return self.tr("order")
        day = short_day(order.day, self._own.locale, year=False)
        return fill(self.tr("order for {day}"), day=day)

    def measure(self) -> None:
        super().measure()
        self._grid.setHorizontalSpacing(theme.px(12))
        self._grid.setVerticalSpacing(theme.px(4))
        self._grid.setColumnMinimumWidth(0, theme.px(_LABEL))
        for field in self.lines.values():
            field.setFixedSize(theme.px(_FIELD), theme.px(_LINE - 4))
        self.order.setFixedHeight(theme.px(_LINE - 4))


class FieldScroll(QScrollArea):
    """As high as its lines; in a low window they scroll, so that the text keeps its room."""

    def __init__(self, lines: FieldLines) -> None:
        super().__init__()
        self.setObjectName("whatsapp_fields_scroll")
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setProperty("quiet", "true")
        self.setWidgetResizable(True)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Maximum)
        self._lines = lines
        self.setWidget(lines)
        lines.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.LayoutRequest:
            self.updateGeometry()
        return super().eventFilter(watched, event)

    def sizeHint(self) -> QSize:
        return QSize(theme.px(_LABEL + 2 * _FIELD), self._lines.sizeHint().height())

    def minimumSizeHint(self) -> QSize:
        least = min(self.sizeHint().height(), theme.px(_LEAST_LINES * _LINE))
        return QSize(theme.px(_LABEL + _FIELD), least)
