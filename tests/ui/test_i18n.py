"""The texts of the window: values by name in one pass, singular and plural, translations."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta

import pytest
from PySide6.QtCore import QCoreApplication, QTranslator

from salesdesk.domain.idle_clock import Departure
from salesdesk.domain.ownership import UnbindingReason
from salesdesk.ui.i18n import fill, plural, translate
from salesdesk.ui.kit.formats import Formats
from salesdesk.ui.texts import late_warning

NOW = datetime(2026, 6, 8, 3, tzinfo=UTC)

#: What a name may be made of; each was once a place in a text, or is one now.
AWKWARD = ["A %2", "%1", "100 %n", "{name}", "{when}", "{", "{}", "}{", "\\1", "Siti {owner} %1"]


class Indonesian(QTranslator):
    """One language with one form for all numbers."""

    def translate(
        self, context: str, text: str, comment: str | None = None, number: int = -1
    ) -> str:
        known = {
            ("test", "Plan for {name}"): "Rencana untuk {name}",
            ("test", "1 customer"): "{number} pelanggan",
        }
        assert (comment == "{number} customers") == (number >= 0)
        return known.get((context, text), text)


@pytest.fixture
def indonesian(qapp: QCoreApplication) -> Iterator[None]:
    translator = Indonesian()
    qapp.installTranslator(translator)
    yield
    qapp.removeTranslator(translator)


@pytest.mark.parametrize("name", AWKWARD)
def test_a_value_may_hold_anything(name: str) -> None:
    assert fill("{name} moved to {stage}", name=name, stage="hot") == f"{name} moved to hot"


@pytest.mark.parametrize("name", AWKWARD)
def test_the_name_of_an_owner_never_breaks_a_text(name: str) -> None:
    formats = Formats.of(UTC, UTC)
    departure = Departure(
        NOW, NOW + timedelta(days=3), UnbindingReason.INACTIVITY, timedelta(days=30)
    )
    warning = late_warning(NOW + timedelta(days=9), departure, name, NOW, formats)
    assert warning is not None
    assert warning[1] == f"Without another contact the customer leaves {name} on 11 June, 03.00."


def test_a_text_without_its_value_is_a_fault() -> None:
    with pytest.raises(KeyError, match="stage"):
        fill("{name} moved to {stage}", name="Siti")


def test_a_text_may_leave_a_value_out() -> None:
    assert fill("moved to {stage}", name="Siti", stage="hot") == "moved to hot"


@pytest.mark.parametrize(
    ("number", "said"), [(0, "0 customers"), (1, "1 customer"), (2, "2 customers")]
)
def test_english_needs_no_translation(number: int, said: str) -> None:
    counted = plural("test", "1 customer", "{number} customers", number, number=str(number))
    assert counted == said
    assert translate("test", "Plan for {name}") == "Plan for {name}"


@pytest.mark.usefixtures("indonesian")
@pytest.mark.parametrize("number", [0, 1, 2])
def test_a_translation_brings_its_own_plurals(number: int) -> None:
    counted = plural("test", "1 customer", "{number} customers", number, number=str(number))
    assert counted == f"{number} pelanggan"
    assert fill(translate("test", "Plan for {name}"), name="Siti") == "Rencana untuk Siti"
