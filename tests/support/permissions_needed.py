"""Every use case, who may do it, and a call of it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from salesdesk.domain.audit import AuditQuery
from salesdesk.domain.change_feed import Cursor
from salesdesk.domain.customer import CustomerDraft, SalesStatus
from salesdesk.domain.day import Section
from salesdesk.domain.duplicates import LinkChoice, Looked
from salesdesk.domain.events import new_id
from salesdesk.domain.exporting import CustomersTable
from salesdesk.domain.moments import DAY
from salesdesk.domain.ownership import OwnershipSeen
from salesdesk.domain.permissions import Permission
from salesdesk.domain.pipeline import BoardQuery, Move, Stage
from salesdesk.domain.pool import PoolQuery
from salesdesk.domain.queries import CustomerQuery, OwnerFilter, TimelineQuery
from salesdesk.domain.release_log import ReleaseQuery
from salesdesk.domain.reports.drill_down import DrillDown, Figure
from salesdesk.domain.reports.report_scope import Period, ReportScope
from salesdesk.domain.round import OutOfRound
from salesdesk.domain.set_aside import Aside, AsideReason
from salesdesk.domain.sign_in import new_code
from salesdesk.domain.states import CustomerState
from salesdesk.domain.targets import Target, TargetOf
from salesdesk.domain.templates import MessageTemplate, TemplateDraft
from salesdesk.domain.warnings import Warned
from salesdesk.services import (
    bulk,
    contacts,
    customers,
    distributing,
    exporting,
    follow_ups,
    giving_back,
    message_templates,
    ownership,
    pauses,
    set_asides,
    stage_moves,
    targets,
    warnings,
)
from salesdesk.services.admin import (
    audit,
    backups,
    doctor,
    erasure,
    forecast,
    passwords,
    people,
    people_list,
    repair,
    roles,
    roster,
    settings,
)
from salesdesk.services.admin.settings import NewValue
from salesdesk.services.duplicates import comparing, deciding, finding, linking
from salesdesk.services.exporting import COPIED_FREELY
from salesdesk.services.importing import checking, matching, similar, undo, writing
from salesdesk.services.lists import (
    board,
    changes,
    handover,
    palette,
    pool,
    release_log,
    reminders,
    standing,
    states,
    today,
)
from salesdesk.services.lists import customers as lists
from salesdesk.services.release import run
from salesdesk.services.reports import agents, engagement, methods, opened, releases, workload
from salesdesk.services.reports import pipeline as pipeline_report
from salesdesk.services.session import Session
from tests.support.factories import NOON, Office, draft, fresh_phone
from tests.support.import_work import Importer, never, silent

P = Permission


VIEW = {P.CUSTOMERS_VIEW}

DUPLICATES = {P.CUSTOMERS_EDIT, P.CUSTOMERS_RELEASE_ANY}


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

    def put_aside(self) -> tuple[str, str]:
        """A customer, and the act that set it aside."""
        customer_id, act = self.others(), new_id()
        set_asides.set_aside(self.office.lead, act, customer_id, LOST, self.of_other)
        return customer_id, act

    @property
    def of_other(self) -> OwnershipSeen:
        return OwnershipSeen(self.office.other_uid)

    def warning(self) -> Warned:
        """A warning that a desktop showed."""
        return Warned(new_id(), self.others(), 7, self.office.now, read=False)

    def paused(self) -> str:
        """An agent who is away."""
        uid = self.office.other_uid
        pauses.pause(self.office.lead, new_id(), uid, self.office.now + DAY, "On leave")
        return uid

    def released(self) -> str:
        """The release, by the lead, of somebody else's customer."""
        act, customer = new_id(), self.others()
        ownership.release(self.office.lead, act, customer, self.of_other)
        return act

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

    def pair(self) -> LinkChoice:
        """Two customers that are to be one."""
        sides = comparing.side_by_side(self.office.lead, self.free(), self.free())
        return LinkChoice(sides.left.customer, sides.right.customer)

    def linked(self) -> str:
        """The act that linked two customers."""
        return linking.link(self.office.lead, new_id(), self.pair()).event_id

    def different(self) -> tuple[str, str]:
        """Two customers that were said to be different."""
        pair = self.free(), self.free()
        deciding.say_different(self.office.lead, new_id(), *pair)
        return pair

    def importer(self) -> Importer:
        return Importer(self.office, self.folder)

    def request(self) -> Any:
        importer = self.importer()
        return importer.request(importer.file(f"name,phone\nNew,{fresh_phone()}\n"))

    def imported(self) -> str:
        """An import, by its number."""
        return writing.run(self.office.admin, self.request(), silent, never).import_id


Call = Callable[[Session, World], object]

