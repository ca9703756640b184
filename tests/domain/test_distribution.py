"""Sharing customers among agents: fair, complete, and within the most that one may have."""

from __future__ import annotations

from collections import Counter

from hypothesis import given
from hypothesis import strategies as st

from salesdesk.domain.distribution import Given, Ground, Receiver, Sharing, placed, shared
from salesdesk.domain.moments import DAY
from tests.support.factories import NOON

UIDS = tuple("abcdef")

grounds = st.builds(
    lambda held, most: Ground(
        tuple(Receiver(uid, uid.upper(), number) for uid, number in zip(UIDS, held, strict=False)),
        most,
        {},
        NOON,
    ),
    st.lists(st.integers(0, 30), min_size=1, max_size=6),
    st.none() | st.integers(1, 40),
)
customers = st.lists(st.none() | st.sampled_from(UIDS), max_size=40).map(
    lambda owners: tuple(Given(f"c{at}", owner) for at, owner in enumerate(owners))
)


@given(customers, grounds, st.sampled_from([Sharing.EVENLY, Sharing.LEAST]), st.integers(0, 99))
def test_nobody_gets_more_than_the_most_or_whom_they_have(
    them: tuple[Given, ...], ground: Ground, sharing: Sharing, mix: int
) -> None:
    chosen = frozenset(one.uid for one in ground.receivers)
    share = shared(them, ground, sharing, chosen, {}, mix)
    assert share.agents.keys() | set(share.left) == {one.id for one in them}
    assert not share.agents.keys() & set(share.left)
    gets = Counter(share.agents.values())
    held = {one.uid: one.held for one in ground.receivers}
    for uid, number in gets.items():
        assert ground.most is None or held[uid] + number <= ground.most
    for one in them:
        assert share.agents.get(one.id) != (one.owner_uid or "nobody")


@given(st.integers(0, 60), grounds)
def test_evenly_nobody_gets_two_more_than_another_who_has_room(number: int, ground: Ground) -> None:
    them = tuple(Given(f"c{at}", None) for at in range(number))
    chosen = frozenset(one.uid for one in ground.receivers)
    share = shared(them, ground, Sharing.EVENLY, chosen, {})
    gets = Counter(share.agents.values())
    for one in ground.receivers:
        room = ground.most is None or one.held + gets[one.uid] < ground.most
        if room:
            assert not share.left
            assert all(gets[other] <= gets[one.uid] + 1 for other in chosen)


@given(st.integers(1, 60), grounds)
def test_whoever_has_least_is_filled_up_first(number: int, ground: Ground) -> None:
    them = tuple(Given(f"c{at}", None) for at in range(number))
    chosen = frozenset(one.uid for one in ground.receivers)
    share = shared(them, ground, Sharing.LEAST, chosen, {})
    after = {one.uid: share.after(one, them) for one in ground.receivers}
    for one in ground.receivers:
        if after[one.uid] > one.held:
            assert all(
                after[other] >= after[one.uid] - 1 or after[other] == ground.most
                for other in chosen
            )


def test_whom_somebody_lost_lately_goes_to_another() -> None:
    ground = Ground(
        (Receiver("A", "Andi", 0), Receiver("B", "Eko", 9)), None,
        {"c1": {"a": NOON - 5 * DAY}, "c2": {"a": NOON - 40 * DAY}}, NOON,
    )  # fmt: skip
    them = (Given("c1", None), Given("c2", None))
    kept = ground.lost_within(30)
    share = shared(them, ground, Sharing.LEAST, frozenset("AB"), kept)
    assert share.agents == {"c1": "B", "c2": "A"}
    only_a = shared(them, ground, Sharing.LEAST, frozenset("A"), kept)
    assert (dict(only_a.agents), only_a.left) == ({"c2": "A"}, ("c1",))


def test_by_hand_the_most_is_obeyed_too() -> None:
    ground = Ground((Receiver("A", "Andi", 1), Receiver("B", "Eko", 0)), 2, {}, NOON)
    them = tuple(Given(f"c{at}", "B" if at == 3 else None) for at in range(4))
    share = placed(them, ground, {"c0": "A", "c1": "A", "c2": "nobody", "c3": "B"})
    assert (dict(share.agents), share.left) == ({"c0": "A"}, ("c1", "c2", "c3"))
