"""Random acts, random time, another application in between: the rules hold after each step."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings
from hypothesis.stateful import (
    run_state_machine_as_test,
)

from tests.support.factories import Office
from tests.support.random_acts import Desks


@pytest.mark.parametrize("widened", ["sqlite", "mariadb"], indirect=True)
def test_the_rules_hold_after_every_random_act(widened: Office, tmp_path: Path) -> None:
    database = widened.database
    examples = 12 if database.kind == "mariadb" else 25

    class OnThisDatabase(Desks):
        def __init__(self) -> None:
            super().__init__(database, tmp_path)

    run_state_machine_as_test(
        OnThisDatabase,
        settings=settings(
            max_examples=max(examples, settings().max_examples // 4),
            stateful_step_count=30,
            deadline=None,
            suppress_health_check=list(HealthCheck),
        ),
    )
