"""What every test shares: cases of hypothesis, a heap at rest, settings of absent plugins."""

import gc
import importlib.util
import os

import hypothesis
import pytest

pytest_plugins = ["tests.support.cheap_secrets", "tests.support.database"]

#: Objects made between two looks for garbage. Python's own 700 is meant for programs that nobody
#: looks after: a test's garbage is collected where it ends, and a window makes 50,000 objects.
_BETWEEN_LOOKS = 20_000

hypothesis.settings.register_profile(
    "short", max_examples=60, deadline=None, derandomize=bool(os.environ.get("CI"))
)
hypothesis.settings.register_profile("long", max_examples=1_000, deadline=None)
hypothesis.settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE", "short"))


def pytest_addoption(parser: pytest.Parser) -> None:
    """Let pyproject.toml hold the Qt keys also where the core's tests run without pytest-qt."""
    if importlib.util.find_spec("pytestqt") is None:
        for key in ("qt_api", "qt_log_level_fail"):
            parser.addini(key, "a setting of pytest-qt, which is not installed here", default="")


def pytest_collection_finish() -> None:
    """Set what the imports made aside, so that looks for garbage stay quick."""
    gc.collect()
    gc.freeze()
    gc.set_threshold(_BETWEEN_LOOKS, 10, 10)
