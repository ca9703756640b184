"""The theme: contrast of the tokens, style sheet, palette, switching a running application."""

from __future__ import annotations

import re

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QFontInfo, QPalette
from PySide6.QtTest import QSignalSpy
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from salesdesk.ui.kit import fonts, icons, resources, theme
from salesdesk.ui.kit.fonts import Face
from salesdesk.ui.kit.painting.cells import Level, Tone
from salesdesk.ui.kit.theme import Scheme
from salesdesk.ui.kit.tokens import DARK, LIGHT, Tokens
from salesdesk.ui.kit.widgets import Segment, SegmentedControl

SCHEMES = {"light": LIGHT, "dark": DARK}

#: (ink, ground, least contrast): 4.5 for text, 3 for edges and icons (design tokens, "Contrast").
PAIRS = [
    *[(ink, ground, 4.5) for ink in ("text", "text2", "text3") for ground in ("base", "window")],
    *[(ink, ground, 4.5) for ink in ("text", "text2", "text3") for ground in ("raised", "hover")],
    *[(ink, "select", 4.5) for ink in ("text", "text2", "text3", "accent", "soon", "urgent")],
    *[(ink, "base", 4.5) for ink in ("accent", "soon", "urgent", "won")],
    *[(ink, "hover", 4.5) for ink in ("soon", "urgent")],
    *[("onAccent", ground, 4.5) for ground in ("accent", "accentHover", "accentPressed")],
    # What is chosen is painted as a link is, which stands here already.
    *[(tone.ink, tone.ground, 4.5) for tone in Tone if tone is not Tone.CHOSEN],
    ("text", "plain", 4.5),
    ("onOverdue", "overdueGround", 4.5),
    ("text", "noticeGround", 4.5),
    ("soon", "noticeGround", 4.5),
    ("onTip", "tipGround", 4.5),
    ("urgent", "window", 4.5),
    ("control", "base", 3.0),
    ("focus", "base", 3.0),
    ("focus", "window", 3.0),
    ("focus", "select", 3.0),
    *[("focus", ground, 3.0) for ground in ("raised", "hover", "plain", "noticeGround")],
    ("text3", "plain", 4.5),
    *[(ink, "noticeGround", 4.5) for ink in ("text2", "text3")],
    *[("accent", ground, 4.5) for ground in ("window", "raised", "hover")],
    *[("control", ground, 3.0) for ground in ("window", "raised", "hover")],
    # What cannot be pressed may be pale, but not lost.
    *[("textOff", ground, 2.2) for ground in ("base", "window", "raised", "hover", "plain")],
    ("chartOutline", "base", 3.0),
]

#: What the design states for some pairs, light and dark.
STATED = [
    ("text", "base", 16.1, 13.4),
    ("text2", "base", 7.4, 8.7),
    ("text3", "window", 5.0, 6.9),
    ("text3", "select", 4.6, 4.8),
    ("accent", "base", 6.2, 7.2),
    ("onAccent", "accent", 6.2, 6.9),
    ("soon", "select", 5.4, 6.7),
    ("urgent", "select", 5.5, 5.7),
    ("onOverdue", "overdueGround", 6.5, 5.4),
    ("cold", "coldGround", 6.9, 7.8),
    ("warm", "warmGround", 6.8, 8.0),
    ("hot", "hotGround", 6.7, 8.0),
    ("control", "base", 3.4, 4.2),
    ("focus", "select", 5.3, 5.5),
]


