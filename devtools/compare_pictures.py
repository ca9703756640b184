"""Compare two folders of pictures pixel by pixel: `python -m devtools.compare_pictures A B`.

For work that must not change what anybody sees: draw the screens before and after
(`dev.py screenshots FOLDER`) and compare the folders.
"""

from __future__ import annotations

import sys
from pathlib import Path

from PySide6.QtGui import QImage


def differences(before: Path, after: Path) -> list[str]:
    """What differs, a line each: a picture that is missing on one side, or has other pixels."""
    names = {path.relative_to(folder) for folder in (before, after) for path in _pictures(folder)}
    told = []
    for name in sorted(names):
        one, other = before / name, after / name
        if not one.is_file() or not other.is_file():
            told.append(f"{name}: only in {before if one.is_file() else after}")
        elif (pixels := _apart(QImage(str(one)), QImage(str(other)))) is not None:
            told.append(f"{name}: {pixels}")
    return told


def _pictures(folder: Path) -> list[Path]:
    return list(folder.rglob("*.png"))


def _apart(one: QImage, other: QImage) -> str | None:
    if one == other:
        return None
    if one.size() != other.size():
        return f"{one.width()}×{one.height()} and {other.width()}×{other.height()}"
    rows = [y for y in range(one.height()) if _row(one, y) != _row(other, y)]
    places = [
        (x, y) for y in rows for x in range(one.width()) if one.pixel(x, y) != other.pixel(x, y)
    ]
    (left, right), (top, bottom) = (
        (min(values), max(values)) for values in zip(*places, strict=True)
    )
    return f"{len(places)} pixels within {left},{top} to {right},{bottom}"


def _row(picture: QImage, y: int) -> QImage:
    return picture.copy(0, y, picture.width(), 1)


def main(arguments: list[str]) -> int:
    """Say what differs; 1 if anything does, 2 where there is nothing to compare."""
    before, after = map(Path, arguments)
    if not _pictures(before) or not _pictures(after):
        print("There are no pictures in one of the folders.", file=sys.stderr)
        return 2
    told = differences(before, after)
    print("\n".join(told) or f"All {len(_pictures(before))} pictures are equal.")
    return 1 if told else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
