"""Translations in the form that the program loads: `python -m devtools.compiled_translations`.

Standard library only: `dev.py` asks it before there is an environment.
"""

from __future__ import annotations

import os
import subprocess
from importlib.util import find_spec
from pathlib import Path

FOLDER = Path(__file__).resolve().parents[1] / "resources" / "translations"


def stale() -> list[Path]:
    """The translations that were written since they were compiled, or never were."""
    return [source for source in sorted(FOLDER.glob("*.ts")) if _is_stale(source)]


def _is_stale(source: Path) -> bool:
    made = source.with_suffix(".qm")
    return not made.is_file() or made.stat().st_mtime < source.stat().st_mtime


def compile_one(source: Path, target: Path) -> None:
    """Compile a translation; what nobody has translated yet stays English.

    The file is replaced whole: a program that runs has the old one in its memory by its pages,
    and would crash where they are written over.

    Raises:
        CalledProcessError: Qt's compiler refuses the file.
    """
    made = target.with_name(f"{target.stem}.{os.getpid()}.qm")
    try:
        command = [str(_compiler()), str(source), "-silent", "-qm", str(made)]
        subprocess.run(command, check=True)
        made.replace(target)
    finally:
        made.unlink(missing_ok=True)


def _compiler() -> Path:
    """Qt's compiler, which comes with PySide6."""
    found = find_spec("PySide6")
    places = (found.submodule_search_locations or []) if found is not None else []
    for place in places:
        for name in ("lrelease", "lrelease.exe", "Qt/libexec/lrelease"):
            if (Path(place) / name).is_file():
                return Path(place) / name
    raise FileNotFoundError("PySide6 brings no lrelease here")


def compile_stale() -> None:
    """Compile what is stale."""
    for source in stale():
        compile_one(source, source.with_suffix(".qm"))


if __name__ == "__main__":
    compile_stale()
