"""The release run: guard, batches, what is recorded (docs/rules.md, "The release run")."""

from dataclasses import replace
from datetime import timedelta

import pytest
from sqlalchemy import event

from salesdesk.domain.audit import AuditQuery
from salesdesk.domain.errors import Conflict, NotAllowed
from salesdesk.domain.events import EventKind, new_id
from salesdesk.domain.moments import DAY
from salesdesk.domain.ownership import UnbindingReason
from salesdesk.domain.people import SYSTEM
from salesdesk.services import follow_ups, ownership
from salesdesk.services.admin import audit, sign_in
from salesdesk.services.release import batch, run
from salesdesk.services.release.report import Cause, RunOutcome
from salesdesk.services.session import Session
from salesdesk.storage.stores.leaving import LeavingStore
from tests.support.factories import NOON, Office
from tests.support.invariants import breaches
from tests.support.ownership_rows import rows_of, shown, state_of
from tests.support.settings import set_to
from tests.support.summaries_at_work import both

RUN = "00000000-0000-4000-8000-00000000000a"


@pytest.fixture
def system(office: Office) -> Session:
    """The system at work on some desktop."""
    return Session(office.store, SYSTEM, "test-machine")


def bound(office: Office, idle_days: float, **options: object) -> str:
    since = NOON - timedelta(days=idle_days)
    return office.customer(owner=office.agent_uid, since=since, **options)  # type: ignore[arg-type]


def set_setting(office: Office, key: str, value: str) -> None:
    office.database.execute("DELETE FROM global_settings WHERE setting_key = %s", key)
    office.database.execute(
        "INSERT INTO global_settings (setting_key, setting_value) VALUES (%s, %s)", key, value
    )


def test_a_customer_is_released_at_the_exact_second(office: Office, system: Session) -> None:
    customer = bound(office, 30)
    office.move_clock(NOON - timedelta(seconds=1))
    assert run.run(system, Cause.STARTUP).released == 0
    office.move_clock(NOON)
    report = run.run(system, Cause.STARTUP)
    assert (report.outcome, report.released) == (RunOutcome.DONE, 1)
    [candidate] = report.candidates
    assert (candidate.id, candidate.owner_name) == (customer, "Andi Firmansyah")
    assert (candidate.idle_days, candidate.reason) == (30, UnbindingReason.INACTIVITY)
    assert state_of(office, customer) == (None, "available", 1)
    [(_, _, end, reason)] = rows_of(office, customer)
    assert (shown(end), reason) == ("2026-06-08 12:00:00", "inactivity")


def test_what_was_released_is_recorded_with_its_ground(office: Office, system: Session) -> None:
    customer = bound(office, 33.5)
    report = run.run(system, Cause.STARTUP)
    assert report.run_id is not None
    [event] = office.store.read(lambda reading: reading.events.of_kind("released"))
    assert event.customer_id == customer
    assert event.actor_uid is None
    assert event.details["idle_days"] == 33
    assert event.details["limit_days"] == 30
    assert event.details["owner"] == office.agent_uid
    assert event.details["host"] == "test-machine"
    last = run.last_run(office.agent)
    assert last is not None
    assert (last.run_id, last.released, last.at) == (report.run_id, 1, NOON)


def test_a_contact_of_whatever_application_saves_a_customer(
    office: Office, system: Session
) -> None:
    customer = bound(office, 40)
    office.contact(customer, at=NOON - 29 * DAY)
    assert run.run(system, Cause.STARTUP).released == 0
    assert state_of(office, customer)[0] == office.agent_uid


def test_dates_that_cannot_be_meant_save_nobody(office: Office, system: Session) -> None:
    customer = bound(office, 40, last_interaction=NOON + 3 * DAY)
    office.contact(customer, at=NOON + 2 * DAY)
    assert run.run(system, Cause.STARTUP).released == 1
    assert state_of(office, customer)[0] is None