#: Why somebody is set aside.
LOST = Aside(OutOfRound.LOST, AsideReason.PRICE, "")

#: A look for duplicates that found nobody.
LOOKED = Looked(NOON, (), more=False, linked=0, different=0)


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
        lambda d, w: bulk.release(d, new_id(), {w.others(): w.of_other}),
    ),
    "bulk.transfer": (
        {P.CUSTOMERS_TRANSFER},
        lambda d, w: bulk.transfer(
            d, new_id(), {(one := w.others()): w.of_other}, {one: w.office.agent_uid}
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
    "duplicates.finding.find": (DUPLICATES, lambda d, w: finding.find(d)),
    "duplicates.finding.standing": (DUPLICATES, lambda d, w: finding.standing(d, LOOKED, ())),
    "duplicates.comparing.side_by_side": (
        DUPLICATES | {P.CUSTOMERS_VIEW_PHONE_IN_POOL},
        lambda d, w: comparing.side_by_side(d, w.free(), w.free()),
    ),
    "duplicates.linking.link": (
        DUPLICATES,
        lambda d, w: linking.link(d, new_id(), w.pair()),
    ),
    "duplicates.linking.unlink": (
        DUPLICATES,
        lambda d, w: linking.unlink(d, new_id(), w.linked()),
    ),
    "duplicates.deciding.say_different": (
        DUPLICATES,
        lambda d, w: deciding.say_different(d, new_id(), w.free(), w.free()),
    ),
    "duplicates.deciding.take_back": (
        DUPLICATES,
        lambda d, w: deciding.take_back(d, new_id(), *w.different()),
    ),
    "duplicates.deciding.decisions": (DUPLICATES, lambda d, w: deciding.decisions(d)),
    "admin.doctor.examine": ({P.AUDIT_VIEW}, lambda d, w: doctor.examine(d)),
    "set_asides.set_aside": (
        {P.CUSTOMERS_RELEASE_ANY},
        lambda d, w: set_asides.set_aside(d, new_id(), w.others(), LOST, w.of_other),
    ),
    "set_asides.take_back": (
        {P.CUSTOMERS_RELEASE_ANY},
        lambda d, w: set_asides.take_back(d, new_id(), w.put_aside()[0], w.of_other),
    ),
    "set_asides.undo": (
        {P.CUSTOMERS_RELEASE_ANY},
        lambda d, w: set_asides.undo(d, new_id(), *w.put_aside()),
    ),
    # Each customer is judged by itself: another's is among the batch's lost ones.
    "set_asides.undo_all": (
        {P.CUSTOMERS_HOLD},
        lambda d, w: set_asides.undo_all(d, new_id(), dict([w.put_aside()])),
    ),
    "warnings.keep": (VIEW, lambda d, w: warnings.keep(d, [w.warning()])),
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
    "importing.matching.matching": (
        {P.DATA_IMPORT},
        lambda d, w: matching.matching(d, w.request()),
    ),
    "importing.undo.take_back": (
        {P.DATA_IMPORT},
        lambda d, w: undo.take_back(d, new_id(), w.imported(), silent, never),
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
        lambda d, w: ownership.release(d, new_id(), w.others(), w.of_other),
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
    "admin.backups.let_go": (
        {P.DATA_EXPORT},
        lambda d, w: backups.let_go(d, new_id(), "copy.salesdesk"),
    ),
    "admin.passwords.make_code": (
        {P.PEOPLE_MANAGE},
        lambda d, w: passwords.make_code(d, new_id(), "nobody@example.org", new_code()),
    ),
    "admin.passwords.take_away": (
        {P.PEOPLE_MANAGE},
        lambda d, w: passwords.take_away(d, new_id(), "nobody@example.org"),
    ),
    "admin.people.revoke": (
        {P.PEOPLE_MANAGE},
        lambda d, w: people.revoke(d, new_id(), "nobody@example.org"),
    ),
    "admin.people.unmap_account": (
        {P.PEOPLE_MANAGE},
        lambda d, w: people.unmap_account(d, new_id(), "nobody@%"),
    ),
    "admin.people_list.check": ({P.PEOPLE_MANAGE}, lambda d, w: people_list.check(d, ())),
    "admin.people_list.bring_in": (
        {P.PEOPLE_MANAGE},
        lambda d, w: people_list.bring_in(d, new_id(), ()),
    ),
    "admin.roles.roles": ({P.PEOPLE_MANAGE}, lambda d, w: roles.roles(d)),
    "admin.erasure.preview": (
        {P.PEOPLE_MANAGE},
        lambda d, w: erasure.preview(d, w.free()),
    ),
    "admin.erasure.erase": (
        {P.PEOPLE_MANAGE},
        lambda d, w: erasure.erase(d, new_id(), w.free()),
    ),
    "admin.roles.create": (
        {P.PEOPLE_MANAGE},
        lambda d, w: roles.create(d, new_id(), "Interns", frozenset()),
    ),
    "admin.people.change_role": (
        {P.PEOPLE_MANAGE},
        lambda d, w: people.change_role(d, new_id(), w.office.agent_uid, "Sales Agent", None),
    ),
    "admin.roles.change": (
        {P.PEOPLE_MANAGE},
        lambda d, w: roles.change(d, new_id(), 0, frozenset(), frozenset()),
    ),
    "admin.roster.roster": ({P.PEOPLE_MANAGE}, lambda d, w: roster.roster(d)),
    "admin.roster.number": ({P.PEOPLE_MANAGE}, lambda d, w: roster.number(d)),
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
    "pauses.standing": ({P.CUSTOMERS_PROTECT}, lambda d, w: pauses.standing(d)),
    "pauses.preview": (
        {P.CUSTOMERS_PROTECT},
        lambda d, w: pauses.preview(d, w.office.other_uid, w.office.now + DAY),
    ),
    "pauses.pause": (
        {P.CUSTOMERS_PROTECT},
        lambda d, w: pauses.pause(d, new_id(), w.paused(), w.office.now + DAY, "On leave"),
    ),
    "pauses.end": ({P.CUSTOMERS_PROTECT}, lambda d, w: pauses.end(d, new_id(), w.paused())),
    "distributing.ground": ({P.CUSTOMERS_ASSIGN}, lambda d, w: distributing.ground(d, [w.free()])),
    "distributing.distribute": (
        {P.CUSTOMERS_ASSIGN},
        lambda d, w: distributing.distribute(
            d, new_id(), {one: OwnershipSeen(None) for one in [w.free()]}, {}
        ),
    ),
    "giving_back.give_back": (
        {P.CUSTOMERS_ASSIGN},
        lambda d, w: giving_back.give_back(d, new_id(), w.released()),
    ),
    # Each of them is checked by itself: an agent takes back own releases alone.
    "giving_back.give_all_back": (
        {P.CUSTOMERS_CLAIM},
        lambda d, w: giving_back.give_all_back(d, new_id(), {}),
    ),
    "lists.release_log.page": (
        {P.CUSTOMERS_VIEW, P.REPORTS_VIEW_TEAM},
        lambda d, w: release_log.page(d, ReleaseQuery()),
    ),
    "lists.release_log.facts": (
        {P.CUSTOMERS_VIEW, P.REPORTS_VIEW_TEAM},
        lambda d, w: release_log.facts(d, w.released()),
    ),
    "message_templates.listed": ({P.CONTACTS_LOG}, lambda d, w: message_templates.listed(d)),
    "message_templates.orders": (VIEW, lambda d, w: message_templates.orders(d, w.free())),
    "message_templates.save": (
        {P.TEMPLATES_EDIT},
        lambda d, w: message_templates.save(
            d, new_id(), TemplateDraft(new_id(), "Thanks", "en", "Thank you"), None
        ),
    ),
    "message_templates.order": (
        {P.TEMPLATES_EDIT},
        lambda d, w: message_templates.order(d, new_id(), [(one := w.template()).id], [one]),
    ),
    "message_templates.remove": (
        {P.TEMPLATES_EDIT},
        lambda d, w: message_templates.remove(d, new_id(), w.template()),
    ),
    "message_templates.restore": (
        {P.TEMPLATES_EDIT},
        lambda d, w: message_templates.restore(d, new_id(), *w.removed_template()),
    ),
    "targets.standing": ({P.REPORTS_VIEW_TEAM}, lambda d, w: targets.standing(d)),
    "targets.put": (
        {P.TARGETS_EDIT},
        lambda d, w: targets.put(
            d, new_id(), TargetOf(uid=w.office.other_uid), Target(5, 25), None
        ),
    ),
    "admin.settings.change": (
        {P.POLICY_EDIT},
        lambda d, w: settings.change(d, new_id(), NewValue("salesdesk.release.limit_cold", "31")),
    ),
    "lists.standing.protected": (
        {P.CUSTOMERS_VIEW, P.REPORTS_VIEW_TEAM},
        lambda d, w: standing.protected(d),
    ),
    "lists.standing.leaving": (
        {P.CUSTOMERS_VIEW, P.REPORTS_VIEW_TEAM},
        lambda d, w: standing.leaving(d),
    ),
    "lists.standing.leaving_ids": (
        {P.CUSTOMERS_VIEW, P.REPORTS_VIEW_TEAM},
        lambda d, w: standing.leaving_ids(d, w.office.other_uid, 7),
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
