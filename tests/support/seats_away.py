"""Databases that do not answer as they should, for the dialogs' own words about it."""

from __future__ import annotations

from typing import NoReturn, cast

from salesdesk.domain.errors import Unavailable
from salesdesk.services.session import Session
from salesdesk.storage.unit_of_work import Store


class _Failing:
    """A store whose every use fails in one way."""

    dialect = "mysql"

    def __init__(self, fault: Exception) -> None:
        self._fault = fault

    def read(self, *_work: object, **_more: object) -> NoReturn:
        """Fail."""
        raise self._fault

    act = read


def away(session: Session) -> Session:
    """The same person at a database that is out of reach."""
    fault = Unavailable("The server does not answer.")
    return Session(cast(Store, _Failing(fault)), session.actor, session.host)


def broken(session: Session) -> Session:
    """The same person at a database whose use comes upon a bug."""
    return Session(cast(Store, _Failing(RuntimeError("a bug"))), session.actor, session.host)
