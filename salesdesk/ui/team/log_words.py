"""The log of releases in words: a release's line, why it was, what giving it back would mean."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime, timedelta

from salesdesk.domain.contact import Outcome
from salesdesk.domain.idle_clock import days_until
from salesdesk.domain.moments import DAY
from salesdesk.domain.ownership import UnbindingReason
from salesdesk.domain.release_log import (
    Aftermath,
    LastContact,
    ReleaseCounts,
    ReleaseFacts,
    ReleaseRow,
    Since,
)
from salesdesk.domain.warnings import WarningSeen
from salesdesk.ui.i18n import fill, plural, translate
from salesdesk.ui.kit.formats import Formats
from salesdesk.ui.kit.forms.cell_table import CellRow
from salesdesk.ui.kit.painting.cells import Level, TextCell, TimelineItem
from salesdesk.ui.session.faults import unread
from salesdesk.ui.texts import METHOD_ICONS, method_word, outcome_word, reason_word

_ICONS = {
    Since.IN_POOL: "archive-restore",
    Since.TAKEN: "hand",
    Since.GIVEN_BACK: "undo-2",
    Since.LINKED: "link",
    Since.GONE: "trash-2",
}


def heads() -> list[str]:
    """The heads of the table."""
    return [
        translate("releases", "Customer"),
        translate("releases", "Released"),
        translate("releases", "From"),
        translate("releases", "Reason"),
        translate("releases", "Idle"),
        translate("releases", "Computer"),
        translate("releases", "Since then"),
    ]


def periods() -> tuple[tuple[int | None, str], ...]:
    """The choices of the period: days back and words."""
    return (
        (7, translate("releases", "Last 7 days")),
        (30, translate("releases", "Last 30 days")),
        (90, translate("releases", "Last 90 days")),
        (None, translate("releases", "All time")),
    )


def reasons() -> tuple[tuple[UnbindingReason | None, str], ...]:
    """The choices of the reason."""
    every = (None, translate("releases", "Every reason"))
    return (every, *((reason, reason_word(reason)) for reason in UnbindingReason))


def customer_of(row: ReleaseRow) -> str:
    """The customer's name, or that it is gone."""
    if row.customer is None:
        return translate("releases", "deleted since")
    return row.customer or translate("releases", "without a name")


def reason_of(row: ReleaseRow) -> str:
    """'Inactivity'; 'by hand: moved away'."""
    if row.reason is not UnbindingReason.MANUAL_RELEASE:
        return reason_word(row.reason)
    if row.why:
        return fill(translate("releases", "by hand: {why}"), why=row.why)
    return translate("releases", "by hand")


def line_of(row: ReleaseRow, now: datetime, formats: Formats) -> CellRow:
    """A release's line in the table."""
    idle = ""
    if row.idle_days is not None and row.limit_days is not None:
        idle = fill(
            translate("releases", "{days} of {limit}"),
            days=formats.number(row.idle_days),
            limit=formats.number(row.limit_days),
        )
    free = row.since.what is Since.IN_POOL
    return CellRow(
        row.id,
        (
            TextCell(customer_of(row), Level.NAME if row.customer is not None else Level.TEXT3),
            TextCell(formats.stamp(row.at, now)),
            TextCell(row.owner, Level.TEXT2),
            TextCell(reason_of(row)),
            TextCell(idle, right=True),
            TextCell(row.host or "", Level.TEXT2),
            TextCell(
                since_then(replace(row.since, name=_short(row.since.name)), formats),
                Level.TEXT2 if free else Level.TEXT,
                _ICONS[row.since.what],
            ),
        ),
    )  # fmt: skip


def since_then(since: Aftermath, formats: Formats) -> str:
    """'in the pool', 'Arif Rahman after 2 days'."""
    if since.what is Since.IN_POOL:
        return translate("releases", "in the pool")
    if since.what is Since.GONE:
        return translate("releases", "deleted")
    if since.what is Since.LINKED:
        return translate("releases", "linked to another")
    after = _span(since.after, formats)
    if since.what is Since.GIVEN_BACK:
        if not after:
            return translate("releases", "given back")
        return fill(translate("releases", "given back after {span}"), span=after)
    if not after:
        return since.name
    return fill(translate("releases", "{name} after {span}"), name=since.name, span=after)


def _short(name: str) -> str:
    """'Arif R.', as a column has room for it; the panel has the whole name."""
    words = name.split()
    return f"{words[0]} {words[-1][0]}." if len(words) > 1 else name


