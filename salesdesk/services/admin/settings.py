"""The shared settings: read by everybody, changed by those who may edit the policy."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import datetime

from salesdesk.domain.changes import Changes, Topic
from salesdesk.domain.errors import Conflict, FieldFault, Invalid, Refusal
from salesdesk.domain.events import ASKED, Details, Event, EventKind, derived_id
from salesdesk.domain.permissions import Permission
from salesdesk.domain.refusals import Reason, Why
from salesdesk.domain.settings import DEFINITIONS, NoValue, SharedSettings
from salesdesk.services import access, submission
from salesdesk.services.session import Done, Session
from salesdesk.storage.stores.summary_notes import SUMMARIES_MARK, SUMMARIES_SWEPT_UNDER
from salesdesk.storage.unit_of_work import Reading, UnitOfWork

_BY_KEY = {definition.key: definition for definition in DEFINITIONS}

#: So many of the newest changes tell who changed each setting last; older ones are in the audit.
_CHANGES_READ = 500


@dataclass(frozen=True, slots=True)
class NewValue:
    """What a setting shall be.

    Attributes:
        seen: what stood there when the person decided, as it is stored; None: nothing.
    """

    key: str
    text: str
    seen: str | None = None


@dataclass(frozen=True, slots=True)
class SettingChange:
    """A change of a setting that was made.

    Attributes:
        by: the person's name; None: nobody who was signed in.
        before, after: as they were stored; None: nothing, so the default counted.
    """

    key: str
    at: datetime
    by: str | None
    before: str | None
    after: str | None


@dataclass(frozen=True, slots=True)
class StoredSettings:
    """The shared settings with what a form needs beside their values.

    Attributes:
        texts: as they are stored, by key; a setting that is not stored is not there.
        changes: the newest changes, the newest first.
    """

    settings: SharedSettings
    texts: dict[str, str]
    changes: tuple[SettingChange, ...]


class ChangedMeanwhile(Conflict):
    """Somebody else changed a setting since it was read; nothing was changed.

    Attributes:
        changes: what stands now, of each such setting.
    """

    def __init__(self, changes: tuple[SettingChange, ...]) -> None:
        super().__init__(Why.SETTING_CHANGED, by_name=changes[0].by if changes else None)
        self.changes = changes


def read(session: Session) -> SharedSettings:
    """The shared settings as they now stand."""
    return session.store.read(lambda reading: reading.settings)


def stored(session: Session) -> StoredSettings:
    """The shared settings as they now stand, who changed them and when."""

    def work(reading: Reading) -> StoredSettings:
        texts = reading.stored_settings.texts()
        known = {key: texts[key] for key in _BY_KEY if key in texts}
        return StoredSettings(reading.stored_settings.read(), known, _changes(reading))

    return session.store.read(work)


def _changes(reading: Reading, but: Collection[str] = ()) -> tuple[SettingChange, ...]:
    newest = reading.events.newest_of_kind(EventKind.SETTING_CHANGED, _CHANGES_READ)
    events = [event for event in newest if event.id not in but]
    names = {uid: reading.people.name_of(uid) for uid in {e.actor_uid for e in events} if uid}
    return tuple(
        SettingChange(
            str(event.details.get("key")),
            event.at,
            names.get(event.actor_uid or ""),
            _text(event.details.get("before")),
            _text(event.details.get("after")),
        )
        for event in events
    )


def _text(value: object) -> str | None:
    return str(value) if value is not None else None


def change(session: Session, event_id: str, *values: NewValue) -> Done:
    """Change shared settings, all of them or none; each leaves an event: who, what, when.

    Raises:
        NotAllowed: the actor may not edit the policy.
        Refusal: there is no such setting.
        Invalid: a text is no value of its setting; names each by its key.
        ChangedMeanwhile: somebody else changed one since it was seen.
    """
    access.require(session.actor, Permission.POLICY_EDIT)
    wanted = _parsed(values)
    asked = submission.content(settings={each.key: each.text for each in wanted})
    changes = Changes.of(Topic.SETTINGS)

    def work(unit: UnitOfWork, act_id: str) -> Done:
        seen = _as_seen(unit, event_id, act_id, wanted)
        parts = _events(session, unit.clock(), act_id, seen, asked)
        unit.events.begin_all(parts[0], parts[1:])
        access.confirm(unit, session.actor, Permission.POLICY_EDIT)
        _put(unit, seen, {part.id for part in parts})
        if any(_BY_KEY[each.key].frees_customers for each in seen):
            # Even where it is as it was once before: acts wrote summaries under others meanwhile.
            for note in (SUMMARIES_MARK, SUMMARIES_SWEPT_UNDER):
                unit.state.forget(note, unit.now)
        return Done(changes)

    return submission.repeat(
        session, event_id, asked, work, replayed=lambda _, __: Done(changes, replayed=True)
    )


def _parsed(values: Sequence[NewValue]) -> tuple[NewValue, ...]:
    """The values as they will be stored."""
    found, faults = [], []
    for each in values:
        definition = _BY_KEY.get(each.key)
        if definition is None:
            raise Refusal(Why.NO_SUCH_SETTING, key=each.key)
        try:
            found.append(NewValue(each.key, str(definition.parse(each.text)), each.seen))
        except NoValue as fault:
            why = Reason.of(Why.SETTING_VALUE, key=each.key, fault=fault.reason)
            faults.append(FieldFault(each.key, why))
    if faults:
        raise Invalid(tuple(faults))
    if not found:
        raise Refusal(Why.NOTHING_TO_CHANGE)
    return tuple(found)


def _as_seen(
    unit: UnitOfWork, form_id: str, act_id: str, wanted: Sequence[NewValue]
) -> tuple[NewValue, ...]:
    """The values beside what the form saw: after a first try that was stored, what that stored."""
    earlier = submission.stored(unit, form_id) if act_id != form_id else None
    kept = earlier.asked("settings") if earlier is not None else None
    if not isinstance(kept, dict):
        return tuple(wanted)
    return tuple(NewValue(v.key, v.text, _text(kept.get(v.key, v.seen))) for v in wanted)


def _events(
    session: Session,
    at: datetime,
    act_id: str,
    values: Sequence[NewValue],
    asked: Details,
) -> list[Event]:
    """One event a setting; the first bears the act's id."""
    made: list[Event] = []
    for each in values:
        details: dict[str, object] = {"key": each.key, "before": each.seen, "after": each.text}
        first = not made
        made.append(
            Event(
                act_id if first else derived_id(act_id, each.key),
                at,
                EventKind.SETTING_CHANGED,
                None,
                session.actor.uid,
                {**details, ASKED: asked} if first else details,
                batch_id=None if first else act_id,
            )
        )
    return made


def _put(unit: UnitOfWork, values: Sequence[NewValue], own: set[str]) -> None:
    """Write them where each is still as it was seen; otherwise tell what stands there.

    Args:
        own: the events of this very act, which will not have happened then.
    """
    lost = [each.key for each in values if not _is_put(unit, each)]
    if not lost:
        return
    known = {change.key: change for change in reversed(_changes(unit, but=own))}
    now = unit.stored_settings.texts()
    raise ChangedMeanwhile(
        tuple(
            SettingChange(
                key,
                known[key].at if key in known else unit.now,
                known[key].by if key in known else None,
                known[key].before if key in known else None,
                now.get(key),
            )
            for key in lost
        )
    )


def _is_put(unit: UnitOfWork, value: NewValue) -> bool:
    now = unit.stored_settings.text(value.key)
    if now != value.seen:
        return False
    return value.seen == value.text or unit.stored_settings.put(value.key, value.seen, value.text)
