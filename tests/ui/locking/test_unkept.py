"""Locking when what was typed cannot be kept."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from conftest import PASSPHRASE
from ui.locking.opened import (
    NoRoom,
    Open,
    an_episode,
    cover_of,
    journal_of,
    no_room,
    read_aloud,
    shown,
    space_of,
)
from workjournal.ui import tasks
from workjournal.ui.main_window import MainWindow


def test_locked_by_hand_it_can_be_shown_again(
    window: MainWindow, restarted: list[Path], monkeypatch: pytest.MonkeyPatch, qtbot: QtBot
) -> None:
    journal = journal_of(window)
    editor = shown(window, "episode", an_episode(journal).id)
    editor.story.text = "Typed on a full disk."
    with monkeypatch.context() as full:
        no_room(full, journal)
        space_of(window).commands["lock"].run()
        cover = cover_of(window)
        assert window.is_covered()
        assert cover.problem.text() == "There is no room."
        assert not cover.passphrase.isVisible()
        assert "full disk" not in read_aloud()
        cover.show_again.click()
        assert window._stack.currentWidget() is space_of(window)
        assert editor.story.text == "Typed on a full disk."
        assert editor.story.hasFocus()
        assert not restarted
    window.lock()
    assert restarted == [journal.folder]


def test_a_lock_that_came_by_itself_wants_the_passphrase(
    window: MainWindow, restarted: list[Path], monkeypatch: pytest.MonkeyPatch, qtbot: QtBot
) -> None:
    journal = journal_of(window)
    editor = shown(window, "episode", an_episode(journal).id)
    editor.story.text = "Typed on a full disk."
    no_room(monkeypatch, journal)
    assert window._triggers is not None
    window._triggers.fired.emit()
    cover = cover_of(window)
    for wrong in ("", "not this one"):
        cover.passphrase.setText(wrong)
        cover.show_again.click()
        tasks.wait_all()
        assert window._stack.currentWidget() is cover
    assert cover.refused.text() == "That passphrase does not open this vault."
    cover.passphrase.clear()
    qtbot.keyClicks(cover.passphrase, PASSPHRASE)
    qtbot.keyClick(cover.passphrase, Qt.Key.Key_Return)
    tasks.wait_all()
    assert window._stack.currentWidget() is space_of(window)
    assert editor.story.text == "Typed on a full disk."
    assert not cover.passphrase.text()
    assert not restarted
    monkeypatch.undo()


def test_once_nobody_is_there_the_button_goes(window: MainWindow, monkeypatch: pytest.MonkeyPatch) -> None:
    journal = journal_of(window)
    shown(window, "episode", an_episode(journal).id).story.text = "Typed on a full disk."
    with monkeypatch.context() as full:
        no_room(full, journal)
        window.lock(by_hand=True)
        assert not cover_of(window).passphrase.isVisible()
        window.lock(by_hand=False)
        assert cover_of(window).passphrase.isVisible()
        window.lock(by_hand=True)
        assert cover_of(window).passphrase.isVisible()


def test_it_locks_by_itself_once_there_is_room(
    window: MainWindow, open_window: Open, restarted: list[Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    journal = journal_of(window)
    episode = an_episode(journal)
    shown(window, "episode", episode.id).story.text = "Typed on a full disk."
    with monkeypatch.context() as full:
        no_room(full, journal)
        window.lock(by_hand=False)
        cover_of(window)._soon.timeout.emit()
        assert not restarted
    cover_of(window)._soon.timeout.emit()
    assert restarted
    assert journal_of(open_window()).episodes.get(episode.id).story == "Typed on a full disk."


def test_the_cover_does_not_keep_the_window_from_closing(
    window: MainWindow, monkeypatch: pytest.MonkeyPatch
) -> None:
    journal = journal_of(window)
    shown(window, "episode", an_episode(journal).id).story.text = "Typed on a full disk."
    told: list[BaseException] = []
    monkeypatch.setattr("workjournal.ui.errors.report", lambda error, _=None: told.append(error))
    with monkeypatch.context() as full:
        no_room(full, journal)
        window.lock(by_hand=False)
        assert not window.close()
        assert [type(error) for error in told] == [NoRoom]
    assert window.close()
