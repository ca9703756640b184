"""What the installers are made from: one version everywhere, files that are there, own icons."""

import configparser
import os
import plistlib
import re
import runpy
import shutil
import struct
import subprocess
import tomllib
from pathlib import Path
from typing import Any

import pytest
import yaml
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication

from devtools import appicon
from salesdesk import __version__
from salesdesk.app.local.paths import Paths
from salesdesk.ui.kit import icons

ROOT = Path(__file__).resolve().parents[1]
WINDOWS = ROOT / "packaging" / "windows"
MAC = ROOT / "packaging" / "mac"
LINUX = ROOT / "packaging" / "linux"
WORKFLOW = ROOT / ".github" / "workflows" / "build.yml"


def inno() -> tuple[dict[str, str], str]:
    """The settings of the Inno Setup script, its own words put in, and its whole text."""
    text = (WINDOWS / "salesdesk.iss").read_text(encoding="utf-8")
    words = dict(re.findall(r'^#define (\w+) "(.+)"$', text, flags=re.MULTILINE))
    setup = text.split("[Setup]")[1].split("\n[")[0]
    pairs = (line.partition("=") for line in setup.splitlines() if "=" in line and line[0] != ";")
    settings = {
        key: re.sub(r"\{#(\w+)\}", lambda found: words[found[1]], value) for key, _, value in pairs
    }
    return settings, text


def workflow() -> dict[str, Any]:
    """The workflow of the public CI service."""
    found: dict[str, Any] = yaml.safe_load(WORKFLOW.read_text(encoding="utf-8"))
    return found


def commands(job: str) -> str:
    """Everything that a job runs."""
    return "\n".join(step.get("run", "") for step in workflow()["jobs"][job]["steps"])


def test_the_version_is_the_same_everywhere() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    settings, _ = inno()
    assert project["version"] == __version__
    assert settings["AppVersion"] == settings["VersionInfoVersion"] == __version__
    assert __version__ in settings["OutputBaseFilename"]
    # The recipe of the bundle, and with it the Mac's, reads it where Python does.
    assert "__version__" in (ROOT / "salesdesk.spec").read_text(encoding="utf-8")


def test_windows_installs_for_one_user_and_in_place() -> None:
    settings, text = inno()
    assert settings["PrivilegesRequired"] == "lowest"
    assert settings["DefaultDirName"].startswith("{localappdata}")
    assert re.fullmatch(r"\{\{[0-9A-F-]{36}\}", settings["AppId"])
    assert settings["UsePreviousAppDir"] == settings["CloseApplications"] == "yes"
    assert settings["AppId"] == "{{6F0D4B0E-6D2B-4B0E-9C55-0E2B8B6E7A41}", "an upgrade needs it"
    assert "_internal" in text.split("[InstallDelete]")[1].split("\n[")[0]


def test_what_people_made_stays_when_the_program_goes(tmp_path: Path) -> None:
    """On Windows data lies beside, never in, the folder of the program."""
    settings, text = inno()
    assert "[UninstallDelete]" not in text
    assert settings["DefaultDirName"] == "{localappdata}\\Programs\\SalesDesk"
    data = Paths.of_user({}).data
    assert data.name == "SalesDesk"
    assert "Programs" not in data.parts


def test_the_files_of_the_windows_installer_are_there() -> None:
    settings, text = inno()
    assert (WINDOWS / settings["SetupIconFile"]).is_file()
    assert (WINDOWS / settings["OutputDir"].replace("\\", "/")).resolve() == ROOT / "dist"
    (source,) = re.findall(r'^Source: "(.+?)"', text, flags=re.MULTILINE)
    assert (WINDOWS / source.replace("\\", "/")).parent.resolve() == ROOT / "dist" / "salesdesk"


