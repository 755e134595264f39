from PySide6.QtCore import Qt
from PySide6.QtGui import QTextCursor
from pytestqt.qtbot import QtBot

from workjournal.ui.widgets.badge_fields import BadgeFields


def test_shows_labels_and_words_as_they_are_and_follows_no_address(qtbot: QtBot) -> None:
    made = BadgeFields()
    qtbot.addWidget(made)
    hostile = '<img src="https://example.org/x.png"> <a href="https://example.org">here</a>'
    made.show_fields([("Name", hostile), ("Criteria", "One\nTwo")])
    assert made.toPlainText() == f"Name\n{hostile}\nCriteria\nOne\nTwo"
    assert made.document().toHtml().count("<img") == 0
    cursor = made.textCursor()
    cursor.movePosition(QTextCursor.MoveOperation.End)
    assert cursor.charFormat().anchorHref() == ""


def test_is_read_by_keyboard_and_left_by_tab(qtbot: QtBot) -> None:
    made = BadgeFields()
    qtbot.addWidget(made)
    made.show_fields([("Name", "Planner")])
    made.show_fields([("Name", "Driver")])
    qtbot.keyClicks(made, "x")
    assert made.toPlainText() == "Name\nDriver"
    assert made.focusPolicy() & Qt.FocusPolicy.TabFocus
    assert made.tabChangesFocus()
