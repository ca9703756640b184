"""The filled-in places of a message, whatever is typed around, before, into and behind them."""

from __future__ import annotations

import random
from dataclasses import dataclass

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QTextCursor
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from salesdesk.domain.templates import TemplateField, parts
from salesdesk.ui.templates.message_field import MessageField, name_of

WORDS = ("Ibu ", "\n", "😀 ", "{other} ", "ruang, ")
VALUES = ("", "Siti", "PT 😀 Jaya", "{name}x", "12", "Rp21.600.000")
FIELDS = tuple(TemplateField)


@dataclass
class Piece:
    """A part of the text as a person sees it; `field` None: plain."""

    text: str
    field: TemplateField | None = None


def begun(rng: random.Random) -> tuple[str, dict[TemplateField, str], list[Piece]]:
    body = "".join(
        f"{{{rng.choice(FIELDS).value}}}" if rng.random() < 0.5 else rng.choice(WORDS)
        for _ in range(rng.randint(1, 12))
    )
    values = {one: rng.choice(VALUES) for one in FIELDS}
    pieces = [
        Piece(one.text) if one.field is None
        else Piece(values[one.field] or name_of(one.field), one.field)
        for one in parts(body)
    ]  # fmt: skip
    return body, values, pieces


def typed(pieces: list[Piece], at: int, text: str) -> list[Piece]:
    """The same with a text typed at a place; inside a filled-in part it makes that plain."""
    made: list[Piece] = []
    start, done = 0, False
    for one in pieces:
        end = start + len(one.text)
        if not done and start < at < end:
            made.append(Piece(one.text[: at - start] + text + one.text[at - start :]))
            done = True
        else:
            if not done and at == start:
                made.append(Piece(text))
                done = True
            made.append(one)
        start = end
    return made if done else [*made, Piece(text)]


@pytest.mark.parametrize("seed", range(25))
def test_places_follow_their_fields_and_typed_text_stays(qtbot: QtBot, seed: int) -> None:
    rng = random.Random(seed)
    field = MessageField(name="message", accessible="Message")
    qtbot.addWidget(field)
    body, values, pieces = begun(rng)
    field.show_message(body, values)
    for _ in range(30):
        if rng.random() < 0.5:
            changed, value = rng.choice(FIELDS), rng.choice(VALUES)
            field.set_value(changed, value)
            for one in pieces:
                if one.field is changed:
                    one.text = value or name_of(changed)
        else:
            whole = "".join(one.text for one in pieces)
            at, text = rng.randint(0, len(whole)), rng.choice(("x", "Ibu ", "😀"))
            cursor = QTextCursor(field.document())
            cursor.setPosition(len(whole[:at].encode("utf-16-le")) // 2)
            cursor.insertText(text)
            pieces = typed(pieces, at, text)
        assert field.text() == "".join(one.text for one in pieces)
        marked = [(one.field, one.text) for one in field.spans]
        assert marked == [(one.field, one.text) for one in pieces if one.field is not None]
        lacking = [one.field for one in pieces if one.field and one.text == name_of(one.field)]
        assert list(field.missing) == list(dict.fromkeys(lacking))


def test_enter_makes_a_line_and_the_acts_keep_theirs(qtbot: QtBot) -> None:
    field = MessageField(name="message", accessible="Message")
    qtbot.addWidget(field)
    field.show_message("Hello {name}", {TemplateField.NAME: "Siti"})
    field.moveCursor(QTextCursor.MoveOperation.End)
    QTest.keyClick(field, Qt.Key.Key_Return)
    QTest.keyClicks(field, "again")
    QTest.keyClick(field, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert field.text() == "Hello Siti\nagain"
    assert [one.text for one in field.spans] == ["Siti"]
