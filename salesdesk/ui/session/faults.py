"""Refusals, outages and bugs: told apart here, so that they never look alike."""

from __future__ import annotations

from collections.abc import Callable

from salesdesk.domain.errors import Refusal, Unavailable
from salesdesk.ui.i18n import translate
from salesdesk.ui.refusals import worded
from salesdesk.ui.session.context import Context


def _nothing(_fault: object) -> None:
    """Whoever asked need not know."""


def route(
    context: Context,
    fault: BaseException,
    *,
    refused: Callable[[Refusal], None] = _nothing,
    away: Callable[[Unavailable], None] = _nothing,
    bug: Callable[[BaseException], None] = _nothing,
) -> None:
    """Hand a fault to the one that shows its kind.

    An outage also goes to the connection, which shows the banner, and a bug to the crash dialog and
    the log.
    """
    if isinstance(fault, Refusal):
        refused(fault)
    elif isinstance(fault, Unavailable):
        context.connection.report(fault)
        away(fault)
    else:
        bug(fault)
        context.report_bug(fault)


def unread(fault: Exception, title: str, later: str, *, says_why: bool = True) -> tuple[str, str]:
    """Title and text in place of what could not be read.

    Args:
        title: says what could not be read.
        later: when it will be, of a server that is away.
        says_why: whether there is room to say what is wrong with the server.
    """
    if isinstance(fault, Unavailable):
        text = f"{later} {worded(fault)}" if says_why else later
        return translate("faults", "The server is away"), text
    if isinstance(fault, Refusal):
        return title, worded(fault)
    return title, translate("faults", "An unexpected error occurred; it is in the log.")
