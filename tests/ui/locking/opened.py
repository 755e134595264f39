"""A journal in its window, and what can be seen and heard of it."""

from collections.abc import Callable, Iterator
from typing import Any

import pytest
from PySide6.QtGui import QAccessible, QAccessibleInterface, QImage
from PySide6.QtWidgets import QApplication, QWidget

from workjournal.domain.episode import Episode
from workjournal.errors import JournalError
from workjournal.journal.journal import Journal
from workjournal.ui.main_window import MainWindow
from workjournal.ui.workspace import Workspace

SECRET = "Wombat told Quokka"


class NoRoom(JournalError):
    """There is no room."""


Open = Callable[[], MainWindow]


def space_of(window: MainWindow) -> Workspace:
    assert window.workspace is not None
    return window.workspace


def journal_of(window: MainWindow) -> Journal:
    assert window._opened is not None
    return window._opened.journal


def shown(window: MainWindow, name: str, what: object = None) -> Any:
    """Go to a screen; its children are reached by their object names."""
    space_of(window).go(name, what)
    return space_of(window).screen_of(name)


def present(window: MainWindow) -> Any:
    """The screen that is up."""
    return space_of(window).stack.currentWidget()


def cover_of(window: MainWindow) -> Any:
    return window._cover


def an_episode(journal: Journal) -> Episode:
    return journal.episodes.add(Episode(date=journal.today(), title="Said no", story=SECRET))


def no_room(monkeypatch: pytest.MonkeyPatch, journal: Journal) -> None:
    def refuse(*_: object, **__: object) -> None:
        raise NoRoom

    monkeypatch.setattr(journal.drafts, "keep", refuse)
    monkeypatch.setattr(journal.episodes, "add", refuse)


def read_aloud() -> str:
    """All that a screen reader could find, from the application down."""
    app = QApplication.instance()
    assert app is not None
    return "\n".join(_texts(QAccessible.queryAccessibleInterface(app)))


def texts_of(widget: QWidget) -> Iterator[str]:
    """The same of a widget and all that is in it, whether it is in sight or not."""
    return _texts(QAccessible.queryAccessibleInterface(widget))


def _texts(at: QAccessibleInterface) -> Iterator[str]:
    for kind in (QAccessible.Text.Name, QAccessible.Text.Description, QAccessible.Text.Value):
        yield at.text(kind)
    if (words := at.textInterface()) is not None:
        yield words.text(0, words.characterCount())
    for number in range(at.childCount()):
        child = at.child(number)
        if child is not None and child.isValid():
            yield from _texts(child)


def picture(window: MainWindow) -> QImage:
    return window.grab().toImage()