def test_the_limit_depends_on_the_status(office: Office, system: Session) -> None:
    from salesdesk.domain.customer import SalesStatus

    set_setting(office, "salesdesk.release.limit_hot", "10")
    hot = bound(office, 11, status=SalesStatus.HOT)
    cold = bound(office, 11)
    null_status = bound(office, 30, status=None)
    released = run.run(system, Cause.STARTUP).candidates
    assert {c.id for c in released} == {hot, null_status}
    assert state_of(office, cold)[0] == office.agent_uid


def test_the_longest_period_has_a_reason_of_its_own(office: Office, system: Session) -> None:
    set_setting(office, "salesdesk.release.period", "60")
    customer = bound(office, 61, last_interaction=NOON - 2 * DAY)
    [candidate] = run.run(system, Cause.STARTUP).candidates
    assert candidate.reason is UnbindingReason.PERIOD_ENDED
    assert rows_of(office, customer)[0][3] == "period_ended"


def test_a_protection_moves_the_release_to_its_end(office: Office, system: Session) -> None:
    customer = bound(office, 31)
    ownership.protect(office.lead, new_id(), customer, NOON + DAY, "Director is ill")
    assert run.run(system, Cause.STARTUP).released == 0
    office.pass_time(DAY)
    assert run.run(system, Cause.STARTUP).released == 1
    assert office.database.execute("SELECT * FROM salesdesk_protections") == []


def test_a_timer_run_is_skipped_where_another_has_just_finished(
    office: Office, system: Session
) -> None:
    run.run(system, Cause.STARTUP)
    bound(office, 31)
    office.pass_time(timedelta(minutes=14))
    assert run.run(system, Cause.TIMER).outcome is RunOutcome.SKIPPED
    office.pass_time(timedelta(minutes=1))
    assert run.run(system, Cause.TIMER).released == 1


def test_an_unreadable_limit_stops_releases_and_says_so(office: Office, system: Session) -> None:
    customer = bound(office, 31)
    set_setting(office, "salesdesk.release.limit_cold", "thirty")
    report = run.run(system, Cause.STARTUP)
    assert report.outcome is RunOutcome.STOPPED
    assert report.warning is not None
    assert "salesdesk.release.limit_cold" in report.warning.english
    assert state_of(office, customer)[0] == office.agent_uid


def hold_back(office: Office) -> list[str]:
    """Twenty-one due of forty bound: more than 20 and more than a quarter."""
    due = [bound(office, 31) for _ in range(21)]
    for _ in range(19):
        bound(office, 1)
    return due


def test_an_unusually_large_release_waits_for_a_lead(office: Office, system: Session) -> None:
    due = hold_back(office)
    report = run.run(system, Cause.STARTUP)
    assert (report.outcome, report.held, report.released) == (RunOutcome.HELD, 21, 0)
    waiting = run.held(office.lead)
    assert waiting is not None
    assert {c.id for c in waiting.candidates} == set(due)
    assert waiting.bound == 40
    with pytest.raises(NotAllowed):
        run.confirm(office.agent, waiting.run_id)
    office.contact(due[0])
    confirmed = run.confirm(office.lead, waiting.run_id)
    assert {c.id for c in confirmed.candidates} == set(due[1:])
    assert run.held(office.lead) is None
    assert state_of(office, due[0])[0] == office.agent_uid
    again = run.confirm(office.lead, waiting.run_id)
    assert (again.outcome, again.released) == (RunOutcome.DONE, 20), "the same act, told again"
    with pytest.raises(Conflict, match="held no more"):
        run.confirm(office.admin, waiting.run_id)


def test_a_second_held_run_keeps_the_list_that_a_lead_looks_at(
    office: Office, system: Session
) -> None:
    hold_back(office)
    first = run.run(system, Cause.STARTUP)
    late = bound(office, 31)
    second = run.run(system, Cause.STARTUP)
    assert second.run_id == first.run_id
    confirmed = run.confirm(office.lead, first.run_id)
    assert late not in {c.id for c in confirmed.candidates}
    assert state_of(office, late)[0] == office.agent_uid


