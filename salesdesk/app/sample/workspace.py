"""The sample workspace's file: made once, kept, and made anew when asked."""

from __future__ import annotations

import os
from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from sqlalchemy import text
from sqlalchemy.engine import URL

from salesdesk.app.local.paths import private_folder
from salesdesk.app.sample import team, writing
from salesdesk.domain.errors import Refusal, Unavailable
from salesdesk.domain.people import SYSTEM
from salesdesk.domain.refusals import Why
from salesdesk.services import summaries
from salesdesk.services.admin import sign_in
from salesdesk.services.session import Session
from salesdesk.storage.db.engine import make_engine
from salesdesk.storage.setup import schema
from salesdesk.storage.unit_of_work import Store

DEMO_SEED = 2026

_BESIDE = ("-wal", "-shm")


@dataclass(frozen=True, slots=True)
class Prepared:
    """The sample workspace, ready to be opened.

    Attributes:
        made: whether it was made just now.
        person: uid of who is signed in.
    """

    file: Path
    made: bool
    person: str


def prepare(
    file: Path, *, fresh: bool = False, told: Callable[[int], object] = lambda _: None
) -> Prepared:
    """Make the sample workspace unless it is there; with `fresh`, in place of what is there.

    Args:
        told: called now and then with how many more customers are made.

    Raises:
        Refusal: the file is in use, or is no workspace.
        OSError: it cannot be written.
    """
    person = team.demo_person(DEMO_SEED).uid
    if file.exists() and not fresh:
        _bring_up_to_date(file)
        return Prepared(file, made=False, person=person)
    private_folder(file.parent)
    draft = file.with_name(f"{file.stem}.{os.getpid()}.making")
    _remove(draft)
    try:
        _make(draft, told)
        _put_in_place(draft, file)
    finally:
        _remove(draft)
    return Prepared(file, made=True, person=person)


def _make(file: Path, told: Callable[[int], object]) -> None:
    store = open_file(file)
    try:
        schema.init(store.engine)
        writing.write_story(store, DEMO_SEED, datetime.now(UTC).replace(microsecond=0), told)
        with store.engine.connect() as connection:
            # Everything into the one file that is moved.
            connection.execution_options(isolation_level="AUTOCOMMIT").execute(
                text("PRAGMA wal_checkpoint(TRUNCATE)")
            )
    finally:
        store.close()


def open_file(file: Path) -> Store:
    """A workspace's file as a store."""
    return Store(make_engine(URL.create("sqlite", database=str(file))))


def _put_in_place(draft: Path, file: Path) -> None:
    try:
        for ending in _BESIDE:
            file.with_name(file.name + ending).unlink(missing_ok=True)
        draft.replace(file)
    except PermissionError as fault:
        # Windows keeps files that somebody has open.
        raise Refusal(Why.SAMPLE_IS_OPEN) from fault


def _bring_up_to_date(file: Path) -> None:
    store = open_file(file)
    try:
        schema.upgrade(store.engine)
        if sign_in.state(store).needs:
            summaries.fill(Session(store, SYSTEM))
    except Unavailable as fault:
        raise Refusal(Why.SAMPLE_UNUSABLE, fault=fault.reason) from fault
    finally:
        store.close()


def _remove(file: Path) -> None:
    for ending in ("", *_BESIDE):
        file.with_name(file.name + ending).unlink(missing_ok=True)
