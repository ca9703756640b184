"""Contacts typed while the server was away: kept on disk, sent once, in order.

Each contact is a file of its own, one line of JSON that is written whole, in a folder for the
database and the person; so two windows, or a crash at any moment, neither lose nor mix anything.
The draft's id is the act's id: one that was committed before a lost answer is not done twice.
"""

from __future__ import annotations

import hashlib
import json
import logging
import threading
from collections.abc import Callable, Collection
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from pathlib import Path

from salesdesk.app.local.paths import write_whole
from salesdesk.domain.contact import ContactDraft, Keep, Method, Outcome
from salesdesk.domain.errors import Refusal, Unavailable
from salesdesk.domain.moments import whole_seconds
from salesdesk.domain.refusals import Reason, Why

_log = logging.getLogger(__name__)

_WAITING, _REFUSED, _BAD = ".json", ".refused", ".bad"


@dataclass(frozen=True, slots=True)
class Kept:
    """A contact that is kept on this computer.

    Attributes:
        customer: the customer's name, for whoever looks at the list.
        typed_at: when Save was pressed, by the database's clock as far as this computer knew it.
        reason: why the database refused it; None: it waits.
    """

    draft: ContactDraft
    customer: str
    typed_at: datetime
    reason: Reason | None = None


@dataclass(frozen=True, slots=True)
class Sent:
    """What came of sending.

    Attributes:
        customer_ids: of the contacts that are in the database now.
        refused: those that were put aside, with the reason.
        waiting: how many still wait.
        away: why the sending stopped; None: it did not.
    """

    customer_ids: tuple[str, ...] = ()
    refused: tuple[Kept, ...] = ()
    waiting: int = 0
    away: Unavailable | None = None


class Outbox:
    """The kept contacts of one person on one database.

    Args:
        folder: of all outboxes.
        database: names the database, for instance the id of its profile.
        person: the uid of who typed them.
    """

    def __init__(self, folder: Path, database: str, person: str) -> None:
        self.folder = folder / _safe(database) / _safe(person)
        self._lock = threading.RLock()
        self._sending = threading.Lock()

    def add(self, draft: ContactDraft, customer: str, typed_at: datetime) -> Kept:
        """Keep a contact; when this returns it is on the disk.

        A contact without a date was meant for the moment when it was typed.

        Raises:
            OSError: it cannot be written; nothing is kept.
        """
        at = whole_seconds(typed_at)
        kept = Kept(replace(draft, when=draft.when or at), customer, at)
        with self._lock:
            self._write(self._file(kept, _WAITING), kept)
            # One that was refused and then mended waits again.
            self._file(kept, _REFUSED).unlink(missing_ok=True)
        _log.info("Contact %s is kept in the outbox", draft.id)
        return kept

    def waiting(self) -> tuple[Kept, ...]:
        """Those that will be sent, in the order in which they were typed."""
        return tuple(kept for _, kept in self._read(_WAITING))

    def refused(self) -> tuple[Kept, ...]:
        """Those that the database refused, with the reason."""
        return tuple(kept for _, kept in self._read(_REFUSED))

    def discard(self, draft_id: str) -> None:
        """Throw one away, because its person said so."""
        with self._lock:
            for ending in (_WAITING, _REFUSED):
                for file, kept in self._read(ending):
                    if kept.draft.id == draft_id:
                        file.unlink(missing_ok=True)

    def retry(self, draft_id: str) -> None:
        """Let a refused one wait again."""
        with self._lock:
            for file, kept in self._read(_REFUSED):
                if kept.draft.id == draft_id:
                    waiting = replace(kept, reason=None)
                    self._write(self._file(waiting, _WAITING), waiting)
                    file.unlink(missing_ok=True)

    def send(self, log: Callable[[ContactDraft], object], now: datetime) -> Sent:
        """Send what waits, oldest first, until all is sent or the database is away again.

        Args:
            log: logs one contact in the database.
            now: the database's clock; a computer whose clock goes fast typed nothing later.
        """
        sent: list[str] = []
        refused: list[Kept] = []
        away: Unavailable | None = None
        with self._sending:
            for file, kept in self._read(_WAITING):
                try:
                    log(_not_after(kept, now))
                except Unavailable as fault:
                    away = fault
                    break
                except Refusal as refusal:
                    told = "Contact %s from the outbox is refused: %s"
                    _log.warning(told, kept.draft.id, type(refusal).__name__)
                    refused.append(self._put_aside(file, kept, refusal.whole))
                except Exception:
                    # A bug with one contact must neither lose it nor hold up all the others.
                    _log.exception("contact %s could not be sent", kept.draft.id)
                    refused.append(self._put_aside(file, kept, Reason.of(Why.UNEXPECTED)))
                else:
                    file.unlink(missing_ok=True)
                    sent.append(kept.draft.customer_id)
            waiting = len(self._read(_WAITING))
        if sent or refused or away is not None:
            told = "Outbox: %d sent, %d refused, %d waiting%s"
            why = f" ({away.kind})" if away is not None else ""
            _log.info(told, len(sent), len(refused), waiting, why)
        return Sent(tuple(sent), tuple(refused), waiting, away)

    def _put_aside(self, file: Path, kept: Kept, reason: Reason) -> Kept:
        with self._lock:
            aside = replace(kept, reason=reason)
            self._write(self._file(aside, _REFUSED), aside)
            file.unlink(missing_ok=True)
        return aside

    def _file(self, kept: Kept, ending: str) -> Path:
        typed = kept.typed_at.strftime("%Y%m%dT%H%M%S")
        with self._lock:
            taken = self.folder.glob(f"*-{_safe(kept.draft.id)}.*")
            place = next((file.stem for file in taken if not file.name.startswith(".")), None)
            if place is None:
                # Several in one second keep their order by a running number.
                number = sum(1 for _ in self.folder.glob(f"{typed}-*"))
                place = f"{typed}-{number:04}-{_safe(kept.draft.id)}"
        return self.folder / f"{place}{ending}"

    def _write(self, file: Path, kept: Kept) -> None:
        write_whole(file, (json.dumps(_told(kept), ensure_ascii=False) + "\n").encode())

    def _read(self, ending: str) -> list[tuple[Path, Kept]]:
        found = []
        with self._lock:
            for file in sorted(self.folder.glob(f"*{ending}")):
                if file.name.startswith("."):
                    continue
                try:
                    found.append((file, _parsed(json.loads(file.read_text(encoding="utf-8")))))
                except FileNotFoundError:
                    # Another window sent it in this moment.
                    continue
                except (ValueError, KeyError, TypeError, AttributeError) as fault:
                    told = "put aside an unreadable contact, %s: %s"
                    _log.error(told, file.name, type(fault).__name__)
                    file.replace(file.with_name(file.name + _BAD))
        return found


