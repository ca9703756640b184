"""Refusals and outages in the window: as in English where there is no translation."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QCoreApplication, QTranslator

from salesdesk.domain.errors import Conflict, FieldFault, Invalid, Refusal, Unavailable
from salesdesk.domain.refusals import Reason, Why
from salesdesk.ui.refusals import worded
from tests.support.refusals import TOLD

KNOWN = {
    ("refusal", "en"): "id",
    ("refusal", Why.OWNED_SINCE.value): "Sejak {day} pelanggan ini milik {name}.",
    ("refusal", Why.FIXED_BY_ORDER.value): "Pelanggan ini {stage} karena pesanan.",
    ("refusal", "won"): "menang",
    ("refusal", Why.FIELDS_CHANGED.value): "Orang lain mengubah {fields}.",
    ("refusal", Why.FIELD_NAME.value): "nama",
    ("refusal", Why.NO_NAME.value): "Nama kosong.",
    ("outage", "The server does not answer."): "Server tidak menjawab.",
}


class Indonesian(QTranslator):
    """A few texts."""

    def translate(
        self, context: str, text: str, comment: str | None = None, number: int = -1
    ) -> str:
        assert comment is None
        assert number == -1
        return KNOWN.get((context, text), text)


@pytest.fixture
def indonesian(qapp: QCoreApplication) -> Iterator[None]:
    translator = Indonesian()
    qapp.installTranslator(translator)
    yield
    qapp.removeTranslator(translator)


@pytest.mark.parametrize(("reason", "told"), TOLD)
def test_without_a_translation_it_is_the_english_text(reason: Reason, told: str) -> None:
    assert worded(reason) == worded(Refusal(reason)) == worded(Conflict(reason)) == told
    assert worded(FieldFault("name", reason)) == told
    assert worded(Invalid((FieldFault("a", reason), FieldFault("b", reason)))) == f"{told} {told}"


def test_an_outage_is_told_as_it_is() -> None:
    assert worded(Unavailable("The server does not answer.")) == "The server does not answer."


@pytest.mark.usefixtures("indonesian")
def test_a_translation_needs_its_file_alone() -> None:
    told = {reason.why: worded(reason) for reason, _ in TOLD}
    assert told[Why.OWNED_SINCE] == "Sejak 08 Juni 2026 pelanggan ini milik Eko Saputra."
    assert told[Why.FIXED_BY_ORDER] == "Pelanggan ini menang karena pesanan."
    assert told[Why.FIELDS_CHANGED] == "Orang lain mengubah nama, the status."
    assert worded(Invalid((FieldFault("name", Reason.of(Why.NO_NAME)),))) == "Nama kosong."
    assert worded(Unavailable("The server does not answer.")) == "Server tidak menjawab."
    assert Refusal(Why.NO_NAME).message == "The name is missing."
