"""House rules that neither linter can state: what the core may import, sizes, names, Qt's traps."""

import ast
import re
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]
PRODUCT = sorted((ROOT / "salesdesk").rglob("*.py"))
TESTS = sorted((ROOT / "tests").rglob("*.py"))
TOOLS = [
    *(ROOT / "dev.py", ROOT / "main.py"),
    *sorted((ROOT / "devtools").rglob("*.py")),
    *sorted((ROOT / "benchmarks").rglob("*.py")),
]
EVERYTHING = [*PRODUCT, *TESTS, *TOOLS]

MOST_LINES = 600
MOST_FUNCTION_LINES = 50
LONGER_WITH_REASON: dict[str, str] = {
    "salesdesk/domain/refusals.py": "every reason for a refusal, in one table",
    "tests/support/permissions_needed.py": "every use case with who may do it, in one table",
    "tests/ui/actions/test_lost_answers.py": "one trial for each form of the window",
}
LONGER_FUNCTIONS_WITH_REASON: dict[str, str] = {}


def name_of(path: Path) -> str:
    """The path as the rules and the messages write it."""
    return path.relative_to(ROOT).as_posix()


def layer(name: str) -> list[Path]:
    """The modules of one layer."""
    return sorted((ROOT / "salesdesk" / name).rglob("*.py"))


def nodes(path: Path) -> Iterator[ast.AST]:
    """Everything in the module's syntax tree."""
    return ast.walk(ast.parse(path.read_text(encoding="utf-8")))


def imports(path: Path) -> Iterator[str]:
    """The full name of each module imported, wherever in the file."""
    for node in nodes(path):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            yield node.module or ""


def calls(path: Path) -> Iterator[tuple[int, str, ast.Call]]:
    """Line, dotted name and node of each call."""
    for node in nodes(path):
        if isinstance(node, ast.Call):
            yield node.lineno, ast.unparse(node.func), node


def body_lines(function: ast.FunctionDef | ast.AsyncFunctionDef) -> int:
    """How many lines a function takes, its docstring aside."""
    lines = (function.end_lineno or function.lineno) - function.lineno + 1
    first = function.body[0]
    if ast.get_docstring(function) is not None:
        lines -= (first.end_lineno or first.lineno) - first.lineno + 1
    return lines


# --- the layers ----------------------------------------------------------------------------------


def test_the_five_layers_are_there() -> None:
    there = {
        path.name for path in (ROOT / "salesdesk").iterdir() if (path / "__init__.py").exists()
    }
    assert there == {"app", "ui", "services", "storage", "domain"}


def test_the_domain_imports_the_standard_library_alone() -> None:
    strange = [
        f"{name_of(path)} imports {module}"
        for path in layer("domain")
        for module in imports(path)
        if module.split(".")[0] not in sys.stdlib_module_names
        and not module.startswith("salesdesk.domain")
    ]
    assert strange == []


def test_imports_name_the_whole_module() -> None:
    relative = [
        f"{name_of(path)}:{node.lineno}"
        for path in EVERYTHING
        for node in nodes(path)
        if isinstance(node, ast.ImportFrom) and node.level
    ]
    assert relative == []


def test_only_the_database_clock_decides() -> None:
    clocks = ("datetime.now", "datetime.utcnow", "datetime.today", "date.today", "time.time")
    asked = [
        f"{name_of(path)}:{line} {called}"
        for path in [*layer("domain"), *layer("services")]
        for line, called, _ in calls(path)
        if called.endswith(clocks)
    ]
    assert asked == []


# --- names and sizes -----------------------------------------------------------------------------


def test_no_module_is_a_drawer_for_everything() -> None:
    drawers = {"utils", "util", "helpers", "misc", "common"}
    assert [name_of(path) for path in EVERYTHING if path.stem in drawers] == []


def test_no_class_is_a_manager() -> None:
    managers = [
        f"{name_of(path)}:{node.lineno} {node.name}"
        for path in EVERYTHING
        for node in nodes(path)
        if isinstance(node, ast.ClassDef) and node.name.endswith("Manager")
    ]
    assert managers == []


def _cited(text: str) -> Iterator[tuple[str, str | None]]:
    """The pages that a text cites, each with the section named, line breaks taken out."""
    flat = re.sub(r"\s*\n[\s#:]*", " ", text)
    for found in re.finditer(r'([\w./-]+\.md)\b(?:,? ["“]([^"”]+)["”])?', flat):
        yield found[1], found[2]


def test_what_is_cited_is_there() -> None:
    """A rule is cited as docs/rules.md, "Title": the page is here, and so is the section."""
    missing = [
        f"{name_of(path)} cites {page}" + (f", “{title}”" if title else "")
        for path in [*PRODUCT, *TOOLS]
        for page, title in _cited(path.read_text(encoding="utf-8"))
        if "/" in page
        if not (ROOT / page).is_file()
        or (title and f"# {title}\n" not in (ROOT / page).read_text(encoding="utf-8"))
    ]
    assert missing == []


def test_every_page_cited_says_where_it_is() -> None:
    """`rules.md` alone would be looked for in vain: it is docs/rules.md."""
    vague = [
        f"{name_of(path)} cites {page}"
        for path in PRODUCT
        for page, _ in _cited(path.read_text(encoding="utf-8"))
        if "/" not in page and page != "README.md"
    ]
    assert vague == []


def test_nothing_speaks_of_numbered_issues_or_demands() -> None:
    """They are not in the repository, so nobody can look them up."""
    numbered = [
        f"{name_of(path)}: {found}"
        for path in EVERYTHING
        for found in re.findall(r"\b(?:issues?|demands?) \d+", path.read_text(encoding="utf-8"))
    ]
    assert numbered == []


