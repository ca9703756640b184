"""The filters of the customers table in words: what each says, and the query without it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from enum import StrEnum

from salesdesk.domain.customer import LeadSource, SalesStatus
from salesdesk.domain.follow_up import FollowUpState
from salesdesk.domain.queries import (
    CustomerQuery,
    DaysLeftFilter,
    OwnerFilter,
    OwnerScope,
    RoundFilter,
)
from salesdesk.ui.i18n import fill, translate
from salesdesk.ui.session.office_settings import OfficeSettings
from salesdesk.ui.texts import source_word, status_word


class Facet(StrEnum):
    """What can be filtered by."""

    STATUS = "status"
    OWNER = "owner"
    SOURCE = "source"
    DAYS_LEFT = "days_left"
    FOLLOW_UP = "follow_up"
    ROUND = "round"


@dataclass(frozen=True, slots=True)
class Chip:
    """A filter that is set, in words."""

    facet: Facet
    label: str
    value: str


@dataclass(frozen=True, slots=True)
class Choice:
    """A line of a filter's menu: its words, the query that it leads to, whether it is set."""

    text: str
    query: CustomerQuery
    chosen: bool


#: The ranges of days left that the menu offers.
RANGES = (
    DaysLeftFilter(at_most=0),
    DaysLeftFilter(at_most=3),
    DaysLeftFilter(at_most=7),
    DaysLeftFilter(at_most=20),
    DaysLeftFilter(at_least=8),
    DaysLeftFilter(at_least=21),
)


def facet_word(facet: Facet) -> str:
    """The name of what is filtered by."""
    return {
        Facet.STATUS: translate("filters", "Status"),
        Facet.OWNER: translate("filters", "Owner"),
        Facet.SOURCE: translate("filters", "Source"),
        Facet.DAYS_LEFT: translate("filters", "Days left"),
        Facet.FOLLOW_UP: translate("filters", "Next step"),
        Facet.ROUND: translate("filters", "Set aside"),
    }[facet]


def range_word(days: DaysLeftFilter) -> str:
    """A range of days left: 'overdue', 'under 4', 'over 7', '4 to 7'."""
    low, high = days.at_least, days.at_most
    if low is None and high is not None:
        if high <= 0:
            return translate("filters", "overdue")
        return fill(translate("filters", "under {number}"), number=str(high + 1))
    if high is None and low is not None:
        return fill(translate("filters", "over {number}"), number=str(low - 1))
    return fill(translate("filters", "{low} to {high}"), low=str(low), high=str(high))


def follow_up_word(state: FollowUpState) -> str:
    """A state of the next step."""
    return {
        FollowUpState.NONE: translate("filters", "none"),
        FollowUpState.OVERDUE: translate("filters", "late"),
        FollowUpState.TODAY: translate("filters", "today"),
        FollowUpState.PLANNED: translate("filters", "planned"),
    }[state]


def round_word(wanted: RoundFilter) -> str:
    """Whether customers are set aside, and as what."""
    return {
        RoundFilter.IN: translate("filters", "no"),
        RoundFilter.OUT: translate("filters", "yes"),
        RoundFilter.LOST: translate("filters", "lost"),
        RoundFilter.NO_CONTACT: translate("filters", "not to be contacted"),
    }[wanted]


def owner_word(owner: OwnerFilter, office: OfficeSettings, me: str | None) -> str:
    """Whose customers."""
    if owner.scope is OwnerScope.PERSON:
        return translate("filters", "me") if owner.uid == me else office.owner_name(owner.uid)
    return {
        OwnerScope.ANYONE: translate("filters", "anyone"),
        OwnerScope.AVAILABLE: translate("filters", "nobody (in pool)"),
        OwnerScope.BOUND: translate("filters", "somebody"),
    }[owner.scope]


def chips(query: CustomerQuery, office: OfficeSettings, me: str | None) -> list[Chip]:
    """The filters that are set, in the order of the menu."""
    found = []
    if query.statuses:
        words = [status_word(s).lower() for s in SalesStatus if s in query.statuses]
        found.append(Chip(Facet.STATUS, facet_word(Facet.STATUS), _either(words)))
    if query.owner.scope is not OwnerScope.ANYONE:
        word = owner_word(query.owner, office, me)
        found.append(Chip(Facet.OWNER, facet_word(Facet.OWNER), word))
    if query.sources:
        words = [source_word(source) for source in LeadSource if source in query.sources]
        found.append(Chip(Facet.SOURCE, facet_word(Facet.SOURCE), _either(words)))
    if query.days_left is not None:
        word = range_word(query.days_left)
        found.append(Chip(Facet.DAYS_LEFT, facet_word(Facet.DAYS_LEFT), word))
    if query.follow_up is not None:
        word = follow_up_word(query.follow_up)
        found.append(Chip(Facet.FOLLOW_UP, facet_word(Facet.FOLLOW_UP), word))
    if query.round is not None:
        found.append(Chip(Facet.ROUND, facet_word(Facet.ROUND), round_word(query.round)))
    return found


