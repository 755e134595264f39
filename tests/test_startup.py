"""What is loaded, and when: nothing heavy before the unlock field is on the screen (exact, no clock)."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

HEAVY = {
    *(
        "alembic",
        "asyncio",
        "keyring",
        "numpy",
        "pikepdf",
        "pypdfium2",
        "pyqtgraph",
        "scipy",
        "sqlalchemy",
        "sqlcipher3",
    ),
    *("typst", "zxcvbn", "dateparser", "regex"),
}
WINDOW = """
import sys, json, pathlib
from PySide6.QtCore import QElapsedTimer, QEvent, QObject
from workjournal.ui.program import build

class Painted(QObject):
    loaded = None
    def eventFilter(self, watched, event):
        if event.type() == QEvent.Type.Paint and self.loaded is None:
            self.loaded = set(sys.modules)
        return False

program = build(pathlib.Path(sys.argv[1]))
painted = Painted()
program.window.unlock_page.installEventFilter(painted)
program.window.show()
waited = QElapsedTimer()
waited.start()
while painted.loaded is None and waited.elapsed() < 20_000:
    program.app.processEvents()
assert program.window.isVisible()
assert program.window.unlock_page.isVisible()
while "sqlalchemy" not in sys.modules and waited.elapsed() < 20_000:
    program.app.processEvents()
from workjournal.ui import tasks
tasks.wait_all()
print(json.dumps([sorted(painted.loaded), sorted(sys.modules)]))
"""


CAPTURE = """
import sys, json, pathlib
from PySide6.QtCore import QElapsedTimer, QEvent, QObject
from workjournal.settings import Settings
from workjournal.ui import program
from workjournal.ui.lone_capture import LoneCapture

class Painted(QObject):
    loaded = None
    def eventFilter(self, watched, event):
        if event.type() == QEvent.Type.Paint and self.loaded is None:
            self.loaded = set(sys.modules)
        return False

settings = Settings()
app = program._dressed(settings)
lone = LoneCapture(app, settings, pathlib.Path(sys.argv[1]), lambda folder: None)
painted = Painted()
lone.window.unlock_page.installEventFilter(painted)
lone.begin()
waited = QElapsedTimer()
waited.start()
while "sqlalchemy" not in sys.modules and waited.elapsed() < 20_000:
    app.processEvents()
from workjournal.ui import tasks
tasks.wait_all()
print(json.dumps([sorted(painted.loaded), sorted(sys.modules)]))
"""


def python(code: str, *arguments: str, settings: Path) -> str:
    """What a fresh interpreter prints."""
    environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen", "WORKJOURNAL_CONFIG": str(settings)}
    done = subprocess.run(
        [sys.executable, "-c", code, *arguments],
        env=environment,
        capture_output=True,
        text=True,
        check=False,
        timeout=60,
    )
    assert done.returncode == 0, done.stderr
    return done.stdout


def packages(modules: list[str]) -> set[str]:
    return {name.split(".")[0] for name in modules}


@pytest.mark.parametrize("module", ["workjournal.app", "workjournal.cli"])
def test_the_terminals_start_loads_neither_qt_nor_anything_heavy(module: str, tmp_path: Path) -> None:
    code = f"import json, sys, {module}; print(json.dumps(sorted(sys.modules)))"
    loaded = packages(json.loads(python(code, settings=tmp_path)))
    assert "workjournal" in loaded
    assert loaded & (HEAVY | {"PySide6", "shiboken6"}) == set()


def test_help_needs_neither_qt_nor_a_database(tmp_path: Path) -> None:
    code = (
        "import json, sys; from workjournal.cli import run; code = run(['--help'], window=lambda vault: 1);"
        "print(json.dumps([code, sorted(sys.modules)]))"
    )
    code_, modules = json.loads(python(code, settings=tmp_path).splitlines()[-1])
    assert code_ == 0
    assert packages(modules) & (HEAVY | {"PySide6", "shiboken6", "argon2"}) == set()


@pytest.mark.parametrize("start", [WINDOW, CAPTURE], ids=["window", "capture"])
def test_nothing_heavy_is_loaded_when_the_unlock_field_is_painted(start: str, tmp_path: Path) -> None:
    at_the_field, later = json.loads(python(start, str(tmp_path / "vault"), settings=tmp_path))
    assert "PySide6" in packages(at_the_field)
    assert packages(at_the_field) & HEAVY == set()
    assert {"PySide6.QtNetwork", "PySide6.QtDBus"} & set(at_the_field) == set()
    assert "PySide6.QtNetwork" in later
    assert "sqlalchemy" in packages(
        later
    )  # loaded while the passphrase is typed: the control that it would be seen
