"""The customers table: pages, counts and single rows, as frozen rows.

A page is one statement over customers with its owners, plans and protections, and one for the
newest contacts of the rows found; never an OFFSET, never a row read that is not shown.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from functools import cache, lru_cache
from itertools import chain
from typing import Any

from sqlalchemy import (
    BindParameter,
    ColumnElement,
    Connection,
    FromClause,
    Select,
    Subquery,
    bindparam,
    func,
    select,
)

from salesdesk.domain.customer import LeadSource, SalesStatus
from salesdesk.domain.follow_up import (
    OfficeDay,
    PlanFacts,
    StepFacts,
    Steps,
    follow_up_state,
)
from salesdesk.domain.idle_clock import IdleFacts, Limits, leaving
from salesdesk.domain.moments import credible
from salesdesk.domain.ownership import BindingStatus
from salesdesk.domain.queries import (
    SLOW_SORT_LIMIT,
    Count,
    CustomerDetails,
    CustomerQuery,
    CustomerRow,
    CustomerSort,
    OwnerScope,
    Page,
    PageKey,
)
from salesdesk.storage import tables
from salesdesk.storage.db.at_clock import beside_clock
from salesdesk.storage.db.together import Together
from salesdesk.storage.reads import (
    by_owner,
    by_summary,
    filters,
    newest_contacts,
    sorting,
    staged,
)
from salesdesk.storage.reads.by_summary import SUMMARIES, Carrier, S
from salesdesk.storage.reads.choosing import columns, joined
from salesdesk.storage.reads.enums import member
from salesdesk.storage.reads.listing import Beside, Ids, Listing
from salesdesk.storage.reads.newest_contacts import NEWEST, NewestContact
from salesdesk.storage.reads.people import shown_name
from salesdesk.storage.reads.search import Search, is_hit
from salesdesk.storage.reads.viewer import Viewer
from salesdesk.storage.stores import phones
from salesdesk.storage.stores.kept_clocks import kept_clock_of
from salesdesk.storage.stores.links import linked_contact, linked_steps
from salesdesk.storage.stores.pauses import paused_until
from salesdesk.storage.stores.set_asides import aside_of, out_of_round

_CUSTOMERS = tables.customers
_C = _CUSTOMERS.c
_USERS = tables.users
_REGISTRAR = _USERS.alias("registrar")
_PROTECTED = tables.salesdesk_protections.c

_ROW, _PROTECTIONS, _NUMBERS, _LINKED = "row", "protections", "numbers", "linked"
_OF_CUSTOMER: BindParameter[str] = bindparam("of_customer")

#: Whom the summaries name, with their own columns.
_BOTH = SUMMARIES.join(_CUSTOMERS, _C.id == S.customer_id)


def page(
    connection: Connection,
    query: CustomerQuery,
    search: Search,
    viewer: Viewer,
    after: PageKey | None,
    limit: int,
) -> Page[CustomerRow]:
    """One page of the customers that the query asks for.

    Args:
        after: the key that the page before gave; None: the first page.

    Raises:
        ValueError: the key belongs to another sort order.
    """

    def read(part: Search, begin: PageKey | None) -> Page[CustomerRow]:
        listing = _listing(connection, query, part, viewer, begin)
        return listed(connection, listing, begin, limit)

    return staged.page(read, search, after)


def count(
    connection: Connection, query: CustomerQuery, search: Search, viewer: Viewer, cap: int | None
) -> Count:
    """How many customers the query asks for, counted no further than the cap; None: to the end."""
    if query.sort is CustomerSort.OWNER:
        query = replace(query, sort=CustomerSort.NAME)
    return _listing(connection, query, search, viewer, None).count(connection, cap)


def _listing(
    connection: Connection,
    query: CustomerQuery,
    search: Search,
    viewer: Viewer,
    after: PageKey | None,
) -> Listing:
    """The list read from the summaries, or by an order of the customers' own columns."""
    if query.sort is CustomerSort.OWNER:
        return _by_agent(connection, query, search, viewer, after)
    mine = query.owner.scope is OwnerScope.PERSON
    reckoned = tuple(by_summary.reckoned(query, viewer))
    few_held = query.sort is CustomerSort.PHONE and _few_are_held(connection, query, viewer)
    parts = sorting.stretches(query, viewer, _CUSTOMERS, few_held=few_held)
    if query.sort.summarised or (mine and reckoned):
        return Listing(
            viewer,
            tuple(by_summary.conditions(query, viewer)),
            parts,
            search,
            by_summary.source_of(query) if query.sort.summarised else _BOTH,
            descending=query.descending,
            # Few of an agent's own customers fulfil it: they are found first, and then sorted.
            off_index=not query.sort.summarised,
            scan=not mine,
            summarised=True,
            carrier=_carrier(query),
        )
    return Listing(
        viewer,
        tuple(filters.conditions(query, _CUSTOMERS)),
        parts,
        search,
        # A customer whom no sweep has seen yet has no summary, and so no next step.
        _CUSTOMERS.outerjoin(SUMMARIES, S.customer_id == _C.id) if reckoned else _CUSTOMERS,
        also=reckoned,
        descending=query.descending,
        scan=not mine,
    )


