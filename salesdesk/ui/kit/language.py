"""Which languages the window speaks, and the one in force."""

from __future__ import annotations

import logging
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QLocale, QTranslator

from salesdesk.ui.kit import resources, translation_source

_log = logging.getLogger(__name__)

#: Each language by its code, in its own words. The texts are written in the first one.
LANGUAGES = {"en": "English", "id": "Bahasa Indonesia"}
_WRITTEN_IN = "en"


class _InForce:
    """The language of the window, and what was asked for; '': as the system."""

    code = _WRITTEN_IN
    wanted = ""
    translator: QTranslator | None = None


def chosen() -> str:
    """The code of the language in force."""
    return _InForce.code


def wanted() -> str:
    """What the person chose: a code, or '' for the system's language."""
    return _InForce.wanted


def proposed() -> str:
    """The first of the system's languages that the window speaks; English where it speaks none."""
    spoken = (each.partition("-")[0] for each in QLocale.system().uiLanguages())
    return next((code for code in spoken if code in LANGUAGES), _WRITTEN_IN)


def choose(app: QCoreApplication, code: str) -> None:
    """Speak this language from now on; what stands in a window already stays as it is.

    Args:
        code: one of `LANGUAGES`; '' for the system's.
    """
    _InForce.wanted = code
    code = code or proposed()
    if _InForce.translator is not None:
        app.removeTranslator(_InForce.translator)
        _InForce.translator = None
    _InForce.code = code
    QLocale.setDefault(_locale(code))
    if code == _WRITTEN_IN:
        return
    translator = _translator(code, app)
    if translator is not None:
        _InForce.translator = translator
        app.installTranslator(translator)


def _translator(code: str, app: QCoreApplication) -> QTranslator | None:
    """The compiled texts; a checkout that has not compiled them speaks from their source."""
    compiled = QTranslator(app)
    file = resources.path("translations", f"salesdesk_{code}.qm")
    if compiled.load(str(file)):
        return compiled
    source = translation_source.file_of(code)
    if source.is_file():
        _log.warning("%s is not compiled; its source is read instead", file)
        return _FromSource(source, app)
    _log.error("no texts of the language %s: %s cannot be read", code, file)
    return None


class _FromSource(QTranslator):
    """The texts as their translators wrote them, which Qt itself only takes compiled."""

    def __init__(self, file: Path, app: QCoreApplication) -> None:
        super().__init__(app)
        self._texts = dict(translation_source.texts_in(file))

    def isEmpty(self) -> bool:
        return not self._texts

    def translate(  # type: ignore[override]  # None leaves a text to the next translator
        self, context: str, text: str, disambiguation: str | None = None, n: int = -1
    ) -> str | None:
        return self._texts.get((context, text, disambiguation or ""))


def _locale(code: str) -> QLocale:
    """Words of the language, figures of the system's region."""
    return QLocale(QLocale.codeToLanguage(code), QLocale.system().territory())
