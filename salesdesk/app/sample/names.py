"""Names, companies, addresses and telephone numbers of people who do not exist."""

from __future__ import annotations

from dataclasses import dataclass

from salesdesk.app.sample import words
from salesdesk.app.sample.random_source import Chance

_POOL = 700
_ENGLISH = 0.18

#: The first digits of Indonesian mobile numbers, by how common they are in the sample.
_OPERATORS = ("811", "812", "812", "813", "821", "822", "852", "856", "857", "858", "877", "878",
              "895", "896", "819")  # fmt: skip

#: Coprime to every power of ten, so that a running number never gives the same digits twice.
_STRIDE = 48_271
_FIRST = 31_415_926
_FOREIGN_UP_TO = 1_000_000


@dataclass(frozen=True, slots=True)
class Phone:
    """A number as somebody typed it, and in E.164."""

    typed: str
    number: str


class Names:
    """Pools of made-up words, the same for the same seed."""

    def __init__(self, seed: int) -> None:
        # It takes half a second to import, and only making sample data needs it.
        from faker import Faker

        indonesian, english = Faker("id_ID"), Faker("en_US")
        indonesian.seed_instance(seed)
        english.seed_instance(seed + 1)
        self._first = [indonesian.first_name() for _ in range(_POOL)]
        self._last = [indonesian.last_name() for _ in range(_POOL)]
        self._english_first = [english.first_name() for _ in range(_POOL)]
        self._english_last = [english.last_name() for _ in range(_POOL)]
        self._english_companies = [english.company() for _ in range(_POOL)]
        self._streets = [indonesian.street_address() for _ in range(_POOL)]
        self._cities = [indonesian.city() for _ in range(_POOL)]

    def person(self, chance: Chance) -> tuple[str, bool]:
        """A name, and whether it is an English one."""
        if chance.happens(_ENGLISH):
            return f"{chance.among(self._english_first)} {chance.among(self._english_last)}", True
        if chance.happens(0.06):
            # Many Indonesians have one name only.
            return chance.among(self._first), False
        return f"{chance.among(self._first)} {chance.among(self._last)}", False

    def company(self, chance: Chance, english: bool) -> str | None:
        """A company; None for a private person."""
        if chance.happens(0.12):
            return None
        if english and chance.happens(0.6):
            return chance.among(self._english_companies)
        first, second = chance.among(words.FIRST), chance.among(words.SECOND)
        while second == first:
            second = chance.among(words.SECOND)
        return f"{chance.among(words.KINDS)} {first} {second}"

    def address(self, chance: Chance) -> str:
        """A street and a city."""
        return f"{chance.among(self._streets)}, {chance.among(self._cities)}"


def phone(chance: Chance, index: int, english: bool) -> Phone:
    """The number of the customer with this running number: no two have the same."""
    if english and index < _FOREIGN_UP_TO and chance.happens(0.3):
        digits = f"{(index * _STRIDE + _FIRST) % _FOREIGN_UP_TO:06}"
        if chance.happens(0.5):
            return Phone(f"+65 91{digits[:2]} {digits[2:]}", f"+6591{digits}")
        return Phone(f"+61 412 {digits[:3]} {digits[3:]}", f"+61412{digits}")
    operator = chance.among(_OPERATORS)
    digits = f"{(index * _STRIDE + _FIRST) % 100_000_000:08}"
    return Phone(_as_typed(chance, operator, digits), f"+62{operator}{digits}")


def _as_typed(chance: Chance, operator: str, digits: str) -> str:
    """One of the ways in which people write an Indonesian number; 20 characters at most."""
    left, right = digits[:4], digits[4:]
    return chance.among(
        (
            f"+62{operator}{digits}",
            f"0{operator}{digits}",
            f"0{operator}-{left}-{right}",
            f"+62 {operator}-{left}-{right}",
            f"62{operator}{digits}",
            f"0{operator} {left} {right}",
            f"(0{operator}) {digits}",
        ),
        (50, 20, 10, 8, 6, 4, 2),
    )
