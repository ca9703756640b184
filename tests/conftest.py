"""What every test shares: how many cases hypothesis tries, and the settings of absent plugins."""

import importlib.util
import os

import hypothesis
import pytest

pytest_plugins = ["tests.support.database"]

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
