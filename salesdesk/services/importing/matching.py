"""Words of the file beside ours: what each is guessed to mean, for a person to say better."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from salesdesk.domain.contact import Method, Outcome
from salesdesk.domain.customer import LeadSource, SalesStatus
from salesdesk.domain.importing import WORD_FIELDS, Choices, Field
from salesdesk.domain.people import Agent
from salesdesk.domain.permissions import Permission
from salesdesk.services import access, ownership
from salesdesk.services.importing import survey, words
from salesdesk.services.importing.request import Request
from salesdesk.services.session import Session

_VALUES: Mapping[Field, tuple[str, ...]] = {
    Field.STATUS: tuple(one.value for one in SalesStatus),
    Field.SOURCE: tuple(one.value for one in LeadSource),
    Field.CONTACT_METHOD: tuple(one.value for one in Method),
    Field.CONTACT_OUTCOME: tuple(one.value for one in Outcome),
}
_PEOPLE = frozenset({Field.CONTACT_BY, Field.OWNER})
#: Ways to address somebody, which are no part of a name.
_ADDRESSES = frozenset(
    {"pak", "bapak", "bpk", "bu", "ibu", "mas", "mbak", "kak", "mr", "mrs", "ms"}
)


@dataclass(frozen=True, slots=True)
class Word:
    """A word of the file.

    Attributes:
        count: how often it stands there.
        meant: a value of ours, or a person's uid; '': nothing of ours.
    """

    field: Field
    word: str
    count: int
    meant: str


@dataclass(frozen=True, slots=True)
class Matching:
    """The words of a file, and what they may mean.

    Attributes:
        people: those who may hold customers, for the words that name somebody.
    """

    words: tuple[Word, ...]
    people: tuple[Agent, ...]


def is_needed(choices: Choices) -> bool:
    """Whether there are words to match, or contacts of which something may be missing."""
    return choices.has(*WORD_FIELDS, Field.CONTACT_DATE)


def values_of(field: Field) -> tuple[str, ...]:
    """Our values for the words of a field; none where they name people."""
    return _VALUES.get(field, ())


def matching(session: Session, request: Request) -> Matching:
    """The words of the whole file with what they are guessed to mean.

    Raises:
        NotAllowed: the actor may not import.
        BadFile: the file cannot be read (any more).
        Unavailable: the database is out of reach.
    """
    access.require(session.actor, Permission.DATA_IMPORT)
    agents = ownership.agents(session)
    choices = request.choices
    found = []
    for field, said in survey.survey(request.path, request.layout, choices).words.items():
        chosen = choices.words.get(field, {})
        for word, count in said.items():
            meant = chosen.get(words.key(word))
            if meant is None:
                guessed = _person(word, agents) if field in _PEOPLE else words.guessed(field, word)
                meant = guessed or ""
            found.append(Word(field, word, count, meant))
    return Matching(tuple(found), agents)


def _person(word: str, agents: tuple[Agent, ...]) -> str | None:
    """The agent of a name; one who alone has the first name, where it says no more."""
    said = words.key(word)
    exact = [one.uid for one in agents if words.key(one.name) == said]
    if exact:
        return exact[0] if len(exact) == 1 else None
    parts = [part for part in said.replace(".", " ").split() if part not in _ADDRESSES]
    alike = [one.uid for one in agents if words.key(one.name).split()[: len(parts)] == parts]
    return alike[0] if parts and len(alike) == 1 else None
