"""Who may do what, proven: every public function of the services is called with every role.

`NEEDED` says what each function needs. The walk fails on a function that is in neither table, so
that none is added without saying who may; each refusal is a `NotAllowed` and changes nothing.
"""

from __future__ import annotations

import importlib
import inspect
import pkgutil
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

import salesdesk.services
from salesdesk.domain.audit import AuditQuery
from salesdesk.domain.change_feed import Cursor
from salesdesk.domain.customer import CustomerDraft, SalesStatus
from salesdesk.domain.day import Section
from salesdesk.domain.errors import NotAllowed, Refusal
from salesdesk.domain.events import new_id
from salesdesk.domain.exporting import CustomersTable
from salesdesk.domain.moments import DAY
from salesdesk.domain.ownership import OwnershipSeen
from salesdesk.domain.people import Permission
from salesdesk.domain.pipeline import BoardQuery, Move, Stage
from salesdesk.domain.pool import PoolQuery
from salesdesk.domain.queries import CustomerQuery, OwnerFilter, TimelineQuery
from salesdesk.domain.reports.drill_down import DrillDown, Figure
from salesdesk.domain.reports.report_scope import Period, ReportScope
from salesdesk.domain.states import CustomerState
from salesdesk.domain.templates import MessageTemplate, TemplateDraft
from salesdesk.services import (
    bulk,
    contacts,
    customers,
    exporting,
    follow_ups,
    message_templates,
    ownership,
    stage_moves,
)
from salesdesk.services.admin import (
    audit,
    doctor,
    forecast,
    people,
    repair,
    roles,
    roster,
    settings,
)
from salesdesk.services.admin.settings import NewValue
from salesdesk.services.exporting import COPIED_FREELY
from salesdesk.services.importing import checking, similar, undo, writing
from salesdesk.services.lists import (
    board,
    changes,
    handover,
    palette,
    pool,
    reminders,
    states,
    today,
)
from salesdesk.services.lists import customers as lists
from salesdesk.services.release import run
from salesdesk.services.reports import agents, engagement, methods, opened, releases, workload
from salesdesk.services.reports import pipeline as pipeline_report
from salesdesk.services.session import Session
from salesdesk.storage.tables.booking import user
from salesdesk.storage.tables.own_tables import own
from tests.support.database import Database
from tests.support.factories import NOON, Office, draft, fresh_phone
from tests.support.import_work import Importer, never, silent

P = Permission
VIEW = {P.CUSTOMERS_VIEW}
NOTHING: set[Permission] = set()
ROLES = ("nobody", "inactive", "agent", "lead", "admin")
MONTH = ReportScope(Period((NOON - 30 * DAY).date(), NOON.date()))


@dataclass
class World:
    """What the calls are about; each gets customers and contacts of its own."""

    office: Office
    folder: Path

    def free(self) -> str:
        return self.office.customer()

    def others(self) -> str:
        """A customer of somebody who never acts here."""
        return self.office.customer(owner=self.office.other_uid)

    def contact(self) -> str:
        """A contact that somebody else logged."""
        typed = draft(self.others())
        contacts.log(self.office.other, typed)
        return typed.id

    def contact_seen(self) -> Any:
        return contacts.get(self.office.lead, self.contact())

    def customer_seen(self) -> Any:
        return customers.get(self.office.lead, self.others())

    def deleted(self) -> str:
        """The deletion, by somebody else, of a contact."""
        deletion = new_id()
        contacts.delete(self.office.other, deletion, self.contact())
        return deletion

    def edited(self) -> str:
        """Somebody else's edit of a customer."""
        edit, seen = new_id(), self.customer_seen()
        customers.edit(self.office.lead, edit, as_draft(seen), seen)
        return edit

    def protected(self) -> tuple[str, str]:
        """A customer, and the act that protected it."""
        customer_id, act = self.others(), new_id()
        ownership.protect(self.office.lead, act, customer_id, self.office.now + DAY, "Ill")
        return customer_id, act

    def planned(self) -> tuple[str, str]:
        """A customer, and the act that planned the next step."""
        customer_id, act = self.others(), new_id()
        follow_ups.plan(self.office.lead, act, customer_id, self.office.now + DAY)
        return customer_id, act

    def template(self) -> MessageTemplate:
        typed = TemplateDraft(new_id(), "Thanks", "en", "Thank you, {name}")
        message_templates.save(self.office.lead, new_id(), typed, None)
        found = message_templates.listed(self.office.lead)
        return next(one for one in found if one.id == typed.id)

    def removed_template(self) -> tuple[MessageTemplate, str]:
        """A template, and the act that removed it."""
        template, act = self.template(), new_id()
        message_templates.remove(self.office.lead, act, template)
        return template, act

    def importer(self) -> Importer:
        return Importer(self.office, self.folder)

    def request(self) -> Any:
        importer = self.importer()
        return importer.request(importer.file(f"name,phone\nNew,{fresh_phone()}\n"))

    def imported(self) -> str:
        """An import, by its number."""
        return writing.run(self.office.admin, self.request(), silent, never).import_id


