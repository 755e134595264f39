"""The master key is rotated from the window, while the window lives on."""

import datetime as dt

from PySide6.QtCore import QElapsedTimer, QTimer
from pytestqt.qtbot import QtBot

from conftest import PASSPHRASE
from ui.asking import asked, is_asked, press, type_in
from workjournal.domain.episode import Episode
from workjournal.journal.journal import Journal
from workjournal.ui import tasks
from workjournal.ui.dialogs.rotate import RotateDialog
from workjournal.ui.screens.safety import SafetyScreen
from workjournal.ui.workspace import Workspace

DAY = dt.date(2026, 11, 19)


def begin(space: Workspace) -> RotateDialog:
    space.go("safety")
    tasks.wait_all()
    screen = space.screen_of("safety")
    assert isinstance(screen, SafetyScreen)
    screen.recovery.rotate()
    dialog = asked(RotateDialog)
    type_in(dialog.confirm, PASSPHRASE)
    return dialog


def test_the_window_does_not_disturb_a_rotation_nor_stand_still(
    qtbot: QtBot, space: Workspace, journal: Journal
) -> None:
    """Seen failing (Busy) where `Workspace._look_elsewhere` does not ask for `_hushed`."""
    for number in range(200):
        journal.episodes.add(Episode(date=DAY, title=f"Episode {number}", story="A story. " * 200))
    before = journal.ways_in.store.keys.master
    space._elsewhere.setInterval(1)
    longest, between = 0, QElapsedTimer()

    def beat() -> None:
        nonlocal longest
        longest = max(longest, between.restart())

    dialog = begin(space)
    pulse = QTimer(dialog, interval=5)
    pulse.timeout.connect(beat)
    between.start()
    pulse.start()
    dialog.go_on()
    qtbot.waitUntil(lambda: dialog.ended.isVisible() or dialog.problem.isVisible(), timeout=60_000)
    assert dialog.problem.text() == ""
    assert longest < 2000, "a database that is waited for blocks for five seconds"
    press()
    assert journal.ways_in.store.keys.master != before
    assert len(journal.episodes.newest(limit=300)) >= 200


def test_a_lock_in_the_middle_gives_it_up(qtbot: QtBot, space: Workspace, journal: Journal) -> None:
    before = journal.ways_in.store.keys.master
    dialog = begin(space)
    dialog.began.connect(lambda: QTimer.singleShot(0, tasks.cancel_all))
    dialog.go_on()
    qtbot.waitUntil(dialog.working.isVisible, timeout=20_000)
    qtbot.wait(1)
    dialog.hide()
    tasks.wait_all()
    qtbot.waitUntil(lambda: not is_asked(RotateDialog))
    space.show_all_again()
    assert journal.ways_in.store.keys.master == before
    journal.ways_in.confirm(PASSPHRASE)