def forget_customers(folder: Path, database: str, customer_ids: Collection[str]) -> None:
    """Keep no contact of these customers any more, whoever typed it on this computer.

    Raises:
        OSError: a file cannot be read or removed.
    """
    for file in (folder / _safe(database)).glob("*/*"):
        try:
            said = file.read_text(encoding="utf-8", errors="replace")
        except FileNotFoundError:
            # Another window sent it in this moment.
            continue
        if any(one in said for one in customer_ids):
            file.unlink(missing_ok=True)


def _not_after(kept: Kept, now: datetime) -> ContactDraft:
    draft = replace(kept.draft, typed_at=kept.typed_at)
    if draft.when is None:
        return draft
    return replace(draft, when=min(draft.when, now), when_typed=draft.when != kept.typed_at)


def _safe(name: str) -> str:
    """The name as part of a file's name, on every system."""
    if name.replace("-", "").isalnum() and name.isascii() and len(name) <= 64:
        return name
    return hashlib.sha256(name.encode()).hexdigest()[:32]


def _told(kept: Kept) -> dict[str, object]:
    draft = kept.draft
    return {
        "id": draft.id,
        "customer_id": draft.customer_id,
        "method": draft.method.value,
        "outcome": draft.outcome.value,
        "notes": draft.notes,
        "when": _written(draft.when),
        "next_step": _written(draft.next_step),
        "standing_follow_up": draft.standing_follow_up.value,
        "claim": draft.claim,
        "customer": kept.customer,
        "typed_at": _written(kept.typed_at),
        "reason": None if kept.reason is None else kept.reason.to_dict(),
    }


def _parsed(stored: dict[str, object]) -> Kept:
    typed_at = _moment(stored["typed_at"])
    if typed_at is None:
        raise ValueError("it does not say when it was typed")
    return Kept(
        ContactDraft(
            id=str(stored["id"]),
            customer_id=str(stored["customer_id"]),
            method=Method(str(stored["method"])),
            outcome=Outcome(str(stored["outcome"])),
            notes=str(stored["notes"]),
            when=_moment(stored["when"]),
            next_step=_moment(stored["next_step"]),
            standing_follow_up=Keep(str(stored["standing_follow_up"])),
            claim=bool(stored["claim"]),
        ),
        str(stored["customer"]),
        typed_at,
        _reason(stored.get("reason")),
    )


def _reason(stored: object) -> Reason | None:
    """Why it was refused; earlier versions kept the English text."""
    if stored is None or isinstance(stored, dict):
        return None if stored is None else Reason.from_dict(stored)
    return Reason.of(Why.WORDED, text=str(stored))


def _written(moment: datetime | None) -> str | None:
    return None if moment is None else moment.astimezone(UTC).isoformat()


def _moment(text: object) -> datetime | None:
    return None if text is None else whole_seconds(datetime.fromisoformat(str(text)))
