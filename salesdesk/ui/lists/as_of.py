"""The quiet line under a list's head that says of which moment the list is, where that is old."""

from __future__ import annotations

from PySide6.QtWidgets import QHBoxLayout, QWidget

from salesdesk.ui.i18n import fill, translate
from salesdesk.ui.kit import theme
from salesdesk.ui.kit.widgets import Label, Pane
from salesdesk.ui.session.context import Context


class AsOfLine(Pane):
    """Shown while the last sweep of the summaries is old, and then only where the list needs them.

    It hears what the pulse of the connection brings, so that no list asks for it.

    Args:
        screen: the beginning of its name.
        side: the margin at both ends, unscaled.
    """

    def __init__(
        self,
        context: Context,
        screen: str,
        *,
        ground: str = "base",
        side: int = 16,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(ground, "bottom", name=f"{screen}_as_of_line", parent=parent)
        self._context = context
        self._side = side
        self._concerned = True
        self.said = Label(name=f"{screen}_as_of", ink="text2", cut=True)
        self._row = QHBoxLayout(self)
        self._row.addWidget(self.said, 1)
        self.measure()
        self._show()
        context.connection.measured.connect(self._show)
        context.office.changed.connect(self._show)

    def concern(self, concerned: bool) -> None:
        """Whether what is shown rests on the summaries just now."""
        self._concerned = concerned
        self._show()

    def _show(self) -> None:
        pulse = self._context.connection.pulse
        as_of = pulse.as_of if pulse is not None and self._concerned else None
        self.setVisible(as_of is not None)
        if pulse is None or as_of is None:
            return
        moment = self._context.office.formats.at_office(as_of, pulse.now)
        said = translate(
            "as of", "As of {when}. What the booking application wrote since may be missing."
        )
        self.said.setText(fill(said, when=moment))

    def measure(self) -> None:
        self._row.setContentsMargins(theme.px(self._side), 0, theme.px(self._side), 0)
        self.setFixedHeight(theme.px(32))
