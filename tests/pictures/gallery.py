"""Pictures of the widgets, to lay beside the target screens.

    python -m tests.pictures.gallery OUTDIR

The rows are those of the target pictures; nothing here is read from a database.
"""

from __future__ import annotations

import os
import sys
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtWidgets import QApplication, QWidget

from salesdesk.ui.kit import theme
from salesdesk.ui.kit.theme import Scheme
from tests.pictures import gallery_forms, gallery_parts

SIZE = (1440, 900)


def shoot(window: QWidget, target: Path) -> None:
    """Write a picture of a window of 1440 × 900."""
    window.resize(*SIZE)
    window.show()
    QApplication.processEvents()
    QApplication.processEvents()
    window.grab().save(str(target))


def main(arguments: list[str]) -> int:
    """Write all pictures into the folder named first."""
    folder = Path(arguments[0])
    folder.mkdir(parents=True, exist_ok=True)
    app = QApplication.instance() or QApplication([])
    assert isinstance(app, QApplication)
    theme.apply(app, Scheme.LIGHT)
    windows = {
        "customers": gallery_parts.customers_window(),
        "log-contact": gallery_forms.log_contact_window(),
        "empty": gallery_parts.empty_window(),
        "parts": gallery_forms.parts_window(),
    }
    for scheme in (Scheme.LIGHT, Scheme.DARK):
        theme.apply(app, scheme)
        for name, window in windows.items():
            shoot(window, folder / f"{name}-{scheme.value}.png")
    theme.apply(app, Scheme.LIGHT, 130)
    shoot(windows["customers"], folder / "customers-light-130.png")
    return 0


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
