"""Pages one below the other: their sizes, one's place in them, and turning them."""

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QImage, QWheelEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from exporters.sample_pages import POINTS, numbered, pages
from ui.showing import show_active
from workjournal.ui import tasks
from workjournal.ui.parts.pdf_view import PdfView
from workjournal.ui.widgets.pdf_zoom import Fit

CTRL, NO_KEY = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.NoModifier
NINE = numbered(9)


@pytest.fixture
def view(qtbot: QtBot) -> PdfView:
    made = PdfView()
    qtbot.addWidget(made)
    made.resize(700, 500)
    show_active(qtbot, made)
    show(made, NINE)
    return made


def show(view: PdfView, pdf: bytes) -> None:
    view.show_pdf(pdf)
    tasks.wait_all()


def test_pages_fit_the_width_and_have_numbers(view: PdfView) -> None:
    assert view.viewport().width() - 60 <= view.pages[0].width() <= view.viewport().width()
    assert [page.accessibleName() for page in view.pages[:2]] == ["Page 1 of 9", "Page 2 of 9"]
    assert view.verticalScrollBar().value() == 0
    assert view.pages[0].y() > 0
    for page in view.pages:
        assert page.height() / page.width() == pytest.approx(POINTS[1] / POINTS[0], abs=0.01)
    show(view, b"")
    assert view.pages == []
    view.turn_to(3)
    view.zoom_by(1)


def test_a_size_on_paper_is_that_size(view: PdfView) -> None:
    view.zoom_to(1.0)
    assert view.pages[0].width() == round(POINTS[0] / 72 * view.logicalDpiX())
    assert view.zoom() == pytest.approx(1)
    view.zoom_to(2.0)
    assert view.pages[0].width() == round(POINTS[0] / 36 * view.logicalDpiX())


def test_a_page_fits_whole(view: PdfView) -> None:
    view.turn_to(4)
    view.zoom_to(Fit.PAGE)
    page = view.pages[4]
    assert page.height() < view.viewport().height()
    assert page.height() > view.viewport().height() - 60
    assert view.viewport().rect().contains(page.mapTo(view.viewport(), page.rect().bottomRight()))
    assert view.page() == 4


def test_zoom_has_limits(view: PdfView) -> None:
    for steps, last in ((1, 3.0), (-1, 0.25)):
        for _ in range(20):
            view.zoom_by(steps)
        assert view.zoom() == last
    view.zoom_to(Fit.WIDTH)
    fits = view.zoom()
    view.zoom_by(1)
    view.zoom_by(-1)
    assert view.zoom() < fits < 2 * view.zoom()


def test_a_wide_page_among_others_decides_what_fits(view: PdfView) -> None:
    show(view, pages("One", "#set page(width: 600pt)\nTwo", "#set page(width: 150pt)\nThree"))
    widths = [page.width() for page in view.pages]
    assert widths[1] > view.viewport().width() - 60
    assert widths[0] == pytest.approx(widths[1] / 2, abs=1)
    middles = {page.geometry().center().x() for page in view.pages}
    assert max(middles) - min(middles) <= 1


def test_what_is_in_the_middle_stays_there_when_zoomed(view: PdfView) -> None:
    view.turn_to(4)
    middle = view.viewport().rect().center()
    before = fraction(view, 4, middle)
    view.zoom_by(1)
    view.zoom_by(1)
    assert fraction(view, 4, middle) == pytest.approx(before, abs=0.02)


def test_ctrl_and_the_wheel_zoom_at_the_pointer(view: PdfView) -> None:
    view.turn_to(2)
    before, zoom = fraction(view, 2, QPoint(50, 300)), view.zoom()
    QApplication.sendEvent(view.viewport(), wheel(60, CTRL))
    assert view.zoom() == zoom
    QApplication.sendEvent(view.viewport(), wheel(60, CTRL))
    assert view.zoom() > zoom
    assert fraction(view, 2, QPoint(50, 300))[1] == pytest.approx(before[1], abs=0.02)
    larger, place = view.zoom(), view.verticalScrollBar().value()
    QApplication.sendEvent(view.viewport(), wheel(-120, NO_KEY))
    assert view.zoom() == larger
    assert view.verticalScrollBar().value() > place


