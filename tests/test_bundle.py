"""The bundle for people without Python: it builds, starts and finds its own parts."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from salesdesk import __version__

ROOT = Path(__file__).resolve().parents[1]


@pytest.fixture(scope="module")
def program(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The program, built from salesdesk.spec."""
    built = tmp_path_factory.mktemp("bundle")
    places = [f"--distpath={built / 'dist'}", f"--workpath={built / 'build'}"]
    command = [sys.executable, "-m", "PyInstaller", "--noconfirm", *places, "salesdesk.spec"]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr[-4_000:]
    return built / "dist" / "salesdesk" / ("salesdesk.exe" if os.name == "nt" else "salesdesk")


def run(program: Path, home: Path, *arguments: str) -> str:
    """Run the program with a home of its own and no checkout in sight; what it printed."""
    surroundings = {
        **os.environ,
        "HOME": str(home),
        "XDG_DATA_HOME": str(home / "data"),
        "XDG_CONFIG_HOME": str(home / "config"),
        "XDG_STATE_HOME": str(home / "state"),
        "QT_QPA_PLATFORM": "offscreen",
    }
    done = subprocess.run(
        [str(program), *arguments],
        cwd=home,
        env=surroundings,
        capture_output=True,
        text=True,
        check=False,
        timeout=120,
    )
    assert done.returncode == 0, done.stdout + done.stderr
    assert "Traceback" not in done.stderr
    return done.stdout


@pytest.mark.long
@pytest.mark.timeout(900)
def test_the_bundle_names_its_version(program: Path, tmp_path: Path) -> None:
    assert __version__ in run(program, tmp_path, "--version")


@pytest.mark.long
@pytest.mark.timeout(900)
def test_the_bundle_passes_its_own_test(program: Path, tmp_path: Path) -> None:
    assert run(program, tmp_path, "--selftest")


@pytest.mark.long
@pytest.mark.timeout(900)
def test_the_bundle_makes_a_database(program: Path, tmp_path: Path) -> None:
    """Alembic's revisions and the user's schema come along."""
    database = f"sqlite:///{(tmp_path / 'new.db').as_posix()}"
    run(program, tmp_path, "db", "init", "--database", database)
    assert run(program, tmp_path, "doctor", "--json", "--database", database)
