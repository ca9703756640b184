"""`salesdesk_message_templates`: the shared texts; one that is removed stays, unlisted."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import Connection, case, insert, select, update

from salesdesk.domain.templates import MessageTemplate, TemplateDraft
from salesdesk.storage import tables

_TEMPLATES = tables.salesdesk_message_templates
_T = _TEMPLATES.c


@dataclass(frozen=True, slots=True)
class MessageTemplateStore:
    """The templates, within one transaction."""

    connection: Connection

    def listed(self) -> tuple[MessageTemplate, ...]:
        """Those in use, in their order; new ones stand last, by their titles."""
        last = case((_T.place == 0, 1), else_=0)
        statement = select(_TEMPLATES).where(_T.listed).order_by(last, _T.place, _T.title, _T.id)
        return tuple(
            MessageTemplate(row.id, row.title, row.language, row.body, row.event_id, row.place)
            for row in self.connection.execute(statement)
        )

    def put(self, template_id: str, place: int, seen: int) -> bool:
        """Give one another place, if it is in use and still at the one that was seen."""
        as_seen = update(_TEMPLATES).where(_T.id == template_id, _T.place == seen, _T.listed)
        return self.connection.execute(as_seen.values(place=place)).rowcount == 1

    def add(self, draft: TemplateDraft, at: datetime, event_id: str) -> None:
        """Store a new one."""
        self.connection.execute(
            insert(_TEMPLATES).values(
                id=draft.id,
                title=draft.title,
                language=draft.language,
                body=draft.body,
                listed=True,
                changed_at=at,
                event_id=event_id,
            )
        )

    def change(self, draft: TemplateDraft, seen: str, at: datetime, event_id: str) -> bool:
        """Change one that is still as it was seen, which is named by its last event."""
        as_seen = update(_TEMPLATES).where(_T.id == draft.id, _T.event_id == seen, _T.listed)
        changed = as_seen.values(
            title=draft.title,
            language=draft.language,
            body=draft.body,
            changed_at=at,
            event_id=event_id,
        )
        return self.connection.execute(changed).rowcount == 1

    def set_listed(
        self, template_id: str, seen: str, at: datetime, event_id: str, *, listed: bool
    ) -> bool:
        """Take one that is still as it was seen out of use, or back into it."""
        as_seen = update(_TEMPLATES).where(
            _T.id == template_id, _T.event_id == seen, _T.listed.is_not(listed)
        )
        values = {"listed": listed, "changed_at": at, "event_id": event_id}
        return self.connection.execute(as_seen.values(values)).rowcount == 1
