import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from workjournal.ui.widgets.rating import Rating


@pytest.fixture
def rating(qtbot: QtBot) -> Rating:
    made = Rating()
    qtbot.addWidget(made)
    made.resize(300, made.sizeHint().height())
    made.show()
    return made


def test_it_begins_unset(rating: Rating) -> None:
    assert rating.rating is None
    assert rating.accessibleDescription() == "not rated"


def test_keys(rating: Rating) -> None:
    seen = []
    for key in (
        Qt.Key.Key_Right,
        Qt.Key.Key_Right,
        Qt.Key.Key_PageDown,
        Qt.Key.Key_End,
        Qt.Key.Key_Home,
        Qt.Key.Key_Delete,
    ):
        QTest.keyClick(rating, key)
        seen.append(rating.rating)
    assert seen == [50, 55, 35, 100, 0, None]


def test_a_click_sets_and_clear_clears(rating: Rating) -> None:
    QTest.mouseClick(rating, Qt.MouseButton.LeftButton, pos=QPoint(rating.width() - 14, 14))
    assert rating.rating == 100
    QTest.mouseClick(rating, Qt.MouseButton.LeftButton, pos=QPoint(rating.width() // 2, 40))
    assert rating.rating is None


def test_dragging_steps_by_five(rating: Rating) -> None:
    QTest.mousePress(rating, Qt.MouseButton.LeftButton, pos=QPoint(14, 14))
    QTest.mouseMove(rating, QPoint(107, 14))
    QTest.mouseRelease(rating, Qt.MouseButton.LeftButton)
    assert rating.rating in {30, 35, 40}


def test_right_to_left_the_low_end_is_right(rating: Rating) -> None:
    rating.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    QTest.mouseClick(rating, Qt.MouseButton.LeftButton, pos=QPoint(rating.width() - 14, 14))
    assert rating.rating == 0


def test_a_value_from_outside_is_a_rating(rating: Rating) -> None:
    rating.setValue(63)
    assert rating.rating == 65
    rating.rating = None
    rating.setValue(50)
    rating.setValue(70)
    assert rating.rating == 70


def test_it_tells_once_per_change(rating: Rating) -> None:
    told: list[int | None] = []
    rating.changed.connect(lambda: told.append(rating.rating))
    rating.rating = 50
    rating.rating = 50
    rating.rating = None
    rating.rating = None
    assert told == [50, None]


def test_it_is_a_slider_with_words(rating: Rating) -> None:
    rating.set_words("Routine", "At my limit")
    rating.rating = 65
    seen = QAccessible.queryAccessibleInterface(rating)
    assert seen.role() == QAccessible.Role.Slider
    assert rating.accessibleDescription() == "65 of 100, from Routine to At my limit"
    assert not rating.grab().isNull()
