"""Saved views: a list's filters, order and columns under a name, kept for one person.

Kept in the window's settings, in a group of the person and the database: two people on one
computer do not share them. What cannot be read is left out, and told in the menu.
"""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from PySide6.QtCore import QByteArray, QSettings

from salesdesk.domain.follow_up import FollowUpState
from salesdesk.domain.queries import (
    CustomerQuery,
    CustomerSort,
    DaysLeftFilter,
    OwnerFilter,
    OwnerScope,
)
from salesdesk.domain.query_facts import facts_of, query_of
from salesdesk.ui.i18n import translate

#: More than anybody can tell apart in a menu.
MOST_VIEWS = 50
LONGEST_NAME = 60


@dataclass(frozen=True, slots=True)
class View:
    """A named view.

    Attributes:
        columns: the header's state; empty: the columns stay as they are.
    """

    name: str
    query: CustomerQuery
    columns: bytes = b""


def offered(me: str | None) -> tuple[View, ...]:
    """The views that everybody has."""
    mine = OwnerFilter(OwnerScope.PERSON, me)
    soon = DaysLeftFilter(at_most=7)
    return (
        View(translate("views", "All customers"), CustomerQuery()),
        View(translate("views", "My customers"), CustomerQuery(owner=mine)),
        View(
            translate("views", "Mine, leaving within 7 days"),
            CustomerQuery(owner=mine, days_left=soon, sort=CustomerSort.DAYS_LEFT),
        ),
        View(
            translate("views", "Mine, without a next step"),
            CustomerQuery(owner=mine, follow_up=FollowUpState.NONE),
        ),
        View(
            translate("views", "Everybody's, leaving within 7 days"),
            CustomerQuery(days_left=soon, sort=CustomerSort.DAYS_LEFT),
        ),
        View(
            translate("views", "In the pool"),
            CustomerQuery(owner=OwnerFilter(OwnerScope.AVAILABLE)),
        ),
    )


class ViewStore:
    """The saved views and the last arrangement of one person.

    Args:
        settings: the window's.
        database, person: whose they are.
    """

    def __init__(self, settings: QSettings, database: str, person: str | None) -> None:
        self._settings = settings
        self._group = f"people/{_safe(database)}/{_safe(person or 'nobody')}/customers"

    def views(self) -> tuple[View, ...]:
        """The saved views by name."""
        found = [_view(each) for each in _listed(self._read("views"))]
        kept = {view.name.casefold(): view for view in found if view is not None}
        return tuple(sorted(kept.values(), key=lambda view: view.name.casefold()))

    def left_out(self) -> int:
        """How many saved views cannot be read, such as those of a later version; they stay."""
        return len(self._unreadable())

    def _unreadable(self) -> list[object]:
        return [each for each in _listed(self._read("views")) if _view(each) is None]

    def save(self, view: View) -> None:
        """Keep a view, in place of one with this name."""
        others = [each for each in self.views() if each.name.casefold() != view.name.casefold()]
        self._keep((*others, view))

    def rename(self, before: str, after: str) -> None:
        """Give a view another name; one that had it goes."""
        found = next((each for each in self.views() if each.name == before), None)
        if found is not None:
            self.delete(before)
            self.save(replace(found, name=after))

    def delete(self, name: str) -> None:
        """Keep a view no more."""
        self._keep([each for each in self.views() if each.name != name])

    def _keep(self, views: Sequence[View]) -> None:
        self._write("views", [*map(_facts, views), *self._unreadable()])

    def last(self) -> View | None:
        """How the list was arranged last; None: not yet, or it cannot be read."""
        return _view(self._read("last"))

    def keep_last(self, view: View) -> None:
        """Keep how the list is arranged; without the search, which is of the moment."""
        self._write("last", _facts(replace(view, query=replace(view.query, search=""))))

    def _read(self, key: str) -> object:
        try:
            return json.loads(str(self._settings.value(f"{self._group}/{key}", "null")))
        except ValueError:
            return None

    def _write(self, key: str, facts: object) -> None:
        self._settings.setValue(f"{self._group}/{key}", json.dumps(facts, ensure_ascii=False))


def _safe(text: str) -> str:
    """A text as part of a key: separators of the settings file are escaped."""
    return QByteArray(text.encode()).toPercentEncoding().toStdString()


def _listed(found: object) -> list[object]:
    return found[:MOST_VIEWS] if isinstance(found, list) else []


def _facts(view: View) -> Mapping[str, object]:
    columns = QByteArray(view.columns).toBase64().toStdString()
    return {"name": view.name, "query": facts_of(view.query), "columns": columns}


def _view(facts: object) -> View | None:
    if not isinstance(facts, dict):
        return None
    try:
        query = query_of(facts["query"])
        name, columns = str(facts["name"]), str(facts["columns"])
    except (KeyError, TypeError, ValueError):
        return None
    return View(name, query, bytes(QByteArray.fromBase64(columns.encode()).data()))
