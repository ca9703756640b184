"""The people of the sample: the team of the pictures, and as many more as the customers need."""

from __future__ import annotations

from salesdesk.app.sample.generate import Team
from salesdesk.app.sample.names import Names
from salesdesk.app.sample.random_source import Chance
from salesdesk.app.sample.records import Member

AGENT, LEAD, ADMINISTRATOR = "Sales Agent", "Team Lead", "Sales Administrator"

#: Who is signed in in the sample workspace.
DEMO_PERSON = "Rina Wulandari"

_NAMED = (
    (DEMO_PERSON, LEAD),
    ("Andi Firmansyah", AGENT),
    ("Citra Melati", AGENT),
    ("Bayu Pratama", AGENT),
    ("Eko Saputra", AGENT),
    ("Yulia Hartati", AGENT),
    ("Arif Rahman", AGENT),
    ("Novi Anggraeni", AGENT),
)
_ADMINISTRATOR = "Dewi Anggraini"


def team(seed: int, names: Names, agents: int) -> tuple[Team, Member]:
    """A team of this many who hold customers, and the administrator.

    The first eight are those of the pictures.
    """
    members = [_member(seed, name, role) for name, role in _NAMED[:agents]]
    chance = Chance(seed, "team")
    taken = {member.name for member in members} | {_ADMINISTRATOR}
    while len(members) < agents:
        name, _ = names.person(chance)
        if name not in taken and " " in name:
            taken.add(name)
            role = LEAD if len(members) % 10 == 0 else AGENT
            members.append(_member(seed, name, role))
    leads = tuple(member for member in members if member.role == LEAD)
    return Team(tuple(members), leads), administrator(seed)


def demo_person(seed: int) -> Member:
    """Who is signed in in the sample workspace; known without making it."""
    return _member(seed, DEMO_PERSON, LEAD)


def administrator(seed: int) -> Member:
    """The administrator of the sample; known without making it."""
    return _member(seed, _ADMINISTRATOR, ADMINISTRATOR)


def _member(seed: int, name: str, role: str) -> Member:
    mailbox = "".join(c if c.isascii() and c.isalnum() else "." for c in name.lower())
    return Member(Chance(seed, f"person {name}").uid(), name, f"{mailbox}@kantor.example", role)