def test_the_mac_gets_its_image_and_its_rights() -> None:
    settings = runpy.run_path(str(MAC / "dmg_settings.py"))
    assert settings["files"] == ["dist/SalesDesk.app"]
    assert set(settings["icon_locations"]) == {"SalesDesk.app", "Applications"}
    assert (ROOT / settings["icon"]).is_file()
    rights = plistlib.loads((MAC / "entitlements.plist").read_bytes())
    assert all(rights.values())
    assert "com.apple.security.cs.disable-library-validation" in rights
    recipe = (ROOT / "salesdesk.spec").read_text(encoding="utf-8")
    assert 'name="SalesDesk.app"' in recipe
    for named in re.findall(r'"(packaging/[^"]+)"', recipe):
        assert (ROOT / named).is_file(), named


def test_the_desktop_file_starts_the_program() -> None:
    entry = configparser.ConfigParser(interpolation=None)
    entry.optionxform = str  # type: ignore[assignment, method-assign]
    entry.read(LINUX / "salesdesk.desktop", encoding="utf-8")
    told = entry["Desktop Entry"]
    assert (told["Type"], told["Exec"], told["Icon"]) == ("Application", "salesdesk", "salesdesk")
    assert told["StartupWMClass"] == "salesdesk"
    assert told["Categories"].endswith(";")


def test_linux_installs_over_itself_and_leaves_data_when_it_goes(tmp_path: Path) -> None:
    unpacked, home = tmp_path / "unpacked", tmp_path / "home"
    (unpacked / "salesdesk").mkdir(parents=True)
    (unpacked / "salesdesk" / "salesdesk").write_text("#!/bin/sh\necho new\n")
    (unpacked / "salesdesk" / "salesdesk").chmod(0o755)
    for file in (LINUX / "install.sh", LINUX / "salesdesk.desktop", LINUX / "salesdesk.png",
                 appicon.DRAWING):  # fmt: skip
        shutil.copy(file, unpacked)
    kept = home / ".local" / "share" / "SalesDesk" / "workspace.sqlite"
    kept.parent.mkdir(parents=True)
    kept.write_text("mine")
    stale = home / ".local" / "lib" / "salesdesk" / "stale.so"
    stale.parent.mkdir(parents=True)
    stale.write_text("old")

    def install(*words: str, language: str = "C.UTF-8") -> str:
        surroundings = {"HOME": str(home), "PATH": os.environ["PATH"], "LANG": language}
        done = subprocess.run(
            ["sh", str(unpacked / "install.sh"), *words],
            env=surroundings,
            check=True,
            capture_output=True,
            text=True,
        )
        return done.stdout

    assert install().startswith("SalesDesk is installed: ")
    assert install(language="id_ID.UTF-8").startswith("SalesDesk sudah dipasang: ")
    link = home / ".local" / "bin" / "salesdesk"
    entry = home / ".local" / "share" / "applications" / "salesdesk.desktop"
    assert subprocess.run([link], capture_output=True, check=True).stdout == b"new\n"
    assert f'Exec="{link}"' in entry.read_text(encoding="utf-8")
    assert not stale.exists()
    assert "sudah dihapus" in install("--remove", language="id_ID.UTF-8")
    assert not link.exists()
    assert not entry.exists()
    assert kept.read_text() == "mine"


def test_the_windows_installer_speaks_indonesian_in_whole_sections() -> None:
    script = (ROOT / "packaging" / "windows" / "salesdesk.iss").read_text(encoding="utf-8")
    assert 'MessagesFile: "compiler:Default.isl,Indonesian.isl"' in script
    words = (ROOT / "packaging" / "windows" / "Indonesian.isl").read_text(encoding="utf-8")
    lines = [line for line in words.splitlines() if line and line[0] not in ";["]
    assert all(re.fullmatch(r"\w+=.+", line) for line in lines)
    keys = [line.partition("=")[0] for line in lines]
    assert len(keys) == len(set(keys)) > 60
    own = re.findall(r"\{cm:(\w+)", script)
    assert set(own) <= set(keys)