def test_a_run_that_finds_one_held_already_leaves_no_event(office: Office, system: Session) -> None:
    hold_back(office)
    run.run(system, Cause.STARTUP)
    run.run(system, Cause.STARTUP)
    run.run(system, Cause.WAKE)
    asked = AuditQuery(days=None, subject="releases")
    kinds = [row.event.kind for row in audit.page(office.admin, asked).rows]
    assert kinds == [EventKind.RELEASE_HELD]


def test_under_another_limit_the_held_run_is_counted_anew(office: Office, system: Session) -> None:
    due = hold_back(office)
    first = run.run(system, Cause.STARTUP)
    more = bound(office, 12)
    for key in ("cold", "warm", "hot"):
        set_setting(office, f"salesdesk.release.limit_{key}", "10")
    second = run.run(system, Cause.STARTUP)
    waiting = run.held(office.lead)
    assert waiting is not None
    assert waiting.run_id == second.run_id != first.run_id
    assert {c.id for c in waiting.candidates} == {*due, more}
    with pytest.raises(Conflict, match="held no more"):
        run.confirm(office.lead, first.run_id)
    assert run.confirm(office.lead, second.run_id).released == len(due) + 1


def test_the_first_run_on_a_company_database_is_held_however_small(
    office: Office, system: Session
) -> None:
    office.database.execute("DELETE FROM salesdesk_state WHERE name = 'releases_confirmed_at'")
    customer = bound(office, 31)
    assert run.run(system, Cause.STARTUP).outcome is RunOutcome.HELD
    run.confirm(office.lead)
    assert state_of(office, customer)[0] is None
    bound(office, 31)
    assert run.run(system, Cause.STARTUP).released == 1


def test_the_guard_can_be_turned_off(office: Office, system: Session) -> None:
    hold_back(office)
    set_setting(office, "salesdesk.release.guard", "off")
    assert run.run(system, Cause.STARTUP).released == 21


def test_the_account_may_confirm_only_where_there_is_no_administrator(office: Office) -> None:
    hold_back(office)
    account = sign_in.account_desk(office.store, "test-machine")
    run.run(account, Cause.COMMAND)
    with pytest.raises(NotAllowed):
        run.confirm(account, allow_first=True)
    office.database.execute("DELETE FROM salesdesk_person_roles WHERE uid = 'uid-sari'")
    assert run.confirm(account, allow_first=True).released == 21


def test_a_preview_names_the_due_and_writes_nothing(office: Office, system: Session) -> None:
    customer = bound(office, 31)
    report = run.preview(office.agent)
    assert [c.id for c in report.candidates] == [customer]
    assert state_of(office, customer)[0] == office.agent_uid
    assert run.last_run(office.agent) is None


def test_more_than_one_batch_and_faulty_rows_are_released_once_each(
    office: Office, system: Session
) -> None:
    set_setting(office, "salesdesk.release.guard", "off")
    due = [bound(office, 31) for _ in range(120)]
    office.database.execute(
        "DELETE FROM customer_binding_history WHERE customer_id IN (%s, %s)", due[0], due[60]
    )
    report = run.run(system, Cause.STARTUP)
    assert report.released == 120
    closed = office.database.execute(
        "SELECT customer_id, COUNT(*) FROM customer_binding_history "
        "WHERE unbinding_reason = 'inactivity' GROUP BY customer_id"
    )
    assert sorted(closed) == sorted((customer, 1) for customer in due)
    assert run.run(system, Cause.STARTUP).released == 0


