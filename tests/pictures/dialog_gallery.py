"""Pictures of the dialogs, to lay beside the target screens.

    python -m tests.pictures.dialog_gallery OUTDIR [NAME…]

The customers are those of the target pictures, in a throw-away workspace.
"""

from __future__ import annotations

import os
import sys
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtWidgets import QApplication, QDialog

from salesdesk.ui.kit import theme
from salesdesk.ui.kit.theme import Scheme
from tests.pictures import dialog_gallery_parts


def shoot(dialog: QDialog, target: Path) -> None:
    """Write a picture of a dialog in its own size."""
    dialog.show()
    for _ in range(4):
        QApplication.processEvents()
    dialog.grab().save(str(target))


def main(arguments: list[str]) -> int:
    """Write all pictures, or those named, into the folder named first."""
    folder = Path(arguments[0])
    folder.mkdir(parents=True, exist_ok=True)
    app = QApplication.instance() or QApplication([])
    assert isinstance(app, QApplication)
    theme.apply(app, Scheme.LIGHT)
    sample = dialog_gallery_parts.Sample()
    for scheme, scale in ((Scheme.LIGHT, 100), (Scheme.DARK, 100), (Scheme.LIGHT, 130)):
        theme.apply(app, scheme, scale)
        for name, make in dialog_gallery_parts.DIALOGS.items():
            if arguments[1:] and name not in arguments[1:]:
                continue
            dialog = make(sample)
            suffix = "" if scale == 100 else f"-{scale}"
            shoot(dialog, folder / f"{name}-{scheme.value}{suffix}.png")
            dialog.close()
    sample.close()
    return 0


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
