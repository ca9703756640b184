"""Linking two customers, and saying that they differ, as acts that can be taken back."""

from __future__ import annotations

from dataclasses import dataclass, field, replace

from salesdesk.domain.changes import Changes
from salesdesk.domain.duplicates import LinkChoice
from salesdesk.domain.events import new_id
from salesdesk.services.duplicates import comparing, deciding, linking
from salesdesk.services.session import Session
from salesdesk.ui.actions.undo import Taken
from salesdesk.ui.i18n import fill, translate
from salesdesk.ui.team import duplicate_words as words


@dataclass(frozen=True, slots=True)
class LinkStep:
    """Two customers were linked as one.

    Attributes:
        link_id: of the act that linked them.
        undo_id: of the act that takes them apart: tried again after a lost answer it is done once.
    """

    session: Session
    choice: LinkChoice
    link_id: str
    undo_id: str = field(default_factory=new_id)
    again_id: str = field(default_factory=new_id)

    @property
    def text(self) -> str:
        """'link of Siti Rahmawati and Siti Rachmawati'."""
        said = translate("duplicates", "link of {one} and {other}")
        stays, hidden = (words.shown(one) for one in (self.choice.stays, self.choice.hidden))
        return fill(said, one=stays, other=hidden)

    def back(self) -> Taken:
        """Take them apart."""
        done = linking.unlink(self.session, self.undo_id, self.link_id)
        said = fill(
            translate("duplicates", "{name} and {other} are two customers again."),
            name=words.shown(self.choice.stays),
            other=words.shown(self.choice.hidden),
        )
        return Taken(done.changes, f"{said} {words.left(done)}".strip(), replace(self))

    def again(self) -> Taken:
        """Link them again, with what was chosen."""
        sides = comparing.side_by_side(self.session, self.choice.stays.id, self.choice.hidden.id)
        choice = replace(self.choice, stays=sides.left.customer, hidden=sides.right.customer)
        linked = linking.link(self.session, self.again_id, choice)
        step = LinkStep(self.session, choice, linked.event_id)
        return Taken(linked.changes, words.linked(choice), step)


@dataclass(frozen=True, slots=True)
class DifferentStep:
    """Two customers were said to be different."""

    session: Session
    one: str
    other: str
    names: tuple[str, str]
    undo_id: str = field(default_factory=new_id)
    again_id: str = field(default_factory=new_id)

    @property
    def text(self) -> str:
        """'not the same: Siti Rahmawati and Siti Rachmawati'."""
        said = translate("duplicates", "“not the same” of {one} and {other}")
        return fill(said, one=self.names[0], other=self.names[1])

    def back(self) -> Taken:
        """Forget it."""
        changes: Changes = deciding.take_back(
            self.session, self.undo_id, self.one, self.other
        ).changes
        said = translate("duplicates", "{one} and {other} may be one customer again.")
        step = replace(self, undo_id=new_id())
        return Taken(changes, fill(said, one=self.names[0], other=self.names[1]), step)

    def again(self) -> Taken:
        """Say it again."""
        done = deciding.say_different(self.session, self.again_id, self.one, self.other)
        step = replace(self, again_id=new_id())
        return Taken(done.changes, words.said_different(*self.names), step)
