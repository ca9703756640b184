"""Progress on stderr, so that stdout holds the answer alone."""

from __future__ import annotations

import signal
import sys
from collections.abc import Iterable

from tqdm import tqdm

from salesdesk.app.commands.words import said, worded
from salesdesk.domain.refusals import Reason


def warn(reasons: Iterable[Reason]) -> None:
    """Say something before it happens."""
    for reason in reasons:
        tqdm.write(worded(reason), file=sys.stderr)


class Bar(tqdm):  # type: ignore[misc] # tqdm carries no types
    """A progress bar that is gone once the work is done.

    Python drops an interrupt that arrives while it cleans something up; the bar notes it, and the
    next step of the work ends then.
    """

    # Its watching thread would outlive the bar; whoever uses one says often enough how far it is.
    monitor_interval = 0

    def __init__(self, total: int, unit: str, told: str | None = None) -> None:
        self._interrupted = False
        self._before = signal.getsignal(signal.SIGINT)
        signal.signal(signal.SIGINT, self._on_interrupt)
        super().__init__(
            total=total,
            desc=said(told) if told else None,
            unit=f" {said(unit)}",
            leave=False,
        )

    def _on_interrupt(self, *_: object) -> None:
        self._interrupted = True
        raise KeyboardInterrupt

    def update(self, n: float | None = 1) -> bool | None:
        """Go on by so many.

        Raises:
            KeyboardInterrupt: somebody asked for the end.
        """
        if self._interrupted:
            raise KeyboardInterrupt
        return bool(super().update(n))

    def close(self) -> None:
        """Take the bar away."""
        if signal.getsignal(signal.SIGINT) == self._on_interrupt:
            signal.signal(signal.SIGINT, self._before)
        super().close()
