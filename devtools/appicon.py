"""The program's own icon: resources/icons/app/salesdesk.svg as Windows, macOS and Linux want it.

    python -m devtools.appicon

Run it after a change of the drawing; a test compares the files with it.
"""

from __future__ import annotations

import os
import struct
from pathlib import Path

from PySide6.QtCore import QBuffer, QByteArray, QIODevice
from PySide6.QtGui import QGuiApplication, QImage, QPainter
from PySide6.QtSvg import QSvgRenderer

ROOT = Path(__file__).resolve().parents[1]
DRAWING = ROOT / "resources" / "icons" / "app" / "salesdesk.svg"
WINDOWS = ROOT / "packaging" / "windows" / "salesdesk.ico"
MAC = ROOT / "packaging" / "mac" / "salesdesk.icns"
LINUX = ROOT / "packaging" / "linux" / "salesdesk.png"

#: The sizes of an .ico, each a PNG (Windows Vista and later read them).
ICO_SIZES = (16, 20, 24, 32, 40, 48, 64, 128, 256)

#: The types of an .icns that hold PNG, and how many pixels wide they are.
ICNS_TYPES = (
    (b"icp4", 16), (b"icp5", 32), (b"icp6", 64), (b"ic07", 128), (b"ic08", 256), (b"ic09", 512),
    (b"ic10", 1024), (b"ic11", 32), (b"ic12", 64), (b"ic13", 256), (b"ic14", 512),
)  # fmt: skip
LINUX_SIZE = 256


def png(size: int) -> bytes:
    """The drawing as a PNG, so many pixels wide and high."""
    image = QImage(size, size, QImage.Format.Format_ARGB32)
    image.fill(0)
    painter = QPainter(image)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    QSvgRenderer(QByteArray(DRAWING.read_bytes())).render(painter)
    painter.end()
    kept = QByteArray()
    buffer = QBuffer(kept)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    image.save(buffer, "PNG")  # type: ignore[call-overload] # the stub takes bytes here
    return bytes(kept.data())


def ico() -> bytes:
    """The drawing as an .ico: a directory of sizes, then their PNGs."""
    pictures = [png(size) for size in ICO_SIZES]
    offset = 6 + 16 * len(pictures)
    entries = b""
    for size, picture in zip(ICO_SIZES, pictures, strict=True):
        side = size % 256  # 0 stands for 256
        entries += struct.pack("<BBBBHHII", side, side, 0, 0, 1, 32, len(picture), offset)
        offset += len(picture)
    return struct.pack("<HHH", 0, 1, len(pictures)) + entries + b"".join(pictures)


def icns() -> bytes:
    """The drawing as an .icns: blocks of type, length and PNG."""
    blocks = b""
    for kind, size in ICNS_TYPES:
        picture = png(size)
        blocks += kind + struct.pack(">I", len(picture) + 8) + picture
    return b"icns" + struct.pack(">I", len(blocks) + 8) + blocks


def main() -> None:
    """Write the three files."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    application = QGuiApplication.instance() or QGuiApplication(["appicon"])
    assert application is not None
    for file, content in ((WINDOWS, ico()), (MAC, icns()), (LINUX, png(LINUX_SIZE))):
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(content)


if __name__ == "__main__":
    main()
