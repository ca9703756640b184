"""Ids of the parts of an act."""

import uuid

from salesdesk.domain.events import derived_id, new_id


def test_the_id_of_a_part_is_a_uuid_of_version_5() -> None:
    """The same as others make of the same act and name, whatever they run on."""
    for number in range(200):
        parent, name = new_id(), f"part {number}, Jürgen"
        assert derived_id(parent, name) == str(uuid.uuid5(uuid.UUID(parent), name))
        assert derived_id(parent.upper(), name) == derived_id(parent, name)
