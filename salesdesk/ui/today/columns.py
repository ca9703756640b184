"""Where the parts of a row of Today stand: by what they hold, and the reason is cut last."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from salesdesk.ui.kit import theme
from salesdesk.ui.kit.fonts import Face
from salesdesk.ui.kit.painting import painting
from salesdesk.ui.kit.painting.column_fit import Wish, fitted
from salesdesk.ui.today.rows import DayLine, Reason

#: From this width on the margins are wide; unscaled, as all lengths here.
_ROOMY_FROM = 960
_WIDE_MARGIN, _NARROW_MARGIN = 24, 16
_GAP = 16

#: The first act as a word and as an icon, and the cells of the four that follow.
LEAD, CELL = 72, 32
_ICONS = 4 * CELL

#: What a name gets where there is room, and the most that one may ask for.
_NAME, _LONGEST_NAME = 160, 280

#: A company that would get less is not shown.
_LEAST_COMPANY = 96

#: Of a reason with a note so much is shown at least, before it gets a line of its own.
_NOTED_REASON = 400

#: Of the room that is left over the reason gets so many parts, name and company one.
_REASON_SHARE = 3


@dataclass(frozen=True, slots=True)
class Needs:
    """How wide the parts of some rows are at most, in pixels.

    Attributes:
        reason: the whole reason.
        words: of the reason what must be read: all of it, or of one with a note what stands
            before the note, and some of that.
    """

    name: int = 0
    company: int = 0
    chip: int = 0
    reason: int = 0
    words: int = 0
    days: int = 0

    def widest(self, other: Needs) -> Needs:
        """What both together need."""
        return Needs(
            max(self.name, other.name),
            max(self.company, other.company),
            max(self.chip, other.chip),
            max(self.reason, other.reason),
            max(self.words, other.words),
            max(self.days, other.days),
        )


@dataclass(frozen=True, slots=True)
class Columns:
    """Where the parts of a row begin, in pixels of a list of one width.

    Attributes:
        worded: whether the first act shows its word.
        two_lines: whether the reason has a line of its own, over the whole width.
        width: of the list.
    """

    name: int
    company: int
    chip: int
    reason: int
    days: int
    acts: int
    worded: bool
    two_lines: bool
    width: int

    @property
    def name_room(self) -> int:
        """The width of the name."""
        return self.company - self.name - theme.px(_GAP)

    @property
    def company_room(self) -> int:
        """The width of the company; 0: it is not shown."""
        return max(self.chip - self.company - theme.px(_GAP), 0)

    @property
    def chip_room(self) -> int:
        """The width of the chip."""
        return (self.days if self.two_lines else self.reason) - self.chip - theme.px(_GAP)

    @property
    def reason_room(self) -> int:
        """The width of the reason."""
        return (self.width - self.name if self.two_lines else self.days - theme.px(_GAP)) - (
            self.reason
        )

    @property
    def days_room(self) -> int:
        """The width of the days left."""
        return self.acts - self.days - theme.px(_GAP)


def reason_width(reason: Reason) -> int:
    """The width of a whole reason."""
    lead, rest = reason.text[: reason.lead], reason.text[reason.lead :]
    return painting.width(lead, reason.level.face) + painting.width(rest, Face.BODY)


def _words_width(reason: Reason) -> int:
    """The width of what must be read of a reason."""
    whole = reason_width(reason)
    if not reason.note:
        return whole
    before = len(reason.text) - reason.note
    words = Reason(reason.text[:before], min(reason.lead, before), reason.level)
    return max(reason_width(words), min(whole, theme.px(_NOTED_REASON)))


def needs_of(lines: Iterable[DayLine]) -> Needs:
    """What these rows need."""
    found = Needs()
    for line in lines:
        found = found.widest(
            Needs(
                painting.width(line.name, Face.MEDIUM),
                painting.width(line.company, Face.BODY),
                painting.chip_width(line.chip.text),
                reason_width(line.reason),
                _words_width(line.reason),
                painting.days_width(line.days),
            )
        )
    return found


def roomy(width: int) -> bool:
    """Whether a list of this width, in pixels, has wide margins."""
    return width >= theme.px(_ROOMY_FROM)


def margin(width: int) -> int:
    """What is left free at both sides of a list of this width, in pixels."""
    return theme.px(_WIDE_MARGIN if roomy(width) else _NARROW_MARGIN)


def columns(width: int, needs: Needs) -> Columns:
    """The columns of a list of this width, in pixels, for rows that need so much.

    What is given up for the reason, in this order: what nobody needs, the company, the word of
    the first act, the single line. A name is not cut for it: there the reason has its own line.
    """
    worded = roomy(width)
    for lead in (LEAD, CELL) if worded else (CELL,):
        found = _one_line(width, needs, lead)
        if found is not None:
            return found
    return _two_lines(width, needs)


def _longest_name(needs: Needs) -> int:
    return min(needs.name, theme.px(_LONGEST_NAME))


def _one_line(width: int, needs: Needs, lead: int) -> Columns | None:
    """The columns of rows of one line; None: what must be read does not fit."""
    side, gap = margin(width), theme.px(_GAP)
    acts = width - side - theme.px(lead) - theme.px(_ICONS)
    days = acts - needs.days - gap
    chip = needs.chip + gap
    room = days - chip - side
    name, words = _longest_name(needs) + gap, needs.words + gap
    if room < name + words:
        return None
    least = min(needs.company, theme.px(_LEAST_COMPANY)) + gap
    shown = needs.company > 0 and room >= name + words + least
    company = Wish(needs.company + gap if shown else 0, least if shown else 0, 0, int(shown))
    reason = Wish(needs.reason + gap, words, 1, _REASON_SHARE)
    wanted = max(name, theme.px(_NAME))
    if wanted + company.wanted + reason.wanted > room:
        wanted = name
    at_name, at_company, _ = fitted(room, (Wish(wanted, name, 2), company, reason))
    start = side + at_name
    return Columns(
        name=side,
        company=start,
        chip=start + at_company,
        reason=start + at_company + chip,
        days=days,
        acts=acts,
        worded=lead == LEAD,
        two_lines=False,
        width=width,
    )


def _two_lines(width: int, needs: Needs) -> Columns:
    """The columns of rows whose reason has a line of its own."""
    side, gap = margin(width), theme.px(_GAP)
    worded = roomy(width)
    acts = width - side - theme.px(LEAD if worded else CELL) - theme.px(_ICONS)
    days = acts - needs.days - gap
    chip = days - needs.chip - gap
    name, least = _longest_name(needs), theme.px(_LEAST_COMPANY) + gap
    places = (side + max(name, theme.px(_NAME)) + gap, side + name + gap)
    company = next((place for place in places if place + least <= chip), chip)
    return Columns(
        name=side,
        company=company,
        chip=chip,
        reason=side,
        days=days,
        acts=acts,
        worded=worded,
        two_lines=True,
        width=width,
    )