Call = Callable[[Session, World], object]


def as_draft(seen: Any) -> CustomerDraft:
    return CustomerDraft(seen.id, "Other", seen.phone, seen.company or "", seen.address)


#: What each function needs, and a call of it. Where a function needs more of another's customer
#: or contact, the call is about another's.
NEEDED: dict[str, tuple[set[Permission], Call]] = {
    "bulk.assign": (
        {P.CUSTOMERS_ASSIGN},
        lambda d, w: bulk.assign(d, new_id(), {w.free(): w.office.agent_uid}),
    ),
    "bulk.claim": (
        {P.CUSTOMERS_CLAIM, P.CUSTOMERS_HOLD},
        lambda d, w: bulk.claim(d, new_id(), [w.free()]),
    ),
    "bulk.release": (
        {P.CUSTOMERS_RELEASE_ANY},
        lambda d, w: bulk.release(d, new_id(), {w.others(): OwnershipSeen(w.office.other_uid)}),
    ),
    "bulk.transfer": (
        {P.CUSTOMERS_TRANSFER},
        lambda d, w: bulk.transfer(
            d,
            new_id(),
            {(one := w.others()): OwnershipSeen(w.office.other_uid)},
            {one: w.office.agent_uid},
        ),
    ),
    "bulk.take_back_protections": (
        {P.CUSTOMERS_PROTECT},
        lambda d, w: bulk.take_back_protections(d, new_id(), dict([w.protected()])),
    ),
    "bulk.take_back_plans": (
        {P.CONTACTS_LOG},
        lambda d, w: bulk.take_back_plans(d, new_id(), dict([w.planned()])),
    ),
    "lists.board.cards": (VIEW, lambda d, w: board.cards(d, BoardQuery(OwnerFilter()), [w.free()])),
    "lists.board.figures": (VIEW, lambda d, w: board.figures(d, BoardQuery(OwnerFilter()))),
    "lists.board.move": (
        {P.CUSTOMERS_EDIT},
        lambda d, w: board.move(d, new_id(), [Move(w.free(), Stage.COLD)], Stage.WARM),
    ),
    "lists.board.whole": (VIEW, lambda d, w: board.whole(d, BoardQuery(OwnerFilter()))),
    "lists.board.page": (VIEW, lambda d, w: board.page(d, BoardQuery(OwnerFilter()), Stage.COLD)),
    "contacts.delete": (
        {P.CONTACTS_LOG, P.CONTACTS_EDIT_ANY},
        lambda d, w: contacts.delete(d, new_id(), w.contact()),
    ),
    "contacts.edit": (
        {P.CONTACTS_LOG, P.CONTACTS_EDIT_ANY},
        lambda d, w: contacts.edit(
            d, new_id(), (seen := w.contact_seen()), draft(seen.customer_id, notes="Other.")
        ),
    ),
    "contacts.get": (
        {P.CUSTOMERS_VIEW, P.CUSTOMERS_VIEW_NOTES},
        lambda d, w: contacts.get(d, w.contact()),
    ),
    "contacts.log": ({P.CONTACTS_LOG}, lambda d, w: contacts.log(d, draft(w.others()))),
    "contacts.prospect": (
        {P.CONTACTS_LOG, P.CUSTOMERS_VIEW},
        lambda d, w: contacts.prospect(d, w.others()),
    ),
    "contacts.restore": (
        {P.CONTACTS_LOG, P.CONTACTS_EDIT_ANY},
        lambda d, w: contacts.restore(d, new_id(), w.deleted()),
    ),
    "customers.create": (
        {P.CUSTOMERS_CREATE},
        lambda d, w: customers.create(d, CustomerDraft(new_id(), "New", fresh_phone())),
    ),
    "customers.duplicate_of": (VIEW, lambda d, w: customers.duplicate_of(d, fresh_phone())),
    "customers.edit": (
        {P.CUSTOMERS_EDIT},
        lambda d, w: customers.edit(d, new_id(), as_draft(seen := w.customer_seen()), seen),
    ),
    "customers.get": (VIEW, lambda d, w: customers.get(d, w.others())),
    "customers.take_back_edit": (
        {P.CUSTOMERS_EDIT},
        lambda d, w: customers.take_back_edit(d, new_id(), w.edited()),
    ),
    "admin.doctor.examine": ({P.AUDIT_VIEW}, lambda d, w: doctor.examine(d)),
    "exporting.copied": (
        {P.CUSTOMERS_VIEW, P.DATA_EXPORT},
        lambda d, w: exporting.copied(d, new_id(), COPIED_FREELY + 1, "customers"),
    ),
    "exporting.run": (
        {P.CUSTOMERS_VIEW, P.DATA_EXPORT},
        lambda d, w: exporting.run(d, new_id(), CustomersTable(CustomerQuery()), lambda _: None),
    ),
    "follow_ups.plan": (
        {P.CONTACTS_LOG},
        lambda d, w: follow_ups.plan(d, new_id(), w.others(), w.office.now + DAY),
    ),
    "follow_ups.take_back_plan": (
        {P.CONTACTS_LOG},
        lambda d, w: follow_ups.take_back_plan(d, new_id(), *w.planned()),
    ),
    "lists.handover.of": (VIEW, lambda d, w: handover.of(d, w.free())),
    "importing.similar.find": ({P.DATA_IMPORT}, lambda d, w: similar.find(d, similar.Groups())),
    "importing.checking.check": (
        {P.DATA_IMPORT},
        lambda d, w: checking.check(d, w.request(), silent, never),
    ),
    "importing.undo.take_back": (
        {P.DATA_IMPORT},
        lambda d, w: undo.take_back(
            d,
            new_id(),
            w.imported(),
            silent,
            never,
        ),
    ),
    "importing.writing.newest": ({P.DATA_IMPORT}, lambda d, w: writing.newest(d)),
    "importing.writing.run": (
        {P.DATA_IMPORT},
        lambda d, w: writing.run(d, w.request(), silent, never),
    ),
    "lists.customers.count": (VIEW, lambda d, w: lists.count(d, CustomerQuery())),
    "lists.customers.details": (VIEW, lambda d, w: lists.details(d, w.others())),
    "lists.customers.more": (VIEW, lambda d, w: lists.more(d, [w.others()])),
    "lists.customers.ownership": (VIEW, lambda d, w: lists.ownership(d, w.others())),
    "lists.customers.page": (VIEW, lambda d, w: lists.page(d, CustomerQuery())),
    "lists.customers.rows": (VIEW, lambda d, w: lists.rows(d, [w.others()])),
    "lists.customers.sortable": (VIEW, lambda d, w: lists.sortable(d, CustomerQuery())),
    "lists.customers.timeline": (VIEW, lambda d, w: lists.timeline(d, TimelineQuery(w.others()))),
    "lists.changes.changes_since": (VIEW, lambda d, w: changes.changes_since(d, Cursor(NOON))),
    "lists.changes.start": (VIEW, lambda d, w: changes.start(d)),
    "ownership.agents": (VIEW, lambda d, w: ownership.agents(d)),
    "ownership.owners": (VIEW, lambda d, w: ownership.owners(d)),
    "ownership.assign": (
        {P.CUSTOMERS_ASSIGN},
        lambda d, w: ownership.assign(d, new_id(), w.free(), w.office.agent_uid),
    ),
    "ownership.claim": (
        {P.CUSTOMERS_CLAIM, P.CUSTOMERS_HOLD},
        lambda d, w: ownership.claim(d, new_id(), w.free()),
    ),
    "ownership.protect": (
        {P.CUSTOMERS_PROTECT},
        lambda d, w: ownership.protect(d, new_id(), w.others(), w.office.now + DAY, "Ill"),
    ),
    "ownership.release": (
        {P.CUSTOMERS_RELEASE_ANY},
        lambda d, w: ownership.release(d, new_id(), w.others(), OwnershipSeen(w.office.other_uid)),
    ),
    "ownership.take_back_protection": (
        {P.CUSTOMERS_PROTECT},
        lambda d, w: ownership.take_back_protection(d, new_id(), *w.protected()),
    ),
    "ownership.transfer": (
        {P.CUSTOMERS_TRANSFER},
        lambda d, w: ownership.transfer(
            d, new_id(), w.others(), w.office.agent_uid, OwnershipSeen(w.office.other_uid)
        ),
    ),
    "ownership.unprotect": (
        {P.CUSTOMERS_PROTECT},
        lambda d, w: ownership.unprotect(d, new_id(), w.others()),
    ),
    "lists.palette.beginning": (VIEW, lambda d, w: palette.beginning(d, "Siti")),
    "lists.palette.others": (VIEW, lambda d, w: palette.others(d, "Siti")),
    "admin.audit.page": ({P.AUDIT_VIEW}, lambda d, w: audit.page(d, AuditQuery())),
    "admin.audit.everything": (
        {P.AUDIT_VIEW, P.DATA_EXPORT},
        lambda d, w: audit.everything(d, AuditQuery()),
    ),
    "admin.people.accounts": ({P.PEOPLE_MANAGE}, lambda d, w: people.accounts(d)),
    "admin.people.accounts_without_host": (
        {P.PEOPLE_MANAGE},
        lambda d, w: people.accounts_without_host(d),
    ),
    "admin.people.confirm": (
        {P.PEOPLE_MANAGE},
        lambda d, w: people.confirm(d, new_id(), "eko@example.org"),
    ),
    "admin.people.foreign_grants": ({P.PEOPLE_MANAGE}, lambda d, w: people.foreign_grants(d)),
    "admin.people.grant": (
        {P.PEOPLE_MANAGE},
        lambda d, w: people.grant(d, new_id(), "eko@example.org", "Sales Agent"),
    ),
    "admin.people.map_account": (
        {P.PEOPLE_MANAGE},
        lambda d, w: people.map_account(d, new_id(), "eko@10.0.0.9", "eko@example.org"),
    ),
    "admin.people.people": (VIEW, lambda d, w: people.people(d)),
    "admin.people.revoke": (
        {P.PEOPLE_MANAGE},
        lambda d, w: people.revoke(d, new_id(), "nobody@example.org"),
    ),
    "admin.people.unmap_account": (
        {P.PEOPLE_MANAGE},
        lambda d, w: people.unmap_account(d, new_id(), "nobody@%"),
    ),
    "admin.roles.roles": ({P.PEOPLE_MANAGE}, lambda d, w: roles.roles(d)),
    "admin.roles.change": (
        {P.PEOPLE_MANAGE},
        lambda d, w: roles.change(d, new_id(), 0, frozenset(), frozenset()),
    ),
    "admin.roster.roster": ({P.PEOPLE_MANAGE}, lambda d, w: roster.roster(d)),
    "admin.roster.held_by": ({P.CUSTOMERS_TRANSFER}, lambda d, w: roster.held_by(d, "uid-eko")),
    "admin.roster.hand_over": (
        {P.CUSTOMERS_TRANSFER},
        lambda d, w: roster.hand_over(
            d, new_id(), roster.held_by(d, "uid-eko"), w.office.agent_uid
        ),
    ),
    "admin.people.written_roles": ({P.PEOPLE_MANAGE}, lambda d, w: people.written_roles(d)),
    "stage_moves.move": (
        {P.CUSTOMERS_EDIT},
        lambda d, w: stage_moves.move(d, new_id(), w.free(), SalesStatus.COLD, SalesStatus.HOT),
    ),
    "lists.pool.allowance": (VIEW, lambda d, w: pool.allowance(d)),
    "lists.pool.count": (VIEW, lambda d, w: pool.count(d, PoolQuery())),
    "lists.pool.page": (VIEW, lambda d, w: pool.page(d, PoolQuery())),
    "lists.pool.rows": (VIEW, lambda d, w: pool.rows(d, [w.free()])),
    "lists.pool.sortable": (VIEW, lambda d, w: pool.sortable(d, PoolQuery())),
    "release.run.confirm": ({P.RELEASE_CONFIRM}, lambda d, w: run.confirm(d)),
    "release.run.held": (VIEW, lambda d, w: run.held(d)),
    "release.run.preview": (VIEW, lambda d, w: run.preview(d)),
    "lists.reminders.upcoming": (VIEW, lambda d, w: reminders.upcoming(d)),
    "admin.repair.apply": (
        {P.PEOPLE_MANAGE},
        lambda d, w: repair.apply(d, new_id(), "available_with_open_row"),
    ),
    "admin.repair.preview": (
        {P.PEOPLE_MANAGE},
        lambda d, w: repair.preview(d, "available_with_open_row"),
    ),
    **{
        f"reports.{name}.figures": (
            {P.REPORTS_VIEW_OWN},
            lambda d, w, module=module: module.figures(d, MONTH),  # type: ignore[misc]
        )
        for name, module in (
            ("agents", agents),
            ("engagement", engagement),
            ("methods", methods),
            ("pipeline", pipeline_report),
            ("releases", releases),
            ("workload", workload),
        )
    },
    "reports.opened.count": (
        {P.CUSTOMERS_VIEW, P.REPORTS_VIEW_TEAM},
        lambda d, w: opened.count(d, MONTH, DrillDown(Figure.AGENTS_CONTACTS)),
    ),
    "reports.opened.page": (
        {P.CUSTOMERS_VIEW, P.REPORTS_VIEW_TEAM},
        lambda d, w: opened.page(d, MONTH, DrillDown(Figure.AGENTS_CONTACTS)),
    ),
    "admin.forecast.forecast": ({P.POLICY_EDIT}, lambda d, w: forecast.forecast(d, {})),
    "admin.forecast.touched": ({P.POLICY_EDIT}, lambda d, w: forecast.touched(d, {})),
    "admin.forecast.due_now": ({P.POLICY_EDIT}, lambda d, w: forecast.due_now(d, {})),
    "message_templates.listed": ({P.CONTACTS_LOG}, lambda d, w: message_templates.listed(d)),
    "message_templates.orders": (VIEW, lambda d, w: message_templates.orders(d, w.free())),
    "message_templates.save": (
        {P.TEMPLATES_EDIT},
        lambda d, w: message_templates.save(
            d, new_id(), TemplateDraft(new_id(), "Thanks", "en", "Thank you"), None
        ),
    ),
    "message_templates.remove": (
        {P.TEMPLATES_EDIT},
        lambda d, w: message_templates.remove(d, new_id(), w.template()),
    ),
    "message_templates.restore": (
        {P.TEMPLATES_EDIT},
        lambda d, w: message_templates.restore(d, new_id(), *w.removed_template()),
    ),
    "admin.settings.change": (
        {P.POLICY_EDIT},
        lambda d, w: settings.change(d, new_id(), NewValue("salesdesk.release.limit_cold", "31")),
    ),
    "lists.states.counts": (
        {P.CUSTOMERS_VIEW, P.REPORTS_VIEW_TEAM},
        lambda d, w: states.counts(d),
    ),
    "lists.states.of": (
        {P.CUSTOMERS_VIEW, P.REPORTS_VIEW_TEAM},
        lambda d, w: states.of(d, [w.free()]),
    ),
    "lists.states.page": (
        {P.CUSTOMERS_VIEW, P.REPORTS_VIEW_TEAM},
        lambda d, w: states.page(d, CustomerState.IN_POOL),
    ),
    "lists.states.trend": ({P.CUSTOMERS_VIEW, P.REPORTS_VIEW_TEAM}, lambda d, w: states.trend(d)),
    "lists.today.counts": (VIEW, lambda d, w: today.counts(d, today.mine(d))),
    "lists.today.logged": (VIEW, lambda d, w: today.logged(d)),
    "lists.today.day": (VIEW, lambda d, w: today.day(d, today.mine(d))),
    "lists.today.page": (VIEW, lambda d, w: today.page(d, today.mine(d), Section.TODAY)),
    "lists.today.rows": (VIEW, lambda d, w: today.rows(d, today.mine(d), [w.free()])),
}

