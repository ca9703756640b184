"""`salesdesk people`: who there is, their roles, and which account stands for whom."""

from __future__ import annotations

import shlex
from argparse import Namespace

from salesdesk.app.commands.answers import Answer, counted, table
from salesdesk.app.commands.opening import administrator, ready
from salesdesk.app.commands.words import said
from salesdesk.app.startup.connection import host_name
from salesdesk.domain.events import new_id
from salesdesk.domain.people import Person
from salesdesk.domain.sign_in import new_code
from salesdesk.services.admin import passwords, people, sign_in
from salesdesk.services.session import Session


def show(arguments: Namespace) -> Answer:
    """Everybody in `users`, with both roles, and what an administrator should look at.

    Raises:
        Refusal, WrongUse, Unavailable.
    """
    with ready(arguments) as store:
        session = sign_in.account_desk(store, host_name())
        found = people.people(session)
        without_host = people.accounts_without_host(session)
        accounts = people.accounts(session)
    data = {
        "people": [
            {
                "uid": one.uid, "name": one.name, "email": one.email, "role": one.role,
                "active": one.active, "salesdesk_role": one.salesdesk_role,
                "booking_role": one.booking_role, "sleeping": one.sleeping,
                "accounts": list(accounts.get(one.uid.lower(), ())),
            }
            for one in found
        ],
        "accounts_without_host": list(without_host),
    }  # fmt: skip
    rows = [
        (
            *(one.name, one.email or "", _given(one), _booking(one)),
            ", ".join(accounts.get(one.uid.lower(), ())),
            one.uid,
        )
        for one in found
    ]
    listed = table(("Name", "E-mail", "SalesDesk role", "Booking role", "Accounts", "Id"), rows)
    lines = [listed if rows else said("There is nobody yet.")]
    lines.append(counted(len(found), "person", "people"))
    lines += notes(without_host, any(one.sleeping and one.salesdesk_role for one in found))
    return Answer(data, "\n".join(lines))


def _given(person: Person) -> str:
    if person.salesdesk_role is None:
        return said("none")
    if person.sleeping:
        return said("{role} (sleeping)", role=person.salesdesk_role)
    return _stated(person.salesdesk_role, person.salesdesk_active)


def _booking(person: Person) -> str:
    if person.booking_role is None:
        return said("none")
    return _stated(person.booking_role, person.booking_active)


def _stated(role: str, active: bool) -> str:
    return role if active else said("{role} (inactive)", role=role)


def after_upgrade(session: Session) -> list[str]:
    """What an administrator is told once, when SalesDesk's roles have got a table of their own."""
    found = [
        said(
            "The role {role} of the booking application grants {names}: these mean nothing in "
            "SalesDesk any more. Whoever shall go on needs a SalesDesk role: salesdesk people "
            "grant EMAIL ROLE",
            role=role,
            names=", ".join(names),
        )
        for role, names in people.foreign_grants(session).items()
    ]
    found += [
        said(
            "{name}: SalesDesk had written the role {role} into the booking application, where "
            "{before} stood before. It stands there still, and is the SalesDesk role too, so that "
            "the booking application may put its own back.",
            name=one.person,
            role=one.role,
            before=one.before or said("none"),
        )
        for one in people.written_roles(session)
    ]
    return found + notes(people.accounts_without_host(session), sleeping=False)


def notes(without_host: tuple[str, ...], sleeping: bool) -> list[str]:
    """What an administrator should look at, in sentences."""
    found = []
    if sleeping:
        found.append(
            said(
                "A sleeping role opens nothing: the booking application's role was taken away or "
                "made inactive. Confirm it with: salesdesk people confirm EMAIL"
            )
        )
    if without_host:
        found.append(
            said(
                "Accounts without a host: {accounts}. Each is good for every host until it is "
                "mapped exactly, such as: salesdesk people map {quoted} EMAIL",
                accounts=", ".join(without_host),
                quoted=shlex.quote(without_host[0] + "@%"),
            )
        )
    return found


