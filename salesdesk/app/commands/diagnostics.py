"""`salesdesk --diagnostics`: what support needs to know, to be sent to them."""

from __future__ import annotations

import os
from argparse import Namespace
from contextlib import ExitStack

from salesdesk.app import diagnostics
from salesdesk.app.commands.answers import Answer
from salesdesk.app.commands.opening import chosen, is_named, open_profile
from salesdesk.app.local import profile as profiles
from salesdesk.app.local.paths import Paths
from salesdesk.app.local.profile import Profile


def run(arguments: Namespace) -> Answer:
    """Tell about the database that is named, else about the one that the window opened last.

    Raises:
        WrongUse: a database is named in a way that cannot be used.
    """
    paths = Paths.of_user()
    profile, password = _profile(arguments, paths)
    with ExitStack() as kept:
        found = diagnostics.collect(
            paths.logs,
            profile,
            lambda named: kept.enter_context(open_profile(named, password)),
        )
    return Answer(found.to_dict(), found.text())


def _profile(arguments: Namespace, paths: Paths) -> tuple[Profile | None, str | None]:
    if is_named(arguments, os.environ):
        return chosen(arguments, os.environ)
    settings = profiles.load(paths.settings_file).settings
    return settings.profile(settings.last), None
