"""A list of files on the screen, and what a person does with it."""

from collections.abc import Sequence
from pathlib import Path
from uuid import UUID

from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QColor, QDropEvent, QImage
from PySide6.QtWidgets import QApplication, QMenu, QScrollArea
from pytestqt.qtbot import QtBot

from ui.showing import on_screen
from workjournal.domain.attachment import Attachment
from workjournal.journal.journal import Journal
from workjournal.ui import tasks
from workjournal.ui.attached.attachment_list import AttachmentList


class Desk:
    """The list as a screen has it: it is filled anew whenever an attachment changes."""

    def __init__(self, qtbot: QtBot, journal: Journal, episode: UUID) -> None:
        self.journal, self.episode = journal, episode
        self.titles: list[str] = []
        self.page = QScrollArea()
        self.list = AttachmentList(journal, self._ready, self.page)
        self.page.setWidget(self.list)
        self.page.setWidgetResizable(True)
        on_screen(qtbot, self.page)
        self.fill()

    def fill(self) -> None:
        self.list.show_files(self.journal.episodes.attachments(self.episode))

    def settle(self) -> None:
        """Wait for what is under way, and show what came of it."""
        tasks.wait_all()
        self.fill()
        tasks.wait_all()

    def drop(self, offered: QMimeData) -> None:
        copy, none = Qt.DropAction.CopyAction, Qt.KeyboardModifier.NoModifier
        event = QDropEvent(QPointF(5, 5), copy, offered, Qt.MouseButton.LeftButton, none)
        self.list.drop.dropEvent(event)
        self.settle()

    def rows(self) -> list[str]:
        return [row.title for row in self.list.files.rows()]  # type: ignore[attr-defined] # Row

    def names(self) -> list[str]:
        return [each.name for each in self.kept()]

    def kept(self) -> Sequence[Attachment]:
        return self.journal.episodes.attachments(self.episode)

    def choose(self, name: str) -> None:
        """The row of that name has the keyboard."""
        self.list.files.choose(next(each.id for each in self.kept() if each.name == name))
        self.list.files.setFocus()

    def _ready(self, title: str) -> UUID:
        self.titles.append(title)
        return self.episode


def files(*paths: Path) -> QMimeData:
    offered = QMimeData()
    offered.setUrls([QUrl.fromLocalFile(str(path)) for path in paths])
    return offered


def picture(side: int = 8) -> QMimeData:
    offered = QMimeData()
    image = QImage(side, side, QImage.Format.Format_RGB32)
    image.fill(QColor("teal"))
    offered.setImageData(image)
    return offered


def popup() -> QMenu:
    found = QApplication.activePopupWidget()
    assert isinstance(found, QMenu)
    return found


def press(menu: QMenu, words: str) -> None:
    """What a click on that entry does."""
    action = next(each for each in menu.actions() if each.text().startswith(words))
    menu.close()
    action.trigger()