#: Functions that need no permission, and why that is right.
FREE = {
    "admin.authority.now": "says what the person may; whoever has no role waits for it",
    "bulk.each": "the acts that it is handed check, each for itself",
    "contact_hours.refresh": "brings a cache in line as the system; nothing is handed out",
    "lists.freshness.now": "when the summaries were brought in line; no customer",
    "phone_sweep.refresh": "brings a side table in line as the system; nothing is handed out",
    "ownership.signed_in_uid": "reads the actor alone",
    "admin.people.act_on_people": "is the check of acts on people",
    "admin.people.add_to_workspace": "the first person of a workspace has no role; see test_people",
    "admin.people.has_administrator": "a yes or no, asked before anybody signs in",
    "admin.people.has_named_administrator": "as has_administrator",
    "admin.people.recover": "needs the upgrade account's rights instead; see test_people",
    "admin.people.roles": "names of roles",
    "release.run.last_run": "when the last run was; no customer",
    "release.run.run": "acts as the system on anybody's desktop, by the shared settings alone",
    "release.batch.release_all": "part of the run; frees only what is due by its own reading",
    "reports.permitted.require_figures": "is the check",
    "reports.permitted.require_rows": "is the check",
    "reports.permitted.sees": "is the check",
    "release.run.require_confirmer": "is the check",
    "reports.permitted.shown": "is the check",
    "reports.speed.missing": "names of indexes",
    "admin.settings.read": "the settings by which every desktop works",
    "admin.settings.stored": "the same, with who changed them",
    "admin.sign_in.account": "before anybody is signed in",
    "admin.sign_in.account_desk": "before anybody is signed in",
    "admin.sign_in.choices": "in a workspace, before anybody is signed in",
    "admin.sign_in.oneself": "the person in front alone, who has no role yet",
    "admin.sign_in.signed_in": "before anybody is signed in",
    "admin.sign_in.state": "before anybody is signed in",
    "lists.states.keep_day": "keeps the day's counts as the system; nothing is handed out",
    "submission.is_stored": "a yes or no on an id that only its form knows",
    "submission.repeat": "the act that it is handed checks",
    "submission.submit": "the act that it is handed checks",
    "summaries.fill": "brings a side table in line as the system; nothing is handed out",
    "summaries.mend": "as summaries.fill",
    "summaries.mend_doubted": "as summaries.fill",
    "summaries.number": "how many customers there are, for the progress of a command",
    "summaries.reckon_all": "as summaries.fill",
    "summaries.sweep": "as summaries.fill",
    "lists.today.mine": "reads the actor alone",
}


