"""Opens the real window on a vault and types at one place, saying when which character was typed. Killed from outside."""

import sys
import time
from collections.abc import Callable
from pathlib import Path
from uuid import UUID

from PySide6.QtCore import QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget

from workjournal.journal import opening
from workjournal.journal.journal import Journal
from workjournal.ui import program
from workjournal.ui.entrance.opening_work import Opened
from workjournal.ui.places import New
from workjournal.ui.widgets.label_field import LabelField
from workjournal.vault.slots import passphrase as slot

TEXT = "Told Marco the date needed a scope cut and he picked two features to move. " * 40


def newest(journal: Journal) -> UUID:
    return journal.episodes.newest(limit=1)[0].id


LINES: dict[str, tuple[str, Callable[[Journal], object], str]] = {
    "tags of a capture": ("today", lambda _: None, "tags"),
    "people of an episode": ("episode", newest, "people"),
    "skills of a lesson": ("lessons", lambda journal: journal.lessons.all()[0].id, "skill_names"),
    "skills of a new goal": ("goal", lambda _: New(), "skill_names"),
}
"""Label fields: what stands in their line is no label yet, as long as no comma is typed."""

PLACES: dict[str, tuple[str, Callable[[Journal], object], str]] = {
    "capture": ("today", lambda _: None, "text"),
    "reflection": ("reflection", lambda journal: New(about=newest(journal)), "answer_intended"),
    "recall": ("recall", lambda _: None, "answer"),
    "action": ("actions", lambda _: New(), "text"),
    "method": ("methods", lambda journal: journal.methods.own()[0].id, "name"),
    **LINES,
}
"""Each place: its screen, what is shown there, and the field that is typed into."""


def main() -> int:
    folder, secret, cheap, place = sys.argv[1:]
    slot.FLOOR_KIB = int(cheap)
    made = program.build(Path(folder))
    made.window.show()
    lock = opening.lock_for_window(Path(folder))
    lock.take()
    journal = opening.open_journal(Path(folder), secret)
    made.window.enter(Opened(journal, lock))
    assert made.window.workspace is not None
    screen, what, name = PLACES[place]
    made.window.workspace.go(screen, what(journal))
    field = made.window.workspace.screen_of(screen).findChild(QWidget, name)
    assert isinstance(field, QWidget), name
    if isinstance(field, LabelField):
        field = field.line
        field.setFocus()
    typed = 0

    def type_on() -> None:
        nonlocal typed
        QTest.keyClicks(field, TEXT[typed])
        typed += 1
        sys.stdout.write(f"{time.time()} {typed}\n")
        sys.stdout.flush()

    # Faster than a person, and never a second of rest: only the "at least every three" keeps it.
    keys = QTimer(made.window, interval=40)
    keys.timeout.connect(type_on)
    keys.start()
    return made.app.exec()


if __name__ == "__main__":
    sys.exit(main())