def _span(span: timedelta | None, formats: Formats) -> str:
    if span is None:
        return ""
    return formats.days(span // DAY) if span >= DAY else formats.span(span)


def counted(counts: ReleaseCounts, formats: Formats) -> str:
    """'24 releases, 20 for inactivity, 4 by hand'."""
    return plural(
        "releases",
        "1 release, {inactive} for inactivity, {by_hand} by hand",
        "{number} releases, {inactive} for inactivity, {by_hand} by hand",
        counts.all,
        number=formats.number(counts.all),
        inactive=formats.number(counts.inactive),
        by_hand=formats.number(counts.by_hand),
    )


# --- why ------------------------------------------------------------------------------------------


def story(row: ReleaseRow, facts: ReleaseFacts, formats: Formats) -> tuple[TimelineItem, ...]:
    """What decided the release, in the order in which it happened."""
    items = []
    if row.owned_since is not None:
        heading = fill(translate("releases", "With {name} from then on"), name=row.owner)
        items.append(_dated("user-check", heading, row.owned_since, facts.now, formats))
    items.append(_contact(facts.contact, facts.now, formats))
    if row.limit_days is not None:
        items.append(_limit(row, formats))
    items += [_warning(one, facts.now, formats) for one in facts.warnings]
    items.append(_release(row, facts, formats))
    if row.since.what is not Since.IN_POOL:
        items.append(TimelineItem(_ICONS[row.since.what], since_then(row.since, formats)))
    return tuple(items)


def _dated(
    icon: str, heading: str, at: datetime, now: datetime, formats: Formats, note: str = "",
    author: str = "",
) -> TimelineItem:  # fmt: skip
    return TimelineItem(
        icon, heading, date=formats.date(at, now), exact=formats.exact(at, now), note=note,
        author=author,
    )  # fmt: skip


def _contact(contact: LastContact | None, now: datetime, formats: Formats) -> TimelineItem:
    if contact is None:
        return TimelineItem("circle-alert", translate("releases", "Nobody had ever contacted them"))
    said = translate("releases", "Last contact: {method}")
    good = contact.outcome is Outcome.SUCCESSFUL
    return TimelineItem(
        METHOD_ICONS.get(contact.method, "message-circle") if contact.method else "message-circle",
        fill(said, method=method_word(contact.method)),
        outcome=outcome_word(contact.outcome) if contact.outcome is not None else "",
        outcome_level=Level.WON if good else Level.TEXT2,
        date=formats.date(contact.at, now),
        exact=formats.exact(contact.at, now),
        note=contact.notes or "",
        author=contact.by_name,
    )


def _limit(row: ReleaseRow, formats: Formats) -> TimelineItem:
    limit = formats.days(row.limit_days or 0)
    if row.reason is UnbindingReason.PERIOD_ENDED:
        heading = fill(translate("releases", "The longest period: {limit}"), limit=limit)
        note = translate("releases", "It counts from the beginning, whatever was logged since.")
        return TimelineItem("hourglass", heading, note=note)
    heading = fill(translate("releases", "The limit: {limit}"), limit=limit)
    note = translate("releases", "No later contact, and no protection that went further.")
    return TimelineItem("hourglass", heading, note=note)


def _warning(one: WarningSeen, now: datetime, formats: Formats) -> TimelineItem:
    """That a warning was read or shown, by whom and where; or that nobody saw it."""
    said = translate("releases", "Warned: {days} left")
    heading = fill(said, days=formats.days(one.days))
    if not one.by_name:
        note = translate("releases", "Nobody saw it: no desktop of theirs was open")
        return _dated("bell", heading, one.at, now, formats, note)
    shown = translate("releases", "Shown to {name} on {host}, {time}")
    read = translate("releases", "Read by {name} on {host}, {time}")
    note = fill(
        read if one.read else shown, name=one.by_name, host=one.host, time=formats.time(one.at)
    )
    return _dated("bell", heading, one.at, now, formats, note)


def _release(row: ReleaseRow, facts: ReleaseFacts, formats: Formats) -> TimelineItem:
    heading = fill(translate("releases", "Released: {reason}"), reason=reason_of(row))
    if row.by_name is not None:
        by = fill(translate("releases", "by {name}"), name=row.by_name)
        return _dated("archive-restore", heading, row.at, facts.now, formats, author=by)
    note = ""
    if row.idle_days is not None and row.limit_days is not None:
        note = fill(
            translate("releases", "Idle {idle}, limit {limit}."),
            idle=formats.days(row.idle_days),
            limit=formats.days(row.limit_days),
        )
    author = ""
    if facts.run is not None:
        author = fill(
            translate("releases", "The run on {host} freed {released} of {due} due"),
            host=facts.run.host,
            released=formats.number(facts.run.released),
            due=formats.number(facts.run.due),
        )
    return _dated("archive-restore", heading, row.at, facts.now, formats, note, author)


def meaning(row: ReleaseRow, facts: ReleaseFacts, formats: Formats) -> str:
    """What giving the customer back would mean, or why that is over."""
    if facts.leaves_at is None:
        if row.since.what is Since.GONE:
            return translate("releases", "The customer was deleted since.")
        said = translate("releases", "Not given back any more: {what}.")
        return fill(said, what=since_then(row.since, formats))
    left = days_until(facts.leaves_at, facts.now)
    if left > 0:
        said = translate("releases", "With the clock as it was: {days} left, leaves on {when}.")
        when = formats.exact(facts.leaves_at, facts.now)
        return fill(said, days=formats.days(left), when=when)
    said = translate(
        "releases",
        "With the clock as it was: 0 days left. The next run, from {when} on, would free this "
        "customer again unless {name} logs a contact.",
    )
    when = formats.time(facts.next_run) if facts.next_run is not None else formats.time(facts.now)
    return fill(said, when=when, name=row.owner)


def nobody() -> tuple[str, str]:
    """What stands in place of the table."""
    return (
        translate("releases", "Nobody was released in this time"),
        translate("releases", "Choose a longer time, or ask for less."),
    )


def failed(fault: Exception) -> tuple[str, str]:
    """Title and text of the error state."""
    return unread(
        fault,
        translate("releases", "The releases could not be read"),
        translate("releases", "The releases are read as soon as it answers again."),
    )