def functions() -> Iterator[str]:
    """Every public function that is handed a session or a store, by module and name.

    Those that are handed an open reading or unit of work are parts of others.
    """
    for module in pkgutil.walk_packages(salesdesk.services.__path__, "salesdesk.services."):
        loaded = importlib.import_module(module.name)
        for name, found in inspect.getmembers(loaded, inspect.isfunction):
            if name.startswith("_") or found.__module__ != module.name:
                continue
            parameters = inspect.signature(found).parameters
            first = next(iter(parameters.values()), None)
            part = {"reading", "unit"} & parameters.keys()
            if first is not None and first.annotation in ("Session", "Store") and not part:
                yield f"{module.name.removeprefix('salesdesk.services.')}.{name}"


def test_every_public_function_says_who_may() -> None:
    assert set(functions()) == NEEDED.keys() | FREE.keys()
    assert not NEEDED.keys() & FREE.keys()


@pytest.fixture
def office(database: Database) -> Office:
    """An office on each of the two databases, with somebody of each role."""
    made = Office(database)

    def hire(unit: Any) -> None:
        unit.people.add_person("uid-new", "Nina Baru", "nina@example.org")
        unit.people.add_person("uid-gone", "Gita Lama", "gita@example.org")

    made.store.act(hire)
    people.grant(made.admin, new_id(), "gita@example.org", "Sales Administrator")
    database.execute("INSERT INTO roles (name, status) VALUES ('Formerly', 'inactive')")
    [(role,)] = database.execute("SELECT id FROM roles WHERE name = 'Formerly'")
    database.execute("UPDATE salesdesk_person_roles SET role_id = %s WHERE uid = 'uid-gone'", role)
    return made