def _by_agent(
    connection: Connection,
    query: CustomerQuery,
    search: Search,
    viewer: Viewer,
    after: PageKey | None,
) -> Listing:
    """The list by the agents' names, from the summaries where only these tell who fulfils it."""
    summarised = query.by_summaries
    parts = by_owner.stretches(connection, query, after, summarised=summarised)
    if summarised:
        wanted = by_summary.conditions(query, viewer)
    else:
        wanted = filters.conditions(query, _CUSTOMERS)
    source = by_summary.source_of(query) if summarised else _CUSTOMERS
    if search and not _are_few(connection, query, search, viewer):
        wanted = [*wanted, is_hit(search, viewer)]
        search, source = Search(), _BOTH if summarised else _CUSTOMERS
    return Listing(
        viewer,
        tuple(wanted),
        parts,
        search,
        source,
        descending=query.descending,
        off_index=summarised,
        scan=query.owner.scope is not OwnerScope.PERSON,
        summarised=summarised,
    )


def _few_are_held(connection: Connection, query: CustomerQuery, viewer: Viewer) -> bool:
    """Whether so few are anybody's that their numbers are sorted, where the pool's are withheld."""
    if viewer.pool_phones or query.owner.scope is not OwnerScope.ANYONE:
        return False
    some = select(_C.id).where(_C.bound_to_uid.is_not(None)).limit(SLOW_SORT_LIMIT).subquery()
    number: int = connection.execute(select(func.count()).select_from(some)).scalar_one()
    return number < SLOW_SORT_LIMIT


def _are_few(connection: Connection, query: CustomerQuery, search: Search, viewer: Viewer) -> bool:
    """Whether a search finds so few that they are gathered and sorted by their agents.

    Of many a walk from agent to agent meets enough for a page before long.
    """
    return count(connection, query, search, viewer, SLOW_SORT_LIMIT).number < SLOW_SORT_LIMIT


def _carrier(query: CustomerQuery) -> Carrier:
    by_order = query.sort is CustomerSort.NEXT_STEP
    step = by_order if query.sort.summarised else query.days_left is None
    return by_summary.by_step(query.owner) if step else by_summary.by_leaving(query.owner)


@dataclass(frozen=True, slots=True)
class Found:
    """A page of a list as the database gave it, with what `made` needs for its rows."""

    rows: tuple[Any, ...]
    after: PageKey | None


def listed(
    connection: Connection, listing: Listing, after: PageKey | None, limit: int
) -> Page[CustomerRow]:
    """One page of a list, as rows.

    Raises:
        ValueError: the key belongs to another order.
    """
    page = found(connection, listing, after, limit)
    return Page(made(connection, page.rows, listing.viewer)[0], page.after)


def found(connection: Connection, listing: Listing, after: PageKey | None, limit: int) -> Found:
    """One page of a list; those of its customers who are gone meanwhile are left out.

    A list that is read from the summaries may name some whom another application deleted.

    Raises:
        ValueError: the key belongs to another order.
    """
    shown: list[Any] = []
    while True:
        page = listing.page(connection, after, limit - len(shown), beside(listing.viewer))
        shown += there(page, listing.viewer)
        after = page.after
        if after is None or len(shown) == limit:
            return Found(tuple(shown), after)


def beside(viewer: Viewer) -> Beside:
    """What is read of the customers of a list beside their ids."""

    def from_ids(ids: Subquery) -> Select[Any]:
        customers = ids.outerjoin(_CUSTOMERS, _C.id == ids.c.listed_id)
        return columns(pool_phones=viewer.pool_phones).select_from(joined(customers))

    return from_ids


def there(page: Ids, viewer: Viewer) -> tuple[Any, ...]:
    """The rows of those who are there; the others are doubted."""
    rows = tuple(row for row in page.rows if row.id is not None)
    viewer.doubted.update(set(page.ids) - {row.id for row in rows})
    return rows


