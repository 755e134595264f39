"""How the program is built, and that it stays so."""

import ast
import re
import statistics
from collections import Counter
from importlib import import_module
from pathlib import Path

from source import PACKAGE, ROOT, call_name, called, calls, functions, imports, length, modules, nodes, tree
from workjournal.charts import CHARTS
from workjournal.domain.methods import METHODS
from workjournal.vault.slots import SLOTS

NETWORK = {
    *("asyncio", "aiohttp", "ftplib", "http", "httpx", "imaplib", "nntplib", "poplib", "requests", "smtplib"),
    *("socket", "socketserver", "ssl", "telnetlib", "urllib", "urllib3", "websockets", "xmlrpc"),
}
LOCAL_QT = {"PySide6.QtNetwork.QLocalServer", "PySide6.QtNetwork.QLocalSocket"}
VAGUE = {
    "manager",
    "helper",
    "helpers",
    "utils",
    "util",
    "common",
    "base",
    "data",
    "info",
    "handler",
    "handlers",
}
# Made of labels and buttons alone, whatever they say: there is nothing to lay out.
WITHOUT_FORM = {"PlainDialog", "ShortcutsDialog"}


# The registries


def members(package: str, *definitions: str) -> list[str]:
    """The modules of a package that must each be in its tuple: all but those that define what a member is."""
    names = [file.stem for file in sorted((PACKAGE / package).glob("*.py"))]
    return [name for name in names if name not in {"__init__", *definitions}]


def test_every_method_chart_and_slot_is_in_its_tuple() -> None:
    for package, name, tuple_, definitions in (
        ("domain/methods", "METHOD", METHODS, ("method",)),
        ("charts", "CHART", CHARTS, ("chart", "figure", "measuring", "weekly", "wording")),
        ("vault/slots", "", SLOTS, ("slot",)),
    ):
        dotted = f"workjournal.{package.replace('/', '.')}"
        found = [import_module(f"{dotted}.{module}") for module in members(package, *definitions)]
        assert len(found) == len(tuple_), package
        for module in found:
            attribute = name or module.__name__.rsplit(".", 1)[1].upper()
            assert getattr(module, attribute) in tuple_, module


def test_every_screen_is_in_its_tuple() -> None:
    from workjournal.ui.screens import SCREENS

    assert sorted(screen.__module__.rsplit(".", 1)[1] for screen in SCREENS) == members("ui/screens")
    for screen in SCREENS:
        module = screen.__module__.rsplit(".", 1)[1]
        assert screen.__name__ == f"{module.title().replace('_', '')}Screen"
        assert screen.name == module
    assert len({screen.shortcut for screen in SCREENS if screen.shortcut}) == sum(
        bool(s.shortcut) for s in SCREENS
    )


# The forms


def filled_by(file: Path) -> list[tuple[str, str]]:
    """The forms the classes of a file fill: those they name, and of a screen or page the one it is called after."""
    found = []
    for kind in [node for node in tree(file).body if isinstance(node, ast.ClassDef)]:
        filling = [
            node for node in ast.walk(kind) if isinstance(node, ast.Call) and call_name(node) == "form.fill"
        ]
        forms = [call.args[1] for call in filling]
        if kind.name.endswith(("Screen", "Page")):
            assigned = [node for node in kind.body if isinstance(node, ast.Assign)]
            forms += [node.value for node in assigned if ast.unparse(node.targets[0]) == "name"]
        found += [
            (str(form.value), kind.name) for form in forms if isinstance(form, ast.Constant) and form.value
        ]
    return found


def test_every_form_has_one_class_and_every_screen_and_dialog_a_form() -> None:
    filled = [pair for file in modules("ui") for pair in filled_by(file)]
    forms = {file.stem for file in (ROOT / "resources" / "ui").glob("*.ui")}
    assert Counter(form for form, _ in filled) == Counter(forms)
    classes = [node for file in modules("ui") for node in tree(file).body if isinstance(node, ast.ClassDef)]
    laid_out = {
        kind.name
        for kind in classes
        if kind.name.endswith(("Screen", "Dialog"))
        and {ast.unparse(b) for b in kind.bases} & {"Screen", "QDialog"}
    }
    assert laid_out - {name for _, name in filled} == WITHOUT_FORM


# The store and its services


