"""A picture that is pasted while one writes becomes a file of the episode."""

import datetime as dt

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from pytestqt.qtbot import QtBot

from ui.attached.offering import picture
from ui.showing import on_screen
from workjournal.domain.episode import Episode
from workjournal.journal.journal import Journal
from workjournal.ui import tasks
from workjournal.ui.screens.episode import EpisodeScreen


@pytest.mark.parametrize("name", ["story", "result", "private_note"])
def test_a_screenshot_pasted_into_a_text_is_attached(qtbot: QtBot, journal: Journal, name: str) -> None:
    episode = journal.episodes.add(Episode(date=dt.date(2026, 11, 18), title="Said no", story="Scope."))
    screen = on_screen(qtbot, EpisodeScreen(journal))
    screen.arrive(episode.id)
    field = getattr(screen, name)
    before = field.text
    QGuiApplication.clipboard().setMimeData(picture())
    field.setFocus()
    qtbot.keyClick(field, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    tasks.wait_all()
    qtbot.waitUntil(lambda: bool(journal.episodes.attachments(episode.id)))
    (kept,) = journal.episodes.attachments(episode.id)
    assert kept.name.startswith("Screenshot")
    assert field.text == before
