"""What is typed of a new customer survives Esc, a crash and a role that is taken away."""

from __future__ import annotations

from dataclasses import asdict
from datetime import UTC, datetime

from salesdesk.domain.customer import CustomerDraft, LeadSource, SalesStatus
from salesdesk.ui.contacts.drafts import Stored

#: The draft's key: there is one new customer at a time.
KEY = "a new customer"


def worth_keeping(draft: CustomerDraft) -> bool:
    """Whether anything was typed; choices alone are made again at once."""
    typed = (draft.name, draft.phone, draft.others, draft.company, draft.address)
    return any((text or "").strip() for text in typed)


def stored(draft: CustomerDraft, at: datetime, *, mine: bool) -> Stored:
    """The content of the form as plain JSON."""
    return {**asdict(draft), "mine": mine, "at": at.isoformat()}


def restored(content: Stored) -> tuple[CustomerDraft, datetime, bool] | None:
    """What `stored` wrote, as (form, when, becomes mine); None where it cannot be read."""
    try:
        source = content["lead_source"]
        draft = CustomerDraft(
            id=str(content["id"]),
            name=str(content["name"]),
            phone=str(content["phone"]),
            company=str(content["company"] or ""),
            address=str(content["address"]),
            lead_source=LeadSource(str(source)) if source else None,
            sales_status=SalesStatus(str(content["sales_status"])),
            others=str(content.get("others") or "") or None,
        )
        at = datetime.fromisoformat(str(content["at"])).astimezone(UTC)
        return draft, at, bool(content["mine"])
    except (KeyError, ValueError):
        return None
