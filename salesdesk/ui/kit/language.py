"""Which languages the window speaks, and the one in force."""

from __future__ import annotations

import logging

from PySide6.QtCore import QCoreApplication, QLocale, QTranslator

from salesdesk.ui.kit import resources

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
    translator = QTranslator(app)
    file = resources.path("translations", f"salesdesk_{code}.qm")
    if not translator.load(str(file)):
        _log.error("no texts of the language %s: %s cannot be read", code, file)
        return
    _InForce.translator = translator
    app.installTranslator(translator)


def _locale(code: str) -> QLocale:
    """Words of the language, figures of the system's region."""
    return QLocale(QLocale.codeToLanguage(code), QLocale.system().territory())
