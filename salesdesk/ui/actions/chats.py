"""Whether somebody can be written to by WhatsApp, and why not (docs/rules.md, "Phone numbers")."""

from __future__ import annotations

from salesdesk.domain.queries import CustomerRow
from salesdesk.services import phones
from salesdesk.ui.i18n import fill, translate


def why_no_chat(row: CustomerRow, region: str) -> str:
    """Why nobody can chat with this customer, in words; '': somebody can."""
    if row.phone is None:
        return translate("chats", "The number is hidden until the customer is claimed.")
    if not row.phone.strip():
        return translate("chats", "No number is stored.")
    if phones.whatsapp_link(row.phone, region):
        return ""
    if phones.tel_link(row.phone, region):
        said = translate("chats", "{phone} is a landline; nobody can chat with it.")
    else:
        said = translate("chats", "{phone} is no number that can be called.")
    return fill(said, phone=phones.display(row.phone, region))
