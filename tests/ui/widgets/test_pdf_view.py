"""Pages at the size they are looked at."""

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from workjournal.exporters.pdf_pages import PagePicture
from workjournal.ui.widgets.pdf_view import PdfView


def page(width: int) -> PagePicture:
    height = width * 14 // 10
    return PagePicture(width, height, b"\xff" * (4 * width * height), 4 * width)


@pytest.fixture
def view(qtbot: QtBot) -> PdfView:
    made = PdfView()
    qtbot.addWidget(made)
    made.resize(700, 500)
    made.show()
    made.show_pages([page(made.pixels_wide()), page(made.pixels_wide())])
    return made


def test_pages_fit_the_width_and_have_numbers(view: PdfView) -> None:
    assert view.viewport().width() - 60 <= view.pixels_wide() <= view.viewport().width()
    assert [label.accessibleName() for label in view.pages] == ["Page 1 of 2", "Page 2 of 2"]
    view.show_pages([page(300)])
    assert len(view.pages) == 1
    image = view.pages[0].pixmap().toImage()
    assert image.pixelColor(0, 0) != image.pixelColor(5, 5)


def test_zoom_asks_for_other_pages_within_limits(qtbot: QtBot, view: PdfView) -> None:
    at_first = view.pixels_wide()
    with qtbot.waitSignal(view.wanted) as wanted:
        view.zoom_by(1)
    assert wanted.args == [round(at_first * 1.25)]
    for _ in range(20):
        view.zoom_by(1)
    assert view.zoom() == 3
    for _ in range(20):
        view.zoom_by(-1)
    assert view.zoom() == 0.5
    view.zoom_by(0)
    assert view.zoom() == 1


def test_ctrl_and_the_wheel_zoom(qtbot: QtBot, view: PdfView) -> None:
    QApplication.sendEvent(view.viewport(), wheel(120, Qt.KeyboardModifier.ControlModifier))
    assert view.zoom() == 1.25
    qtbot.waitUntil(lambda: view.verticalScrollBar().maximum() > 0)
    QApplication.sendEvent(view.viewport(), wheel(-120, Qt.KeyboardModifier.NoModifier))
    assert view.zoom() == 1.25
    assert view.verticalScrollBar().value() > 0


def test_another_width_asks_once_it_has_settled(qtbot: QtBot, view: PdfView) -> None:
    with qtbot.waitSignal(view.wanted) as wanted:
        view.resize(500, 500)
        view.resize(560, 500)
    assert wanted.args == [view.pixels_wide()]


def wheel(turn: int, modifiers: Qt.KeyboardModifier) -> QWheelEvent:
    return QWheelEvent(
        QPointF(50, 50),
        QPointF(50, 50),
        QPoint(0, 0),
        QPoint(0, turn),
        Qt.MouseButton.NoButton,
        modifiers,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
