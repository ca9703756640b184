"""The bundle for people without Python: it builds, starts and finds its own parts."""

import ast
import os
import subprocess
import sys
import time
from pathlib import Path
from typing import Any

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


#: Starts a bus and an unlocked keyring of its own, and then the program.
_WITH_KEYRING = (
    'echo -n secret | gnome-keyring-daemon --unlock --components=secrets >/dev/null && exec "$@"'
)


def run(program: Path, home: Path, *arguments: str, before: tuple[str, ...] = ()) -> str:
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
        [*before, str(program), *arguments],
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
    """The window, a release run, a chart, and an export by the bundle started once more."""
    told = run(program, tmp_path, "--selftest")
    assert "(bundle)" in told
    assert "FAULT" not in told
    assert all(part in told for part in ("release run:", "draws", "into a workbook"))


@pytest.mark.long
@pytest.mark.timeout(900)
def test_the_bundle_speaks_indonesian(program: Path, tmp_path: Path) -> None:
    told = run(program, tmp_path, "--selftest", "--language", "id")
    assert "Semuanya berfungsi." in told
    assert "Everything" not in told
    assert run(program, tmp_path, "--help", "--language", "id").startswith("pemakaian: salesdesk")


def test_translations_and_guides_come_along() -> None:
    """The recipe names what lies outside the package, in every language."""
    recipe = ast.parse((ROOT / "salesdesk.spec").read_text(encoding="utf-8"))
    parts = [each for each in recipe.body if isinstance(each, ast.FunctionDef)]
    known: dict[str, Any] = {"SPECPATH": str(ROOT), "Path": Path}
    (guides,) = [each for each in parts if each.name == "guides"]
    exec(compile(ast.Module([guides], []), "salesdesk.spec", "exec"), known)
    carried = {
        f"{place}/{Path(file).name}" for file, place in known["guides"]() if Path(file).is_file()
    }
    written = {
        path.relative_to(ROOT).as_posix()
        for language in ("docs", "docs/id")
        for name in ("agents", "leads", "administrators")
        for path in (ROOT / language / f"{name}.md", *(ROOT / language / "pictures").glob("*.png"))
    }
    assert len(written) > 12
    assert written <= carried
    assert (ROOT / "resources" / "translations" / "salesdesk_id.ts").is_file()
    assert "('resources', 'resources')" in ast.unparse(recipe)


@pytest.mark.long
@pytest.mark.timeout(900)
def test_the_bundle_finds_the_keyring_of_the_system(program: Path, tmp_path: Path) -> None:
    keyring = ("dbus-run-session", "--", "sh", "-c", _WITH_KEYRING, "sh")
    assert "keyring: SecretService Keyring" in run(program, tmp_path, "--selftest", before=keyring)


@pytest.mark.long
@pytest.mark.timeout(900)
def test_the_bundle_writes_every_kind_of_file(program: Path, tmp_path: Path) -> None:
    database = f"sqlite:///{(tmp_path / 'new.db').as_posix()}"
    run(program, tmp_path, "db", "init", "--database", database)
    run(program, tmp_path, "demo-data", "--customers", "40", "--database", database)
    person = ("--database", database, "--as", "rina.wulandari@kantor.example")
    for what, name in (("customers", "a.csv"), ("customers", "b.xlsx"), ("pool", "c.pdf"),
                       ("follow-ups", "d.ics")):  # fmt: skip
        run(program, tmp_path, "export", what, name, *person)
        assert (tmp_path / name).stat().st_size > 100


@pytest.mark.long
@pytest.mark.timeout(900)
def test_the_bundle_starts_while_somebody_waits(program: Path, tmp_path: Path) -> None:
    """From the command to the filled window, drawn into a picture; the figure is printed."""
    run(program, tmp_path, "--demo")
    began = time.monotonic()
    run(program, tmp_path, "--demo")
    took = time.monotonic() - began
    sys.stdout.write(f"The bundle's window was filled after {took:.1f} s.\n")
    assert took < 20


@pytest.mark.long
@pytest.mark.timeout(900)
def test_the_bundle_makes_a_database(program: Path, tmp_path: Path) -> None:
    """Alembic's revisions and the user's schema come along."""
    database = f"sqlite:///{(tmp_path / 'new.db').as_posix()}"
    run(program, tmp_path, "db", "init", "--database", database)
    assert run(program, tmp_path, "doctor", "--json", "--database", database)