def test_one_stays_at_ones_place_when_the_window_changes(view: PdfView) -> None:
    view.turn_to(5)
    before = fraction(view, 5, QPoint(300, 0))
    view.resize(500, 400)
    assert fraction(view, 5, QPoint(200, 0))[1] == pytest.approx(before[1], abs=0.03)
    assert view.page() == 5


def test_one_stays_at_ones_place_when_the_bytes_change(view: PdfView) -> None:
    view.turn_to(5)
    view.verticalScrollBar().setValue(view.verticalScrollBar().value() + 100)
    before, shown = view.verticalScrollBar().value(), picture(view)
    show(view, numbered(9, word="Leaf"))
    assert view.verticalScrollBar().value() == before
    assert picture(view) != shown
    show(view, numbered(3))
    assert view.page() == 2
    assert view.verticalScrollBar().value() == view.verticalScrollBar().maximum()


def test_pages_that_come_while_nobody_looks_begin_at_their_top(qtbot: QtBot) -> None:
    view = PdfView()
    qtbot.addWidget(view)
    view.resize(700, 500)
    show(view, NINE)
    view.turn_to(0)
    view.show()
    assert view.verticalScrollBar().value() == 0
    assert view.verticalScrollBar().maximum() > 3000


def test_pages_that_grow_while_nobody_looks_keep_the_place(view: PdfView) -> None:
    show(view, numbered(3))
    view.turn_to(2)
    before = fraction(view, 2, QPoint(300, 0))
    view.hide()
    show(view, pages("One", "Two", "Three", size=(300, 900)))
    view.show()
    assert view.page() == 2 or fraction(view, 1, QPoint(300, 0))[1] > 1
    assert fraction(view, 2, QPoint(300, 0))[1] == pytest.approx(before[1], abs=0.1)


def test_keys_turn_pages(qtbot: QtBot, view: PdfView) -> None:
    turned: list[tuple[int, int]] = []
    view.turned.connect(lambda page, count: turned.append((page, count)))
    bar = view.verticalScrollBar()
    qtbot.keyClick(view, Qt.Key.Key_PageDown)
    assert 0.7 < bar.value() / view.viewport().height() < 1
    qtbot.keyClick(view, Qt.Key.Key_PageUp)
    assert bar.value() == 0
    qtbot.keyClick(view, Qt.Key.Key_PageDown, CTRL)
    assert view.page() == 1
    assert turned[-1] == (1, 9)
    qtbot.keyClick(view, Qt.Key.Key_End)
    assert (view.page(), bar.value()) == (8, bar.maximum())
    qtbot.keyClick(view, Qt.Key.Key_PageUp, CTRL)
    assert view.page() == 7
    qtbot.keyClick(view, Qt.Key.Key_Home)
    assert (view.page(), bar.value()) == (0, 0)
    qtbot.keyClick(view, Qt.Key.Key_Down)
    assert bar.value() > 0
    view.zoom_to(Fit.PAGE)
    qtbot.keyClick(view, Qt.Key.Key_PageDown)
    assert view.page() == 1


def test_the_page_one_is_at_is_the_one_of_which_most_is_seen(view: PdfView) -> None:
    bar = view.verticalScrollBar()
    bar.setValue(view.pages[3].y() - view.viewport().height() // 2 - 30)
    assert view.page() == 2
    bar.setValue(view.pages[3].y() - view.viewport().height() // 2 + 30)
    assert view.page() == 3


def test_the_page_one_is_at_shows_that_the_keyboard_is_there(qtbot: QtBot, view: PdfView) -> None:
    view.clearFocus()
    without = picture(view)
    view.setFocus()
    assert picture(view) != without
    assert view.focusPolicy() & Qt.FocusPolicy.TabFocus


def fraction(view: PdfView, number: int, at: QPoint) -> tuple[float, float]:
    """What of a page is at a point of the viewport."""
    page = view.pages[number]
    point = page.mapFrom(view.viewport(), at)
    return point.x() / page.width(), point.y() / page.height()


def picture(view: PdfView) -> QImage:
    return view.viewport().grab().toImage()


def wheel(turn: int, modifiers: Qt.KeyboardModifier) -> QWheelEvent:
    return QWheelEvent(
        QPointF(50, 300),
        QPointF(50, 300),
        QPoint(0, 0),
        QPoint(0, turn),
        Qt.MouseButton.NoButton,
        modifiers,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
