"""An import in a process of its own, to be killed: `worker URL PERSON FILE`."""

from __future__ import annotations

import sys
from pathlib import Path

from salesdesk.services.importing import mapping, table, writing
from salesdesk.services.importing.request import Request
from salesdesk.services.session import Session
from salesdesk.storage.db.engine import make_engine
from salesdesk.storage.unit_of_work import Store


def _tell(done: int) -> None:
    print(done, flush=True)  # noqa: T201 - the answer's channel


def main() -> None:
    """Import the file; a line on stdout for every batch."""
    url, uid, file = sys.argv[1:4]
    store = Store(make_engine(url))
    actor = store.read(lambda reading: reading.people.actor(uid))
    if actor is None:
        raise SystemExit(f"no such person: {uid}")
    path = Path(file)
    preview = table.preview(path)
    request = Request(path, preview.layout, mapping.guess(preview))
    writing.run(Session(store, actor, "worker"), request, _tell, lambda: False)
    store.close()


if __name__ == "__main__":
    main()
