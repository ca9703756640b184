"""Changing shared settings: all or none, by what was seen, with who changed what when."""

from __future__ import annotations

import threading
from datetime import timedelta

import pytest

from salesdesk.domain.errors import Invalid
from salesdesk.domain.events import new_id
from salesdesk.domain.settings import (
    FIREBASE_PROJECT,
    GUARD_COUNT,
    LIMIT_COLD,
    LIMIT_HOT,
    LIMIT_WARM,
    PERIOD,
)
from salesdesk.services.admin import settings
from salesdesk.services.admin.settings import ChangedMeanwhile, NewValue
from tests.support.factories import Office
from tests.support.settings import set_to

COLD, WARM, HOT = LIMIT_COLD.key, LIMIT_WARM.key, LIMIT_HOT.key


def test_several_are_changed_together_each_with_its_event(office: Office) -> None:
    event = new_id()
    settings.change(office.admin, event, NewValue(COLD, "40"), NewValue(WARM, "50"))
    found = settings.stored(office.agent)
    assert found.texts == {COLD: "40", WARM: "50"}
    told = {(one.key, one.before, one.after, one.by) for one in found.changes}
    assert told == {(COLD, None, "40", "Sari Dewi"), (WARM, None, "50", "Sari Dewi")}
    assert settings.change(office.admin, event, NewValue(COLD, "40"), NewValue(WARM, "50")).replayed
    assert len(settings.stored(office.agent).changes) == 2


def test_one_wrong_value_keeps_all_from_being_changed(office: Office) -> None:
    values = (NewValue(COLD, "40"), NewValue(PERIOD.key, "-1"), NewValue(HOT, "soon"))
    with pytest.raises(Invalid) as refusal:
        settings.change(office.admin, new_id(), *values)
    assert [fault.field for fault in refusal.value.faults] == [PERIOD.key, HOT]
    assert settings.stored(office.admin).texts == {}
    with pytest.raises(Invalid):
        settings.change(office.admin, new_id(), NewValue(FIREBASE_PROJECT.key, "No Project!"))


def test_a_change_by_a_colleague_meanwhile_is_shown_and_nothing_is_overwritten(
    office: Office,
) -> None:
    set_to(office.admin, COLD, "40")
    seen = settings.stored(office.admin).texts
    office.pass_time(timedelta(minutes=1))
    set_to(office.admin, COLD, "45")
    values = (NewValue(COLD, "60", seen[COLD]), NewValue(GUARD_COUNT.key, "5"))
    with pytest.raises(ChangedMeanwhile) as refusal:
        settings.change(office.admin, new_id(), *values)
    (change,) = refusal.value.changes
    assert (change.key, change.before, change.after, change.by, change.at) == (
        COLD, "40", "45", "Sari Dewi", office.now,
    )  # fmt: skip
    found = settings.stored(office.admin)
    assert found.texts == {COLD: "45"}
    assert [one.after for one in found.changes] == ["45", "40"]


def test_two_at_once_one_wins_and_the_other_is_told(office: Office) -> None:
    """The comparison is in the write itself, so that no reading before it can be too old."""
    start = threading.Barrier(2)
    answers: list[object] = []

    def change(text: str) -> None:
        session = office.admin
        start.wait()
        try:
            answers.append(settings.change(session, new_id(), NewValue(COLD, text)))
        except ChangedMeanwhile as lost:
            answers.append(lost)

    threads = [threading.Thread(target=change, args=(text,)) for text in ("41", "42")]
    for each in threads:
        each.start()
    for each in threads:
        each.join()
    lost = [one for one in answers if isinstance(one, ChangedMeanwhile)]
    assert len(lost) == 1
    now = settings.stored(office.admin).texts[COLD]
    assert lost[0].changes[0].after == now
    assert len(settings.stored(office.admin).changes) == 1


def test_a_form_changed_after_a_lost_answer_saw_what_it_stored_itself(office: Office) -> None:
    form = new_id()
    settings.change(office.admin, form, NewValue(COLD, "40"))
    settings.change(office.admin, form, NewValue(COLD, "41"))
    assert settings.stored(office.admin).texts == {COLD: "41"}
    set_to(office.admin, COLD, "50")
    with pytest.raises(ChangedMeanwhile):
        settings.change(office.admin, form, NewValue(COLD, "42"))


def test_an_unreadable_value_can_be_mended(office: Office) -> None:
    office.database.execute(
        "INSERT INTO global_settings (setting_key, setting_value) VALUES (%s, 'soon')", COLD
    )
    found = settings.stored(office.admin)
    assert found.texts == {COLD: "soon"}
    assert [fault.key for fault in found.settings.faults] == [COLD]
    settings.change(office.admin, new_id(), NewValue(COLD, "30", found.texts[COLD]))
    assert settings.read(office.admin).faults == ()
