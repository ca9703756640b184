"""Virtual environments filled from a lock file, and the stamp that remembers it."""

from __future__ import annotations

import hashlib
import json
import os
import platform
import re
import shlex
import subprocess
import sys
import time
from dataclasses import dataclass
from pathlib import Path

from devtools.reporting import Stop, say

_ASTRAY = ("PYTHONHOME", "PYTHONPATH", "__PYVENV_LAUNCHER__", "VIRTUAL_ENV")


@dataclass(frozen=True)
class Environment:
    """A virtual environment in the project's folder `root`, and the lock it is filled from.

    `also` names locks that hold everything of `lock` too: an environment filled from one of them
    needs nothing more.
    """

    root: Path
    name: str
    lock: str
    also: tuple[str, ...] = ()

    @property
    def python(self) -> Path:
        """The environment's interpreter."""
        inner = ("Scripts", "python.exe") if os.name == "nt" else ("bin", "python")
        return self.root.joinpath(self.name, *inner)

    @property
    def stamp(self) -> Path:
        """The file that remembers what was installed."""
        return self.root / self.name / "salesdesk-stamp.json"

    def run(self, *arguments: str, **extra: str) -> int:
        """Run the interpreter in the project's folder, with `extra` variables; its exit code."""
        command = [str(self.python), *arguments]
        return subprocess.call(command, cwd=self.root, env=surroundings(**extra))

    def is_ready(self) -> bool:
        """Whether the lock, the project and the Python are still those of the installation."""
        if not (self.stamp.is_file() and self.python.exists()):
            return False
        stamped = self.stamp.read_text(encoding="utf-8")
        return stamped in {self._fingerprint(lock) for lock in (self.lock, *self.also)}

    def prepare(self) -> None:
        """Make and fill the environment, unless its stamp says that this was done."""
        if self.is_ready():
            return
        started = time.monotonic()
        if not self.has_right_python():
            self._make()
        self.stamp.unlink(missing_ok=True)
        say(f"Filling {self.name} from {self.lock} (the first time takes a minute or two):")
        # The lock is complete: a package that it does not name is not wanted.
        self._install("--no-deps", "--require-hashes", "--only-binary", ":all:", "-r", self.lock)
        self._install("--no-deps", "--no-build-isolation", "-e", ".")
        self.stamp.write_text(self._fingerprint(self.lock), encoding="utf-8")
        say(f"{self.name} is ready after {time.monotonic() - started:.0f} s.")

    def has_right_python(self) -> bool:
        """Whether the environment runs, and on the same Python as this process."""
        question = "import pip, sys; print(*sys.version_info[:2])"
        try:
            answer = subprocess.run(
                [str(self.python), "-c", question],
                check=False,
                capture_output=True,
                text=True,
                env=surroundings(),
            )
        except OSError:
            return False
        return answer.stdout.split() == [str(part) for part in sys.version_info[:2]]

    def _fingerprint(self, lock: str) -> str:
        """A digest of all that an installation from `lock` rests on."""
        import tomllib  # a Python that lacks it must get as far as the message that says so

        project = tomllib.loads((self.root / "pyproject.toml").read_text(encoding="utf-8"))
        rests_on = {
            "lock": (self.root / lock).read_text(encoding="utf-8"),
            "project": [project["build-system"], project["project"]],
            "python": [platform.python_implementation(), sys.version],
            "root": str(self.root),
        }
        return hashlib.sha256(json.dumps(rests_on, sort_keys=True).encode()).hexdigest()

    def _make(self) -> None:
        say(f"Making {self.name} with Python {platform.python_version()}")
        base = getattr(sys, "_base_executable", sys.executable)
        command = [base, "-m", "venv", "--clear", str(self.root / self.name)]
        if subprocess.call(command, env=surroundings()) != 0:
            raise Stop(f"This Python cannot make an environment: {shlex.join(command)}")

    def _install(self, *arguments: str) -> None:
        """Run `pip install`, naming each package as its turn comes; on failure show everything."""
        said: list[str] = []
        with subprocess.Popen(
            [str(self.python), "-m", "pip", "install", "--disable-pip-version-check", *arguments],
            cwd=self.root,
            env=surroundings(PYTHONUTF8="1"),
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
            encoding="utf-8",
        ) as process:
            for line in process.stdout or ():
                said.append(line)
                if found := re.match(r"(?:Collecting|Processing) (\S+)", line):
                    say(f"  {Path(found[1]).name}")
                elif line.startswith("Installing collected packages"):
                    say("  everything is here; unpacking")
        if process.returncode != 0:
            say("".join(said))
            raise Stop("The installation failed; what pip said stands above.")


def surroundings(**extra: str) -> dict[str, str]:
    """This process's variables without those that would lead another Python astray."""
    kept = {name: value for name, value in os.environ.items() if name not in _ASTRAY}
    return {**kept, **extra}


def python_fault(version: tuple[int, int], implementation: str) -> str | None:
    """Why a Python of this version will not do, in words; None if it will."""
    if implementation == "CPython" and (3, 11) <= version <= (3, 13):
        return None
    running = f"{implementation} {version[0]}.{version[1]}"
    return f"SalesDesk needs CPython 3.11, 3.12 or 3.13; this is {running}."
