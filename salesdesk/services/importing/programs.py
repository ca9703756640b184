"""Which program a table comes from, by the titles that it alone gives its columns.

What the columns hold is guessed as for any other table (`titles`): programs change their exports
and offices cut them down. The name tells a person that the file was understood.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Program:
    """A program and the titles of its exports, in plain letters and figures.

    Attributes:
        signs: patterns of titles; a table in which each pattern of one sign has a title is its.
    """

    name: str
    signs: tuple[tuple[str, ...], ...]


#: In this order: what says most comes first.
PROGRAMS = (
    Program("SalesDesk", (
        ("name", "status", "owner", "daysleft"),
        ("name", "status", "lastcontact", "nextstep"),
        ("name", "status", "freesince", "lastowner"),
        ("nama", "status", "pemegang", "sisahari"),
    )),
    Program("Google Contacts", (
        (r"(phone|email)1(value|type|label)", "givenname|firstname|name"),
        (r"telepon1(nilai|jenis|label)", "nama|namadepan"),
        ("yominame", "givenname"),
        ("phoneticfirstname", "fileas"),
    )),
    Program("Outlook", (
        ("businessphone", "firstname", "mobilephone|homephone"),
        ("teleponbisnis", "namadepan", "teleponseluler|teleponrumah"),
    )),
    Program("Zoho CRM", (
        ("recordid", "leadowner|contactowner", "modifiedtime"),
    )),
    Program("HubSpot", (
        ("recordid(contact)?", "lifecyclestage|leadstatus|contactowner"),
    )),
    Program("Pipedrive", (
        (r"(person|lead|deal|organization)(id|title|name)", r"(person|lead|deal)owner"),
    )),
    Program("Odoo", (
        ("name", "salesperson", "externalid|displayname|companytype|isacompany"),
    )),
    Program("Facebook leads", (
        ("createdtime", "platform", "adid|formid|formname|campaignname"),
    )),
    Program("WhatsApp Business", (
        ("publicdisplayname", "ismycontact|isbusiness"),
        ("nowhatsapp|whatsappnumber", "pesanterakhir|lastmessage"),
        ("phone", "lastmessageat", "tags|assignedagent"),
    )),
)  # fmt: skip


def recognised(titles: Sequence[str]) -> str:
    """The name of the program that a row of titles is of; empty: of none that is known."""
    plain = [_plain(title) for title in titles]
    for program in PROGRAMS:
        if any(all(_has(plain, one) for one in sign) for sign in program.signs):
            return program.name
    return ""


def _has(plain: Sequence[str], pattern: str) -> bool:
    return any(re.fullmatch(pattern, title) for title in plain)


def _plain(title: str) -> str:
    composed = unicodedata.normalize("NFKC", title).casefold()
    return re.sub(r"[\W_]+", "", composed)
