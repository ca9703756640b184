"""`global_settings`, and SalesDesk's own notes about the database in `salesdesk_state`."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from sqlalchemy import (
    ColumnElement,
    Connection,
    Row,
    ScalarSelect,
    Select,
    func,
    insert,
    literal,
    select,
    update,
)
from sqlalchemy.exc import IntegrityError

from salesdesk.domain.settings import PREFIX, SharedSettings, read_settings
from salesdesk.storage import tables
from salesdesk.storage.db import faults

_SETTINGS = tables.global_settings
_STATE = tables.salesdesk_state


#: SalesDesk's own settings, whatever blanks stand before their keys.
_OURS = func.trim(_SETTINGS.c.setting_key).startswith(PREFIX, autoescape=True)


def _is(key: str) -> ColumnElement[bool]:
    """The rows of a key: the column ignores case, and not the blanks before it."""
    return func.lower(func.trim(_SETTINGS.c.setting_key)) == key.lower()


def settings_reading() -> Select[Any]:
    """What reads all of SalesDesk's settings, for `settings_of`."""
    return select(_SETTINGS.c.setting_key, _SETTINGS.c.setting_value).where(_OURS)


def settings_of(rows: Iterable[Any]) -> SharedSettings:
    """The settings of these rows."""
    return read_settings({row.setting_key: row.setting_value for row in rows})


def settings_beside(*values: ColumnElement[Any]) -> Select[Any]:
    """A statement that reads all of SalesDesk's settings beside other values."""
    one = select(literal(1).label("one")).subquery("one_row")
    statement: Select[Any] = select(*values, _SETTINGS.c.setting_key, _SETTINGS.c.setting_value)
    return statement.select_from(one.outerjoin(_SETTINGS, _OURS))


@dataclass(frozen=True, slots=True)
class SettingStore:
    """The shared settings, within one transaction."""

    connection: Connection
    _put: set[str] = field(default_factory=set)

    @property
    def changed(self) -> bool:
        """Whether this transaction sets one."""
        return bool(self._put)

    def read(self) -> SharedSettings:
        """All of SalesDesk's settings, in one statement."""
        return settings_of(self.connection.execute(settings_reading()))

    def beside(self, statement: Select[Any]) -> tuple[Row[Any], SharedSettings]:
        """All of SalesDesk's settings beside other values, by a statement of `settings_beside`."""
        rows = self.connection.execute(statement).all()
        found = {row.setting_key: row.setting_value for row in rows if row.setting_key is not None}
        return rows[0], read_settings(found)

    def texts(self) -> dict[str, str]:
        """SalesDesk's own settings as they are stored, by key in small letters."""
        found: dict[str, str] = {}
        for row in self.connection.execute(settings_reading().order_by(_SETTINGS.c.id)):
            found.setdefault(row.setting_key.strip().lower(), row.setting_value)
        return found

    def text(self, key: str) -> str | None:
        """One setting as it is stored."""
        statement = select(_SETTINGS.c.setting_value).where(_is(key)).order_by(_SETTINGS.c.id)
        found: str | None = self.connection.execute(statement).scalars().first()
        return found

    def put(self, key: str, seen: str | None, text: str) -> bool:
        """Set one setting that is still as it was seen, in whatever case its key stands."""
        self._put.add(key)
        if seen is None:
            try:
                self.connection.execute(
                    insert(_SETTINGS).values(setting_key=key, setting_value=text)
                )
            except IntegrityError as fault:
                if faults.is_duplicate(fault):
                    return False
                raise
            return True
        as_seen = update(_SETTINGS).where(_is(key), _SETTINGS.c.setting_value == seen)
        if not self.connection.execute(as_seen.values(setting_value=text)).rowcount:
            return False
        # A second row of the same key would make it unreadable.
        others = update(_SETTINGS).where(_is(key), _SETTINGS.c.setting_value != text)
        self.connection.execute(others.values(setting_value=text))
        return True


@dataclass(frozen=True, slots=True)
class StateStore:
    """SalesDesk's notes about this database, within one transaction."""

    connection: Connection

    def get(self, name: str) -> str | None:
        """The note's value; None: there is none, or it was forgotten."""
        statement = select(_STATE.c.value).where(_STATE.c.name == name)
        found: str | None = self.connection.execute(statement).scalar_one_or_none()
        return found or None

    def stored(self, name: str) -> ScalarSelect[str]:
        """The note's value, as a part of a statement."""
        return select(_STATE.c.value).where(_STATE.c.name == name).scalar_subquery()

    def moment(self, name: str) -> datetime | None:
        """The value of a note that is a moment."""
        text = self.get(name)
        return datetime.fromisoformat(text) if text is not None else None

    def put(self, name: str, value: str, at: datetime) -> None:
        """Set a note."""
        changed = self.connection.execute(
            update(_STATE).where(_STATE.c.name == name).values(value=value, changed_at=at)
        ).rowcount
        if not changed:
            self.connection.execute(insert(_STATE).values(name=name, value=value, changed_at=at))

    def forget(self, name: str, at: datetime) -> None:
        """Empty a note, if it is there: people's accounts may delete none."""
        forgotten = update(_STATE).where(_STATE.c.name == name)
        self.connection.execute(forgotten.values(value="", changed_at=at))

    def replace(self, name: str, seen: str | None, value: str, at: datetime) -> bool:
        """Set a note that is still as it was seen; False where somebody else was first."""
        if seen is None:
            try:
                self.connection.execute(
                    insert(_STATE).values(name=name, value=value, changed_at=at)
                )
            except IntegrityError as fault:
                if faults.is_duplicate(fault):
                    return False
                raise
            return True
        as_seen = update(_STATE).where(_STATE.c.name == name, _STATE.c.value == seen)
        changed = self.connection.execute(as_seen.values(value=value, changed_at=at))
        return changed.rowcount == 1
