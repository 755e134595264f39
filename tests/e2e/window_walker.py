"""The real window, as `python -m workjournal` runs it, with someone at its keyboard. Started by the tests of locking.

Arguments: the vault, how cheap its keys are, and what to do: "type" (write into every kind of thing, save, say
"written", and lock when a line comes in) or "walk" (show every screen, then close). The passphrase and the word to type
come on standard input. After a lock `os.execv` runs this program anew: it says "locked" and waits for the end.
"""

import os
import sys
import threading
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

from PySide6.QtCore import Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QTextEdit

from workjournal import app as entry
from workjournal.ui import program, tasks
from workjournal.ui.places import New
from workjournal.ui.screens import SCREENS
from workjournal.ui.workspace import Workspace
from workjournal.vault.slots import passphrase as slot


def say(words: str) -> None:
    sys.stdout.write(f"{words}\n")
    sys.stdout.flush()


def unlocked(window: Any, secret: str) -> Workspace:
    """Type the passphrase and go in."""
    field = window.unlock_page.passphrase
    QTest.keyClicks(field, secret)
    QTest.keyClick(field, Qt.Key.Key_Return)
    tasks.wait_all()
    assert isinstance(window.workspace, Workspace), window.unlock_page.problem.text()
    return window.workspace


def fields_of(screen: Any) -> Iterator[QLineEdit | QTextEdit]:
    """What can be typed into, one after the other as they come into sight."""
    done: set[object] = set()
    while True:
        kinds = (*screen.findChildren(QLineEdit), *screen.findChildren(QTextEdit))
        fresh = [field for field in kinds if field.isVisible() and field.isEnabled() and field not in done]
        if not fresh:
            return
        done.add(fresh[0])
        if not fresh[0].isReadOnly():
            yield fresh[0]


def type_everywhere(space: Workspace, marker: str) -> None:
    """A text of its own in each field that takes letters, on each screen; leaving a screen saves it."""
    number = 0
    for name, what in (
        ("episode", New()),
        ("reflection", New()),
        ("goal", New()),
        ("lessons", New()),
        ("today", None),
    ):
        space.go(name, what)
        for field in fields_of(space.screen_of(name)):
            number += 1
            field.setFocus()
            QTest.keyClicks(field, f"{marker}-{number:02} typed")
        QApplication.processEvents()
    assert number > 12, number


def walk(space: Workspace) -> None:
    """Every screen, with a thing and without."""
    for kind in SCREENS:
        for what in (None, New()):
            space.go(kind.name, what if kind.name in {"episode", "reflection", "goal", "lessons"} else None)
            tasks.wait_all()
            QTest.qWait(50)


def when_asked(made: program.Program, then: Callable[[], object]) -> None:
    """Wait for a line without holding up the window."""

    def wait() -> None:
        sys.stdin.readline()
        QTimer.singleShot(0, made.app, then)

    threading.Thread(target=wait, daemon=True).start()


def play(made: program.Program) -> None:
    """What somebody does once the window is up."""
    space = unlocked(made.window, sys.stdin.readline().rstrip("\n"))
    marker, what = sys.stdin.readline().rstrip("\n"), sys.argv[3]
    if what == "walk":
        walk(space)
        say("walked")
        made.window.close()
        made.app.quit()
        return
    type_everywhere(space, marker)
    say("written")
    when_asked(made, space.commands["lock"].run)


def main() -> int:
    """As app.main does, and then somebody sits down."""
    os.umask(0o077)
    entry._no_core_dumps()
    folder, cheap, what = sys.argv[1:]
    slot.FLOOR_KIB = int(cheap)
    program.restart = anew
    made = program.build(Path(folder))
    made.window.show()
    if what == "locked":
        QTimer.singleShot(500, made.app, lambda: say("locked"))
        when_asked(made, made.app.quit)
    else:
        QTimer.singleShot(300, made.app, lambda: play(made))
    return made.app.exec()


def anew(vault: Path) -> None:
    """The program's own restart, but of this one."""
    os.execv(sys.executable, [sys.executable, __file__, str(vault), sys.argv[2], "locked"])


if __name__ == "__main__":
    sys.exit(main())
