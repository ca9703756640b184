"""The guides, cut into pages; which page belongs to which screen.

A page is a section of a guide. The guide in another language names the English title of each of
its sections in a comment behind the heading; a section that it lacks is shown in English.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path

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
_OWN_FIGURES = ("agents", "your-own-figures")
_FIRST = ("agents", "today")


def help_page(screen: str, actor: Actor) -> tuple[str, str]:
    """The key of the page that belongs to a screen as this person sees it."""
    if screen == "activity" and not actor.may(Permission.REPORTS_VIEW_TEAM):
        return _OWN_FIGURES
    return OF_SCREEN.get(screen, _FIRST)


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
