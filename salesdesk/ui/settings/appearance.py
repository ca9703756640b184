"""How the window looks on this computer; each choice counts at once."""

from __future__ import annotations

from PySide6.QtCore import QLocale, Qt, Signal
from PySide6.QtWidgets import QComboBox, QVBoxLayout, QWidget

from salesdesk.ui.kit import first_day, motion, theme
from salesdesk.ui.kit.fonts import Face
from salesdesk.ui.kit.theme import SCALES, Scheme
from salesdesk.ui.kit.widgets import (
    Label,
    Pane,
    Paragraph,
    Rule,
    Segment,
    SegmentedControl,
    named,
)

_AS_SYSTEM, _REDUCED = "system", "reduced"


class AppearancePage(Pane):
    """Light or dark, the size of text, the first day of the week, whether anything may move.

    Signals:
        scheme_wanted(Scheme), scale_wanted(int): another one was chosen.
        first_day_wanted(int): 0: as the system; else Qt's number of the weekday.
        reduced_motion_wanted(bool): True: nothing shall move; False: as the system.
    """

    scheme_wanted = Signal(object)
    scale_wanted = Signal(object)
    first_day_wanted = Signal(object)
    reduced_motion_wanted = Signal(bool)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("base", name="settings_appearance", parent=parent)
        self.schemes = SegmentedControl(
            [
                Segment(Scheme.LIGHT.value, self.tr("Light")),
                Segment(Scheme.DARK.value, self.tr("Dark")),
                Segment(Scheme.SYSTEM.value, self.tr("As the system")),
            ],
            name="appearance_scheme",
            accessible=self.tr("Colours"),
        )
        self.scales = SegmentedControl(
            [Segment(str(each), f"{each} %") for each in SCALES],
            name="appearance_scale",
            accessible=self.tr("Size of text"),
        )
        self.first_day = QComboBox()
        named(self.first_day, "appearance_first_day", self.tr("First day of the week"))
        self.first_day.addItem(self.tr("As the system"), 0)
        for day in (Qt.DayOfWeek.Monday, Qt.DayOfWeek.Saturday, Qt.DayOfWeek.Sunday):
            self.first_day.addItem(QLocale().dayName(day.value), day.value)
        self.motion = SegmentedControl(
            [
                Segment(_AS_SYSTEM, self.tr("As the system")),
                Segment(_REDUCED, self.tr("Reduce motion")),
            ],
            name="appearance_motion",
            accessible=self.tr("Motion"),
        )
        self._lay_out()
        self.schemes.chosen.connect(self._on_scheme)
        self.scales.chosen.connect(self._on_scale)
        self.first_day.activated.connect(self._on_first_day)
        self.motion.chosen.connect(self._on_motion)
        theme.notifier().changed.connect(self.show_chosen)
        self.show_chosen()

    def _lay_out(self) -> None:
        self._column = QVBoxLayout(self)
        said = self.tr("Kept on this computer; each choice counts at once.")
        self._column.addWidget(Paragraph(said, ink="text2"))
        for at, (title, field) in enumerate(
            (
                (self.tr("Colours"), self.schemes),
                (self.tr("Size of text"), self.scales),
                (self.tr("First day of the week"), self.first_day),
                (self.tr("Motion"), self.motion),
            )
        ):
            if at:
                self._column.addWidget(Rule())
            self._column.addWidget(Label(title, face=Face.STRONG))
            self._column.addWidget(field, 0, Qt.AlignmentFlag.AlignLeft)
        self._column.addStretch(1)
        self.measure()

    def show_chosen(self) -> None:
        """Show what counts now."""
        self.schemes.set_value(theme.scheme().value)
        self.scales.set_value(str(theme.scale()))
        self.motion.set_value(_REDUCED if motion.is_reduced() else _AS_SYSTEM)
        self.first_day.setCurrentIndex(max(self.first_day.findData(first_day.chosen()), 0))

    def _on_scheme(self, key: str) -> None:
        self.scheme_wanted.emit(Scheme(key))

    def _on_scale(self, key: str) -> None:
        self.scale_wanted.emit(int(key))

    def _on_first_day(self, at: int) -> None:
        self.first_day_wanted.emit(int(self.first_day.itemData(at)))

    def _on_motion(self, key: str) -> None:
        self.reduced_motion_wanted.emit(key == _REDUCED)

    def measure(self) -> None:
        side = theme.px(24)
        self._column.setContentsMargins(side, theme.px(8), side, side)
        self._column.setSpacing(theme.px(16))
        self.setMaximumWidth(theme.px(608))
