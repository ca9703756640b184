"""Setting customers aside in a test, by bare rows."""

from __future__ import annotations

from salesdesk.domain.round import OutOfRound
from salesdesk.services import summaries
from tests.support.factories import Office
from tests.support.sweeping import system


def put_aside(office: Office, customer: str, word: OutOfRound = OutOfRound.LOST) -> None:
    office.database.execute(
        "INSERT INTO salesdesk_set_asides "
        "(customer_id, word, reason, note, set_by_uid, set_at, event_id) "
        "VALUES (%s, %s, NULL, '', %s, '2026-03-01 00:00:00', %s)",
        customer,
        word.value,
        office.agent_uid,
        customer,
    )
    summaries.mend(system(office), [customer])
