"""The acts that can be taken back, each with the act that undoes it.

The id of that act stands in the step: tried again after a lost answer it is done once.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace

from salesdesk.domain.changes import Changes, Topic
from salesdesk.domain.errors import Refusal
from salesdesk.domain.events import derived_id, new_id
from salesdesk.domain.ownership import OwnershipSeen
from salesdesk.domain.pipeline import Move, Stage
from salesdesk.domain.refusals import Why
from salesdesk.services import bulk, contacts, customers, giving_back, set_asides
from salesdesk.services.bulk import Batch, Lost
from salesdesk.services.lists import board
from salesdesk.services.session import Session
from salesdesk.ui.actions.undo import Taken
from salesdesk.ui.i18n import fill, translate
from salesdesk.ui.refusals import worded
from salesdesk.ui.texts import stage_word


@dataclass(frozen=True, slots=True)
class Going:
    """A customer who is moved, and from where."""

    id: str
    name: str
    come_from: Stage


@dataclass(frozen=True, slots=True)
class MoveStep:
    """Customers were, or shall be, moved to a stage."""

    session: Session
    customers: tuple[Going, ...]
    to: Stage

    @property
    def text(self) -> str:
        """'move of Siti Rahmawati to hot'."""
        said = translate("steps", "move of {whom} to {stage}")
        return fill(said, whom=_whom(self.customers), stage=_stage(self.to))

    def again(self) -> Taken:
        """Move them, each if it still is where it was."""
        seen = {one.id: one.come_from for one in self.customers}
        changes, lost = _moved(self.session, seen, self.to)
        return self._taken(changes, lost, back=False)

    def back(self) -> Taken:
        """Move each back to where it came from, if it still is where it was moved to."""
        changes, lost = Changes(), list[Lost]()
        for stage in dict.fromkeys(one.come_from for one in self.customers):
            seen = {one.id: self.to for one in self.customers if one.come_from is stage}
            part, missing = _moved(self.session, seen, stage)
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
        told = [f"{names[one.customer_id]}: {worded(one.reason)}" for one in lost[:3]]
        if len(lost) == 1 and len(self.customers) == 1:
            return told[0]
        said = fill(translate("steps", "{number} not moved."), number=str(len(lost)))
        return " ".join((said, *told))


def _moved(
    session: Session, seen: Mapping[str, Stage], to: Stage
) -> tuple[Changes, tuple[Lost, ...]]:
    moves = [Move(one, stage) for one, stage in seen.items()]
    batch = board.move(session, new_id(), moves, to)
    # What was lost stands elsewhere than it is shown: it is to be read again too.
    old = Changes.of(Topic.CUSTOMERS, ids=tuple(one.customer_id for one in batch.lost))
    return batch.changes | old if batch.lost else batch.changes, batch.lost


def _told(done: Sequence[Going], to: Stage, *, back: bool) -> str:
    """'Fajar Nugroho moved from warm to hot', and back: '… is warm again'."""
    whom, origins = _whom(done), {one.come_from for one in done}
    if back:
        pattern = translate("steps", "{whom} is {stage} again.")
        if len(done) > 1:
            pattern = translate("steps", "{whom} moved back.")
            if len(origins) == 1:
                pattern = translate("steps", "{whom} are {stage} again.")
        return fill(pattern, whom=whom, stage=_stage(done[0].come_from))
    pattern = translate("steps", "{whom} moved to {to}")
    if len(origins) == 1:
        pattern = translate("steps", "{whom} moved from {stage} to {to}")
    return fill(pattern, whom=whom, stage=_stage(done[0].come_from), to=_stage(to))


def _stage(stage: Stage) -> str:
    return stage_word(stage).lower()


@dataclass(frozen=True, slots=True)
class LogStep:
    """A contact was logged, perhaps with a claim; undone it is deleted, and the claim ends.

    Attributes:
        claimed: the binding that was made with it.
        act_id: of the deletion, or of bringing it back.
        deletion_id: by which it was deleted, while it is undone.
    """

    session: Session
    contact_id: str
    name: str
    claimed: OwnershipSeen | None = None
    act_id: str = field(default_factory=new_id)
    deletion_id: str = ""

    @property
    def text(self) -> str:
        """'contact with Siti Rahmawati'."""
        if self.claimed is not None:
            said = translate("steps", "contact with {name} and the claim")
        else:
            said = translate("steps", "contact with {name}")
        return fill(said, name=self.name)

    def back(self) -> Taken:
        """Delete it."""
        done = contacts.delete(
            self.session, self.act_id, self.contact_id, claimed=self.claimed, undoes=True
        )
        if self.claimed is not None:
            said = translate("steps", "Contact deleted; {name} is in the pool again.")
            return Taken(done.changes, fill(said, name=self.name), None)
        step = replace(self, act_id=new_id(), deletion_id=self.act_id)
        return Taken(done.changes, _deleted(self.name), step)

    def again(self) -> Taken:
        """Bring it back."""
        done = contacts.restore(self.session, self.act_id, self.deletion_id)
        step = replace(self, act_id=new_id(), deletion_id="")
        return Taken(done.changes, _brought_back(self.name), step)


@dataclass(frozen=True, slots=True)
class DeleteStep:
    """A contact was deleted; undone it comes back with its id.

    Attributes:
        deletion_id: by which it was deleted.
        act_id: of bringing it back, or of deleting it again.
    """

    session: Session
    contact_id: str
    name: str
    deletion_id: str
    act_id: str = field(default_factory=new_id)

    @property
    def text(self) -> str:
        """'deletion of the contact with Siti Rahmawati'."""
        return fill(translate("steps", "deletion of the contact with {name}"), name=self.name)

    def back(self) -> Taken:
        """Bring it back."""
        done = contacts.restore(self.session, self.act_id, self.deletion_id)
        return Taken(done.changes, _brought_back(self.name), replace(self, act_id=new_id()))

    def again(self) -> Taken:
        """Delete it again."""
        done = contacts.delete(self.session, self.act_id, self.contact_id, undoes=True)
        step = replace(self, deletion_id=self.act_id, act_id=new_id())
        return Taken(done.changes, _deleted(self.name), step)


def _deleted(name: str) -> str:
    return fill(translate("steps", "The contact with {name} is deleted."), name=name)


def _brought_back(name: str) -> str:
    return fill(translate("steps", "The contact with {name} is back."), name=name)


@dataclass(frozen=True, slots=True)
class EditStep:
    """A customer's fields were changed; undone, and done again, each field is as it was.

    Attributes:
        edit_id: of the change that is taken back.
        act_id: of taking it back.
    """

    session: Session
    customer_id: str
    name: str
    edit_id: str
    act_id: str = field(default_factory=new_id)

    @property
    def text(self) -> str:
        """'change of Siti Rahmawati'."""
        return fill(translate("steps", "change of {name}"), name=self.name)

    def back(self) -> Taken:
        """Put back what was changed."""
        return self._turned(translate("steps", "{name} is as before the change."))

    def again(self) -> Taken:
        """Change it again."""
        return self._turned(translate("steps", "{name} is changed again."))

    def _turned(self, said: str) -> Taken:
        done = customers.take_back_edit(self.session, self.act_id, self.edit_id)
        step = replace(self, edit_id=self.act_id, act_id=new_id())
        return Taken(done.changes, fill(said, name=self.name), step)


@dataclass(frozen=True, slots=True)
class Formed:
    """A customer to whom a form did something, and by which act."""

    id: str
    name: str
    act_id: str


@dataclass(frozen=True, slots=True)
class ProtectStep:
    """Customers were protected, or their protection ended; undone, what stood before stands."""

    session: Session
    customers: tuple[Formed, ...]
    batch_id: str = field(default_factory=new_id)

    @property
    def text(self) -> str:
        """'protection of Siti Rahmawati'."""
        return fill(translate("steps", "protection of {whom}"), whom=_whom(self.customers))

    def back(self) -> Taken:
        """Let each be protected as it was before, if nobody has changed that since."""
        forms = {one.id: one.act_id for one in self.customers}
        batch = bulk.take_back_protections(self.session, self.batch_id, forms)
        said = translate("steps", "The protection of {whom} is as it was before.")
        return _as_before(batch, self.customers, said)


@dataclass(frozen=True, slots=True)
class SetAsideStep:
    """Customers were set aside, or taken back; undone, what stood before stands."""

    session: Session
    customers: tuple[Formed, ...]
    batch_id: str = field(default_factory=new_id)

    @property
    def text(self) -> str:
        """'setting aside of Siti Rahmawati'."""
        return fill(translate("steps", "setting aside of {whom}"), whom=_whom(self.customers))

    def back(self) -> Taken:
        """Let each be as it was before, if nobody has changed that since."""
        forms = {one.id: one.act_id for one in self.customers}
        batch = set_asides.undo_all(self.session, self.batch_id, forms)
        said = translate("steps", "{whom}: set aside or not, as it was before.")
        return _as_before(batch, self.customers, said)


@dataclass(frozen=True, slots=True)
class PlanStep:
    """Next steps were planned or cleared; undone, what was planned before is."""

    session: Session
    customers: tuple[Formed, ...]
    batch_id: str = field(default_factory=new_id)

    @property
    def text(self) -> str:
        """'next step of Siti Rahmawati'."""
        return fill(translate("steps", "next step of {whom}"), whom=_whom(self.customers))

    def back(self) -> Taken:
        """Let each have the plan of before, if nobody has changed it since."""
        forms = {one.id: one.act_id for one in self.customers}
        batch = bulk.take_back_plans(self.session, self.batch_id, forms)
        said = translate("steps", "The next step of {whom} is as it was before.")
        return _as_before(batch, self.customers, said)


@dataclass(frozen=True, slots=True)
class FinalStep:
    """An act that is not undone.

    It stands on the stack so that Ctrl+Z says so, instead of undoing what was done before it.

    Attributes:
        refusal: what can be done instead.
    """

    text: str
    refusal: str

    def back(self) -> Taken:
        """Refuse, with what can be done instead."""
        raise Refusal(Why.WORDED, text=self.refusal)


@dataclass(frozen=True, slots=True)
class ReleaseStep:
    """Customers were released by hand; undone, their agents have them again, the clock as it was.

    Attributes:
        customers: each with the act of its release.
    """

    session: Session
    customers: tuple[Formed, ...]
    batch_id: str = field(default_factory=new_id)

    @property
    def text(self) -> str:
        """'release of Siti Rahmawati'."""
        return fill(translate("steps", "release of {whom}"), whom=_whom(self.customers))

    def back(self) -> Taken:
        """Give each back whom nobody had since."""
        releases = {one.id: one.act_id for one in self.customers}
        batch = giving_back.give_all_back(self.session, self.batch_id, releases)
        said = translate("steps", "The release of {whom} is taken back, with the clock as it was.")
        return _as_before(batch, self.customers, said)


def customer_made() -> FinalStep:
    """A new customer was saved."""
    said = translate("steps", "A new customer is not undone.")
    return FinalStep(translate("steps", "new customer"), said)


def contact_changed(name: str) -> FinalStep:
    """A contact with the customer of this name was changed."""
    said = translate("steps", "The change of the contact with {name} is not undone. Edit it again.")
    text = translate("steps", "change of the contact with {name}")
    return FinalStep(fill(text, name=name), fill(said, name=name))


@dataclass(frozen=True, slots=True)
class AssignedCustomer:
    """A customer who was bound to somebody.

    Attributes:
        former_uid, former_name: who had the customer before; None: nobody.
        standing: the binding that was made.
        act_id: by which it was made.
    """

    id: str
    name: str
    former_uid: str | None
    former_name: str | None
    standing: OwnershipSeen
    act_id: str


@dataclass(frozen=True, slots=True)
class AssignStep:
    """Customers were claimed, assigned or transferred.

    Undone, those from the pool are released, which the pool's policies count as such; the others
    are transferred back.
    """

    session: Session
    customers: tuple[AssignedCustomer, ...]
    claimed: bool = False
    batch_id: str = field(default_factory=new_id)

    @property
    def text(self) -> str:
        """'claim of Ratna Dewi', 'transfer of 12 customers'."""
        free = {one.former_uid is None for one in self.customers}
        if self.claimed:
            said = translate("steps", "claim of {whom}")
        elif free == {True}:
            said = translate("steps", "assignment of {whom}")
        elif free == {False}:
            said = translate("steps", "transfer of {whom}")
        else:
            said = translate("steps", "assignment and transfer of {whom}")
        return fill(said, whom=_whom(self.customers))

    def back(self) -> Taken:
        """Give each back, if it still is as it was given."""
        free = {one.id: one.standing for one in self.customers if one.former_uid is None}
        former = {one.id: one.former_uid for one in self.customers if one.former_uid is not None}
        batch = Batch(Changes())
        if free:
            batch = bulk.release(self.session, derived_id(self.batch_id, "released"), free)
        if former:
            transferred = bulk.transfer(
                self.session,
                derived_id(self.batch_id, "transferred"),
                {one.id: one.standing for one in self.customers if one.id in former},
                former,
                {one.id: one.act_id for one in self.customers},
            )
            batch = replace(
                transferred,
                changes=batch.changes | transferred.changes,
                done=batch.done + transferred.done,
                lost=batch.lost + transferred.lost,
            )
        return _undone(batch, " ".join(self._gone_back(batch.done)))

    def _gone_back(self, done: Sequence[str]) -> list[str]:
        """'2 customers are in the pool again.', 'Siti is with Andi again.'."""
        pool = [one for one in self.customers if one.id in done and one.former_uid is None]
        kept = [one for one in self.customers if one.id in done and one.former_uid is not None]
        said: list[str] = []
        if pool:
            pattern = translate("steps", "{whom} is in the pool again.")
            if len(pool) > 1:
                pattern = translate("steps", "{whom} are in the pool again.")
            said.append(fill(pattern, whom=_whom(pool)))
        if kept:
            owners = {one.former_name or "" for one in kept}
            pattern = translate("steps", "{whom} is with {owner} again.")
            if len(owners) > 1:
                pattern = translate("steps", "{whom} are with their former owners again.")
            elif len(kept) > 1:
                pattern = translate("steps", "{whom} are with {owner} again.")
            said.append(fill(pattern, whom=_whom(kept), owner=next(iter(owners))))
        return said


def _as_before(batch: Batch, customers: Sequence[Formed], said: str) -> Taken:
    """What came of taking a form on many back; `said` names in {whom} those who are as before."""
    done = tuple(one for one in customers if one.id in batch.done)
    return _undone(batch, fill(said, whom=_whom(done)) if done else "")


def _undone(batch: Batch, said: str) -> Taken:
    """What came of undoing an act on many: what was done, and who was not, with the reason."""
    if not batch.lost:
        return Taken(batch.changes, said, None)
    told = [
        f"{one.name}: {worded(one.reason)}" if one.name else worded(one.reason)
        for one in batch.lost[:3]
    ]
    if batch.done or len(batch.lost) > 1:
        not_undone = fill(translate("steps", "{number} not undone."), number=str(len(batch.lost)))
        told.insert(0, not_undone)
    old = Changes.of(Topic.CUSTOMERS, ids=tuple(one.customer_id for one in batch.lost))
    return Taken(batch.changes | old, " ".join(filter(None, (said, *told))), None, refused=True)


def _whom(customers: Sequence[Going | AssignedCustomer | Formed]) -> str:
    if len(customers) == 1:
        return customers[0].name
    return fill(translate("steps", "{number} customers"), number=str(len(customers)))
