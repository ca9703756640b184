"""What the first start asks of the program: testing a connection, and keeping it."""

from __future__ import annotations

from collections.abc import Sequence

from salesdesk.app.local.profile import ServerProfile, checked_server
from salesdesk.app.local.secrets import Secrets
from salesdesk.app.startup.connection import Check, check_connection
from salesdesk.storage.db.engine import Tls
from salesdesk.ui.start.connection_dialog import ServerForm


class ConnectionStarter:
    """Tries connections; called on worker threads."""

    def __init__(self, secrets: Secrets) -> None:
        self._secrets = secrets

    @property
    def keeps_passwords(self) -> bool:
        """Whether a keyring keeps passwords; otherwise they are kept for this run alone."""
        return self._secrets.lasts

    def check(self, form: ServerForm) -> Sequence[Check]:
        """Try the connection, step by step.

        Raises:
            Invalid: a field cannot be meant; names each.
        """
        return check_connection(profile_of(form), form.password)


def profile_of(form: ServerForm) -> ServerProfile:
    """The profile that was typed.

    Raises:
        Invalid: a field cannot be meant; names each.
    """
    return checked_server(
        form.name, form.hosts, form.port, form.database, form.user, Tls(form.tls), form.ca
    )
