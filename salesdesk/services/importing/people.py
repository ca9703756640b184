"""Whom a file means: contacts that others made are credited to them."""

from __future__ import annotations

from dataclasses import dataclass

from salesdesk.storage.unit_of_work import Reading

_SEVERAL = ""


@dataclass(frozen=True, slots=True)
class Credited:
    """The people by everything that a file may name them by.

    Attributes:
        importer: credited where the file names nobody.
    """

    importer: str
    by_word: dict[str, str]

    def uid_of(self, typed: str) -> str | None:
        """The person; None where there is nobody, or more than one, of that name."""
        if not typed:
            return self.importer
        return self.by_word.get(" ".join(typed.casefold().split())) or None


def credited(reading: Reading, importer: str) -> Credited:
    """Everybody by e-mail address, database account, name and uid."""
    words: dict[str, str] = {}
    everybody = reading.people.everybody()
    for person in everybody:
        name = " ".join(person.name.casefold().split())
        words[name] = _SEVERAL if name in words else person.uid
    # What is said of one person alone comes after names, which two may share.
    words |= {account.casefold(): uid for account, uid in reading.imports.accounts().items()}
    words |= {one.email.casefold(): one.uid for one in everybody if one.email}
    words |= {one.uid.casefold(): one.uid for one in everybody}
    return Credited(importer, words)
