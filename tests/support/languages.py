"""Another language for a test, as a person chooses it."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from PySide6.QtCore import QCoreApplication, QLocale

from devtools.compiled_translations import compile_stale
from salesdesk.ui.kit import language


@contextmanager
def spoken(code: str) -> Iterator[None]:
    """The program in this language; what is made within is in it."""
    compile_stale()
    app = QCoreApplication.instance()
    assert app is not None
    with put_back():
        language.choose(app, code)
        yield


@contextmanager
def put_back() -> Iterator[None]:
    """Speak English again at the end, whatever was chosen within."""
    before = QLocale()
    try:
        yield
    finally:
        app = QCoreApplication.instance()
        assert app is not None
        language.choose(app, "en")
        QLocale.setDefault(before)
