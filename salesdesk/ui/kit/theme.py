"""The theme: palette, style sheet, fonts, icons and the delegates' colours, from tokens.

`apply` switches a running application; no widget is made again. Everything that paints itself
asks `colours()` and `px()` while painting, so that it follows.
"""

from __future__ import annotations

import re
from dataclasses import asdict
from enum import Enum
from functools import cache

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QBrush, QColor, QPalette, QPen
from PySide6.QtWidgets import QApplication

from salesdesk.ui.kit import fonts, icons, resources
from salesdesk.ui.kit.tokens import DARK, LIGHT, Tokens

SCALES = (100, 115, 130, 150)


class Scheme(Enum):
    """Which of the two sets of colours; SYSTEM follows the desktop."""

    SYSTEM = "system"
    LIGHT = "light"
    DARK = "dark"


class Colours:
    """Ready colours, brushes and 1 px pens by token name, made once per theme.

    Attributes:
        colour, brush, pen: by token name.
        focus_pen: the 2 px pen of the focus ring.
        dark: whether these are the dark ones.
    """

    __slots__ = ("brush", "colour", "dark", "focus_pen", "pen")

    def __init__(self, tokens: Tokens) -> None:
        self.dark = tokens is DARK
        self.colour = {name: QColor(value) for name, value in asdict(tokens).items()}
        self.brush = {name: QBrush(colour) for name, colour in self.colour.items()}
        self.pen = {name: QPen(colour) for name, colour in self.colour.items()}
        self.focus_pen = QPen(self.colour["focus"], 2)
        self.focus_pen.setJoinStyle(Qt.PenJoinStyle.MiterJoin)


class Notifier(QObject):
    """Tells that the theme changed.

    Signals:
        changed: emitted after palette, style sheet, fonts and colours were replaced.
        fonts_made: emitted before the style sheet, for which parts measure themselves anew.
    """

    changed = Signal()
    fonts_made = Signal()

    def follow_system(self) -> None:
        """Take over the desktop's scheme when it changes and SYSTEM was chosen."""
        app = QApplication.instance()
        if isinstance(app, QApplication) and _state.scheme is Scheme.SYSTEM:
            apply(app, Scheme.SYSTEM, _state.scale)


class _State:
    """The theme in force."""

    def __init__(self) -> None:
        self.scheme = Scheme.LIGHT
        self.scale = 100
        self.tokens = LIGHT
        self.colours = Colours(LIGHT)
        self.followed: QApplication | None = None


_state = _State()


@cache
def notifier() -> Notifier:
    """The one object whose `changed` signal tells of a new theme."""
    return Notifier()


def tokens() -> Tokens:
    """The tokens in force."""
    return _state.tokens


def colours() -> Colours:
    """The ready colours in force; ask anew in each paint."""
    return _state.colours


def scheme() -> Scheme:
    """The chosen scheme, which may be SYSTEM."""
    return _state.scheme


def scale() -> int:
    """The chosen scale in per cent."""
    return _state.scale


def px(length: int) -> int:
    """A length of the design in pixels at the present scale."""
    return length if _state.scale == 100 else round(length * _state.scale / 100)


def apply(app: QApplication, chosen: Scheme, scale: int = 100) -> None:
    """Put a scheme and a scale in force, also in a running application.

    Raises:
        ValueError: the scale is none of SCALES.
    """
    if scale not in SCALES:
        raise ValueError(f"scale must be one of {SCALES}")
    _prepare(app)
    _state.scheme, _state.scale = chosen, scale
    _state.tokens = _resolved(app, chosen)
    _state.colours = Colours(_state.tokens)
    fonts.make(scale)
    notifier().fonts_made.emit()
    icons.retint(asdict(_state.tokens))
    app.setFont(fonts.font())
    app.setPalette(palette(_state.tokens))
    app.setStyleSheet(style_sheet(_state.tokens, scale))
    notifier().changed.emit()


def _prepare(app: QApplication) -> None:
    if _state.followed is app:
        return
    _state.followed = app
    fonts.load()
    app.setStyle("Fusion")
    app.styleHints().colorSchemeChanged.connect(notifier().follow_system)


