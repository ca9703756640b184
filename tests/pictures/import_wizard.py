"""Pictures of the import wizard: each page, a file that cannot be used, and the way back."""

from __future__ import annotations

import shutil
import tempfile
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtGui import QPainter
from PySide6.QtTest import QTest

from salesdesk.domain.permissions import OFFERED_ROLES
from salesdesk.ui.importing.wizard import ImportWizard
from salesdesk.ui.kit import theme

if TYPE_CHECKING:
    from tests.pictures.screenshots import Studio

_LOOKS, _LOOK_MS = 400, 25

_TITLES = "Nama;No HP;Perusahaan;Alamat;Sumber;Tanggal;Metode;Hasil;Catatan;Sales"
_LINES = (
    "Siti Rahmawati;81234567890.0;PT Maju Bersama;Jl. Melati 4, Bandung;Referral;03/04/2026;wa;"
    "berhasil;Minta penawaran 40 orang;",
    "Budi Santoso;0812-3456-7892;CV Karya;Jl. Mawar 12, Jakarta;Canvas;05/04/2026;telepon;gagal;;",
    "Dewi Lestari;8.12E+10;PT Sentosa;Jl. Kenanga 7;Digital Marketing;;;;;",
    "Agus Wijaya;0812 3456 7893;;Jl. Anggrek 1;Radio;;;;;",
    "Rudi Hartono;0812 3456 7894;PT Maju Bersama;Jl. Dahlia 9;;06/04/2026;kunjungan;ok;;Nobody",
)


def wizard(studio: Studio) -> None:
    """Each page of the wizard."""
    seen = studio.session.context
    uid = next(
        one.uid
        for one in studio.store.read(lambda reading: reading.people.everybody())
        if one.role == OFFERED_ROLES[-1].name
    )
    actor = studio.store.read(lambda reading: reading.people.actor(uid))
    assert actor is not None
    context = replace(seen, session=replace(seen.session, actor=actor))
    # Always the same folder: it is seen.
    folder = Path(tempfile.gettempdir()) / "salesdesk-pictures"
    folder.mkdir(exist_ok=True)
    file = folder / "customers-bandung.csv"
    more = [f"Name {n} Santoso;0813{n:08d};;Jl. {n};;;;;;" for n in range(60)]
    file.write_text("\n".join([_TITLES, *_LINES, *more]) + "\n")
    shown = ImportWizard(context, None, studio.window)
    studio.window.controller.open_dialog(shown)
    _picture(studio, "import-empty", shown)
    shown.file_page.path.set_path(str(folder / "missing.xlsx"))
    _wait(studio, lambda: bool(shown.file_page.error.text()))
    _picture(studio, "import-missing", shown)
    shown.file_page.path.set_path(str(file))
    _wait(studio, shown.file_page.isComplete)
    _picture(studio, "import-file", shown)
    shown.next()
    _picture(studio, "import-columns", shown)
    shown.next()
    _wait(studio, shown.values_page.isComplete)
    _picture(studio, "import-words", shown)
    shown.next()
    _wait(studio, lambda: shown.state.check is not None)
    _picture(studio, "import-check", shown)
    shown.next()
    _wait(studio, lambda: shown.run_page.over)
    _picture(studio, "import-report", shown)
    # So that the lists in the other pictures stay as they were.
    shown.run_page.take_back()
    _wait(studio, lambda: shown.run_page.over)
    _picture(studio, "import-taken-back", shown)
    shown.reject()
    studio.settle()
    shutil.rmtree(folder)


def _wait(studio: Studio, holds: Callable[[], bool]) -> None:
    """Let the window work until something holds."""
    for _ in range(_LOOKS):
        if holds():
            return
        QTest.qWait(_LOOK_MS)
    raise AssertionError("the wizard did not come so far")


def _picture(studio: Studio, name: str, shown: ImportWizard) -> None:
    """The wizard over the window."""
    studio.settle()
    picture = studio.window.grab()
    painter = QPainter(picture)
    left = (picture.width() - shown.width()) // 2
    top = (picture.height() - shown.height()) // 2
    painter.drawPixmap(left, top, shown.grab())
    painter.end()
    width, height = studio.size
    target = f"{name}-{width}x{height}-{theme.scheme().value}.png"
    picture.save(str(studio.out / target))
    studio.taken.append(target)