def luminance(colour: str) -> float:
    """The relative luminance of WCAG 2."""
    parts = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    linear = [p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(one: str, other: str) -> float:
    """The contrast of two colours, 1 to 21."""
    light, dark = sorted((luminance(one), luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


@pytest.mark.parametrize("scheme", SCHEMES)
@pytest.mark.parametrize(("ink", "ground", "least"), PAIRS)
def test_every_pair_that_is_painted_has_contrast(
    scheme: str, ink: str, ground: str, least: float
) -> None:
    of = SCHEMES[scheme]
    assert contrast(getattr(of, ink), getattr(of, ground)) >= least


#: What Qt paints by itself: the role of the words, that of the ground, the least contrast.
ROLES = [
    (QPalette.ColorRole.WindowText, QPalette.ColorRole.Window, 4.5),
    (QPalette.ColorRole.Text, QPalette.ColorRole.Base, 4.5),
    (QPalette.ColorRole.Text, QPalette.ColorRole.AlternateBase, 4.5),
    (QPalette.ColorRole.PlaceholderText, QPalette.ColorRole.Base, 4.5),
    (QPalette.ColorRole.ButtonText, QPalette.ColorRole.Button, 4.5),
    (QPalette.ColorRole.HighlightedText, QPalette.ColorRole.Highlight, 4.5),
    (QPalette.ColorRole.Link, QPalette.ColorRole.Base, 4.5),
    (QPalette.ColorRole.ToolTipText, QPalette.ColorRole.ToolTipBase, 4.5),
]


@pytest.mark.parametrize("scheme", SCHEMES)
@pytest.mark.parametrize(("words", "ground", "least"), ROLES)
def test_the_palette_has_contrast(
    scheme: str, words: QPalette.ColorRole, ground: QPalette.ColorRole, least: float
) -> None:
    made = theme.palette(SCHEMES[scheme])
    assert contrast(made.color(words).name(), made.color(ground).name()) >= least
    off = made.color(QPalette.ColorGroup.Disabled, QPalette.ColorRole.Text)
    assert contrast(off.name(), made.color(QPalette.ColorRole.Base).name()) >= 2.2


@pytest.mark.parametrize(("ink", "ground", "light", "dark"), STATED)
def test_the_contrasts_are_those_of_the_design(
    ink: str, ground: str, light: float, dark: float
) -> None:
    found = [contrast(getattr(of, ink), getattr(of, ground)) for of in (LIGHT, DARK)]
    assert found == pytest.approx([light, dark], abs=0.06)


def test_both_schemes_name_valid_colours() -> None:
    for of in SCHEMES.values():
        for name in Tokens.names():
            assert re.fullmatch(r"#([0-9A-F]{6}|[0-9A-F]{8})", getattr(of, name)), name
    assert QColor(LIGHT.scrim).alpha() == 0x52
    assert QColor(DARK.scrim).alpha() == 0x80


def test_levels_and_tones_name_tokens() -> None:
    names = set(Tokens.names())
    assert {level.ink for level in Level} <= names
    assert {part for tone in Tone for part in (tone.ink, tone.ground, tone.edge)} <= names


@pytest.mark.parametrize("scheme", SCHEMES)
@pytest.mark.parametrize("name", theme.STYLE_ICONS)
def test_the_icons_of_the_style_sheet_have_the_colours_of_the_tokens(
    scheme: str, name: str
) -> None:
    stored = resources.path("style", scheme, f"{name}.svg").read_text(encoding="utf-8")
    assert stored == theme.style_icon(name, SCHEMES[scheme])


@pytest.mark.parametrize("scheme", SCHEMES)
def test_the_style_sheet_is_filled_completely(scheme: str) -> None:
    sheet = theme.style_sheet(SCHEMES[scheme], 100)
    assert "@" not in sheet
    for path in re.findall(r'url\("(.+?)"\)', sheet):
        assert resources.root().as_posix() in path
        with open(path, encoding="utf-8") as file:
            assert "<svg" in file.read()


def test_lengths_follow_the_scale_but_lines_do_not() -> None:
    sheet = theme.style_sheet(LIGHT, 130)
    assert "font-size: 23px" in sheet
    assert "border: 1px solid" in sheet
    assert "border: 2px solid" in sheet


def test_a_running_application_switches_without_new_widgets(
    themed: QApplication, qtbot: QtBot
) -> None:
    field = QLineEdit()
    qtbot.addWidget(field)
    field.show()
    told = QSignalSpy(theme.notifier().changed)
    light = icons.pixmap("sun", "text2")
    theme.apply(themed, Scheme.DARK)
    assert told.count() == 1
    assert theme.tokens() is DARK
    assert theme.colours().dark
    assert themed.palette().color(QPalette.ColorRole.Base) == QColor(DARK.base)
    assert icons.pixmap("sun", "text2").cacheKey() != light.cacheKey()
    assert field.grab().toImage().pixelColor(field.width() // 2, 4) == QColor(DARK.base)


def test_a_selected_row_keeps_its_text_colours() -> None:
    made = theme.palette(LIGHT)
    assert made.color(QPalette.ColorRole.Highlight) == QColor(LIGHT.select)
    assert made.color(QPalette.ColorRole.HighlightedText) == QColor(LIGHT.text)
    disabled = made.color(QPalette.ColorGroup.Disabled, QPalette.ColorRole.Text)
    assert disabled == QColor(LIGHT.textOff)


def test_the_system_scheme_follows_the_desktop(themed: QApplication) -> None:
    theme.apply(themed, Scheme.SYSTEM)
    dark = themed.styleHints().colorScheme() == Qt.ColorScheme.Dark
    assert theme.tokens() is (DARK if dark else LIGHT)
    assert theme.scheme() is Scheme.SYSTEM


def test_an_unknown_scale_is_refused(themed: QApplication) -> None:
    with pytest.raises(ValueError, match="scale"):
        theme.apply(themed, Scheme.LIGHT, 90)


def test_all_sizes_scale_together(themed: QApplication, qtbot: QtBot) -> None:
    label = QLabel("12")
    qtbot.addWidget(label)
    label.show()
    before = label.sizeHint().height()
    theme.apply(themed, Scheme.LIGHT, 130)
    assert theme.px(32) == 42
    assert fonts.font(Face.BODY).pixelSize() == 17
    assert fonts.font(Face.TITLE).pixelSize() == 23
    assert label.sizeHint().height() > before


def test_segments_in_sight_are_as_wide_as_their_larger_words(
    themed: QApplication, qtbot: QtBot
) -> None:
    control = SegmentedControl(
        [Segment("light", "Terang"), Segment("system", "Seperti sistem")],
        name="scheme",
        accessible="Warna",
    )
    qtbot.addWidget(control)
    control.show()
    theme.apply(themed, Scheme.LIGHT, 150)
    for key in ("light", "system"):
        button = control.button(key)
        words = fonts.metrics(Face.STRONG).horizontalAdvance(button.text())
        assert button.width() >= words + 2 * theme.px(12)


def test_the_bundled_faces_are_used(themed: QApplication) -> None:
    assert fonts.load()
    for face in Face:
        info = QFontInfo(fonts.font(face))
        assert info.family() == fonts.FAMILY
        assert info.weight() == face.value[1]
    metrics = fonts.metrics(Face.BODY)
    assert metrics.horizontalAdvance("1111") == metrics.horizontalAdvance("8888")


def test_tabular_figures_survive_the_style_sheet(themed: QApplication, qtbot: QtBot) -> None:
    label = QLabel("1")
    label.setProperty("face", "title")
    qtbot.addWidget(label)
    label.show()
    assert label.font().pixelSize() == 18
    wide = label.fontMetrics().horizontalAdvance
    assert wide("1111") == wide("8888")


def test_grounds_can_be_named_on_plain_widgets(themed: QApplication, qtbot: QtBot) -> None:
    plain = QWidget()
    plain.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
    plain.setProperty("ground", "raised")
    qtbot.addWidget(plain)
    plain.resize(8, 8)
    plain.show()
    assert plain.grab().toImage().pixelColor(4, 4) == QColor(LIGHT.raised)
