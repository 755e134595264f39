import datetime as dt

import pytest
from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QAccessible, QColor
from pytestqt.qtbot import QtBot

from workjournal.ui import theme
from workjournal.ui.widgets.dated_points import DatedPoints

FIRST, LATER, LAST = dt.date(2026, 1, 1), dt.date(2026, 1, 31), dt.date(2026, 12, 31)


@pytest.fixture
def points(qtbot: QtBot) -> DatedPoints:
    made = DatedPoints()
    qtbot.addWidget(made)
    made.setAccessibleName("Ratings over time")
    made.resize(600, made.sizeHint().height())
    made.show()
    return made


def painted_at(points: DatedPoints, at: QPointF) -> bool:
    return points.grab().toImage().pixelColor(at.toPoint()) == QColor(theme.current().series[0])


def place(points: DatedPoints, day: dt.date, value: int) -> QPointF:
    return QPointF(points._x(day), points._y(value))


def test_points_lie_on_their_days_and_no_line_joins_them(points: DatedPoints) -> None:
    points.set_points([(FIRST, 20), (LATER, 30), (LAST, 80)])
    first, later, last = (place(points, *each) for each in ((FIRST, 20), (LATER, 30), (LAST, 80)))
    assert all(painted_at(points, each) for each in (first, later, last))
    assert (later.x() - first.x()) / (last.x() - first.x()) == pytest.approx(30 / 364)
    assert not painted_at(points, (later + last) / 2)


def test_reads_from_the_right_where_one_does(points: DatedPoints) -> None:
    points.set_points([(FIRST, 20), (LAST, 80)])
    points.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    assert place(points, FIRST, 20).x() > place(points, LAST, 80).x()
    assert painted_at(points, place(points, FIRST, 20))


def test_one_point_stands_in_the_middle_and_none_paints_nothing(points: DatedPoints) -> None:
    points.set_points([])
    assert points.accessibleDescription() == ""
    empty = points.grab().toImage()
    points.set_points([(FIRST, 50)])
    assert points.grab().toImage() != empty
    assert abs(place(points, FIRST, 50).x() - points.width() / 2) < 20


def test_a_reader_meets_a_picture_with_a_sentence(points: DatedPoints) -> None:
    points.set_points([(FIRST, 20), (LAST, 80)])
    seen = QAccessible.queryAccessibleInterface(points)
    assert seen.role() == QAccessible.Role.Graphic
    assert seen.text(QAccessible.Text.Name) == "Ratings over time"
    assert seen.text(QAccessible.Text.Description) == "2 points, from 20 on 1 Jan 2026 to 80 on 31 Dec 2026"
