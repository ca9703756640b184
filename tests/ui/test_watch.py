"""The watch over what tests leave behind sees what it should."""

from __future__ import annotations

import pytest

from salesdesk.ui.kit import resources

LEAKY = """
import threading
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QWidget
from tests.ui import conftest
from tests.ui.conftest import *
conftest.PATIENCE = 0.05
stop = threading.Event()
kept = []

def test_leaves_a_window():
    kept.append(QWidget(objectName="forgotten"))
    kept[-1].show()

def test_leaves_a_timer():
    kept.append(QTimer())
    kept[-1].start(5000)

def test_leaves_a_thread():
    kept.append(threading.Thread(target=stop.wait, daemon=True, name="straggler"))
    kept[-1].start()

def test_leaves_nothing():
    kept.clear()
    stop.set()
    QWidget().show()
"""

pytest_plugins = ["pytester"]


def test_each_leak_fails_its_test(
    pytester: pytest.Pytester, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PYTHONPATH", str(resources.root().parent))
    pytester.makepyfile(LEAKY)
    result = pytester.runpytest_subprocess("-p", "no:cacheprovider")
    result.assert_outcomes(passed=4, errors=3)
    result.stdout.fnmatch_lines_random(
        ["*windows left behind*forgotten*", "*timer*5000 ms*", "*threads left behind*straggler*"]
    )