def add(arguments: Namespace) -> Answer:
    """Add a person to a workspace, where no booking application does it.

    Raises:
        Refusal, WrongUse, Unavailable.
    """
    with ready(arguments) as store:
        session = administrator(store, arguments.person)
        made = people.add_to_workspace(
            session, new_id(), arguments.name, arguments.email, arguments.role
        )
    data = {"uid": made.uid, "name": made.name, "email": made.email, "role": made.salesdesk_role}
    told = said("{name} has the role {role}.", name=made.name, role=str(made.salesdesk_role))
    return Answer(data, told)


def grant(arguments: Namespace) -> Answer:
    """Give a person a SalesDesk role.

    Raises:
        Refusal, WrongUse, Unavailable.
    """
    with ready(arguments) as store:
        session = administrator(store, arguments.person)
        done = people.grant(session, new_id(), arguments.email, arguments.role)
    data = {"email": arguments.email, "role": done.role, "opens": done.opens}
    text = said("{email} has the role {role}.", email=arguments.email, role=done.role)
    if not done.opens:
        text += " " + said(
            "It opens nothing in SalesDesk: the role is inactive, or was there before and has "
            "none of SalesDesk's permissions (docs/administrators.md, “Roles”)."
        )
    return Answer(data, text)


def revoke(arguments: Namespace) -> Answer:
    """Take a person's SalesDesk role away.

    Raises:
        Refusal, WrongUse, Unavailable.
    """
    with ready(arguments) as store:
        session = administrator(store, arguments.person)
        done = people.revoke(session, new_id(), arguments.email)
    left = sorted(done.left)
    text = said("{email} has no SalesDesk role any more.", email=arguments.email)
    if left:
        text += " " + said(
            "The booking application's role {role} still allows: {names}. It is changed in the "
            "booking application.",
            role=str(done.booking_role),
            names=", ".join(left),
        )
    return Answer({"email": arguments.email, "left": left}, text)


def confirm(arguments: Namespace) -> Answer:
    """Let a sleeping SalesDesk role count again.

    Raises:
        Refusal, WrongUse, Unavailable.
    """
    with ready(arguments) as store:
        session = administrator(store, arguments.person)
        done = people.confirm(session, new_id(), arguments.email)
    text = said("The SalesDesk role of {email} counts again.", email=arguments.email)
    if not done.slept:
        text = said(
            "The SalesDesk role of {email} did not sleep: nothing changes.", email=arguments.email
        )
    return Answer({"email": arguments.email, "slept": done.slept}, text)


def map_account(arguments: Namespace) -> Answer:
    """Let a database account stand for a person.

    Raises:
        Refusal, WrongUse, Unavailable.
    """
    account = people.exact_account(arguments.account)
    with ready(arguments) as store:
        session = administrator(store, arguments.person)
        done = people.map_account(session, new_id(), account, arguments.email)
    data = {"account": account, "email": arguments.email, "before": done.before}
    text = said("The account {account} stands for {email}.", account=account, email=arguments.email)
    if done.before is not None:
        text += " " + said(
            "Until now it stood for {name}, who can no longer sign in with it.", name=done.before
        )
    return Answer(data, text)


def code(arguments: Namespace) -> Answer:
    """Make a one-time code for a person's own password, or take the password away.

    Raises:
        Refusal, WrongUse, Unavailable.
    """
    email = arguments.email
    with ready(arguments) as store:
        session = administrator(store, arguments.person)
        if arguments.take_away:
            passwords.take_away(session, new_id(), email)
            return Answer(
                {"email": email, "code": None},
                said("{email} has no password in SalesDesk any more.", email=email),
            )
        made = new_code()
        passwords.make_code(session, new_id(), email, made)
    told = said(
        "{email} sets a password of their own with this code, once, within a day: in the window, "
        "Sign in, “I have a one-time code”.",
        email=email,
    )
    text = f"{made}\n{told}"
    return Answer({"email": email, "code": made}, text)


def recover(arguments: Namespace) -> Answer:
    """Make somebody an administrator when none can sign in; all administrators are told.

    Raises:
        Refusal, WrongUse, Unavailable.
    """
    with ready(arguments) as store:
        session = sign_in.account_desk(store, host_name())
        people.recover(session, new_id(), arguments.email, arguments.account)
    data = {"email": arguments.email, "account": arguments.account}
    return Answer(
        data,
        said(
            "{email} is an administrator. Every administrator's window says so.",
            email=arguments.email,
        ),
    )
