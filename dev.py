"""The one door to SalesDesk's house: start it, test it, check it, photograph it, bundle it.

Standard library only, for CPython 3.11 to 3.13 on Linux, Windows and a Mac. Each command first
makes sure of what it needs: the system's packages (on Debian and its children), an environment
beside this file, and in it the packages of a lock file, each checked by its hash. A second start
installs nothing.
"""

from __future__ import annotations

import os
import platform
import shlex
import subprocess
import sys
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path

from devtools import compiled_translations, mysql, system
from devtools.environment import Environment, python_fault, surroundings
from devtools.reporting import Stop, play, say

ROOT = Path(__file__).resolve().parent
RUN = Environment(ROOT, ".venv", "requirements.lock", also=("requirements-dev.lock",))
DEV = Environment(ROOT, ".venv", "requirements-dev.lock")
CORE = Environment(ROOT, ".venv-core", "requirements-core.lock")

#: Each of two processes has a server and files of its own; a file's tests stay together. The
#: files keep their order: by the number of their tests, as xdist has it, those with few tests that
#: take minutes, of whole trips and bundles, would come last and leave one process idle.
PARALLEL = ("-n", "2", "--dist", "loadfile", "--no-loadscope-reorder")
CORE_TESTS = ("tests/domain", "tests/storage", "tests/services")
#: What a real MySQL is tried with: everything that a database answers.
SERVER_TESTS = ("tests/storage", "tests/services", "tests/concurrency")
MYSQL_VARIABLE = "SALESDESK_TEST_MYSQLD"
NOT_IN_CORE = ("pyside6-essentials", "shiboken6", "pyqtgraph", "numpy")


def run(arguments: list[str]) -> int:
    """Start SalesDesk; every argument goes to main.py (try: run --demo)."""
    system.ensure((*system.QT, *(system.WINDOW if system.has_display() else ())))
    RUN.prepare()
    if fault := compile_translations(RUN):
        return fault
    command = [str(RUN.python), str(ROOT / "main.py"), *arguments]
    if os.name == "nt":
        return subprocess.call(command, env=surroundings())
    # In place of this process, so that a signal reaches SalesDesk itself.
    os.execve(command[0], command, surroundings())


def test(arguments: list[str]) -> int:
    """Checks and tests; --long adds the slow tier, --mysql tries a MySQL; others go to pytest."""
    long, on_mysql = "--long" in arguments, "--mysql" in arguments
    chosen = [argument for argument in arguments if argument not in ("--long", "--mysql")]
    packages = (*system.QT, *system.MARIADB, *system.SCREEN)
    system.ensure((*packages, *((*system.BUNDLER, *system.KEYRING) if long else ())))
    DEV.prepare()
    if on_mysql:
        return mysql_tests(chosen or [*PARALLEL, *SERVER_TESTS], long)
    if chosen:
        return DEV.run(*pytest(chosen, long), **for_tests(long))
    CORE.prepare()
    return play([*check_steps(), *test_steps(long)])


def check(arguments: list[str]) -> int:
    """Format, lint, types and layers."""
    refuse(arguments)
    system.ensure(())
    DEV.prepare()
    return play(check_steps())


def screenshots(arguments: list[str]) -> int:
    """Draw every screen and dialog into pictures; try: screenshots FOLDER id for Indonesian."""
    system.ensure(system.QT)
    DEV.prepare()
    if fault := compile_translations(DEV):
        return fault
    for module in ("tests.pictures.screenshots", "tests.pictures.administration"):
        if fault := DEV.run("-m", module, *arguments, **for_qt()):
            return fault
    return 0


def bench(arguments: list[str]) -> int:
    """Measure screens and acts beside plain SQL; try: bench --customers 2000 --job screen."""
    system.ensure((*system.QT, *system.MARIADB, *system.SCREEN))
    DEV.prepare()
    return DEV.run("-m", "benchmarks", *arguments)


def translations(arguments: list[str]) -> int:
    """Gather every text for translators, and say what a translation lacks or has wrong."""
    refuse(arguments)
    DEV.prepare()
    return DEV.run("-m", "devtools.translations")


def compile_translations(environment: Environment) -> int:
    """Compile what was translated since the last time; with nothing to do it takes no time."""
    if not compiled_translations.stale():
        return 0
    return environment.run("-m", "devtools.compiled_translations")


def bundle(arguments: list[str]) -> int:
    """Build dist/salesdesk for people without Python, and let it test itself."""
    refuse(arguments)
    system.ensure((*system.QT, *system.BUNDLER))
    DEV.prepare()
    if fault := compile_translations(DEV):
        return fault
    program = ROOT / "dist" / "salesdesk" / ("salesdesk.exe" if os.name == "nt" else "salesdesk")
    build = DEV.run("-m", "PyInstaller", "--noconfirm", "--log-level=WARN", "salesdesk.spec")
    return build or subprocess.call([str(program), "--selftest"], env=surroundings(**for_qt()))