def rows(connection: Connection, ids: Sequence[str], viewer: Viewer) -> tuple[CustomerRow, ...]:
    """These customers, in the order asked for; those that are gone are left out."""
    return made(connection, of_ids(connection, ids, viewer), viewer)[0]


def of_ids(connection: Connection, ids: Sequence[str], viewer: Viewer) -> tuple[Any, ...]:
    """These customers as `made` takes them, in the order asked for, without those that are gone."""
    if not ids:
        return ()
    statement = (
        columns(pool_phones=viewer.pool_phones)
        .select_from(joined(_CUSTOMERS))
        .where(_C.id.in_(sorted(set(ids))))
    )
    there = {row.id: row for row in connection.execute(statement)}
    return tuple(there[one] for one in dict.fromkeys(ids) if one in there)


@cache
def single(*, pool_phones: bool) -> Together[str]:
    """What reads the customer `of_customer` for `single_row`, beside the clock; made once.

    Args:
        pool_phones: phones of available customers are shown.
    """
    return beside_clock(alone(pool_phones=pool_phones))


def alone(*, pool_phones: bool) -> dict[str, Select[Any]]:
    """The same readings, to be read beside others of the customer."""
    return _alone(columns(pool_phones=pool_phones).select_from(joined(_CUSTOMERS)))


@cache
def opened(*, pool_phones: bool) -> Together[str]:
    """The same with what `details` tells beside the row."""
    registered_by = _REGISTRAR.c.firebase_uid == _C.firebase_uid
    row = (
        columns(pool_phones=pool_phones)
        .add_columns(
            _C.address,
            shown_name(_REGISTRAR, _C.firebase_uid).label("registered_by"),
            _number_of(tables.customer_contacts, "customer_id").label("contacts"),
            _number_of(tables.customer_binding_history, "customer_id").label("spells"),
            _number_of(tables.orders, "id_customer").label("orders"),
        )
        .select_from(joined(_CUSTOMERS).outerjoin(_REGISTRAR, registered_by))
    )
    noted = phones.noted(lambda id_: id_ == _OF_CUSTOMER)
    links = tables.salesdesk_links.c
    behind = select(links.customer_id).where(links.winner_id == _OF_CUSTOMER)
    linked = phones.noted(lambda id_: id_.in_(behind))
    return beside_clock({**_alone(row), _NUMBERS: noted, _LINKED: linked})


def _alone(statement: Select[Any]) -> dict[str, Select[Any]]:
    return {
        _ROW: statement.where(_C.id == _OF_CUSTOMER),
        NEWEST: newest_contacts.OF_CUSTOMER,
        _PROTECTIONS: _protections(_PROTECTED.customer_id == _OF_CUSTOMER),
    }


def single_row(found: Mapping[str, Sequence[Any]], viewer: Viewer) -> CustomerRow | None:
    """The customer of `single`, or of `opened`; None: it is gone."""
    rows = _assembled(found[_ROW], found[NEWEST], found[_PROTECTIONS], viewer)
    return rows[0] if rows else None


def details(found: Mapping[str, Sequence[Any]], viewer: Viewer) -> CustomerDetails | None:
    """What the customer panel shows above its tabs, of `opened`; None: it is gone."""
    row = single_row(found, viewer)
    if row is None:
        return None
    (there,) = found[_ROW]
    numbers = phones.of_rows(found[_NUMBERS]).get(row.id, ())
    linked = chain.from_iterable(phones.of_rows(found[_LINKED]).values())
    sees = row.phone is not None
    return CustomerDetails(
        row, there.address, there.registered_by or None, there.contacts, there.spells,
        there.orders, numbers if sees else (), tuple(linked) if sees else (),
    )  # fmt: skip


def _number_of(table: FromClause, column: str) -> ColumnElement[int]:
    counted = select(func.count()).select_from(table).where(table.c[column] == _C.id)
    return counted.correlate(_CUSTOMERS).scalar_subquery()