def test_every_module_says_what_it_is_for() -> None:
    silent = [
        name_of(path)
        for path in [*PRODUCT, *TOOLS]
        if ast.get_docstring(ast.parse(path.read_text(encoding="utf-8"))) is None
    ]
    assert silent == []


def test_files_stay_readable() -> None:
    lengths = {
        name_of(path): len(path.read_text(encoding="utf-8").splitlines()) for path in EVERYTHING
    }
    long = {name: lines for name, lines in lengths.items() if lines > MOST_LINES}
    assert {name: long[name] for name in long if name not in LONGER_WITH_REASON} == {}
    assert LONGER_WITH_REASON.keys() <= long.keys(), "the reason is no longer needed"


def test_functions_stay_readable() -> None:
    long = {
        f"{name_of(path)}::{node.name}": body_lines(node)
        for path in EVERYTHING
        for node in nodes(path)
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef)
        and body_lines(node) > MOST_FUNCTION_LINES
    }
    assert {name: long[name] for name in long if name not in LONGER_FUNCTIONS_WITH_REASON} == {}
    assert LONGER_FUNCTIONS_WITH_REASON.keys() <= long.keys(), "the reason is no longer needed"


# --- Qt's traps ----------------------------------------------------------------------------------


def test_slots_are_bound_methods() -> None:
    """A lambda is still called after its widget is gone, and raises."""
    lambdas = [
        f"{name_of(path)}:{line} {called}"
        for path in [*layer("ui"), *layer("app")]
        for line, called, node in calls(path)
        if called.endswith(".connect") and any(isinstance(arg, ast.Lambda) for arg in node.args)
    ]
    assert lambdas == []


def test_signals_carry_no_int() -> None:
    """Signal(int) delivers 0 for more than 32 bits: Signal(object) carries any number."""
    narrow = [
        f"{name_of(path)}:{line} {ast.unparse(node)}"
        for path in [*layer("ui"), *layer("app")]
        for line, called, node in calls(path)
        if called == "Signal" and any(ast.unparse(arg) == "int" for arg in node.args)
    ]
    assert narrow == []


#: Where kinds of faults are told apart: the router, what words them, the connection itself, and the
#: dialogs of the start, which have no session to report to.
FAULTS_TOLD_APART = {
    "salesdesk/ui/refusals.py",
    "salesdesk/ui/session/connection.py",
    "salesdesk/ui/session/faults.py",
    "salesdesk/ui/start/choose_person_dialog.py",
    "salesdesk/ui/start/connection_dialog.py",
    "salesdesk/ui/start/restore.py",
    "salesdesk/ui/start/sign_in_dialog.py",
}


def test_the_window_tells_kinds_of_faults_apart_in_one_place() -> None:
    elsewhere = [
        f"{name_of(path)}:{line}"
        for path in layer("ui")
        for line, called, node in calls(path)
        if called == "isinstance" and "Unavailable" in ast.unparse(node.args[1])
        if name_of(path) not in FAULTS_TOLD_APART
    ]
    assert elsewhere == []


def test_jobs_own_no_signals() -> None:
    """A QRunnable that owns its signals object loses results when the pool deletes it."""
    owners = [
        f"{name_of(path)}:{job.lineno} {job.name}"
        for path in [*layer("ui"), *layer("app")]
        for job in nodes(path)
        if isinstance(job, ast.ClassDef)
        and "QRunnable" in {ast.unparse(base).split(".")[-1] for base in job.bases}
        for node in ast.walk(job)
        if isinstance(node, ast.Call) and ast.unparse(node.func).endswith(("Signal", "Signals"))
    ]
    assert owners == []


# --- the tests themselves ------------------------------------------------------------------------


def test_no_test_is_left_out() -> None:
    """What cannot run must fail: a skipped test is one that nobody misses."""
    ways_out = {"skip", "skipif", "xfail", "importorskip", "skipTest"}
    left_out = [
        f"{name_of(path)}:{node.lineno} {node.attr}"
        for path in TESTS
        for node in nodes(path)
        if isinstance(node, ast.Attribute) and node.attr in ways_out
    ]
    assert left_out == []


@pytest.mark.parametrize("word", ["sleep", "msleep", "usleep"])
def test_nobody_sleeps_to_be_in_step(word: str) -> None:
    """Waiting for a signal or an answer ends in time, and says when it does not."""
    sleepers = [
        f"{name_of(path)}:{line} {called}"
        for path in [*TESTS, *layer("ui")]
        for line, called, _ in calls(path)
        if called.split(".")[-1] == word
    ]
    assert sleepers == []


def test_every_test_asserts() -> None:
    """By an assertion, an expected error, a wait for Qt, a state machine or a check."""
    proofs = ("raises", "waitSignal", "waitUntil", "waitCallback", "run_state_machine_as_test")
    empty = [
        f"{name_of(path)}::{test.name}"
        for path in TESTS
        for test in nodes(path)
        if isinstance(test, ast.FunctionDef) and test.name.startswith("test_")
        if not any(
            isinstance(node, ast.Assert)
            or (
                isinstance(node, ast.Call)
                and (
                    ast.unparse(node.func).endswith(proofs)
                    or ast.unparse(node.func).split(".")[-1].startswith(("assert_", "check"))
                )
            )
            for node in ast.walk(test)
        )
    ]
    assert empty == []


def test_what_tests_share_is_in_support() -> None:
    """A test file is imported by nobody: helpers are in tests/support, fixtures in conftest.py."""
    found = {
        f"{name_of(path)} imports {node.module}"
        for path in TESTS
        for node in nodes(path)
        if isinstance(node, ast.ImportFrom) and ".test_" in (node.module or "")
    }
    assert found == set()