def test_with_nothing_held_a_confirmation_holds_and_lists_first(
    office: Office, system: Session
) -> None:
    """A limit of 3 typed by mistake frees nobody whom nobody has seen in a list."""
    due = office.customers(40, owner=office.agent_uid, since=NOON - 4 * DAY)
    set_to(office.admin, "salesdesk.release.limit_cold", "3")
    first = run.confirm(office.lead)
    assert (first.outcome, first.held, first.released) == (RunOutcome.HELD, 40, 0)
    assert {one.id for one in first.candidates} == set(due)
    assert [state_of(office, one)[0] for one in due] == [office.agent_uid] * 40
    waiting = run.held(office.lead)
    assert waiting is not None
    assert len(waiting.candidates) == 40
    later = office.customer(owner=office.agent_uid, since=NOON - 5 * DAY)
    second = run.confirm(office.lead)
    assert (second.outcome, second.released) == (RunOutcome.DONE, 40)
    assert state_of(office, later)[0] == office.agent_uid, "who was not listed stays"


def test_with_nobody_due_there_is_nothing_to_confirm(office: Office) -> None:
    office.database.execute("DELETE FROM salesdesk_state WHERE name = 'releases_confirmed_at'")
    office.customer(owner=office.agent_uid)
    report = run.confirm(office.lead)
    assert (report.outcome, report.released) == (RunOutcome.DONE, 0)
    office.pass_time(31 * DAY)
    assert run.run(office.agent, Cause.STARTUP).outcome is RunOutcome.HELD


@pytest.mark.parametrize(
    "key",
    [
        "SalesDesk.Release.Limit_Cold",
        "salesdesk.release.limit_cold ",
        " salesdesk.release.limit_cold",
    ],
)
def test_a_limit_in_another_case_counts_and_is_changed_where_it_stands(
    office: Office, system: Session, key: str
) -> None:
    set_setting(office, key, "60")
    kept = bound(office, 40)
    assert run.run(system, Cause.STARTUP).released == 0
    assert state_of(office, kept)[0] == office.agent_uid
    set_to(office.admin, "salesdesk.release.limit_cold", "35")
    rows = office.database.execute(
        "SELECT setting_key, setting_value FROM global_settings WHERE setting_value = '35'"
    )
    assert [(str(name).strip(), value) for name, value in rows] == [(key.strip(), "35")]
    assert office.database.execute("SELECT COUNT(*) FROM global_settings") == [(1,)]
    assert run.run(system, Cause.STARTUP).released == 1


@pytest.fixture
def mixed(office: Office) -> dict[str, str]:
    """Customers who are due, sound and otherwise, and two who are not; ids by what they are."""
    set_setting(office, "salesdesk.release.guard", "off")
    set_setting(office, "salesdesk.release.period", "35")
    names = (
        "planned", "protected", "contact ahead", "without a row", "two rows", "end ahead",
        "row ahead", "at its end", "spared", "not yet",
    )  # fmt: skip
    ids = {name: bound(office, 33) for name in names}
    follow_ups.plan(office.agent, new_id(), ids["planned"], NOON + 9 * DAY)
    ownership.protect(office.lead, new_id(), ids["protected"], NOON + DAY, "On a journey")
    ownership.protect(office.lead, new_id(), ids["spared"], NOON + 9 * DAY, "On a journey")
    office.contact(ids["contact ahead"], at=NOON + 5 * DAY)
    office.contact(ids["at its end"], at=NOON - 8 * DAY)
    office.contact(ids["not yet"], at=NOON - DAY)
    office.closed_spell(ids["end ahead"], office.other_uid, NOON - 50 * DAY, NOON + 9 * DAY)
    execute = office.database.execute
    history = "customer_binding_history"
    execute(f"DELETE FROM {history} WHERE customer_id = %s", ids["without a row"])
    execute(
        f"INSERT INTO {history} VALUES (%s, %s, 'uid-eko', '2026-05-01 00:00:00', NULL, NULL)",
        new_id(), ids["two rows"],
    )  # fmt: skip
    execute(
        f"UPDATE {history} SET binding_start_date = '2026-06-09 20:00:00' WHERE customer_id = %s",
        ids["row ahead"],
    )
    execute(
        "UPDATE customers SET binding_start_date = %s WHERE id = %s",
        (NOON - 36 * DAY).strftime("%Y-%m-%d %H:%M:%S"), ids["at its end"],
    )  # fmt: skip
    office.pass_time(DAY + timedelta(hours=1))
    office.sweep()
    return ids


