"""The feed hands on what changed, once."""

from __future__ import annotations

from PySide6.QtTest import QSignalSpy
from PySide6.QtWidgets import QApplication

from salesdesk.domain.changes import Changes, Topic
from salesdesk.ui.session.feed import Feed


def test_changes_arrive_whole(themed: QApplication) -> None:
    feed = Feed()
    told = QSignalSpy(feed.changed)
    changes = Changes.of(Topic.CONTACTS, Topic.CUSTOMERS, ids=("a", "b"))
    feed.publish(changes)
    assert told.count() == 1
    assert told.at(0)[0] == changes


def test_nothing_changed_is_no_news(themed: QApplication) -> None:
    feed = Feed()
    told = QSignalSpy(feed.changed)
    feed.publish(Changes())
    assert told.count() == 0
