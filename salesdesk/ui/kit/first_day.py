"""On which day calendars begin a week: as the system says, or as a person chose."""

from __future__ import annotations

from PySide6.QtCore import QLocale, QSettings, Qt

_KEY = "appearance/first_day"


class _Chosen:
    """The choice in force; 0: as the system."""

    day = 0


def chosen() -> int:
    """What was chosen: Qt's number of a weekday, or 0 for as the system."""
    return _Chosen.day


def first_day(locale: QLocale) -> Qt.DayOfWeek:
    """The day with which a calendar's week begins."""
    return Qt.DayOfWeek(_Chosen.day) if _Chosen.day else locale.firstDayOfWeek()


def choose(day: int, settings: QSettings) -> None:
    """Begin weeks with this day from now on, and the next time too."""
    _Chosen.day = day
    settings.setValue(_KEY, day)


def restore(settings: QSettings) -> None:
    """Take over what was chosen last."""
    try:
        day = int(str(settings.value(_KEY, 0)))
    except ValueError:
        day = 0
    _Chosen.day = day if 0 <= day <= Qt.DayOfWeek.Sunday.value else 0
