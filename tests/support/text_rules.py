"""Finds texts of the window that go around `salesdesk.ui.i18n`: nobody could translate them."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from dataclasses import dataclass

#: What makes a text that can be translated.
TRANSLATING = frozenset({"tr", "translate", "plural"})

#: Calls whose texts are read, by eye or by a screen reader. Capitals: widgets and the like.
SINKS = frozenset(
    {
        "setText", "setToolTip", "setWindowTitle", "setAccessibleName", "setTitle",
        "setAccessibleDescription", "setPlaceholderText", "setStatusTip", "setWhatsThis",
        "addAction", "addMenu", "set_hint", "set_words", "set_text", "show_text", "show_notice",
        "show_fault", "show_error", "show_news", "toast", "refuse", "mention", "news", "fail",
        "named", "fill", "plural", "add_row",
        "Action", "Button", "ChipCell", "ConfirmDialog", "Elided", "EmptyState", "Fact", "Label",
        "Notice", "Paragraph", "QAction", "QCheckBox", "QLabel", "QPushButton", "SearchField",
        "TextCell",
    }
)  # fmt: skip

#: Keyword arguments that are read, of whatever call.
READ = frozenset({"accessible", "hint", "label", "placeholder", "text", "tip", "title", "note"})

#: What engineers read: logs, and errors that are bugs.
INSIDE = frozenset({"debug", "info", "warning", "error", "exception", "getLogger", "TypeVar"})

#: Their first argument is the key of a job.
KEYED = frozenset({"query", "void"})

_WORDS = re.compile(r"[A-Za-z]{2,}\S*\s+\S*[A-Za-z]{2,}")
#: Names of icons, inks and objects are in lower case; what people read begins with a capital.
_WORD = re.compile(r"(?:OK|[A-Z][a-z]+)[….:?!]*")
#: Beside a value: ' ms', 'since '.
_BESIDE = re.compile(r"(?:^|\s)[A-Za-z]{2,}(?=[\s.,:;!?…]|$)")
_DATE = re.compile(r"[dMyHhmsz .,:/'-]+")


@dataclass(frozen=True, slots=True)
class Astray:
    """A text that goes around the helper."""

    line: int
    what: str
    text: str


def astray(source: str) -> list[Astray]:
    """Everything in a module that a translation could not reach."""
    return sorted(_Module(source).found(), key=lambda one: one.line)


class _Module:
    def __init__(self, source: str) -> None:
        self._tree = ast.parse(source)
        self._above = {
            below: node for node in ast.walk(self._tree) for below in ast.iter_child_nodes(node)
        }

    def found(self) -> Iterator[Astray]:
        for node in ast.walk(self._tree):
            if isinstance(node, ast.Call) and _name(node) in TRANSLATING:
                yield from _not_literal(node)
            if isinstance(node, ast.Constant) and isinstance(node.value, str):
                yield from self._literal(node, node.value)
            if isinstance(node, ast.Attribute) and node.attr == "value" and self._is_read(node):
                yield Astray(node.lineno, "a value shown raw", ast.unparse(node))

    def _literal(self, node: ast.Constant, text: str) -> Iterator[Astray]:
        if self._is_apart(node):
            return
        if re.search(r"%[1-9]", text) and isinstance(self._above[node], ast.Call):
            yield Astray(node.lineno, "a place without a name", text)
        elif _WORDS.search(text) and not _DATE.fullmatch(text):
            yield Astray(node.lineno, "words outside a translation", text)
        elif (
            isinstance(self._above[node], ast.JoinedStr | ast.BinOp)
            and " " in text
            and _BESIDE.search(text)
        ):
            yield Astray(node.lineno, "words beside a value", text)
        elif _WORD.fullmatch(text) and self._is_read(node):
            yield Astray(node.lineno, "a word outside a translation", text)

    def _is_apart(self, node: ast.AST) -> bool:
        """Whether it is translated, a docstring, a job's key, or for engineers alone."""
        below, above = node, self._above[node]
        while True:
            if isinstance(above, ast.Call) and _name(above) in TRANSLATING | INSIDE:
                return below in above.args
            if isinstance(above, ast.Call) and _name(above) in KEYED and below in above.args[:1]:
                return True
            if isinstance(above, ast.Raise | ast.Assert | ast.Expr) and below is not node:
                return isinstance(above, ast.Raise | ast.Assert)
            if isinstance(above, ast.Expr):
                return True
            if isinstance(above, ast.Tuple) and any(
                isinstance(one, ast.Call) and _name(one) == "id" for one in above.elts
            ):
                return True
            if isinstance(above, ast.stmt):
                return False
            below, above = above, self._above[above]

    def _is_read(self, node: ast.AST) -> bool:
        """Whether it, or what it is part of, is handed to something that people read."""
        below, above = node, self._above[node]
        while isinstance(above, ast.JoinedStr | ast.FormattedValue | ast.BinOp | ast.IfExp):
            if isinstance(above, ast.IfExp) and below is above.test:
                return False
            below, above = above, self._above[above]
        if isinstance(above, ast.keyword):
            call = self._above[above]
            filled = isinstance(call, ast.Call) and _name(call) in {"fill", "plural"}
            return filled or above.arg in READ
        if not isinstance(above, ast.Call) or _name(above) not in SINKS or below not in above.args:
            return False
        # The first argument of `named` is the widget, the second its object's name.
        return _name(above) != "named" or below is not above.args[1]


def _not_literal(call: ast.Call) -> Iterator[Astray]:
    count = {"tr": 1, "translate": 2, "plural": 3}[_name(call)]
    for argument in call.args[:count]:
        if not (isinstance(argument, ast.Constant) and isinstance(argument.value, str)):
            yield Astray(call.lineno, "a text that is made up", ast.unparse(argument))


def _name(call: ast.Call) -> str:
    return call.func.attr if isinstance(call.func, ast.Attribute) else ast.unparse(call.func)
