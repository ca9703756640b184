"""`salesdesk people`: who there is, their roles, and which account stands for whom."""

from __future__ import annotations

from argparse import Namespace

from salesdesk.app.commands.answers import Answer, counted, table
from salesdesk.app.commands.opening import host_name, ready
from salesdesk.domain.events import new_id
from salesdesk.services import people, sign_in


def show(arguments: Namespace) -> Answer:
    """Everybody in `users`.

    Raises:
        Refusal, WrongUse, Unavailable.
    """
    with ready(arguments) as store:
        found = people.people(sign_in.account_desk(store, host_name()))
    data = {
        "people": [
            {
                "uid": one.uid, "name": one.name, "email": one.email, "role": one.role,
                "active": one.active,
            }
            for one in found
        ]
    }  # fmt: skip
    rows = [
        (one.name, one.email or "", (one.role or "none") + ("" if one.active else " (inactive)"))
        for one in found
    ]
    text = table(("Name", "E-mail", "Role"), rows) if rows else "There is nobody yet."
    return Answer(data, f"{text}\n{counted(len(found), 'person', 'people')}")


def grant(arguments: Namespace) -> Answer:
    """Give a person a role.

    Raises:
        Refusal, WrongUse, Unavailable.
    """
    with ready(arguments) as store:
        desk = sign_in.account_desk(store, host_name())
        people.grant(desk, new_id(), arguments.email, arguments.role)
    data = {"email": arguments.email, "role": arguments.role}
    return Answer(data, f"{arguments.email} has the role {arguments.role}.")


def map_account(arguments: Namespace) -> Answer:
    """Let a database account stand for a person.

    Raises:
        Refusal, WrongUse, Unavailable.
    """
    with ready(arguments) as store:
        desk = sign_in.account_desk(store, host_name())
        people.map_account(desk, new_id(), arguments.account, arguments.email)
    data = {"account": arguments.account, "email": arguments.email}
    return Answer(data, f"The account {arguments.account} stands for {arguments.email}.")
