"""Only what is near is drawn, sharp, and what was there stays until it is."""

import threading
from types import ModuleType

import pytest
from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QImage
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from exporters.sample_pages import numbered, pages
from ui.showing import show_active
from workjournal.exporters.pdf_pages import Found, page_pictures
from workjournal.ui import tasks, theme
from workjournal.ui.parts import pdf_drawing, pdf_view
from workjournal.ui.parts.pdf_view import PdfView
from workjournal.ui.widgets.pdf_page import PdfPage
from workjournal.ui.widgets.pdf_zoom import Fit

A4 = (595.0, 842.0)
RED, BLUE = (
    pages(*[f'#rect(width: 100%, height: 100%, fill: rgb("{ink}"))'] * 3) for ink in ("#ff0000", "#0000ff")
)


@pytest.fixture
def view(qtbot: QtBot) -> PdfView:
    made = PdfView()
    qtbot.addWidget(made)
    made.resize(900, 700)
    return show_active(qtbot, made)


def show(view: PdfView, pdf: bytes) -> None:
    view.show_pdf(pdf)
    tasks.wait_all()


def colour(view: PdfView, page: int = 0) -> QColor:
    """In the middle of a page, as it is seen."""
    return view.pages[page].grab().toImage().pixelColor(view.pages[page].rect().center())


def whole(page: PdfPage) -> QImage:
    """All strips of a page, as pixels."""
    made = QImage(*page.pixels, QImage.Format.Format_RGB32)
    made.fill(Qt.GlobalColor.green)
    for number, strip in page.strips.items():
        for row in range(strip.image.height()):
            for x in range(strip.image.width()):
                made.setPixel(x, page.rows_of(number).start + row, strip.image.pixel(x, row))
    return made


def test_only_pages_near_by_are_drawn(view: PdfView) -> None:
    show(view, numbered(60))
    drawn = [number for number, page in enumerate(view.pages) if page.strips]
    assert drawn == list(range(len(drawn)))
    assert 1 <= len(drawn) <= 4
    view.turn_to(40)
    tasks.wait_all()
    drawn = [number for number, page in enumerate(view.pages) if page.strips]
    assert 40 in drawn
    assert all(37 <= number <= 43 for number in drawn)


