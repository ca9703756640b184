"""The house's own door: what is installed when, what is run, and what a lock may hold."""

import os
import re
import shutil
import subprocess
import sys
import tomllib
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

import dev
from devtools import compiled_translations, mysql, system
from devtools.environment import Environment, python_fault
from devtools.reporting import Stop, play

ROOT = Path(__file__).resolve().parents[1]
PARALLEL = "-n 2 --dist loadfile --no-loadscope-reorder"
LOCKS = ("requirements.lock", "requirements-dev.lock", "requirements-core.lock")
QT = {"pyside6-essentials", "shiboken6", "pyqtgraph", "pytest-qt"}
PROJECT: dict[str, Any] = tomllib.loads((ROOT / "pyproject.toml").read_text())["project"]


def locked(name: str) -> dict[str, set[str]]:
    """The versions that a lock pins, by package."""
    pins: dict[str, set[str]] = {}
    for package, version in re.findall(r"^([\w.-]+)==(\S+)", (ROOT / name).read_text(), re.M):
        pins.setdefault(package, set()).add(version)
    return pins


# --- the locks -----------------------------------------------------------------------------------


@pytest.mark.parametrize("name", LOCKS)
def test_every_pin_has_hashes_and_nothing_an_address(name: str) -> None:
    text = (ROOT / name).read_text()
    blocks = re.split(r"\n(?=\w)", text.split("dev.py lock\n", 1)[1].strip())
    assert len(blocks) > 20
    assert [block for block in blocks if "--hash=sha256:" not in block or "==" not in block] == []
    assert "://" not in text
    assert "index-url" not in text


@pytest.mark.parametrize(
    ("name", "extras", "without"),
    [
        ("requirements.lock", ["build"], set()),
        ("requirements-dev.lock", ["build", "test", "dev"], {"salesdesk"}),
        ("requirements-core.lock", ["build", "test"], QT),
    ],
)
def test_a_lock_pins_what_the_project_asks_for(
    name: str, extras: list[str], without: set[str]
) -> None:
    pins = locked(name)
    wanted = [*PROJECT["dependencies"]]
    for extra in extras:
        wanted += PROJECT["optional-dependencies"][extra]
    for requirement in map(Requirement, wanted):
        package = canonicalize_name(requirement.name)
        if package in without:
            assert package not in pins
        else:
            assert all(requirement.specifier.contains(pin) for pin in pins[package]), package


def test_the_locks_agree() -> None:
    everything = locked("requirements-dev.lock")
    for name in ("requirements.lock", "requirements-core.lock"):
        assert {package: everything.get(package) for package in locked(name)} == locked(name)


def test_the_core_has_no_qt() -> None:
    assert QT.isdisjoint(locked("requirements-core.lock"))


# --- the environments ----------------------------------------------------------------------------


@pytest.fixture
def house(tmp_path: Path) -> Environment:
    """An environment that looks installed, beside a project of its own."""
    (tmp_path / "pyproject.toml").write_text(
        '[build-system]\nrequires = []\n[project]\nname = "x"\n[tool.ruff]\nline-length = 100\n'
    )
    (tmp_path / "all.lock").write_text("everything==1")
    (tmp_path / "some.lock").write_text("something==1")
    env = Environment(tmp_path, "env", "some.lock", also=("all.lock",))
    env.python.parent.mkdir(parents=True)
    env.python.symlink_to(sys.executable)
    return env