def _either(words: Sequence[str]) -> str:
    return f" {translate('filters', 'or')} ".join(words)


def without(query: CustomerQuery, facet: Facet) -> CustomerQuery:
    """The query with one filter taken off."""
    plain = CustomerQuery()
    return {
        Facet.STATUS: replace(query, statuses=plain.statuses),
        Facet.OWNER: replace(query, owner=plain.owner),
        Facet.SOURCE: replace(query, sources=plain.sources),
        Facet.DAYS_LEFT: replace(query, days_left=None),
        Facet.FOLLOW_UP: replace(query, follow_up=None),
        Facet.ROUND: replace(query, round=None),
    }[facet]


def unfiltered(query: CustomerQuery) -> CustomerQuery:
    """The query without any filter or search; its order stays."""
    return CustomerQuery(sort=query.sort, descending=query.descending)


def is_narrowed(query: CustomerQuery) -> bool:
    """Whether a filter or a search hides anybody."""
    return query != unfiltered(query)


def choices(
    facet: Facet, query: CustomerQuery, office: OfficeSettings, me: str | None
) -> list[Choice | None]:
    """The lines of a filter's menu; None is a separator."""
    made = {
        Facet.STATUS: _status_choices,
        Facet.SOURCE: _source_choices,
        Facet.DAYS_LEFT: _days_choices,
        Facet.FOLLOW_UP: _follow_up_choices,
        Facet.ROUND: _round_choices,
    }
    if facet is Facet.OWNER:
        return _owner_choices(query, office, me)
    return made[facet](query)


def _status_choices(query: CustomerQuery) -> list[Choice | None]:
    return [
        Choice(
            status_word(status),
            replace(query, statuses=query.statuses ^ {status}),
            status in query.statuses,
        )
        for status in SalesStatus
    ]


def _source_choices(query: CustomerQuery) -> list[Choice | None]:
    return [
        Choice(
            source_word(source),
            replace(query, sources=query.sources ^ {source}),
            source in query.sources,
        )
        for source in LeadSource
    ]


def _owner_choices(
    query: CustomerQuery, office: OfficeSettings, me: str | None
) -> list[Choice | None]:
    scopes = [OwnerFilter(scope) for scope in OwnerScope if scope is not OwnerScope.PERSON]
    if me is not None:
        scopes.insert(1, OwnerFilter(OwnerScope.PERSON, me))
    people = [
        OwnerFilter(OwnerScope.PERSON, owner.uid) for owner in office.owners if owner.uid != me
    ]
    lines: list[Choice | None] = [_owner_choice(query, owner, office, me) for owner in scopes]
    if people:
        lines.append(None)
        lines += [_owner_choice(query, owner, office, me) for owner in people]
    return lines


def _owner_choice(
    query: CustomerQuery, owner: OwnerFilter, office: OfficeSettings, me: str | None
) -> Choice:
    word = owner_word(owner, office, me)
    named = owner.scope is OwnerScope.PERSON and owner.uid != me
    text = word if named else word[:1].upper() + word[1:]
    return Choice(text, replace(query, owner=owner), query.owner == owner)


def _days_choices(query: CustomerQuery) -> list[Choice | None]:
    lines: list[Choice | None] = []
    for days in RANGES:
        word = range_word(days)
        chosen = query.days_left == days
        wanted = replace(query, days_left=None if chosen else days)
        lines.append(Choice(word[:1].upper() + word[1:], wanted, chosen))
    return lines


def _follow_up_choices(query: CustomerQuery) -> list[Choice | None]:
    lines: list[Choice | None] = []
    for state in FollowUpState:
        word = follow_up_word(state)
        chosen = query.follow_up is state
        wanted = replace(query, follow_up=None if chosen else state)
        lines.append(Choice(word[:1].upper() + word[1:], wanted, chosen))
    return lines


def _round_choices(query: CustomerQuery) -> list[Choice | None]:
    lines: list[Choice | None] = []
    for wanted in RoundFilter:
        word, chosen = round_word(wanted), query.round is wanted
        asked = replace(query, round=None if chosen else wanted)
        lines.append(Choice(word[:1].upper() + word[1:], asked, chosen))
    return lines
