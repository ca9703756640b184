"""Who may do what, proven: every public function of the services is called with every role.

`NEEDED` says what each function needs. The walk fails on a function that is in neither table, so
that none is added without saying who may; each refusal is a `NotAllowed` and changes nothing.
"""

from __future__ import annotations

import importlib
import inspect
import pkgutil
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

import salesdesk.services
from salesdesk.domain.errors import NotAllowed, Refusal
from salesdesk.domain.events import new_id
from salesdesk.domain.moments import DAY
from salesdesk.domain.permissions import Permission
from salesdesk.domain.pipeline import BoardQuery, Stage
from salesdesk.domain.pool import PoolQuery
from salesdesk.domain.queries import CustomerQuery, OwnerFilter, TimelineQuery
from salesdesk.services import (
    contacts,
    customers,
)
from salesdesk.services.admin import (
    people,
)
from salesdesk.services.lists import (
    board,
    handover,
    palette,
    pool,
    today,
)
from salesdesk.services.lists import customers as lists
from salesdesk.services.release import run
from salesdesk.services.session import Session
from tests.support.database import Database
from tests.support.everything import everything
from tests.support.factories import NOON, Office, draft
from tests.support.permissions_needed import NEEDED, Call, P, World

NOTHING: set[Permission] = set()
ROLES = ("nobody", "inactive", "agent", "lead", "admin")


#: Functions that need no permission, and why that is right.
FREE = {
    "admin.diagnostics.facts": "kind, version and settings of the open database, for support",
    "admin.erasure.erased": "ids of who was erased, so that every computer forgets them",
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
    "admin.backups.note_restored": "the command line wrote the file itself; nobody is signed in",
    "admin.passwords.uid_of": "before anybody is signed in",
    "admin.sign_in.by_firebase": "before anybody is signed in",
    "admin.sign_in.note": "notes that the person in front is here",
    "admin.sign_in.account": "before anybody is signed in",
    "admin.sign_in.account_desk": "before anybody is signed in",
    "admin.sign_in.choices": "in a workspace, before anybody is signed in",
    "admin.sign_in.oneself": "the person in front alone, who has no role yet",
    "admin.sign_in.signed_in": "before anybody is signed in",
    "admin.sign_in.way_of": (
        "which door to knock at, before anybody is signed in; whoever holds the shared account "
        "may read the table of sign-ins anyway, and no screen or act hands it on"
    ),
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

    def paused(self) -> str:
        made = super().paused()
        self._made()
        return made

    def released(self) -> str:
        made = super().released()
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

    def put_aside(self) -> tuple[str, str]:
        made = super().put_aside()
        self._made()
        return made

    def planned(self) -> tuple[str, str]:
        made = super().planned()
        self._made()
        return made

    def linked(self) -> str:
        made = super().linked()
        self._made()
        return made

    def different(self) -> tuple[str, str]:
        made = super().different()
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
