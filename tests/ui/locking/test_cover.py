"""Locking: at once out of sight, and everything kept."""

import threading
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, QPoint
from PySide6.QtWidgets import QApplication, QComboBox, QDialog, QMenu, QToolTip
from pytestqt.qtbot import QtBot

from ui.locking.opened import (
    SECRET,
    NoRoom,
    Open,
    an_episode,
    journal_of,
    picture,
    read_aloud,
    shown,
    space_of,
)
from workjournal.domain.goal import Goal
from workjournal.ui import clipboard, tasks, theme
from workjournal.ui.main_window import MainWindow
from workjournal.ui.places import New
from workjournal.ui.widgets.message_dialog import MessageDialog


def test_nothing_of_it_is_seen_or_read_aloud(window: MainWindow, qtbot: QtBot) -> None:
    """Seen failing, the screen reader, with the workspace hidden and left in its parent."""
    for what in (SECRET, "Something else"):
        shown(window, "today").text.text = what
        qtbot.wait(50)
        assert what in read_aloud()
    seen = picture(window)
    window.cover(free=False)
    one = picture(window)
    assert one != seen
    assert "Something else" not in read_aloud()
    window._uncover()
    shown(window, "today").text.text = SECRET * 10
    window.cover(free=False)
    assert picture(window) == one
    assert SECRET not in read_aloud()


def test_nothing_lies_over_it(window: MainWindow, qtbot: QtBot) -> None:
    """Dialogs, menus, lists, tool tips and the palette. Seen failing without `put_away.all_but`."""
    space = space_of(window)
    dialog = QDialog(window)
    dialog.setWindowTitle(SECRET)
    dialog.open()
    message = MessageDialog.tell(window, SECRET)
    QToolTip.showText(window.mapToGlobal(QPoint(50, 50)), SECRET, window)
    space.commands["search"].run()
    assert space.jumping.palette is not None
    space.jumping.palette.query.setText(SECRET)
    choice = QComboBox(space)
    choice.addItem(SECRET)
    choice.show()
    choice.showPopup()
    menu = QMenu(window)
    menu.addAction(SECRET)
    menu.popup(window.mapToGlobal(QPoint(10, 10)))
    assert SECRET in read_aloud()
    window.cover(free=False)
    assert [w for w in QApplication.topLevelWidgets() if w.isVisible()] == [window]
    assert QApplication.activePopupWidget() is None
    dialog.deleteLater()
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    del message, menu
    assert QApplication.activeModalWidget() is None


def test_what_is_half_typed_is_kept(window: MainWindow, open_window: Open, qtbot: QtBot) -> None:
    """A tag without its Return, a title, a reason in a dialog."""
    journal = journal_of(window)
    goal = journal.goals.start(journal.goals.add(Goal(title="Lead it")).id, journal.today())
    page = shown(window, "goal", goal.id)
    page.close_goal.click()
    dialog = QApplication.activeModalWidget()
    assert isinstance(dialog, QDialog)
    qtbot.keyClicks(dialog.reason, SECRET)  # type: ignore[attr-defined] # by its object name
    window.lock()
    again = open_window()
    shown(again, "goal", goal.id).close_goal.click()
    dialog = QApplication.activeModalWidget()
    assert isinstance(dialog, QDialog)
    assert dialog.reason.text == SECRET  # type: ignore[attr-defined]
    dialog.reject()
    editor = shown(again, "episode", New())
    qtbot.keyClicks(editor.title_, "Said no")
    editor.tags.setFocus()
    qtbot.keyClicks(QApplication.focusWidget(), "planning")
    again.lock()
    (episode,) = journal_of(open_window()).episodes.newest()
    assert (episode.title, [tag.name for tag in episode.tags]) == ("Said no", ["planning"])


def test_the_clipboard_is_emptied(window: MainWindow, qapp: QApplication) -> None:
    clipboard.guard(qapp)
    editor = shown(window, "today")
    editor.text.text = SECRET
    editor.text.selectAll()
    editor.text.copy()
    assert qapp.clipboard().text() == SECRET
    window.lock()
    assert not qapp.clipboard().text()
    qapp.clipboard().dataChanged.disconnect()
    qapp.clipboard().selectionChanged.disconnect()


def test_work_under_way_is_given_up(window: MainWindow, qtbot: QtBot) -> None:
    """An export does not hold the lock up. Seen failing, by its time, without `tasks.cancel_all`."""
    begun, ended = threading.Event(), list[str]()

    def work(report: tasks.Report) -> None:
        begun.set()
        for step in range(20_000):
            report(step / 20_000, "")
            threading.Event().wait(0.001)
        ended.append("to the end")

    tasks.run(work, lambda _: ended.append("told"), window)
    begun.wait(5)
    window.lock()
    assert not ended


def test_what_is_no_thing_yet_is_kept_as_a_draft_and_locks(
    window: MainWindow, open_window: Open, restarted: list[Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    """Seen failing with `leave` in the place of `lock`: the journal would not lock over a save that was refused."""
    journal = journal_of(window)
    episode = an_episode(journal)
    for name in ("goal", "lessons", "reflection", "pack"):
        shown(window, name, New())  # screens on which nothing was begun
    editor = shown(window, "episode", episode.id)
    editor.story.text = "Typed here."

    def refuse(*_: object, **__: object) -> None:
        raise NoRoom

    monkeypatch.setattr(journal.episodes, "add", refuse)
    window.lock(by_hand=False)
    assert restarted
    again = open_window()
    assert space_of(again).screen_of("episode").story.text == "Typed here."  # type: ignore[attr-defined]


def test_it_has_room_for_texts_of_any_size(window: MainWindow) -> None:
    window.change({"scale": 2.0})
    window.cover(free=True)
    assert window._cover is not None
    assert window._cover.card.width() == theme.px(420) == 840
