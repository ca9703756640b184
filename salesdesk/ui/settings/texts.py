"""What the settings screen says: what a change would do, and what could not be read."""

from __future__ import annotations

from salesdesk.domain.customer import SalesStatus
from salesdesk.domain.leaving_forecast import FORECAST_DAYS, HORIZONS, Forecast, Leaving
from salesdesk.ui.i18n import fill, plural, translate
from salesdesk.ui.kit.charts.spec import DataPoint, Lines, Pattern, Series
from salesdesk.ui.kit.formats import Formats
from salesdesk.ui.kit.forms.cell_table import CellRow
from salesdesk.ui.kit.painting.cells import Cell, ChipCell, Level, TextCell, Tone
from salesdesk.ui.session.faults import unread
from salesdesk.ui.settings.touched_agents import Touched
from salesdesk.ui.texts import status_word

_TONES = {SalesStatus.COLD: Tone.COLD, SalesStatus.WARM: Tone.WARM, SalesStatus.HOT: Tone.HOT}
_AGENTS = 5


def people(number: int, formats: Formats) -> str:
    """So many customers."""
    if number == 0:
        return translate("settings", "nobody")
    written = formats.number(number)
    return plural("settings", "1 customer", "{number} customers", number, number=written)


def effect(forecast: Forecast, formats: Formats, *, edited: bool) -> tuple[str, str]:
    """What saving would do: the strong beginning, and the rest."""
    held = translate("settings", " The guard would hold it until a team lead has confirmed.")
    if not edited:
        if not forecast.as_is.by(0):
            return translate("settings", "Nobody would leave with the next run."), ""
        said = translate("settings", "would leave with the next run.")
        strong = people(forecast.as_is.by(0), formats)
        return strong[:1].upper() + strong[1:], said + (held if forecast.held else "")
    parts = []
    if forecast.stay:
        said = translate("settings", "{people} stay who would leave within 14 days.")
        parts.append(fill(said, people=people(forecast.stay, formats)))
    if forecast.leave:
        said = translate("settings", "{people} leave within 14 days who would stay.")
        parts.append(fill(said, people=people(forecast.leave, formats)))
    strong = " ".join(parts) or translate("settings", "Nobody is touched within 14 days.")
    now = people(forecast.as_would_be.by(0), formats)
    rest = (
        fill(translate("settings", "The next run would free {now}."), now=now)
        if forecast.as_would_be.by(0)
        else translate("settings", "The next run would free nobody.")
    )
    return strong, rest + (held if forecast.held else "")


def effect_rows(forecast: Forecast, formats: Formats) -> list[CellRow]:
    """By status and horizon: as it is, and as it would be where that differs."""

    def figure(day: int, status: SalesStatus | None) -> Cell:
        before, after = (
            leaving.by(day, status) for leaving in (forecast.as_is, forecast.as_would_be)
        )
        if before == after:
            level = Level.TOTAL if status is None else Level.TEXT
            return TextCell(formats.number(after), level, right=True)
        both = f"{formats.number(before)} → {formats.number(after)}"
        return TextCell(both, Level.TOTAL, right=True)

    rows = [
        CellRow(
            status.value,
            (
                ChipCell(status_word(status), _TONES[status]),
                *(figure(day, status) for day in HORIZONS),
            ),
        )
        for status in SalesStatus
    ]
    whole = TextCell(translate("settings", "All"), Level.TOTAL)
    return [*rows, CellRow("", (whole, *(figure(day, None) for day in HORIZONS)))]


def horizon_words() -> list[str]:
    """The heads of that table."""
    return [
        translate("settings", "Leave"),
        translate("settings", "now"),
        translate("settings", "7 days"),
        translate("settings", "14 days"),
        translate("settings", "30 days"),
    ]


def agents_touched(forecast: Forecast, formats: Formats) -> tuple[list[Touched], str]:
    """The agents most touched, the others together, and of how many customers in all."""
    shown, others = forecast.agents[:_AGENTS], forecast.agents[_AGENTS:]
    most = max((number for _, number in shown), default=1)
    lines = [Touched(name, formats.number(number), number / most) for name, number in shown]
    if others:
        said = fill(translate("settings", "{number} others"), number=formats.number(len(others)))
        lines.append(Touched(said, formats.number(sum(number for _, number in others)), None))
    of = translate("settings", "of the {number}")
    return lines, fill(of, number=formats.number(forecast.stay + forecast.leave))


def effect_chart(forecast: Forecast, formats: Formats, *, edited: bool) -> Lines:
    """Who will have left by each day, as it is and as it would be."""
    as_is, would_be = (
        translate("settings", "as is"), translate("settings", "would be"),
    )  # fmt: skip
    lines = [(as_is, "text2", Pattern.STRIPES, forecast.as_is)]
    if edited:
        lines.append((would_be, "accent", Pattern.SOLID, forecast.as_would_be))
    at_end = translate("settings", "{name}: {number}")
    return Lines(
        translate("settings", "Next 30 days"),
        "",
        tuple(
            Series(
                fill(at_end, name=name, number=formats.number(leaving.by(FORECAST_DAYS))),
                colour,
                pattern,
            )
            for name, colour, pattern, leaving in lines
        ),
        tuple(
            translate("settings", "now") if day == 0 else f"+{day}"
            for day in range(FORECAST_DAYS + 1)
        ),
        tuple(_points(name, leaving, formats) for name, _, _, leaving in lines),
        ends=True,
    )


def _points(name: str, leaving: Leaving, formats: Formats) -> tuple[DataPoint, ...]:
    said = translate("settings", "{name}, in {days} days: {number}")
    return tuple(
        DataPoint(
            leaving.by(day),
            fill(said, name=name, days=str(day), number=formats.number(leaving.by(day))),
        )
        for day in range(FORECAST_DAYS + 1)
    )


def chart_empty() -> tuple[str, str]:
    """What stands there where nobody is bound."""
    return (
        translate("settings", "Nobody is bound"),
        translate("settings", "So nobody will leave."),
    )


def failed(fault: Exception) -> tuple[str, str]:
    """Title and text where the settings could not be read."""
    return unread(
        fault,
        translate("settings", "The settings cannot be shown"),
        translate("settings", "The settings are shown as soon as it answers."),
        says_why=False,
    )