def _resolved(app: QApplication, chosen: Scheme) -> Tokens:
    hints = app.styleHints()
    if chosen is Scheme.SYSTEM:
        hints.unsetColorScheme()
        return DARK if hints.colorScheme() == Qt.ColorScheme.Dark else LIGHT
    dark = chosen is Scheme.DARK
    # Offscreen this does nothing; elsewhere it darkens the frame and the native menus.
    hints.setColorScheme(Qt.ColorScheme.Dark if dark else Qt.ColorScheme.Light)
    return DARK if dark else LIGHT


_ROLES = {
    QPalette.ColorRole.Window: "window",
    QPalette.ColorRole.Base: "base",
    QPalette.ColorRole.AlternateBase: "raised",
    QPalette.ColorRole.WindowText: "text",
    QPalette.ColorRole.Text: "text",
    QPalette.ColorRole.ButtonText: "text",
    QPalette.ColorRole.BrightText: "text",
    QPalette.ColorRole.PlaceholderText: "text3",
    QPalette.ColorRole.Button: "base",
    QPalette.ColorRole.Light: "raised",
    QPalette.ColorRole.Midlight: "hover",
    QPalette.ColorRole.Mid: "border",
    QPalette.ColorRole.Dark: "control",
    QPalette.ColorRole.Shadow: "control",
    QPalette.ColorRole.Highlight: "select",
    QPalette.ColorRole.HighlightedText: "text",
    QPalette.ColorRole.Accent: "accent",
    QPalette.ColorRole.Link: "accent",
    QPalette.ColorRole.LinkVisited: "accent",
    QPalette.ColorRole.ToolTipBase: "tipGround",
    QPalette.ColorRole.ToolTipText: "onTip",
}
_WORDS = (
    QPalette.ColorRole.WindowText,
    QPalette.ColorRole.Text,
    QPalette.ColorRole.ButtonText,
    QPalette.ColorRole.HighlightedText,
    QPalette.ColorRole.PlaceholderText,
)


def palette(of: Tokens) -> QPalette:
    """The palette of these tokens; a selected row keeps its own text colours."""
    made = QPalette()
    for role, name in _ROLES.items():
        made.setColor(role, QColor(getattr(of, name)))
    for role in _WORDS:
        made.setColor(QPalette.ColorGroup.Disabled, role, QColor(of.textOff))
    return made


@cache
def _template() -> str:
    return resources.path("style", "salesdesk.qss").read_text(encoding="utf-8")


def style_sheet(of: Tokens, scale: int) -> str:
    """The style sheet with its colours and lengths filled in.

    `@name` is a token, `@icons` the folder of icons. Lengths over 2 px follow the scale; lines
    and focus rings keep theirs.
    """
    values = asdict(of)

    def length(found: re.Match[str]) -> str:
        size = int(found.group(1))
        return f"{size if size <= 2 else round(size * scale / 100)}px"

    values["icons"] = resources.path("style", "dark" if of is DARK else "light").as_posix()
    sized = re.sub(r"\b(\d+)px", length, _template())
    return re.sub(r"@(\w+)", lambda found: values[found.group(1)], sized)


#: The icons that only a style sheet can place: file name → (icon, colour).
STYLE_ICONS = {
    "calendar": ("calendar", "text3"),
    "check": ("check", "onAccent"),
    "check-text": ("check", "text2"),
    "chevron-down": ("chevron-down", "text3"),
    "chevron-down-off": ("chevron-down", "textOff"),
    "chevron-right": ("chevron-right", "text3"),
    "chevron-up": ("chevron-up", "text3"),
}


def style_icon(name: str, of: Tokens) -> str:
    """The SVG text that `resources/style/light` or `dark` must hold under this name.

    A style sheet cannot tint an icon, so these few stand ready in both colours; a test holds
    them equal to the tokens.
    """
    icon, token = STYLE_ICONS[name]
    return icons.source(icon).replace("currentColor", str(getattr(of, token)))
