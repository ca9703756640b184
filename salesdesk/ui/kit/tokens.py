"""The named colours of SalesDesk: one set of names, two values (design tokens)."""

from __future__ import annotations

from dataclasses import dataclass, fields


@dataclass(frozen=True, slots=True)
class Tokens:
    """The colours of one scheme, each `#RRGGBB`; `scrim` is `#AARRGGBB`, as Qt reads it.

    Meaning is never carried by colour alone: every status is a chip with its word.
    """

    window: str
    base: str
    raised: str
    border: str
    control: str
    text: str
    text2: str
    text3: str
    textOff: str
    accent: str
    accentHover: str
    accentPressed: str
    onAccent: str
    select: str
    hover: str
    focus: str
    scrim: str
    cold: str
    coldGround: str
    coldEdge: str
    warm: str
    warmGround: str
    warmEdge: str
    hot: str
    hotGround: str
    hotEdge: str
    ordered: str
    orderedGround: str
    orderedEdge: str
    won: str
    wonGround: str
    wonEdge: str
    plain: str
    plainEdge: str
    soon: str
    urgent: str
    overdueGround: str
    onOverdue: str
    noticeGround: str
    noticeEdge: str
    tipGround: str
    onTip: str
    chartOutline: str

    @classmethod
    def names(cls) -> tuple[str, ...]:
        """The names of all colours."""
        return tuple(field.name for field in fields(cls))


LIGHT = Tokens(
    window="#F3F5F6",
    base="#FFFFFF",
    raised="#F8F9FA",
    border="#DCE1E4",
    control="#828E96",
    text="#1A2226",
    text2="#4B575E",
    text3="#5F6B73",
    textOff="#9AA5AB",
    accent="#0B6B73",
    accentHover="#095A61",
    accentPressed="#074A50",
    onAccent="#FFFFFF",
    select="#DDEFF0",
    hover="#F0F4F5",
    focus="#0B6B73",
    scrim="#521A2226",
    cold="#2F5277",
    coldGround="#E7EEF7",
    coldEdge="#BFD0E4",
    warm="#7C4408",
    warmGround="#FCEEDB",
    warmEdge="#E8CB9F",
    hot="#9B1B4B",
    hotGround="#FBE6EE",
    hotEdge="#EBBACD",
    ordered="#4A3C92",
    orderedGround="#ECE9F8",
    orderedEdge="#CDC6EC",
    won="#1C5E32",
    wonGround="#E3F3E7",
    wonEdge="#B5DBC0",
    plain="#EEF1F2",
    plainEdge="#CBD3D7",
    soon="#855400",
    urgent="#B3261E",
    overdueGround="#B3261E",
    onOverdue="#FFFFFF",
    noticeGround="#FFF4DC",
    noticeEdge="#E0C071",
    tipGround="#1A2226",
    onTip="#FFFFFF",
    chartOutline="#2B3A42",
)

DARK = Tokens(
    window="#15191B",
    base="#1C2124",
    raised="#22282B",
    border="#333B40",
    control="#77838A",
    text="#E6EAEC",
    text2="#B6BFC4",
    text3="#98A3A9",
    textOff="#667178",
    accent="#52BCC4",
    accentHover="#6FCBD2",
    accentPressed="#3FA6AE",
    onAccent="#06282B",
    select="#17393D",
    hover="#252C30",
    focus="#52BCC4",
    scrim="#80000000",
    cold="#A9CBEF",
    coldGround="#1F3247",
    coldEdge="#36536F",
    warm="#F2C17C",
    warmGround="#3F2C12",
    warmEdge="#644822",
    hot="#F8ADC8",
    hotGround="#451D2D",
    hotEdge="#6E314A",
    ordered="#C5BAF5",
    orderedGround="#2C2649",
    orderedEdge="#4A4178",
    won="#8FD8A6",
    wonGround="#173421",
    wonEdge="#2C5A3A",
    plain="#2A3135",
    plainEdge="#475158",
    soon="#EBB64F",
    urgent="#FF9187",
    overdueGround="#C4342B",
    onOverdue="#FFFFFF",
    noticeGround="#3A2E12",
    noticeEdge="#6B5623",
    tipGround="#E6EAEC",
    onTip="#1A2226",
    chartOutline="#D3DADE",
)

#: Okabe-Ito, the same in light and dark; every bar has an outline in `chartOutline`.
CHART = {
    "whatsapp": "#56B4E9",
    "call": "#E69F00",
    "visit": "#009E73",
    "successful": "#0072B2",
    "unsuccessful": "#D55E00",
    "further1": "#CC79A7",
    "further2": "#F0E442",
}