def desk_of(office: Office, role: str) -> Session:
    uids = {
        "nobody": "uid-new",
        "inactive": "uid-gone",
        "agent": office.agent_uid,
        "lead": office.lead_uid,
        "admin": office.admin_uid,
    }
    return office.session(uids[role])


def everything(database: Database) -> dict[str, list[tuple[Any, ...]]]:
    """All rows of all tables."""
    return {
        table.name: sorted(database.execute(f"SELECT * FROM {table.name}"), key=str)
        for table in (*user.sorted_tables, *own.sorted_tables)
    }


@pytest.mark.parametrize("role", ROLES)
def test_each_function_with_each_role(office: Office, role: str, tmp_path: Path) -> None:
    session, world = desk_of(office, role), World(office, tmp_path)
    wrong: list[str] = []
    for name, (needed, call) in NEEDED.items():
        allowed = needed <= session.actor.permissions
        if told := _tried(session, world, call, allowed=allowed):
            wrong.append(f"{name}: {told}")
    assert wrong == []
    if role in ("nobody", "inactive"):
        assert not session.actor.permissions


def _tried(session: Session, world: World, call: Call, *, allowed: bool) -> str:
    """Why the call did not go as the table says; '' where it did."""
    database = world.office.database
    before: list[dict[str, list[tuple[Any, ...]]]] = []
    # What the call is about is made before the rows are looked at.
    prepared = _Prepared(world, lambda: before.append(everything(database)))
    try:
        call(session, prepared)
    except NotAllowed:
        if allowed:
            return "refused, though the role allows it"
        stood = before[-1] if before else everything(database)
        return "" if everything(database) == stood else "refused, and yet something was changed"
    except Refusal as refusal:
        return "" if allowed else f"refused for another reason: {refusal.message}"
    return "" if allowed else "not refused"


