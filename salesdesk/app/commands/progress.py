"""Progress on stderr, so that stdout holds the answer alone."""

from __future__ import annotations

import sys
from collections.abc import Iterable

from tqdm import tqdm


def warn(sentences: Iterable[str]) -> None:
    """Say something before it happens."""
    for sentence in sentences:
        tqdm.write(sentence, file=sys.stderr)


class Bar(tqdm):  # type: ignore[misc] # tqdm carries no types
    """A progress bar that is gone once the work is done."""

    # Its watching thread would outlive the bar; whoever uses one says often enough how far it is.
    monitor_interval = 0

    def __init__(self, total: int, unit: str, told: str | None = None) -> None:
        super().__init__(total=total, desc=told, unit=f" {unit}", leave=False)
