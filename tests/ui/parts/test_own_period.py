"""A period of one's own: told of only while it makes sense."""

import datetime as dt

from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from ui.showing import on_screen
from workjournal.ui.parts.own_period import OwnPeriod

DAYS = (dt.date(2026, 9, 1), dt.date(2026, 11, 19))


def test_begins_with_what_was_shown_and_keeps_what_was_typed(qtbot: QtBot) -> None:
    own = on_screen(qtbot, OwnPeriod())
    own.begin_with(DAYS)
    assert own.days() == DAYS
    own.start.setFocus()
    qtbot.keyClick(own.start, Qt.Key.Key_Up)
    own.begin_with(DAYS)
    assert own.days() == (dt.date(2026, 9, 2), DAYS[1])


def test_says_so_while_the_days_make_no_sense(qtbot: QtBot) -> None:
    own = on_screen(qtbot, OwnPeriod())
    own.begin_with(DAYS)
    assert not own.problem.isVisible()
    with qtbot.assertNotEmitted(own.changed):
        own.start.setText("2026-12-01")
        own.start.editingFinished.emit()
    assert own.days() is None
    assert own.problem.isVisible()
    with qtbot.waitSignal(own.changed):
        own.end.setText("2026-12-24")
        own.end.editingFinished.emit()
    assert not own.problem.isVisible()
