"""Whom a file means: contacts that others made are credited to them, customers bound to them."""

from __future__ import annotations

import re
from dataclasses import dataclass

from salesdesk.domain.people import Actor
from salesdesk.domain.permissions import Permission
from salesdesk.services.importing.words import key
from salesdesk.storage.unit_of_work import Reading

_SEVERAL = ""
#: 'Andi Firmansyah (andi@example.org)', as programs name their users.
_WITH_ADDRESS = re.compile(r"(.+?)\s*[(<\[]\s*(\S+@\S+?)\s*[)>\]]")


@dataclass(frozen=True, slots=True)
class Credited:
    """The people by everything that a file may name them by.

    Attributes:
        importer: credited where the file names nobody.
        holders: those who may hold customers.
        may_assign: the importer may bind customers to others.
    """

    importer: str
    by_word: dict[str, str]
    holders: frozenset[str] = frozenset()
    may_assign: bool = False

    def uid_of(self, typed: str) -> str | None:
        """The person; None where there is nobody, or more than one, of that name."""
        if not typed:
            return self.importer
        found = self.by_word.get(key(typed))
        if found is None and (both := _WITH_ADDRESS.fullmatch(typed)) is not None:
            found = self.by_word.get(key(both[2])) or self.by_word.get(key(both[1]))
        return found or None


def credited(reading: Reading, actor: Actor, importer: str) -> Credited:
    """Everybody by e-mail address, database account, name and uid."""
    named: dict[str, str] = {}
    everybody = reading.people.everybody()
    for person in everybody:
        name = key(person.name)
        named[name] = _SEVERAL if name in named else person.uid
    # What is said of one person alone comes after names, which two may share.
    named |= {account.casefold(): uid for account, uid in reading.imports.accounts().items()}
    named |= {one.email.casefold(): one.uid for one in everybody if one.email}
    named |= {one.uid.casefold(): one.uid for one in everybody}
    return Credited(
        importer,
        named,
        frozenset(one.uid for one in reading.people.agents()),
        actor.may(Permission.CUSTOMERS_ASSIGN),
    )
