"""Which customer a command names."""

from __future__ import annotations

import re

from salesdesk.domain.errors import Refusal
from salesdesk.domain.refusals import Why
from salesdesk.services import customers
from salesdesk.services.session import Session

_ID = re.compile(r"[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}", re.IGNORECASE)


def id_of(session: Session, typed: str) -> str:
    """The customer of an id, or of a phone number in any form.

    Raises:
        Refusal: nobody has the number.
    """
    if _ID.fullmatch(typed.strip()):
        return typed.strip().lower()
    found = customers.duplicate_of(session, typed)
    if found is None:
        raise Refusal(Why.NOBODY_WITH_NUMBER, field="customer", typed=typed)
    return found.customer_id