@pytest.mark.parametrize("ratio", [1.0, 2.0])
def test_long_and_large_fits_in_memory(view: PdfView, monkeypatch: pytest.MonkeyPatch, ratio: float) -> None:
    monkeypatch.setattr(view, "devicePixelRatioF", lambda: ratio)
    show(view, pages(*[f"Page {number}" for number in range(60)], size=A4))
    view.zoom_to(3.0)
    bar = view.verticalScrollBar()
    for step in range(0, 60, 6):
        bar.setValue(bar.maximum() * step // 60)
        tasks.wait_all()
        used = sum(page.size_in_memory() for page in view.pages)
        assert 0 < used < 1.5 * pdf_drawing.MOST_BYTES
        seen = view._seen()
        for page in view.pages:
            assert all(number in page.strips for number in strips_in(page, seen.top(), seen.bottom()))


def strips_in(page: PdfPage, top: int, bottom: int) -> range:
    return page.between(top - page.y(), bottom - page.y())


@pytest.mark.parametrize("ratio", [1.0, 1.25, 2.0])
@pytest.mark.parametrize("zoom", [Fit.WIDTH, 1.0, 2.0])
def test_pictures_have_a_pixel_for_each_of_the_screen(
    view: PdfView, monkeypatch: pytest.MonkeyPatch, ratio: float, zoom: Fit | float
) -> None:
    monkeypatch.setattr(view, "devicePixelRatioF", lambda: ratio)
    show(view, numbered(2))
    view.zoom_to(zoom)
    tasks.wait_all()
    page = view.pages[0]
    assert page.strips
    for strip in page.strips.values():
        assert strip.image.width() == round(page.width() * ratio)
        assert strip.image.devicePixelRatio() == ratio
    if isinstance(zoom, float):
        assert page.width() == round(300 / 72 * view.logicalDpiX() * zoom)


def test_strips_make_up_the_page_pixel_by_pixel(view: PdfView, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("workjournal.ui.widgets.pdf_page._MOST", 20_000)
    pdf = numbered(1)
    view.resize(300, 700)
    show(view, pdf)
    (page,) = view.pages
    assert len(page.strips) > 2
    drawn = page_pictures(pdf, page.pixels[0])[0]
    expected = QImage(
        drawn.rgba, drawn.width, drawn.height, drawn.stride, QImage.Format.Format_RGBA8888
    ).convertToFormat(QImage.Format.Format_RGB32)
    assert whole(page) == expected
    edge = 3
    seen = page.grab().toImage().convertToFormat(QImage.Format.Format_RGB32)
    inner = page.rect().adjusted(edge, edge, -edge, -edge)
    assert seen.copy(inner) == expected.copy(inner)


def test_old_pages_are_seen_until_the_new_are_drawn(view: PdfView) -> None:
    show(view, RED)
    assert colour(view) == QColor("#ff0000")
    view.show_pdf(BLUE)
    assert colour(view) == QColor("#ff0000")
    view._show(BLUE, [page.points for page in view.pages])
    assert view.pdf == BLUE
    assert colour(view) == QColor("#ff0000"), "the bytes are read, but not drawn"
    tasks.wait_all()
    assert colour(view) == QColor("#0000ff")
    assert not any(page.before for page in view.pages)


def test_a_page_that_is_zoomed_is_seen_until_it_is_drawn_anew(view: PdfView) -> None:
    show(view, RED)
    view.zoom_by(1)
    view.zoom_by(1)
    assert colour(view) == QColor("#ff0000")
    assert not view.pages[0].strips
    tasks.wait_all()
    assert view.pages[0].strips
    assert colour(view) == QColor("#ff0000")


def test_the_last_bytes_win(view: PdfView) -> None:
    for pdf in (RED, BLUE, RED, BLUE):
        view.show_pdf(pdf)
    tasks.wait_all()
    assert view.pdf == BLUE
    assert colour(view) == QColor("#0000ff")


@pytest.mark.parametrize(
    "step", [(pdf_drawing, "page_part"), (pdf_view, "page_sizes")], ids=["drawing", "reading"]
)
def test_what_comes_too_late_is_dropped(
    qtbot: QtBot, view: PdfView, monkeypatch: pytest.MonkeyPatch, step: tuple[ModuleType, str]
) -> None:
    gate, begun, real = threading.Event(), threading.Event(), getattr(*step)

    def slow(pdf: bytes, *rest: object) -> object:
        if pdf == RED:
            begun.set()
            gate.wait(3)
        return real(pdf, *rest)

    monkeypatch.setattr(*step, slow)
    view.show_pdf(RED)
    qtbot.waitUntil(begun.is_set)
    view.show_pdf(BLUE)
    qtbot.waitUntil(lambda: bool(view.pages) and colour(view) == QColor("#0000ff"))
    gate.set()
    tasks.wait_all()
    assert view.pdf == BLUE
    assert colour(view) == QColor("#0000ff")


def test_the_same_bytes_are_not_drawn_again(view: PdfView) -> None:
    show(view, RED)
    strips = dict(view.pages[0].strips)
    shown: list[None] = []
    view.shown.connect(lambda: shown.append(None))
    show(view, bytes(bytearray(RED)))
    assert view.pages[0].strips == strips
    assert shown == []


def test_a_window_that_was_dragged_is_drawn_when_it_rests(qtbot: QtBot, view: PdfView) -> None:
    show(view, RED)
    view.resize(600, 700)
    view.resize(500, 700)
    assert not view.pages[0].strips
    assert colour(view) == QColor("#ff0000")
    qtbot.waitUntil(lambda: bool(view.pages[0].strips))
    assert view.pages[0].strips[0].image.width() == view.pages[0].pixels[0] == view.pages[0].width()


@pytest.mark.parametrize("mode", ["light", "dark"])
def test_marks_are_seen_on_paper_in_both_themes(view: PdfView, mode: str) -> None:
    theme.apply(view_app(), mode)
    show(view, pages("Nothing here"))
    page = view.pages[0]
    box = (0.2, 0.5, 0.4, 0.55)
    view.mark([Found(0, (box,))], None)
    middle = page.rect_of(box).center().toPoint()
    assert page.grab().toImage().pixelColor(middle) == QColor(theme.LIGHT.accent_line)
    without = page.grab().toImage()
    view.mark([Found(0, (box,))], Found(0, (box,)))
    framed = page.grab().toImage()
    assert framed != without
    assert framed.pixelColor(middle) == without.pixelColor(middle)
    assert QRectF(page.rect()).contains(page.rect_of(box))
    view.mark([], None)
    assert page.grab().toImage().pixelColor(middle) == QColor("white")


def view_app() -> QApplication:
    app = QApplication.instance()
    assert isinstance(app, QApplication)
    return app
