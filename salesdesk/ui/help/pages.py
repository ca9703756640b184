"""The guides, cut into pages; which page belongs to which screen.

A page is a section of a guide. The guide in another language names the English title of each of
its sections in a comment behind the heading; a section that it lacks is shown in English.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtWidgets import QWidget

from salesdesk.domain.people import Actor
from salesdesk.domain.permissions import Permission
from salesdesk.ui.kit import resources

GUIDES = ("agents", "leads", "administrators")
_WRITTEN_IN = "en"

#: The page of each screen; of the reports, as who sees others' figures reads it.
OF_SCREEN = {
    "today": ("agents", "today"),
    "customers": ("agents", "the-customers-list"),
    "pipeline": ("agents", "the-pipeline"),
    "pool": ("agents", "the-pool"),
    "activity": ("leads", "activity"),
    "team": ("leads", "nobody-forgotten"),
    "people": ("administrators", "roles"),
    "audit": ("administrators", "people-roles-audit-doctor"),
    "doctor": ("administrators", "people-roles-audit-doctor"),
    "settings": ("administrators", "settings-that-all-desktops-share"),
}
_CUSTOMERS = ("agents", "the-customers-list")
_POOL = ("agents", "the-pool")
_REMINDERS = ("agents", "reminders")
_CONTACT = ("agents", "logging-a-contact")
_PEOPLE = ("administrators", "people-roles-audit-doctor")
_SHARED = ("administrators", "settings-that-all-desktops-share")

#: The page of each dialog and box, by its name.
OF_DIALOG = {
    "about_dialog": ("administrators", "the-log-and-diagnostics"),
    "account_dialog": _PEOPLE,
    "agents_dialog": ("leads", "assign-transfer-release"),
    "blocked_dialog": ("administrators", "when-something-is-wrong"),
    "claim_dialog": _POOL,
    "code_dialog": _PEOPLE,
    "connection_dialog": ("administrators", "connecting-to-a-server"),
    "contact_anyway_dialog": ("agents", "set-aside"),
    "contact_dialog": _CONTACT,
    "crash_dialog": ("administrators", "the-log-and-diagnostics"),
    "customer_dialog": ("agents", "a-new-customer"),
    "delete_contact_dialog": ("agents", "undo"),
    "distribute_dialog": ("leads", "distribute"),
    "erase_dialog": ("administrators", "erasing-on-request"),
    "export_dialog": ("leads", "lists-into-files"),
    "give_access_dialog": _PEOPLE,
    "guard_dialog": ("leads", "the-release-run"),
    "hand_over_dialog": _PEOPLE,
    "import_wizard": ("leads", "a-spreadsheet-comes-in"),
    "new_role_dialog": _PEOPLE,
    "notifications_dialog": _REMINDERS,
    "outbox_confirm": ("agents", "when-the-server-is-away"),
    "outbox_dialog": ("agents", "when-the-server-is-away"),
    "palette": ("agents", "today"),
    "pause_dialog": ("leads", "away-and-closed"),
    "period_dialog": ("leads", "activity"),
    "plan_dialog": _CONTACT,
    "protect_dialog": ("leads", "protect"),
    "release_dialog": _POOL,
    "reminders_dialog": _REMINDERS,
    "remove_account": _PEOPLE,
    "remove_connection": _SHARED,
    "set_aside_dialog": ("agents", "set-aside"),
    "settings_frees": _SHARED,
    "several_people": ("leads", "activity"),
    "shortcuts_dialog": ("agents", "help-and-shortcuts"),
    "sign_in_dialog": ("administrators", "signing-in"),
    "snooze_dialog": _REMINDERS,
    "start_dialog": ("agents", "for-agents"),
    "target_dialog": ("leads", "targets"),
    "template_dialog": ("leads", "message-templates"),
    "templates_dialog": ("leads", "message-templates"),
    "view_name_dialog": _CUSTOMERS,
    "whatsapp_popover": _CONTACT,
    "who_dialog": ("agents", "for-agents"),
}
_OWN_FIGURES = ("agents", "your-own-figures")
_FIRST = ("agents", "today")


def help_page(screen: str, actor: Actor) -> tuple[str, str]:
    """The key of the page that belongs to a screen as this person sees it."""
    if screen == "activity" and not actor.may(Permission.REPORTS_VIEW_TEAM):
        return _OWN_FIGURES
    return OF_SCREEN.get(screen, _FIRST)


def page_of_dialog(dialog: QWidget) -> tuple[str, str]:
    """The key of the page that belongs to a dialog; of a question, to what it stands over."""
    over: QWidget | None = dialog
    while over is not None:
        if over.objectName() in OF_DIALOG:
            return OF_DIALOG[over.objectName()]
        over = over.parentWidget()
    return _FIRST


@dataclass(frozen=True, slots=True)
class Page:
    """A section of a guide.

    Attributes:
        key: guide, and the English title in small letters with hyphens.
        guide: the guide's title, in the language of the guides.
        text: Markdown, the heading included.
        folder: from which pictures are named.
    """

    key: tuple[str, str]
    guide: str
    title: str
    text: str
    folder: Path


def pages(language: str) -> tuple[Page, ...]:
    """The pages of all guides, in their order.

    Raises:
        OSError: a guide is not where it should be.
    """
    return tuple(page for guide in GUIDES for page in _of_guide(guide, language))


def _of_guide(guide: str, language: str) -> list[Page]:
    written = _sections(guide, resources.guide(guide))
    file = resources.guide(guide, "" if language == _WRITTEN_IN else language)
    if language == _WRITTEN_IN or not file.is_file():
        return written
    translated = {page.key: page for page in _sections(guide, file)}
    return [translated.get(page.key, page) for page in written]


_HEADING = re.compile(r"^(##? )(.+?)(?:\s*<!--\s*(.+?)\s*-->)?\s*$", re.MULTILINE)


def _slug(title: str) -> str:
    return re.sub(r"[^a-z0-9]+", "-", title.lower()).strip("-")


def _sections(guide: str, file: Path) -> list[Page]:
    whole = file.read_text(encoding="utf-8")
    heads = [each for each in _HEADING.finditer(whole) if each[1] in ("# ", "## ")]
    ends = [each.start() for each in heads[1:]] + [len(whole)]
    return [
        Page(
            (guide, _slug(head[3] or head[2])),
            heads[0][2],
            head[2],
            f"{head[1]}{head[2]}\n{whole[head.end() : end]}",
            file.parent,
        )
        for head, end in zip(heads, ends, strict=True)
    ]


def matching(among: tuple[Page, ...], words: str) -> tuple[Page, ...]:
    """The pages in which each word is found, as a whole or as a part."""
    wanted = words.casefold().split()
    return tuple(page for page in among if all(word in page.text.casefold() for word in wanted))