def test_a_batch_leaves_every_summary_as_the_rows_then_are(
    office: Office, system: Session, mixed: dict[str, str]
) -> None:
    report = run.run(system, Cause.STARTUP)
    stay = {mixed["spared"], mixed["not yet"]}
    assert {one.id for one in report.candidates} == set(mixed.values()) - stay
    stored, right = office.store.read(both)
    assert stored == right
    assert office.store.read(lambda reading: reading.summaries.of([mixed["planned"]])) == {
        mixed["planned"]: replace(
            right[mixed["planned"]],
            owner_uid=None, next_step_at=NOON + 9 * DAY, free_since=office.now, sound=True,
        ),
    }  # fmt: skip
    reasons = {row[0]: row[1] for row in _ended_now(office)}
    assert reasons == {
        one: "period_ended" if name == "at its end" else "inactivity"
        for name, one in mixed.items()
        if one not in stay
    }
    faulty = frozenset({mixed["end ahead"], mixed["row ahead"]})
    assert breaches(office.database, but=faulty) == []
    protected = office.database.execute("SELECT customer_id FROM salesdesk_protections")
    assert protected == [(mixed["spared"],)]
    kinds = office.database.execute(
        "SELECT kind, COUNT(*) FROM salesdesk_events WHERE run_id = %s GROUP BY kind ORDER BY kind",
        report.run_id,
    )
    assert kinds == [("release_batch", 1), ("released", 8)]


def _ended_now(office: Office) -> list[tuple[str, str]]:
    return office.database.execute(
        "SELECT customer_id, unbinding_reason FROM customer_binding_history "
        "WHERE unbinding_reason IN ('inactivity', 'period_ended')"
    )


def test_a_batch_whose_answer_was_lost_is_told_and_not_done_again(
    office: Office, system: Session, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Two runs with the same id, as after a lost COMMIT: the second finds the batch's event."""
    ids = sorted(bound(office, 31) for _ in range(3))
    first = batch.release_all(system, RUN, ids)
    assert (first.ids, first.left_over) == (frozenset(ids), 0)
    monkeypatch.setattr(LeavingStore, "still_bound", lambda store, wanted: list(wanted))
    again = batch.release_all(system, RUN, ids)
    assert (again.ids, again.left_over) == (frozenset(ids), 0)
    assert len(_ended_now(office)) == 3


def test_a_full_batch_is_few_statements(office: Office, system: Session) -> None:
    """Whatever a batch does, it does for all of its fifty at once."""
    set_setting(office, "salesdesk.release.guard", "off")

    def statements(due: int) -> list[str]:
        office.customers(due, owner=office.agent_uid, since=NOON - 31 * DAY)
        found: list[str] = []

        def note(*arguments: object) -> None:
            found.append(str(arguments[2]))

        for engine in office.database.engines:
            event.listen(engine, "before_cursor_execute", note)
        assert run.run(system, Cause.STARTUP).released == due
        for engine in office.database.engines:
            event.remove(engine, "before_cursor_execute", note)
        return [text for text in found if not text.startswith(("BEGIN", "SET"))]

    # The first one also asks what server it is.
    statements(1)
    one, two = statements(50), statements(100)
    assert len(two) - len(one) == 9, two


def test_a_run_that_ended_ahead_of_the_clock_lets_none_be_skipped(
    office: Office, system: Session
) -> None:
    office.move_clock(NOON + 365 * DAY)
    run.run(system, Cause.STARTUP)
    office.move_clock(NOON)
    bound(office, 31)
    assert run.run(system, Cause.TIMER).released == 1