@pytest.fixture
def commands(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """What was installed instead of installing it: pip's arguments, one call a line."""
    said: list[str] = []

    def install(_: Environment, *arguments: str) -> None:
        said.append(" ".join(arguments))

    monkeypatch.setattr(Environment, "_install", install)
    return said


def test_a_second_start_installs_nothing(house: Environment, commands: list[str]) -> None:
    house.prepare()
    assert commands == [
        "--no-deps --require-hashes --only-binary :all: -r some.lock",
        "--no-deps --no-build-isolation -e .",
    ]
    house.prepare()
    assert len(commands) == 2


def test_an_environment_filled_with_more_is_ready_too(
    house: Environment, commands: list[str]
) -> None:
    Environment(house.root, house.name, "all.lock").prepare()
    assert commands[0].endswith("-r all.lock")
    assert house.is_ready()


@pytest.mark.parametrize(
    ("file", "text"),
    [
        ("some.lock", "something==2"),
        ("pyproject.toml", '[build-system]\nrequires = []\n[project]\nname = "y"\n'),
    ],
)
def test_a_changed_lock_or_project_is_installed(
    house: Environment, commands: list[str], file: str, text: str
) -> None:
    house.prepare()
    (house.root / file).write_text(text)
    assert not house.is_ready()
    house.prepare()
    assert len(commands) == 4


def test_a_changed_tool_setting_installs_nothing(house: Environment, commands: list[str]) -> None:
    house.prepare()
    pyproject = house.root / "pyproject.toml"
    pyproject.write_text(pyproject.read_text().replace("100", "80"))
    assert house.is_ready()


def test_a_failed_installation_is_not_remembered(
    house: Environment, monkeypatch: pytest.MonkeyPatch
) -> None:
    house.stamp.write_text("an older one")

    def fail(*_: str) -> None:
        raise Stop("no network")

    monkeypatch.setattr(Environment, "_install", fail)
    with pytest.raises(Stop, match="no network"):
        house.prepare()
    assert not house.stamp.exists()


def test_an_environment_without_its_python_is_not_right(house: Environment) -> None:
    assert house.has_right_python()
    house.python.unlink()
    assert not house.has_right_python()
    assert not house.is_ready()


@pytest.mark.parametrize(
    ("version", "implementation", "fits"),
    [
        ((3, 10), "CPython", False),
        ((3, 11), "CPython", True),
        ((3, 13), "CPython", True),
        ((3, 14), "CPython", False),
        ((3, 11), "PyPy", False),
    ],
)
def test_only_some_pythons_will_do(
    version: tuple[int, int], implementation: str, fits: bool
) -> None:
    fault = python_fault(version, implementation)
    assert (fault is None) == fits
    assert fits or f"{implementation} 3.{version[1]}" in str(fault)


# --- the system's packages -----------------------------------------------------------------------

LISTING = (
    "installed\tlibegl1\t\n"
    "installed\tlibglib2.0-0t64\tlibglib2.0-0 (= 2.80.0-6), libgio2.0 (= 2.80.0-6)\n"
    "config-files\tlibgl1\t\n"
)


@pytest.fixture
def machine(monkeypatch: pytest.MonkeyPatch) -> list[Sequence[str]]:
    """A Debian that has LISTING; the commands that would change it are collected."""
    called: list[Sequence[str]] = []

    def query(*arguments: Any, **_: Any) -> subprocess.CompletedProcess[str]:
        return subprocess.CompletedProcess(arguments, 0, stdout=LISTING)

    def call(command: Sequence[str], **_: Any) -> int:
        called.append(command)
        return 0

    monkeypatch.setattr(system, "is_debian", lambda: True)
    monkeypatch.setattr(subprocess, "run", query)
    monkeypatch.setattr(subprocess, "call", call)
    monkeypatch.delenv("CI", raising=False)
    return called


def test_provided_packages_count_and_removed_ones_do_not() -> None:
    assert system.missing(["libegl1", "libglib2.0-0", "libgl1"], LISTING) == ["libgl1"]


def test_nothing_is_fetched_where_nothing_is_missing(machine: list[Sequence[str]]) -> None:
    system.ensure(["libegl1", "libglib2.0-0"])
    assert machine == []


def test_root_installs_what_is_missing_and_removes_nothing(
    machine: list[Sequence[str]], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(os, "geteuid", lambda: 0)
    system.ensure(["libegl1", "libgl1"])
    assert [command[1] for command in machine] == ["update", "install"]
    assert machine[1][-2:] == ["--no-remove", "libgl1"]


def test_anybody_else_gets_the_line_to_run(
    machine: list[Sequence[str]],
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    monkeypatch.setattr(os, "geteuid", lambda: 1000)
    system.ensure(["libgl1"])
    install = "apt-get install -y --no-install-recommends --no-remove libgl1"
    assert f"sudo apt-get update && sudo {install}\n" in capsys.readouterr().out
    assert machine == []


@pytest.mark.usefixtures("machine")
def test_ci_does_not_go_on_without_a_package(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(os, "geteuid", lambda: 1000)
    monkeypatch.setenv("CI", "true")
    with pytest.raises(Stop, match="CI"):
        system.ensure(["libgl1"])


@pytest.mark.parametrize(
    ("text", "debian"),
    [
        ("ID=debian\n", True),
        ("ID=ubuntu\nID_LIKE=debian\n", True),
        ('ID=linuxmint\nID_LIKE="ubuntu debian"\n', True),
        ("ID=fedora\n", False),
    ],
)
def test_debian_and_its_children_are_known(
    text: str, debian: bool, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(shutil, "which", lambda name: f"/usr/bin/{name}")
    release = tmp_path / "os-release"
    release.write_text(text)
    assert system.is_debian(release) == debian


# --- the commands --------------------------------------------------------------------------------


@pytest.fixture
def calls(monkeypatch: pytest.MonkeyPatch) -> list[tuple[str, str]]:
    """The environment and the arguments of every call; lint alone is red."""
    made: list[tuple[str, str]] = []

    def run(env: Environment, *arguments: str, **_: str) -> int:
        made.append((env.name, " ".join(arguments)))
        return 1 if "ruff check" in made[-1][1] else 0

    monkeypatch.setattr(Environment, "run", run)
    monkeypatch.setattr(Environment, "prepare", lambda _: None)
    monkeypatch.setattr(system, "ensure", lambda _: None)
    monkeypatch.setattr(compiled_translations, "stale", list)
    return made


def test_the_tests_run_once_each_the_core_without_qt(calls: list[tuple[str, str]]) -> None:
    dev.main(["test"])
    assert calls[-2:] == [
        (".venv-core", f"-m pytest {PARALLEL} tests/domain tests/storage tests/services"),
        (
            ".venv",
            f"-m pytest {PARALLEL} --ignore=tests/domain --ignore=tests/storage "
            "--ignore=tests/services",
        ),
    ]


def test_one_red_stage_turns_the_run_red_and_the_others_still_run(
    calls: list[tuple[str, str]], capsys: pytest.CaptureFixture[str]
) -> None:
    assert dev.main(["test"]) == 1
    assert len(calls) == 6
    report = capsys.readouterr().out.splitlines()[-7:]
    assert [line.split()[-1] for line in report[:2]] == ["ok", "(1)"]
    assert re.fullmatch(r"  tests without Qt +\d+\.\d s  ok", report[4])


def test_long_lifts_the_filter_of_pyproject_and_tries_a_mysql(
    calls: list[tuple[str, str]], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(mysql, "programs", lambda _: mysql.Programs(Path("root")))
    monkeypatch.setattr(mysql.Programs, "server", lambda _: ["mysqld"])
    dev.main(["test", "--long"])
    *_, core, others, on_mysql = (arguments for _, arguments in calls)
    assert [asked.startswith("-m pytest -m  ") for asked in (core, others)] == [True, True]
    assert on_mysql == f"-m pytest {PARALLEL} tests/storage tests/services tests/concurrency"


def test_a_mysql_can_be_asked_for_alone(
    calls: list[tuple[str, str]], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(mysql, "programs", lambda _: mysql.Programs(Path("root")))
    monkeypatch.setattr(mysql.Programs, "server", lambda _: ["mysqld"])
    dev.main(["test", "--mysql", "tests/storage", "-k", "plans"])
    assert calls == [(".venv", "-m pytest tests/storage -k plans")]


def test_other_arguments_go_to_pytest_alone(calls: list[tuple[str, str]]) -> None:
    assert dev.main(["test", "tests/ui", "-k", "panel"]) == 0
    assert calls == [(".venv", "-m pytest tests/ui -k panel")]


def test_check_is_format_lint_types_and_layers(calls: list[tuple[str, str]]) -> None:
    assert dev.main(["check"]) == 1
    asked = [arguments for _, arguments in calls]
    assert asked[:3] == ["-m ruff format --check .", "-m ruff check .", "-m mypy"]
    assert "importlinter" in asked[3]


def test_screenshots_hand_their_arguments_on(calls: list[tuple[str, str]]) -> None:
    assert dev.main(["screenshots", "pictures", "id"]) == 0
    assert calls == [
        (".venv", "-m tests.pictures.screenshots pictures id"),
        (".venv", "-m tests.pictures.administration pictures id"),
    ]


def test_translations_are_compiled_before_they_are_shown(
    calls: list[tuple[str, str]], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(compiled_translations, "stale", lambda: [Path("salesdesk_id.ts")])
    assert dev.main(["screenshots"]) == 0
    assert [words for _, words in calls] == [
        "-m devtools.compiled_translations",
        "-m tests.pictures.screenshots",
        "-m tests.pictures.administration",
    ]


def test_bench_hands_its_arguments_on(calls: list[tuple[str, str]]) -> None:
    assert dev.main(["bench", "--customers", "200", "--job", "screen"]) == 0
    assert calls == [(".venv", "-m benchmarks --customers 200 --job screen")]


@pytest.mark.usefixtures("calls")
def test_run_hands_every_argument_to_main(monkeypatch: pytest.MonkeyPatch) -> None:
    handed: list[list[str]] = []
    monkeypatch.setattr(os, "execve", lambda _, command, __: handed.append(command))
    dev.main(["run", "--demo", "--help"])
    assert handed == [[str(dev.RUN.python), str(ROOT / "main.py"), "--demo", "--help"]]


@pytest.mark.usefixtures("calls")
@pytest.mark.parametrize("arguments", [[], ["nonsense"], ["check", "--fast"], ["lock", "now"]])
def test_what_is_not_understood_ends_with_2_and_the_commands(
    arguments: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    assert dev.main(arguments) == 2
    shown = capsys.readouterr().err
    assert [name for name in dev.COMMANDS if f"\n  {name} " not in shown] == []


def test_stages_are_reported_with_their_time(capsys: pytest.CaptureFixture[str]) -> None:
    assert play([("one", lambda: 0), ("two", lambda: 0)]) == 0
    assert re.search(r"all +0\.0 s", capsys.readouterr().out)


@pytest.mark.parametrize(
    ("display", "chosen", "platform"), [("", "", "offscreen"), (":0", "", None), ("", "xcb", None)]
)
def test_without_a_display_qt_draws_into_memory(
    monkeypatch: pytest.MonkeyPatch, display: str, chosen: str, platform: str | None
) -> None:
    monkeypatch.setattr(sys, "platform", "linux")
    for name, value in (("DISPLAY", display), ("QT_QPA_PLATFORM", chosen), ("WAYLAND_DISPLAY", "")):
        monkeypatch.setenv(name, value)
    assert dev.for_tests(long=False).get("QT_QPA_PLATFORM") == platform


@pytest.mark.long
def test_a_fresh_copy_makes_its_environment_once(tmp_path: Path) -> None:
    for name in ("salesdesk", "devtools"):
        shutil.copytree(ROOT / name, tmp_path / name)
    for name in ("dev.py", "main.py", "README.md", "pyproject.toml", *LOCKS):
        shutil.copy(ROOT / name, tmp_path)
    command = [sys.executable, "dev.py", "run", "--version"]
    first, second = (
        subprocess.run(command, cwd=tmp_path, check=True, capture_output=True, text=True).stdout
        for _ in range(2)
    )
    assert "sqlalchemy" in first.lower()
    assert ".venv is ready" in first
    assert second.splitlines() == first.splitlines()[-1:]


@pytest.mark.long
def test_mysql_is_fetched_once_and_says_its_version(tmp_path: Path) -> None:
    command = mysql.programs(tmp_path).server()
    said = subprocess.run([*command, "--version"], check=True, capture_output=True, text=True)
    assert "mysqld" in said.stdout
    kept = (tmp_path / "unpacked").stat().st_mtime_ns
    assert mysql.programs(tmp_path).server() == command
    assert (tmp_path / "unpacked").stat().st_mtime_ns == kept


def test_elsewhere_than_on_debian_mysql_is_not_guessed_at(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setattr(system, "is_debian", lambda: False)
    with pytest.raises(Stop, match="name a server of your own"):
        mysql.programs(tmp_path)
    assert list(tmp_path.iterdir()) == []
