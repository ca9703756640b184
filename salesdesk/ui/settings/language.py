"""In which language the window speaks to this person."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout

from salesdesk.ui.i18n import fill
from salesdesk.ui.kit import language, theme
from salesdesk.ui.kit.fonts import Face
from salesdesk.ui.kit.widgets import (
    Label,
    Pane,
    Paragraph,
    Segment,
    SegmentedControl,
)

#: A segment without a key could not be chosen.
_SYSTEM = "system"


class LanguagePage(Pane):
    """The languages that there are, each in its own words, and the system's.

    Signals:
        wanted(str): a code of `language.LANGUAGES`; '': the system's.
    """

    wanted = Signal(str)

    def __init__(self) -> None:
        super().__init__("base", name="settings_language_page")
        system = language.LANGUAGES[language.proposed()]
        self.choice = SegmentedControl(
            [
                Segment(_SYSTEM, fill(self.tr("As the system: {language}"), language=system)),
                *(Segment(code, name) for code, name in language.LANGUAGES.items()),
            ],
            name="settings_language",
            accessible=self.tr("Language"),
        )
        self._column = QVBoxLayout(self)
        self._column.addWidget(Label(self.tr("Language of the window"), face=Face.STRONG))
        said = self.tr(
            "It counts at once: the window is made anew and stands where it stood. Numbers, dates "
            "and money are written as in the office’s country, whatever the language."
        )
        self._column.addWidget(Paragraph(said, ink="text2"))
        self._column.addWidget(self.choice, 0, Qt.AlignmentFlag.AlignLeft)
        self._column.addStretch(1)
        self.choice.set_value(language.wanted() or _SYSTEM)
        self.choice.chosen.connect(self._on_chosen)
        self.measure()

    def _on_chosen(self, key: str) -> None:
        self.wanted.emit("" if key == _SYSTEM else key)

    def measure(self) -> None:
        side = theme.px(24)
        self._column.setContentsMargins(side, theme.px(8), side, side)
        self._column.setSpacing(theme.px(16))
        self.setMaximumWidth(theme.px(608))
