"""A journal of another program that is read as a test wants it, and finding one's way on the page that imports it."""

import contextlib
import datetime as dt
import io
import threading
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

import pytest
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from ui.showing import on_screen
from workjournal import importers
from workjournal.importers.importer import (
    Asked,
    Importer,
    PassphraseNeeded,
    Setting,
    SettingRefused,
    WrongImportPassphrase,
)
from workjournal.importers.item import File, Given, Item, Note, Trouble, Weight
from workjournal.importers.trees import Tree
from workjournal.journal import imports
from workjournal.journal.journal import Journal
from workjournal.ui import tasks
from workjournal.ui.screens.transfer import TransferScreen

FIRST, LAST = dt.date(2026, 11, 2), dt.date(2026, 11, 4)
SECRET = "right words"


@dataclass
class Other:
    """What the files of the other program hold, and how they were asked for."""

    items: list[Given] = field(default_factory=list)
    asked: list[Asked] = field(default_factory=list)
    begun: threading.Event = field(default_factory=threading.Event)
    go_on: threading.Event = field(default_factory=threading.Event)

    def read(self, tree: Tree, asked: Asked) -> Iterator[Given]:
        """Encrypted ones are called "locked"; "never" is no setting."""
        if tree.name.startswith("locked") and asked.passphrase != SECRET:
            raise (WrongImportPassphrase if asked.passphrase else PassphraseNeeded)(name=tree.name)
        if asked.setting("timeformat") == "never":
            raise SettingRefused(setting="How dates are written", value="never", reason="it has no day")
        self.asked.append(asked)
        yield from self.items
        self.begun.set()
        assert self.go_on.wait(20)


def entries() -> list[Given]:
    """Three entries, one without a day and one with a file; three troubles; a note."""
    picture = File(name="a.png", size=3, opened=lambda: contextlib.nullcontext(io.BytesIO(b"png")))
    return [
        Note("Dates are read as day, month, year."),
        Item(
            key="1",
            place="entry 1",
            title="The count",
            text="Forty too many.",
            date=FIRST,
            time=dt.time(9, 5),
            zone="Europe/Dublin",
            tags=("count", "depot"),
            files=(picture,),
            unknown={"weather": {"sky": "cloudy"}, "moods": ["calm", "tired"], "steps": 4211},
        ),
        Item(
            key="2",
            place="entry 2",
            title="The rota",
            text="Agreed.",
            date=LAST,
            tags=("count",),
            starred=True,
        ),
        Item(key="3", place="entry 3", title="Without a day", text="Some day."),
        Trouble("entry 4", "There is no text in it."),
        Trouble("entry 2", "The photo b.png is not in the export.", Weight.PARTLY),
        Trouble("link", "It leads out of the folder.", Weight.LEFT_OUT),
    ]


def offer(patch: pytest.MonkeyPatch, *known: Importer) -> None:
    """Only these formats are known from now on."""
    patch.setattr(importers, "IMPORTERS", known)
    patch.setattr(imports, "IMPORTERS", known)


def other(patch: pytest.MonkeyPatch) -> Other:
    """Two formats: one that every file has, with a setting, and one that must be asked for."""
    made = Other(entries())
    made.go_on.set()
    settings = (Setting("timeformat", "How dates are written", "Such as %d.%m.%Y."),)
    offer(
        patch,
        Importer("other", "Other", "Its files.", lambda _: True, made.read, settings),
        Importer("second", "Second", "Its folders.", lambda _: False, made.read),
    )
    return made


def opened(qtbot: QtBot, journal: Journal, what: object = None) -> TransferScreen:
    """The page, as one comes to it."""
    screen = on_screen(qtbot, TransferScreen(journal))
    screen.renew()
    screen.arrive(what)
    settle(qtbot)
    return screen


def settle(qtbot: QtBot) -> None:
    """All that is read and counted is there, and what was saved is shown."""
    for _ in range(2):
        tasks.wait_all()
        qtbot.wait(170)
    tasks.wait_all()


def look(qtbot: QtBot, screen: TransferScreen, folder: Path, name: str = "old.txt") -> None:
    """Choose a file."""
    file = folder / name
    file.write_text("its content is not looked at", encoding="utf-8")
    screen.flow.drop.take([file])
    settle(qtbot)


def push(qtbot: QtBot, screen: TransferScreen, button: QPushButton) -> None:
    """Press it, and see what came of it, as the window would after a save."""
    assert button.isVisible()
    assert button.isEnabled()
    button.setFocus()
    button.click()
    settle(qtbot)
    screen.renew()