def lock(arguments: list[str]) -> int:
    """Write the lock files from pyproject.toml; --upgrade takes newer versions."""
    refuse(argument for argument in arguments if argument != "--upgrade")
    if not DEV.has_right_python():
        DEV.prepare()
    # The development lock comes first and decides the versions of the other two.
    same = ("--constraint", DEV.lock)
    no_qt = [word for name in NOT_IN_CORE for word in ("--no-emit-package", name)]
    return (
        write_lock(DEV.lock, "--extra=dev", *arguments)
        or write_lock(RUN.lock, *same)
        or write_lock(CORE.lock, "--extra=test", *no_qt, *same)
    )


def write_lock(target: str, *choice: str) -> int:
    """Pin every package of the choice, for all systems and Pythons, by its hashes; no addresses."""
    say(f"Writing {target}")
    return DEV.run(
        *("-m", "uv", "pip", "compile", "pyproject.toml", "--output-file", target, "--quiet"),
        *("--universal", "--python-version=3.11", "--generate-hashes", "--extra=build"),
        *("--custom-compile-command", "python3 dev.py lock", *choice),
    )


def check_steps() -> list[tuple[str, Callable[[], int]]]:
    """What `check` runs."""
    layers = (
        "import sys; from importlinter.cli import lint_imports as run; sys.exit(run(no_logo=True))"
    )
    return [
        ("format", lambda: DEV.run("-m", "ruff", "format", "--check", ".")),
        ("lint", lambda: DEV.run("-m", "ruff", "check", ".")),
        ("types", lambda: DEV.run("-m", "mypy")),
        ("layers", lambda: DEV.run("-c", layers)),
    ]


def test_steps(long: bool) -> list[tuple[str, Callable[[], int]]]:
    """Every test once: the core's where Qt is not installed, the others where it is."""
    others = [f"--ignore={folder}" for folder in CORE_TESTS]
    steps: list[tuple[str, Callable[[], int]]] = [
        (
            "tests without Qt",
            lambda: CORE.run(*pytest([*PARALLEL, *CORE_TESTS], long), **for_tests(long)),
        ),
        ("tests", lambda: DEV.run(*pytest([*PARALLEL, *others], long), **for_tests(long))),
    ]
    if long:
        steps.append(
            ("tests on MySQL", lambda: mysql_tests([*PARALLEL, *SERVER_TESTS], long=False))
        )
    return steps


def mysql_tests(chosen: Sequence[str], long: bool) -> int:
    """Run tests on a MySQL instead of a MariaDB; each run starts and removes its own."""
    command = mysql.programs(ROOT / ".dev" / "mysql").server()
    with_mysql = {MYSQL_VARIABLE: shlex.join(command)}
    return DEV.run(*pytest(chosen, long), **for_tests(long), **with_mysql)


def pytest(arguments: Sequence[str], long: bool) -> list[str]:
    """The command; without `long` pyproject.toml leaves the slow tier out."""
    return ["-m", "pytest", *(["-m", ""] if long else []), *arguments]


def for_qt() -> dict[str, str]:
    """Without a display Qt draws into memory; a choice that was made stands."""
    if system.has_display() or os.environ.get("QT_QPA_PLATFORM"):
        return {}
    return {"QT_QPA_PLATFORM": "offscreen"}


def for_tests(long: bool) -> dict[str, str]:
    """The slow tier also tries more generated cases."""
    return {**for_qt(), **({"HYPOTHESIS_PROFILE": "long"} if long else {})}


COMMANDS: dict[str, Callable[[list[str]], int]] = {
    "run": run,
    "test": test,
    "check": check,
    "screenshots": screenshots,
    "bench": bench,
    "translations": translations,
    "bundle": bundle,
    "lock": lock,
}


def usage() -> str:
    """The commands, each with what it says of itself."""
    lines = [
        f"  {name:<12} {(command.__doc__ or '').strip()}" for name, command in COMMANDS.items()
    ]
    return "\n".join(["python3 dev.py COMMAND [ARGUMENTS]", "", *lines])


def refuse(arguments: Iterable[str]) -> None:
    """Stop at arguments that the command does not know."""
    if unknown := list(arguments):
        raise Stop(f"Not understood: {shlex.join(unknown)}\n\n{usage()}", code=2)


def main(arguments: list[str]) -> int:
    """Run one command and return its exit code; 2 for what is not understood."""
    name, *others = arguments or [""]
    if name in ("-h", "--help"):
        say(usage())
        return 0
    try:
        if fault := python_fault(sys.version_info[:2], platform.python_implementation()):
            raise Stop(fault, code=2)
        if name not in COMMANDS:
            raise Stop(usage(), code=2)
        return COMMANDS[name](others)
    except Stop as stop:
        print(stop, file=sys.stderr)
        return stop.code
    except KeyboardInterrupt:
        return 130


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