class _Prepared(World):
    """A world that tells when the last thing that a call is about was made."""

    def __init__(self, world: World, made: Callable[[], None]) -> None:
        super().__init__(world.office, world.folder)
        self._made = made

    def free(self) -> str:
        made = super().free()
        self._made()
        return made

    def others(self) -> str:
        made = super().others()
        self._made()
        return made

    def contact(self) -> str:
        made = super().contact()
        self._made()
        return made

    def deleted(self) -> str:
        made = super().deleted()
        self._made()
        return made

    def edited(self) -> str:
        made = super().edited()
        self._made()
        return made

    def protected(self) -> tuple[str, str]:
        made = super().protected()
        self._made()
        return made

    def planned(self) -> tuple[str, str]:
        made = super().planned()
        self._made()
        return made

    def request(self) -> Any:
        made = super().request()
        self._made()
        return made

    def imported(self) -> str:
        made = super().imported()
        self._made()
        return made


@pytest.mark.parametrize(
    ("role", "taken", "call"),
    [
        ("agent", P.CONTACTS_LOG, "contacts.log"),
        ("agent", P.CONTACTS_LOG, "follow_ups.plan"),
        ("agent", P.CUSTOMERS_CLAIM, "ownership.claim"),
        ("agent", P.CUSTOMERS_EDIT, "customers.edit"),
        ("agent", P.CUSTOMERS_EDIT, "stage_moves.move"),
        ("agent", P.CUSTOMERS_CREATE, "customers.create"),
        ("lead", P.CUSTOMERS_ASSIGN, "ownership.assign"),
        ("lead", P.CUSTOMERS_TRANSFER, "ownership.transfer"),
        ("lead", P.CUSTOMERS_PROTECT, "ownership.protect"),
        ("lead", P.CUSTOMERS_RELEASE_ANY, "ownership.release"),
        ("lead", P.CONTACTS_EDIT_ANY, "contacts.edit"),
        ("lead", P.DATA_EXPORT, "exporting.copied"),
        ("lead", P.DATA_EXPORT, "exporting.run"),
        ("lead", P.RELEASE_CONFIRM, "release.run.confirm"),
        ("admin", P.DATA_IMPORT, "importing.writing.run"),
        ("admin", P.POLICY_EDIT, "admin.settings.change"),
        ("admin", P.PEOPLE_MANAGE, "admin.people.grant"),
    ],
)
def test_what_was_taken_away_since_the_sign_in_is_refused(
    office: Office, tmp_path: Path, role: str, taken: Permission, call: str
) -> None:
    """The act asks again within its own transaction."""
    session = desk_of(office, role)
    if call == "release.run.confirm":
        office.customers(30, owner=office.other_uid, since=NOON - 40 * DAY)
    office.database.execute(
        "DELETE FROM role_permissions WHERE permission_id IN "
        "(SELECT id FROM permissions WHERE resource = %s AND action = %s)",
        taken.resource, taken.action,
    )  # fmt: skip
    assert session.actor.may(taken), "the window still thinks so"
    world = World(office, tmp_path)
    if call == "release.run.confirm":
        assert run.confirm(session).released == 0
    with pytest.raises(NotAllowed):
        NEEDED[call][1](session, world)