def made(
    connection: Connection,
    found: Sequence[Any],
    viewer: Viewer,
    further: Mapping[str, Select[Any]] | None = None,
    *,
    words: bool = False,
    newest: Select[Any] | None = None,
    kept: Mapping[str, object] | None = None,
) -> tuple[tuple[CustomerRow, ...], dict[str, list[Any]]]:
    """The rows of the customers that were found, and further readings of them; one statement.

    Args:
        words: with what was said in the newest contacts, for `last_notes.made`.
        newest: what reads the newest contacts, where more is read in the same pass.
        kept: the further readings are always the same objects, of the customers `ids` and of
            these parameters, so that their statement is made once; None: they are not.
    """
    if not found:
        return (), {name: [] for name in further or ()}
    if newest is None:
        newest = newest_contacts.reading(viewer, words=words)
    asked = {NEWEST: newest, **(further or {})}
    protected = sorted({row.id for row in found if row.until and row.until > viewer.now})
    if protected:
        asked[_PROTECTIONS] = _PROTECTIONS_OF
    values = newest_contacts.values({row.id for row in found}, viewer)
    values |= {"protected": protected, **(kept or {})}
    readings = Together(asked) if kept is None else _kept(tuple(asked.items()))
    answers = readings.rows(connection, values)
    protections = answers.pop(_PROTECTIONS, [])
    return _assembled(found, answers[NEWEST], protections, viewer), answers


@lru_cache(maxsize=32)
def _kept(asked: tuple[tuple[str, Select[Any]], ...]) -> Together[str]:
    return Together(dict(asked))


def _assembled(
    found: Sequence[Any], contacts: Sequence[Any], protections: Sequence[Any], viewer: Viewer
) -> tuple[CustomerRow, ...]:
    newest = {one: newest_contacts.of(row) for one, row in newest_contacts.rows(contacts).items()}
    limits, today = viewer.settings.limits, viewer.today
    rows = tuple(
        _row(row, newest.get(row.id), viewer.now, limits, today, words=viewer.pool_notes)
        for row in found
    )
    return _with_protections(rows, protections)


def _protections(of_whom: ColumnElement[bool]) -> Select[Any]:
    """Who protects these customers and why: of the few that are protected, read apart."""
    source = tables.salesdesk_protections.outerjoin(
        _USERS, _USERS.c.firebase_uid == _PROTECTED.set_by_uid
    )
    named = shown_name(_USERS, _PROTECTED.set_by_uid).label("name")
    found = select(_PROTECTED.customer_id, _PROTECTED.reason, named)
    return found.select_from(source).where(of_whom)


#: Of the customers `protected`.
_PROTECTIONS_OF = _protections(_PROTECTED.customer_id.in_(bindparam("protected", expanding=True)))


def _with_protections(
    rows: tuple[CustomerRow, ...], found: Sequence[Any]
) -> tuple[CustomerRow, ...]:
    told = {row.customer_id: row for row in found}
    if not told:
        return rows
    return tuple(
        replace(row, protected_by=told[row.id].name, protected_why=told[row.id].reason)
        if row.id in told and row.protected
        else row
        for row in rows
    )


def _row(
    found: Any,
    newest: NewestContact | None,
    now: datetime,
    limits: Limits,
    today: OfficeDay,
    *,
    words: bool,
) -> CustomerRow:
    bound = found.binding_status == BindingStatus.BOUND and found.bound_to_uid is not None
    status = SalesStatus.of(found.sales_status)
    newest_at = newest.at if newest else None
    last = credible(found.last_interaction_date, now)
    step = _next_step(found, newest)
    return CustomerRow(
        id=found.id,
        name=found.name,
        company=found.company or None,
        phone=found.phone,
        status=status,
        owner_uid=found.bound_to_uid if bound else None,
        owner_name=found.owner_name if bound else None,
        source=member(LeadSource, found.lead_source),
        owned_since=found.binding_start_date if bound else None,
        last_contact=max(
            (at for at in (last, newest_at, linked_contact(found)) if at is not None), default=None
        ),
        last_method=newest.method if newest else None,
        last_outcome=newest.outcome if newest else None,
        departure=leaving(_facts(found, status, newest_at), limits, now) if bound else None,
        protected_until=found.until if bound else None,
        next_step=step,
        follow_up=follow_up_state(step, today),
        created_at=found.created_at,
        updated_at=found.updated_at,
        now=now,
        foreign_status=SalesStatus.foreign(found.sales_status),
        out=out_of_round(found),
        aside=aside_of(found, shows_words=words or bound),
    )


def _facts(found: Any, status: SalesStatus, newest_at: datetime | None) -> IdleFacts:
    return IdleFacts(
        found.created_at,
        found.binding_start_date,
        found.last_interaction_date,
        newest_at,
        status,
        found.until,
        kept_clock_of(found),
        paused_until(found),
        out_of_round(found),
        linked_contact(found),
    )


def _next_step(found: Any, newest: NewestContact | None) -> datetime | None:
    plan = PlanFacts(found.due_at, found.written_at) if found.written_at is not None else None
    own = Steps(StepFacts(newest.at, newest.next_step) if newest else None, plan)
    return own.with_linked(linked_steps(found)).counting.due_at
