"""The program as text and as syntax trees, for tests about how it is written."""

import ast
from collections.abc import Iterator
from functools import cache
from pathlib import Path

ROOT = Path(__file__).parent.parent
PACKAGE = ROOT / "src" / "workjournal"
Function = ast.FunctionDef | ast.AsyncFunctionDef


def modules(*below: str) -> list[Path]:
    """Every module of the package, or of one part of it; frozen migrations apart."""
    return sorted(file for file in PACKAGE.joinpath(*below).rglob("*.py") if file.parent.name != "versions")


def called(file: Path) -> str:
    """A module as it is imported."""
    parts = file.relative_to(PACKAGE.parent).with_suffix("").parts
    return ".".join(parts[:-1] if parts[-1] == "__init__" else parts)


@cache
def tree(file: Path) -> ast.Module:
    return ast.parse(file.read_text(encoding="utf-8"))


def nodes(file: Path) -> Iterator[ast.AST]:
    return ast.walk(tree(file))


def imports(file: Path) -> set[str]:
    """Everything a file imports, dotted, `from a import b` as a.b; also by a string handed to the import machinery."""
    found: set[str] = set()
    for node in nodes(file):
        if isinstance(node, ast.Import):
            found |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom):
            found |= {f"{node.module}.{alias.name}" for alias in node.names}
        elif isinstance(node, ast.Call) and call_name(node).split(".")[-1] in {"import_module", "__import__"}:
            found |= {
                arg.value for arg in node.args if isinstance(arg, ast.Constant) and isinstance(arg.value, str)
            }
    return found


def call_name(call: ast.Call) -> str:
    """What is called, dotted as far as it is plain: "session.commit"."""
    return ast.unparse(call.func)


def calls(file: Path) -> list[str]:
    return [call_name(node) for node in nodes(file) if isinstance(node, ast.Call)]


def functions(file: Path) -> list[Function]:
    return [node for node in nodes(file) if isinstance(node, Function)]


def length(function: Function) -> int:
    """Lines of a function without its decorators and its docstring."""
    lines = (function.end_lineno or 0) - function.lineno + 1
    first = function.body[0]
    if ast.get_docstring(function) is not None:
        lines -= (first.end_lineno or 0) - first.lineno + 1
    return lines