def test_the_guides_go_into_the_bundle_where_the_window_looks_for_them() -> None:
    recipe = (ROOT / "salesdesk.spec").read_text(encoding="utf-8")
    made = re.search(r"def guides\(\):\n.+?\n\n\n", recipe, re.DOTALL)
    assert made is not None
    space = {"Path": Path, "SPECPATH": str(ROOT)}
    exec(made[0], space)
    pairs: list[tuple[str, str]] = space["guides"]()  # type: ignore[operator]
    places = {(Path(file).name, Path(folder).as_posix()) for file, folder in pairs}
    assert {("agents.md", "docs"), ("agents.md", "docs/id")} <= places
    assert {("today.png", "docs/pictures"), ("today.png", "docs/id/pictures")} <= places


def test_ci_tests_on_every_server_and_packs_for_three_systems() -> None:
    jobs = workflow()["jobs"]
    servers = jobs["servers"]["strategy"]["matrix"]["server"]
    assert servers == ["mysql:5.7", "mysql:8.0", "mysql:8.4", "mariadb:10.6", "mariadb:11"]
    assert jobs["servers"]["env"]["SALESDESK_TEST_MYSQL_URL"].startswith("mysql://root:")
    assert "dev.py test tests/storage tests/services" in commands("servers")
    systems = {one["name"] for one in jobs["bundle"]["strategy"]["matrix"]["include"]}
    assert systems == {"Windows", "macOS", "Linux"}
    told = commands("bundle").replace("\\", "/")
    for part in ("dev.py bundle", "packaging/windows/salesdesk.iss", "dmg_settings.py",
                 "entitlements.plist", "packaging/linux/install.sh"):  # fmt: skip
        assert part in told
    for named in re.findall(r"packaging/[\w./]+", told):
        assert (ROOT / named).is_file(), named


@pytest.fixture
def application() -> QApplication:
    """Qt, for drawing."""
    running = QApplication.instance() or QApplication(["test"])
    assert isinstance(running, QApplication)
    return running


def test_the_icons_are_those_of_the_drawing(application: QApplication) -> None:
    assert application is not None
    ico = appicon.WINDOWS.read_bytes()
    assert struct.unpack("<HHH", ico[:6]) == (0, 1, len(appicon.ICO_SIZES))
    for at, size in enumerate(appicon.ICO_SIZES):
        entry = struct.unpack("<BBBBHHII", ico[6 + 16 * at : 22 + 16 * at])
        check_picture(ico[entry[7] : entry[7] + entry[6]], size)
    icns = appicon.MAC.read_bytes()
    assert icns[:4] == b"icns"
    assert struct.unpack(">I", icns[4:8])[0] == len(icns)
    at = 8
    for kind, size in appicon.ICNS_TYPES:
        assert icns[at : at + 4] == kind
        (length,) = struct.unpack(">I", icns[at + 4 : at + 8])
        check_picture(icns[at + 8 : at + length], size)
        at += length
    assert at == len(icns)
    check_picture(appicon.LINUX.read_bytes(), appicon.LINUX_SIZE)


def check_picture(content: bytes, size: int) -> None:
    """That it is the drawing, so many pixels wide; anti-aliasing may differ by a shade."""
    stored, drawn = QImage.fromData(content), QImage.fromData(appicon.png(size))
    assert (stored.width(), stored.height()) == (size, size)
    for x in range(0, size, max(size // 8, 1)):
        for y in range(0, size, max(size // 8, 1)):
            one, other = stored.pixelColor(x, y), drawn.pixelColor(x, y)
            assert abs(one.red() - other.red()) + abs(one.alpha() - other.alpha()) < 24


def test_the_window_wears_the_icon(application: QApplication) -> None:
    assert application is not None
    sizes = {each.width() for each in icons.program().availableSizes()}
    assert {16, 32, 256} <= sizes
    assert icons.program().pixmap(32, 32).toImage().pixelColor(16, 4).name() == "#0b6b73"
