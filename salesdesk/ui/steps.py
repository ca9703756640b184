"""The acts that can be taken back, each with the act that undoes it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from PySide6.QtCore import QCoreApplication

from salesdesk.domain.changes import Changes, Topic
from salesdesk.domain.events import new_id
from salesdesk.domain.ownership import Standing
from salesdesk.domain.pipeline import Move, Stage
from salesdesk.services import board, contacts, ownership
from salesdesk.services.batches import Lost
from salesdesk.services.desk import Desk
from salesdesk.ui.history import Taken

translate = QCoreApplication.translate


@dataclass(frozen=True, slots=True)
class Going:
    """A customer who is moved, and from where."""

    id: str
    name: str
    come_from: Stage


@dataclass(frozen=True, slots=True)
class MoveStep:
    """Customers were, or shall be, moved to a stage."""

    desk: Desk
    customers: tuple[Going, ...]
    to: Stage

    @property
    def text(self) -> str:
        """'move of Siti Rahmawati to hot'."""
        said = translate("steps", "move of %1 to %2").replace("%1", _whom(self.customers))
        return said.replace("%2", self.to.value)

    def again(self) -> Taken:
        """Move them, each if it still is where it was."""
        seen = {one.id: one.come_from for one in self.customers}
        changes, lost = _moved(self.desk, seen, self.to)
        return self._taken(changes, lost, back=False)

    def back(self) -> Taken:
        """Move each back to where it came from, if it still is where it was moved to."""
        changes, lost = Changes(), list[Lost]()
        for stage in dict.fromkeys(one.come_from for one in self.customers):
            seen = {one.id: self.to for one in self.customers if one.come_from is stage}
            part, missing = _moved(self.desk, seen, stage)
            changes |= part
            lost += missing
        return self._taken(changes, lost, back=True)

    def _taken(self, changes: Changes, lost: Sequence[Lost], *, back: bool) -> Taken:
        missed = {one.customer_id for one in lost}
        done = tuple(one for one in self.customers if one.id not in missed)
        said = _told(done, self.to, back=back) if done else ""
        if lost:
            said = f"{said.rstrip('.')}. {self._missed(lost)}" if said else self._missed(lost)
        step = replace(self, customers=done) if done else None
        return Taken(changes, said, step, refused=bool(lost))

    def _missed(self, lost: Sequence[Lost]) -> str:
        names = {one.id: one.name for one in self.customers}
        told = [f"{names[one.customer_id]}: {one.message}" for one in lost[:3]]
        if len(lost) == 1 and len(self.customers) == 1:
            return told[0]
        said = translate("steps", "%1 not moved.").replace("%1", str(len(lost)))
        return " ".join((said, *told))


def _moved(desk: Desk, seen: Mapping[str, Stage], to: Stage) -> tuple[Changes, tuple[Lost, ...]]:
    moves = [Move(one, stage) for one, stage in seen.items()]
    batch = board.move(desk, new_id(), moves, to)
    # What was lost stands elsewhere than it is shown: it is to be read again too.
    old = Changes.of(Topic.CUSTOMERS, ids=tuple(one.customer_id for one in batch.lost))
    return batch.changes | old if batch.lost else batch.changes, batch.lost


def _whom(customers: Sequence[Going]) -> str:
    if len(customers) == 1:
        return customers[0].name
    return translate("steps", "%1 customers").replace("%1", str(len(customers)))


def _told(done: Sequence[Going], to: Stage, *, back: bool) -> str:
    """'Fajar Nugroho moved from warm to hot', and back: '… is warm again'."""
    whom, origins = _whom(done), {one.come_from for one in done}
    if back:
        pattern = translate("steps", "%1 is %2 again.")
        if len(done) > 1:
            pattern = translate("steps", "%1 moved back.")
            if len(origins) == 1:
                pattern = translate("steps", "%1 are %2 again.")
        return pattern.replace("%1", whom).replace("%2", done[0].come_from.value)
    pattern = translate("steps", "%1 moved to %3")
    if len(origins) == 1:
        pattern = translate("steps", "%1 moved from %2 to %3")
    pattern = pattern.replace("%1", whom).replace("%2", done[0].come_from.value)
    return pattern.replace("%3", to.value)


@dataclass(frozen=True, slots=True)
class LogStep:
    """A contact was logged; undone it is deleted, and has to be typed to be logged again."""

    desk: Desk
    contact_id: str
    name: str

    @property
    def text(self) -> str:
        """'contact with Siti Rahmawati'."""
        return translate("steps", "contact with %1").replace("%1", self.name)

    def back(self) -> Taken:
        """Delete it."""
        done = contacts.delete(self.desk, new_id(), self.contact_id)
        return Taken(done.changes, translate("steps", "Contact deleted."), None)


@dataclass(frozen=True, slots=True)
class ClaimStep:
    """A customer was claimed; undone it is released, which the pool's policies count as such."""

    desk: Desk
    customer_id: str
    name: str
    standing: Standing

    @property
    def text(self) -> str:
        """'claim of Ratna Dewi'."""
        return translate("steps", "claim of %1").replace("%1", self.name)

    def back(self) -> Taken:
        """Release the customer, if it still is who claimed it."""
        done = ownership.release(self.desk, new_id(), self.customer_id, self.standing)
        said = translate("steps", "%1 is in the pool again.").replace("%1", self.name)
        return Taken(done.changes, said, None)
