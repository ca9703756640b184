"""MySQL's server for the slow tier: Debian's newest, unpacked into a folder.

Debian's stable releases carry MariaDB alone. The packages come from the machine's own archive,
signed, with the libraries they need; nothing of them is installed.
"""

from __future__ import annotations

import re
import shutil
import subprocess
from dataclasses import dataclass
from pathlib import Path

from devtools import system
from devtools.reporting import Stop, say

_SUITE = "sid"
_PACKAGE = "mysql-server-core"
_SOURCES = (
    Path("/etc/apt/sources.list.d/debian.sources"),
    Path("/etc/apt/sources.list"),
)


@dataclass(frozen=True)
class Programs:
    """The unpacked packages of one folder."""

    root: Path

    def server(self) -> list[str]:
        """What starts the server with its own libraries instead of the machine's."""
        loader = self._one("usr/lib*/ld-linux-*.so.*", "lib*/ld-linux-*.so.*", "usr/lib/ld-linux-*")
        libraries = [str(path.parent) for path in self.root.glob("usr/lib/*/libc.so.6")]
        libraries.append(str(self.root / "usr/lib/mysql/private"))
        return [
            *(str(loader), "--library-path", ":".join(libraries)),
            *(str(self.root / "usr/sbin/mysqld"), "--no-defaults"),
            f"--basedir={self.root / 'usr'}",
            f"--lc-messages-dir={self.root / 'usr/share/mysql'}",
            f"--character-sets-dir={self.root / 'usr/share/mysql/charsets'}",
            f"--plugin-dir={self.root / 'usr/lib/mysql/plugin'}",
            *("--mysqlx=OFF", "--secure-file-priv=", "--skip-log-bin"),
        ]

    def _one(self, *patterns: str) -> Path:
        for pattern in patterns:
            for path in self.root.glob(pattern):
                return path
        raise Stop(f"{self.root} holds no loader: delete the folder, it is made anew.")


def programs(folder: Path) -> Programs:
    """MySQL's programs in this folder, fetched and unpacked if they are not there.

    Raises Stop where this is no Debian, or where its archive does not have them.
    """
    folder = folder.resolve()
    done = folder / "unpacked"
    found = Programs(folder / "root")
    if done.is_file():
        return found
    if not system.is_debian():
        raise Stop("Only Debian's packages bring a MySQL: name a server of your own instead.")
    say(f"Fetching MySQL into {folder.name}")
    found.root.mkdir(parents=True, exist_ok=True)
    for package in _fetched(folder / "apt"):
        subprocess.run(["dpkg-deb", "-x", str(package), str(found.root)], check=True)
    shutil.rmtree(folder / "apt")
    done.touch()
    return found


def _fetched(folder: Path) -> list[Path]:
    """The packages as files; apt works out which, as for a machine that has nothing."""
    for name in ("lists/partial", "cache/archives/partial"):
        (folder / name).mkdir(parents=True, exist_ok=True)
    (folder / "status").touch()
    source = folder / "suite.list"
    source.write_text(f"deb [check-valid-until=no] {_archive()} {_SUITE} main\n", encoding="utf-8")
    apart = [
        f"Dir::Etc::sourcelist={source}",
        "Dir::Etc::sourceparts=/dev/null",
        f"Dir::State::Lists={folder / 'lists'}",
        f"Dir::State::status={folder / 'status'}",
        f"Dir::Cache={folder / 'cache'}",
        "Acquire::Languages=none",
        "APT::Sandbox::User=root",
        "Debug::NoLocking=1",
    ]
    apt = ["apt-get", "-qq", "-y", *(word for option in apart for word in ("-o", option))]
    fetch = ["install", "--download-only", "--no-install-recommends", _PACKAGE]
    for command in ([*apt, "update"], [*apt, *fetch]):
        if subprocess.call(command, stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL) != 0:
            raise Stop("Debian's archive did not give MySQL's packages.")
    return sorted((folder / "cache/archives").glob("*.deb"))


def _archive() -> str:
    """The archive that this machine takes its packages from."""
    for path in _SOURCES:
        text = path.read_text(encoding="utf-8") if path.is_file() else ""
        found = re.search(r"^(?:URIs:|deb(?: \[[^]]*\])?)\s+(\S+)", text, flags=re.MULTILINE)
        if found:
            return found[1]
    raise Stop("This machine's archive of packages is not known.")
