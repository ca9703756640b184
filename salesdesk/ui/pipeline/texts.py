"""What the board says: its stages, its counts, why a card cannot go somewhere, its states."""

from __future__ import annotations

from collections.abc import Iterable

from salesdesk.domain.pipeline import Stage, StageFigures
from salesdesk.ui.i18n import fill, plural, translate
from salesdesk.ui.kit.formats import Formats
from salesdesk.ui.kit.painting.cells import Tone
from salesdesk.ui.session.faults import unread
from salesdesk.ui.texts import stage_word

#: The colours of a stage's chip.
TONES = {
    Stage.COLD: Tone.COLD,
    Stage.WARM: Tone.WARM,
    Stage.HOT: Tone.HOT,
    Stage.ORDERED: Tone.ORDERED,
    Stage.WON: Tone.WON,
}


def menu_word(stage: Stage) -> str:
    """The line of the menu 'Move to…', with the letter that chooses it."""
    return {
        Stage.COLD: translate("pipeline", "&Cold"),
        Stage.WARM: translate("pipeline", "&Warm"),
        Stage.HOT: translate("pipeline", "&Hot"),
        Stage.ORDERED: translate("pipeline", "&Ordered"),
        Stage.WON: translate("pipeline", "Wo&n"),
    }[stage]


def column(stage: Stage) -> str:
    """What a screen reader calls the list of a stage."""
    return fill(translate("pipeline", "Cards: {stage}"), stage=stage_word(stage).lower())


def counted(stage: Stage, figures: StageFigures | None, formats: Formats) -> str:
    """What a screen reader says of a column's count."""
    if figures is None:
        return stage_word(stage)
    number = formats.capped(figures.count.number, figures.count.more)
    return plural(
        "pipeline",
        "{stage}: 1 customer",
        "{stage}: {number} customers",
        figures.count.number,
        stage=stage_word(stage),
        number=number,
    )


def heading(figures: Iterable[StageFigures], formats: Formats) -> str:
    """'46 customers, most urgent first'."""
    counts = [each.count for each in figures]
    number = sum(count.number for count in counts)
    if not number:
        return ""
    return plural(
        "pipeline",
        "1 customer",
        "{number} customers, most urgent first",
        number,
        number=formats.capped(number, any(count.more for count in counts)),
    )


def fixed_note() -> str:
    """The sentence that stands where nothing can be dropped."""
    return translate(
        "pipeline", "Ordered and won follow from orders; cards cannot be dropped here."
    )


def nobody(stage: Stage) -> str:
    """What stands in a column without cards."""
    said = {
        Stage.COLD: translate("pipeline", "Nobody is cold here. Drop a card to move it."),
        Stage.WARM: translate("pipeline", "Nobody is warm here. Drop a card to move it."),
        Stage.HOT: translate("pipeline", "Nobody is hot here. Drop a card to move it."),
    }
    if stage in said:
        return said[stage]
    return translate("pipeline", "Nobody was won in the last months.")


def no_further(stage: Stage) -> str:
    """Why a card of the first stage cannot go back."""
    said = translate("pipeline", "{stage} is the first stage; there is none before it.")
    return fill(said, stage=stage_word(stage))


def empty(narrowed: bool) -> tuple[str, str]:
    """Title and text of the empty state."""
    if narrowed:
        return (
            translate("pipeline", "Nobody matches"),
            translate("pipeline", "No card matches the search and the filters that are set."),
        )
    return (
        translate("pipeline", "Nobody on the board yet"),
        translate(
            "pipeline",
            "Customers stand here by how far they are: cold, warm, hot, then ordered and won, "
            "which follow from their orders.",
        ),
    )


def failed(fault: Exception) -> tuple[str, str]:
    """Title and text of the error state."""
    return unread(
        fault,
        translate("pipeline", "The board could not be read"),
        translate("pipeline", "The board is read as soon as it answers again."),
    )
