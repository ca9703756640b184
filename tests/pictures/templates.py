"""Pictures of a WhatsApp message over the window, as in its target picture."""

from __future__ import annotations

from typing import TYPE_CHECKING

from salesdesk.domain.events import new_id
from salesdesk.domain.templates import TemplateDraft
from salesdesk.services import message_templates
from salesdesk.ui.commands import Cmd
from salesdesk.ui.templates.popover import WhatsAppPopover
from tests.pictures.dialog_gallery_parts import TEMPLATES

if TYPE_CHECKING:
    from tests.pictures.screenshots import Studio


def templates(studio: Studio) -> None:
    """A message beneath the panel's button and beneath a row; what is not known in it."""
    window, session = studio.window, studio.session.context.session
    if not message_templates.listed(session):
        for one in TEMPLATES:
            draft = TemplateDraft(new_id(), one.title, one.language, one.body)
            message_templates.save(session, new_id(), draft, None)
    window.go_to("customers")
    studio.settle()
    window.customers.table.go_to(1)
    window.customers.table.setFocus()
    for name, panel in (("message", True), ("message-row", False)):
        if panel == window.panel.isHidden():
            window.controller.give(Cmd.PANEL)
        studio.settle()
        window.controller.give(Cmd.WHATSAPP)
        studio.settle()
        (popover,) = [one for one in window.findChildren(WhatsAppPopover) if one.isVisible()]
        if popover.language.isVisible():
            popover.language.choose("id")
        popover.list.choose(3)
        popover.message.setFocus()
        studio.shoot(name)
        popover.close()
        studio.settle()
