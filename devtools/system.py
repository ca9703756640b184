"""The machine: whether it has a display, and which of Debian's packages it lacks."""

from __future__ import annotations

import importlib.util
import os
import re
import shlex
import shutil
import subprocess
import sys
from collections.abc import Iterable
from pathlib import Path

from devtools.reporting import Stop, say

QT = (
    *("libglib2.0-0", "libegl1", "libgl1", "libxkbcommon0", "libdbus-1-3", "libfontconfig1"),
    *("fonts-dejavu-core", "fonts-noto-cjk", "fonts-inter"),
)
WINDOW = (
    *("libxkbcommon-x11-0", "libxcb-cursor0", "libxcb-icccm4", "libxcb-keysyms1"),
    *("libxcb-image0", "libxcb-randr0", "libxcb-render-util0", "libxcb-shape0"),
    *("libxcb-xkb1", "libx11-xcb1"),
)
# A screen, a window manager and a mouse for the tests that a hand drives; its windows need what
# every window needs.
SCREEN = ("xvfb", "openbox", "libxtst6", *WINDOW)
# The programs without the package mariadb-server, which would start a server on port 3306.
# galera-4 is the cluster library that the slow tier tries a node with.
MARIADB = ("mariadb-server-core", "mariadb-client-core", "galera-4")
BUNDLER = (*WINDOW, "binutils")
# A real keyring on a bus of its own, which the slow tier lets the bundle find.
KEYRING = ("dbus-daemon", "gnome-keyring")


def has_display() -> bool:
    """Whether a window can be shown: always on Windows and a Mac."""
    if not sys.platform.startswith("linux"):
        return True
    return bool(os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY"))


def is_debian(os_release: Path = Path("/etc/os-release")) -> bool:
    """Whether this is Debian or a child of it (Ubuntu, Mint …) with its package tools."""
    if not (os_release.is_file() and shutil.which("dpkg-query") and shutil.which("apt-get")):
        return False
    text = os_release.read_text(encoding="utf-8")
    kin = re.findall(r"^(?:ID|ID_LIKE)=(.*)$", text, flags=re.MULTILINE)
    return any("debian" in line.strip("\"'").split() for line in kin)


def missing(wanted: Iterable[str], listing: str) -> list[str]:
    """What of `wanted` is neither installed nor provided, by dpkg's own listing.

    A line of it is status, name and what it provides, between tabs. Newer releases renamed
    libraries (libglib2.0-0t64), and provide the old name.
    """
    there: set[str] = set()
    for line in listing.splitlines():
        status, name, provides = line.split("\t")
        if status == "installed":
            there.add(name)
            there.update(re.sub(r"\(.*?\)", "", provides).replace(",", " ").split())
    return [name for name in wanted if name not in there]


def ensure(packages: Iterable[str]) -> None:
    """Install what is missing as root on Debian; otherwise print the line that does.

    Raises Stop where the installation fails, and under CI where anything stays missing.
    """
    if not is_debian():
        return
    query = ["dpkg-query", "-W", "-f=${db:Status-Status}\t${Package}\t${Provides}\n"]
    listing = subprocess.run(query, check=True, capture_output=True, text=True).stdout
    lacking = missing([*_for_environments(), *packages], listing)
    if not lacking:
        return
    # Never at the price of a package that is there: MySQL's server would have to go for MariaDB's.
    install = ["apt-get", "install", "-y", "--no-install-recommends", "--no-remove", *lacking]
    if os.geteuid() != 0:
        say("This machine lacks packages of the system. To install them:")
        say(f"  sudo apt-get update && sudo {shlex.join(install)}")
        if os.environ.get("CI"):
            raise Stop("CI goes on only with all of them.")
        return
    say(f"Installing packages of the system: {' '.join(lacking)}")
    unasked = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
    for command in (["apt-get", "update"], install):
        if subprocess.call(command, env=unasked, stdin=subprocess.DEVNULL) != 0:
            raise Stop(f"This failed: {shlex.join(command)}")


def _for_environments() -> tuple[str, ...]:
    """Debian ships its Python without the modules that make an environment."""
    if all(importlib.util.find_spec(name) for name in ("ensurepip", "venv")):
        return ()
    return (f"python{sys.version_info[0]}.{sys.version_info[1]}-venv",)
