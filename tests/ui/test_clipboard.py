"""What is copied in the program is marked as confidential, and taken away when it locks."""

import os
import shutil
import subprocess
import sys
import textwrap
from collections.abc import Iterator
from typing import Any

import pytest
from PySide6.QtCore import QMimeData, Qt
from PySide6.QtGui import QGuiApplication, QPixmap
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from workjournal.ui import clipboard
from workjournal.ui.widgets.prose_edit import ProseEdit

CONTROL = Qt.KeyboardModifier.ControlModifier
MARK = next(kind for kind in clipboard.MARKS if kind != clipboard.OURS)


@pytest.fixture(autouse=True)
def guarded(qapp: QApplication) -> Iterator[None]:
    clipboard.guard(qapp)
    yield
    board = qapp.clipboard()
    board.dataChanged.disconnect()
    board.selectionChanged.disconnect()
    board.clear()


def copied() -> QMimeData:
    return QGuiApplication.clipboard().mimeData() or QMimeData()


def edit(words: str) -> QWidget:
    field = ProseEdit()
    field.text = words
    field.selectAll()
    return field


def line(words: str) -> QWidget:
    field = QLineEdit(words)
    field.selectAll()
    return field


def label(words: str) -> QWidget:
    field = QLabel(words)
    field.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByKeyboard)
    field.setSelection(0, len(words))
    return field


@pytest.mark.parametrize("made", [edit, line, label])
def test_copying_from_any_field_marks_it(qtbot: QtBot, made: Any) -> None:
    """Seen failing without `clipboard.guard`."""
    field = made("Said no to Marco")
    qtbot.addWidget(field)
    qtbot.keyClick(field, Qt.Key.Key_C, CONTROL)
    assert copied().text() == "Said no to Marco"
    assert bytes(copied().data(MARK).data()) == clipboard.MARKS[MARK]


def test_a_picture_stays_one(qapp: QApplication) -> None:
    picture = QPixmap(8, 8)
    picture.fill(Qt.GlobalColor.red)
    qapp.clipboard().setPixmap(picture)
    assert copied().hasImage()
    assert copied().hasFormat(MARK)
    assert qapp.clipboard().pixmap().size() == picture.size()


def test_taken_away_and_nothing_else(qapp: QApplication) -> None:
    qapp.clipboard().setText("Said no to Marco")
    clipboard.clear()
    assert not copied().text()
    qapp.clipboard().dataChanged.disconnect()
    qapp.clipboard().setText("From elsewhere")  # nobody marked it
    clipboard.clear()
    assert copied().text() == "From elsewhere"
    qapp.clipboard().dataChanged.connect(lambda: None)


WINDOW = """
    import sys, threading
    from PySide6.QtCore import QTimer
    from PySide6.QtGui import QClipboard
    from PySide6.QtWidgets import QApplication, QLineEdit
    from workjournal.ui import clipboard
    app = QApplication([])
    clipboard.guard(app)
    field = QLineEdit("Said no to Marco")
    field.show()
    field.selectAll()
    field.copy()
    app.clipboard().setText("Marco selected", QClipboard.Mode.Selection)
    def wait():
        print("ready", flush=True)
        sys.stdin.readline()
        QTimer.singleShot(0, app, lambda: (clipboard.clear(), print("cleared", flush=True)))
        sys.stdin.readline()
        QTimer.singleShot(0, app, app.quit)
    threading.Thread(target=wait, daemon=True).start()
    app.exec()
"""
OTHER = """
    import sys
    from PySide6.QtGui import QClipboard
    from PySide6.QtTest import QTest
    from PySide6.QtWidgets import QApplication
    app = QApplication([])
    board = app.clipboard()
    QTest.qWait(200)
    if len(sys.argv) > 1:
        board.setText(sys.argv[1])
        QTest.qWait(200)
        print("set", flush=True)
        while sys.stdin.readline() != "go\\n":
            pass
    for mode in (QClipboard.Mode.Clipboard, QClipboard.Mode.Selection):
        seen = board.mimeData(mode)
        print(repr(seen.text()), seen.hasFormat("x-kde-passwordManagerHint"))
"""


@pytest.fixture
def screen() -> Iterator[dict[str, str]]:
    """An X server of our own, on which two programs share a clipboard."""
    server = shutil.which("Xvfb")
    if server is None:
        pytest.skip("there is no Xvfb here")
    reading, writing = os.pipe()
    with subprocess.Popen(
        [server, "-displayfd", str(writing), "-screen", "0", "640x480x24", "-nolisten", "tcp"],
        pass_fds=[writing],
        stderr=subprocess.DEVNULL,
    ) as process:
        os.close(writing)
        with os.fdopen(reading) as told:
            number = told.readline().strip()
        yield {**os.environ, "DISPLAY": f":{number}", "QT_QPA_PLATFORM": "xcb"}
        process.terminate()


def python(code: str, environment: dict[str, str], *arguments: str) -> "subprocess.Popen[str]":
    return subprocess.Popen(
        [sys.executable, "-c", textwrap.dedent(code), *arguments],
        env=environment,
        text=True,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
    )


def seen_by_another(environment: dict[str, str]) -> list[str]:
    with python(OTHER, environment) as other:
        assert other.stdout is not None
        return other.communicate(timeout=60)[0].splitlines()


def say(process: "subprocess.Popen[str]", word: str) -> None:
    assert process.stdin is not None
    process.stdin.write(f"{word}\n")
    process.stdin.flush()


def heard(process: "subprocess.Popen[str]") -> str:
    assert process.stdout is not None
    return process.stdout.readline().strip()


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="X")
def test_as_another_program_sees_it(screen: dict[str, str]) -> None:
    """Both clipboards are marked, and gone after the lock; what another program put there stays."""
    with python(WINDOW, screen) as window:
        assert heard(window) == "ready"
        assert seen_by_another(screen) == ["'Said no to Marco' True", "'Marco selected' True"]
        say(window, "lock")
        assert heard(window) == "cleared"
        assert seen_by_another(screen) == ["'' False", "'' False"]
        say(window, "quit")
    with python(WINDOW, screen) as window, python(OTHER, screen, "Theirs") as other:
        assert heard(window) == "ready"
        assert heard(other) == "set"
        say(window, "lock")
        assert heard(window) == "cleared"
        say(other, "go")
        assert heard(other) == "'Theirs' False"
        say(window, "quit")