def test_nothing_outside_the_store_changes_rows_behind_the_feed() -> None:
    """No bulk statement, no raw SQL, no session of one's own: what is saved is always announced."""
    wrong = []
    for file in [file for file in modules() if not called(file).startswith("workjournal.store")]:
        bulk = {f"sqlalchemy.{name}" for name in ("update", "delete", "insert", "text")}
        bulk |= {
            f"{name}.{verb}"
            for name in ("sqlalchemy.orm", "sqlalchemy.dialects.sqlite")
            for verb in ("sessionmaker", "scoped_session", "insert", "create_engine")
        }
        if called(file).startswith("workjournal.domain"):
            bulk.discard("sqlalchemy.text")  # conditions of indexes
        wrong += [(called(file), name) for name in imports(file) & bulk]
        for name in calls(file):
            verb = name.rsplit(".", 1)[-1]
            if verb in {"Session", "sessionmaker", "commit", "exec_driver_sql", "bulk_save_objects"}:
                wrong.append((called(file), name))
            if verb in {"update", "delete", "insert"} and ("query" in name or "select" in name):
                wrong.append((called(file), name))
    assert wrong == []


def test_sessions_come_from_reading_and_writing_alone() -> None:
    for file in modules("journal"):
        for node in nodes(file):
            if isinstance(node, ast.With):
                opened = [
                    ast.unparse(item.context_expr) for item in node.items if "session" in ast.unparse(item)
                ]
                assert all(
                    re.fullmatch(r"(self\.|journal\.)?_?store\.(reading|writing)\(\)", name)
                    for name in opened
                ), (
                    called(file),
                    opened,
                )


# No network


def test_nothing_imports_the_network() -> None:
    for file in modules():
        names = imports(file)
        assert not {name for name in names if name.split(".")[0] in NETWORK}, called(file)
        assert {name for name in names if name.startswith("PySide6.QtNetwork")} <= LOCAL_QT, called(file)
        assert not {name for name in names if name.startswith("PySide6.QtWeb")}, called(file)


def test_a_hidden_import_would_be_seen(tmp_path: Path) -> None:
    file = tmp_path / "hidden.py"
    for line in (
        "import http.client",
        "from urllib import request",
        "import_module('ssl')",
        "__import__('socket')",
    ):
        file.write_text(f"def later():\n    {line}\n", encoding="utf-8")
        tree.cache_clear()
        assert {name.split(".")[0] for name in imports(file)} & NETWORK, line


# Sizes, names, prose


def test_files_are_short() -> None:
    lines = {called(file): len(file.read_text(encoding="utf-8").splitlines()) for file in modules()}
    assert {name: count for name, count in lines.items() if count > 300} == {}
    assert statistics.median(lines.values()) < 100


def test_functions_are_short() -> None:
    long = {
        f"{called(file)}.{f.name}": length(f) for file in modules() for f in functions(file) if length(f) > 40
    }
    assert long == {}


def test_tests_are_short_too() -> None:
    lines = {
        file.name: len(file.read_text(encoding="utf-8").splitlines())
        for file in (ROOT / "tests").rglob("*.py")
    }
    assert {name: count for name, count in lines.items() if count > 300} == {}


def test_no_module_has_a_name_that_says_nothing() -> None:
    for file in PACKAGE.rglob("*"):
        assert not set(file.stem.lower().split("_")) & VAGUE, file


def test_every_package_says_in_ten_lines_what_it_is() -> None:
    for file in modules():
        if file.name == "__init__.py":
            told = ast.get_docstring(tree(file))
            assert told, called(file)
            assert len(told.splitlines()) <= 10, called(file)


def test_every_function_says_what_it_takes_and_gives() -> None:
    for file in modules():
        for function in functions(file):
            arguments = [*function.args.posonlyargs, *function.args.args, *function.args.kwonlyargs]
            untold = [a.arg for a in arguments if a.annotation is None and a.arg not in {"self", "cls"}]
            assert not untold, f"{called(file)}.{function.name}"
            assert function.returns is not None, f"{called(file)}.{function.name}"


# What belongs to one machine


def written_by_people() -> list[Path]:
    """Every text file that is handed on."""
    kinds = {
        ".py",
        ".toml",
        ".md",
        ".txt",
        ".ui",
        ".qss",
        ".typ",
        ".in",
        ".sh",
        ".spec",
        ".desktop",
        ".xml",
        ".yml",
        "",
    }
    places = [ROOT / name for name in ("src", "tests", "resources", "packaging", "benchmarks", "docs", ".ci")]
    files = [file for place in places for file in place.rglob("*") if "__pycache__" not in file.parts]
    return [file for file in (*files, *ROOT.iterdir()) if file.is_file() and file.suffix in kinds]


def test_no_path_and_no_package_index_of_this_machine_is_handed_on() -> None:
    own = [f"{ROOT}/", f"{ROOT.parent}/" if len(ROOT.parts) > 2 else f"{ROOT}/", f"{Path.home()}/"]
    index = re.compile(r"(?<!no-emit-)index-url|find-links|trusted-host|pypi\.org/simple", re.IGNORECASE)
    for file in written_by_people():
        content = file.read_text(encoding="utf-8")
        assert not [path for path in own if path in content], file
        assert file == Path(__file__) or not index.search(content), file
    assert "://" not in (ROOT / "constraints.txt").read_text(encoding="utf-8")