def withheld(office: Office) -> tuple[Session, str]:
    """An agent whose role shows neither notes nor phones of the pool, and a customer of it."""
    customer = office.customer("Sinta Rahasia", phone="+6281200009999")
    contacts.log(office.other, draft(customer, notes="A secret note."))
    for action in ("view_notes", "view_phone_in_pool"):
        office.database.execute(
            "DELETE FROM role_permissions WHERE permission_id IN "
            "(SELECT id FROM permissions WHERE resource = %s AND action = %s)",
            P.CUSTOMERS_VIEW.resource, action,
        )  # fmt: skip
    return office.agent, customer


READINGS: dict[str, Callable[[Session, str], object]] = {
    "list": lambda d, one: lists.page(d, CustomerQuery()),
    "rows": lambda d, one: lists.rows(d, [one]),
    "details": lists.details,
    "timeline": lambda d, one: lists.timeline(d, TimelineQuery(one)),
    "pool": lambda d, one: pool.page(d, PoolQuery()),
    "pool rows": lambda d, one: pool.rows(d, [one]),
    "board": lambda d, one: board.page(d, BoardQuery(OwnerFilter()), Stage.COLD),
    "whole board": lambda d, one: board.whole(d, BoardQuery(OwnerFilter())),
    "day": lambda d, one: today.day(d, today.mine(d)),
    "cards": lambda d, one: board.cards(d, BoardQuery(OwnerFilter()), [one]),
    "palette": lambda d, one: palette.beginning(d, "Sinta"),
    "hand-over": handover.of,
    "today": lambda d, one: today.rows(d, today.mine(d), [one]),
    "contact form": contacts.prospect,
    "duplicates": lambda d, one: customers.duplicate_of(d, "0812-0000-9999"),
}


@pytest.mark.parametrize("name", list(READINGS))
def test_what_a_role_withholds_does_not_reach_the_window(office: Office, name: str) -> None:
    session, customer = withheld(office)
    found = repr(READINGS[name](session, customer))
    assert "Sinta" in found or name in ("today", "day", "timeline")
    assert "A secret note" not in found
    assert "81200009999" not in found
    assert lists.count(session, CustomerQuery(search="0812000099")).number == 0


def test_a_form_of_what_is_withheld_is_refused(office: Office) -> None:
    session, customer = withheld(office)
    [(contact,)] = office.database.execute("SELECT id FROM customer_contacts")
    with pytest.raises(NotAllowed):
        customers.get(session, customer)
    with pytest.raises(NotAllowed):
        contacts.get(session, contact)
