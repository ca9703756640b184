"""What a cell or a line shows, ready to be painted: texts are made once per row."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum
from typing import TypeAlias

from salesdesk.ui.kit.fonts import Face
from salesdesk.ui.kit.formats import DaysLeft


class Level(Enum):
    """How a text stands in the hierarchy, as (colour, face)."""

    NAME = ("text", Face.MEDIUM)
    TEXT = ("text", Face.BODY)
    TEXT2 = ("text2", Face.BODY)
    TEXT3 = ("text3", Face.BODY)
    TOTAL = ("text", Face.STRONG)
    URGENT = ("urgent", Face.BODY)
    SOON = ("soon", Face.BODY)
    WON = ("won", Face.BODY)
    ACCENT = ("accent", Face.MEDIUM)

    def __init__(self, ink: str, face: Face) -> None:
        self.ink = ink
        self.face = face


class Tone(Enum):
    """The colours of a chip, as (text, ground, edge)."""

    COLD = ("cold", "coldGround", "coldEdge")
    WARM = ("warm", "warmGround", "warmEdge")
    HOT = ("hot", "hotGround", "hotEdge")
    ORDERED = ("ordered", "orderedGround", "orderedEdge")
    WON = ("won", "wonGround", "wonEdge")
    PLAIN = ("text2", "plain", "plainEdge")
    CHOSEN = ("accent", "base", "accent")

    def __init__(self, ink: str, ground: str, edge: str) -> None:
        self.ink = ink
        self.ground = ground
        self.edge = edge


@dataclass(frozen=True, slots=True)
class TextCell:
    """A text; with an icon before it where one is named."""

    text: str
    level: Level = Level.TEXT
    icon: str = ""
    icon_ink: str = "text2"
    right: bool = False


@dataclass(frozen=True, slots=True)
class ChipCell:
    """A status: a word on its ground."""

    text: str
    tone: Tone


@dataclass(frozen=True, slots=True)
class DaysCell:
    """The days left."""

    days: DaysLeft


@dataclass(frozen=True, slots=True)
class PlaceholderCell:
    """A cell that is still being read; `share` of its width is filled."""

    share: float = 0.6


Cell: TypeAlias = TextCell | ChipCell | DaysCell | PlaceholderCell


@dataclass(frozen=True, slots=True)
class TimelineItem:
    """One line of a timeline.

    Attributes:
        icon: in the circle.
        heading: what happened, such as 'Call' or 'Rina Wulandari: warm → hot'.
        outcome: the word after the heading and a comma; empty: none.
        outcome_level: its colour.
        date, exact: the day on the right, and the moment for the tooltip.
        note: wrapped under the heading; its line breaks are kept.
        author: last, in the second colour.
    """

    icon: str
    heading: str
    outcome: str = ""
    outcome_level: Level = Level.TEXT2
    date: str = ""
    exact: str = ""
    note: str = ""
    author: str = ""
