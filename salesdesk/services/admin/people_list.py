"""A list of people brought in at once: a role and an account for each, for a whole office.

Each line is checked on its own and done by acts of its own, so that the same list may be brought in
again: what is there already is left as it is.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace

from salesdesk.domain.errors import Refusal
from salesdesk.domain.events import derived_id
from salesdesk.domain.people import Person, same_uid
from salesdesk.domain.refusals import Why
from salesdesk.services.admin import people
from salesdesk.services.session import Session


@dataclass(frozen=True, slots=True)
class ListedPerson:
    """One line of a list.

    Attributes:
        number: of the line in its file.
        account: the database account to stand for the person; '' none.
        role: the SalesDesk role to give; '' none.
    """

    number: int
    account: str
    email: str
    role: str


@dataclass(frozen=True, slots=True)
class LineOutcome:
    """What becomes of a line.

    Attributes:
        gives_role, maps_account: what is done, or would be; neither: it is so already.
        refusal: why nothing of the rest is done.
    """

    line: ListedPerson
    gives_role: bool = False
    maps_account: bool = False
    refusal: Refusal | None = None


@dataclass(frozen=True, slots=True)
class _Known:
    by_email: dict[str, tuple[Person, ...]]
    by_uid: dict[str, Person]
    accounts: dict[str, str]
    roles: frozenset[str]

    def one_of(self, line: ListedPerson) -> Person:
        """The person of a line: by the address, or by the id where several or nobody have one.

        Raises:
            Refusal: nobody is named or meant, or several are.
        """
        named = line.email.strip().casefold()
        found = self.by_email.get(named, ()) if named else ()
        if not found and named in self.by_uid:
            found = (self.by_uid[named],)
        return people.the_one(line.email, found)


def check(session: Session, lines: Iterable[ListedPerson]) -> tuple[LineOutcome, ...]:
    """What `bring_in` would do with each line; nothing is changed.

    Raises:
        NotAllowed: the actor may not manage people.
        Unavailable: the database is out of reach.
    """
    known = _known(session)
    outcomes, seen = [], dict(known.accounts)
    for line in lines:
        outcome = _judged(line, replace(known, accounts=seen))
        if outcome.maps_account:
            seen[people.exact_account(line.account)] = known.one_of(line).uid
        outcomes.append(outcome)
    return tuple(outcomes)


def bring_in(
    session: Session, list_id: str, lines: Iterable[ListedPerson]
) -> tuple[LineOutcome, ...]:
    """Give each person of the list the role and the account; what is so already is left alone.

    Args:
        list_id: made by the caller; the ids of the acts derive from it.

    Raises:
        NotAllowed: the actor may not manage people.
        Unavailable: the database is out of reach; what was done stays, bring the list in again.
    """
    return tuple(_done(session, list_id, outcome) for outcome in check(session, lines))


def _done(session: Session, list_id: str, outcome: LineOutcome) -> LineOutcome:
    line = outcome.line
    try:
        if outcome.gives_role:
            act = derived_id(list_id, f"role {line.number}")
            people.grant(session, act, line.email, line.role.strip())
        if outcome.maps_account:
            act = derived_id(list_id, f"account {line.number}")
            people.map_account(session, act, line.account, line.email)
    except Refusal as refusal:
        return replace(outcome, refusal=refusal)
    return outcome


def _known(session: Session) -> _Known:
    by_email: dict[str, tuple[Person, ...]] = {}
    everybody = people.people(session)
    for person in everybody:
        email = (person.email or "").strip().casefold()
        by_email[email] = (*by_email.get(email, ()), person)
    accounts = {
        account: uid for uid, named in people.accounts(session).items() for account in named
    }
    by_uid = {one.uid.casefold(): one for one in everybody}
    roles = frozenset(one.casefold() for one in people.roles(session))
    return _Known(by_email, by_uid, accounts, roles)


def _judged(line: ListedPerson, known: _Known) -> LineOutcome:
    try:
        person = known.one_of(line)
        role = line.role.strip()
        if role and role.casefold() not in known.roles:
            raise Refusal(Why.NO_SUCH_ROLE, field="role", role=role)
        account = people.exact_account(line.account) if line.account.strip() else ""
        stands_for = known.accounts.get(account) if account else None
        if stands_for is not None and not same_uid(stands_for, person.uid):
            raise Refusal(Why.LIST_ACCOUNT_TAKEN, field="account", account=account)
    except Refusal as refusal:
        return LineOutcome(line, refusal=refusal)
    given = (person.salesdesk_role or "").casefold()
    return LineOutcome(
        line,
        gives_role=bool(role) and role.casefold() != given,
        maps_account=bool(account) and stands_for is None,
    )
