"""Looking at a PDF: which page, how large, and where words stand in it."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QApplication, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from exporters.sample_pages import numbered, pages
from ui.showing import show_active
from workjournal.ui import tasks
from workjournal.ui.parts.pdf_preview import PdfPreview
from workjournal.ui.widgets.pdf_zoom import Fit

CTRL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier
ENTER = Qt.Key.Key_Return
WORDS = pages("Oak and ash", "Ash " + "and so on " * 80, "Nothing", "Oak, ASH and oak")


@pytest.fixture
def preview(qtbot: QtBot) -> PdfPreview:
    made = PdfPreview()
    qtbot.addWidget(made)
    made.resize(800, 600)
    show_active(qtbot, made)
    show(made, WORDS)
    made.view.setFocus()
    return made


def show(preview: PdfPreview, pdf: bytes) -> None:
    preview.show_pdf(pdf)
    tasks.wait_all()


def find(qtbot: QtBot, preview: PdfPreview, words: str) -> None:
    qtbot.keyClick(preview, Qt.Key.Key_F, CTRL)
    qtbot.keyClicks(preview.words, words)
    qtbot.waitUntil(lambda: not preview.finding.seeking)


def size(preview: PdfPreview, words: str) -> QAction:
    menu = preview.size_.menu()
    return next(action for action in menu.actions() if words in action.text())


def test_says_which_page_and_goes_to_one(qtbot: QtBot, preview: PdfPreview) -> None:
    assert (preview.number.value(), preview.count.text()) == (1, "of 4")
    bar = preview.view.verticalScrollBar()
    bar.setValue(bar.maximum())
    assert preview.number.value() == 4
    preview.number.setFocus()
    preview.number.selectAll()
    qtbot.keyClicks(preview.number, "2")
    qtbot.keyClick(preview.number, ENTER)
    assert preview.view.page() == 1
    qtbot.keyClick(preview.number, Qt.Key.Key_Up)
    assert preview.view.page() == 2
    qtbot.keyClick(preview.view, Qt.Key.Key_Home)
    assert preview.number.value() == 1


def test_says_how_large_and_changes_it(qtbot: QtBot, preview: PdfPreview) -> None:
    fits = preview.size_.text()
    assert fits.endswith(" %")
    assert preview.size_.accessibleName() == f"Size of the pages: {fits}, fits the width"
    assert size(preview, "Fit the width").isChecked()
    size(preview, "200 %").trigger()
    assert preview.size_.text() == "200 %"
    assert preview.view.zoom() == pytest.approx(2)
    assert not size(preview, "Fit the width").isChecked()
    assert size(preview, "200 %").isChecked()
    size(preview, "100 %, as on paper").trigger()
    assert preview.size_.text() == "100 %"
    size(preview, "Fit the page").trigger()
    assert "fits the page" in preview.size_.accessibleName()
    assert preview.view.hasFocus()
    qtbot.mouseClick(preview.larger, Qt.MouseButton.LeftButton)
    assert "fits" not in preview.size_.accessibleName()


def test_keys_zoom_from_everywhere_in_it(qtbot: QtBot, preview: PdfPreview) -> None:
    view = preview.view
    view.zoom_to(1.0)
    for key, expected in (
        (Qt.Key.Key_Plus, 1.25),
        (Qt.Key.Key_Equal, 1.5),
        (Qt.Key.Key_Minus, 1.25),
    ):
        qtbot.keyClick(preview.number, key, CTRL)
        assert view.zoom() == pytest.approx(expected)
    qtbot.keyClick(preview.number, Qt.Key.Key_0, CTRL)
    assert view.fit is Fit.WIDTH


def test_finds_words_and_goes_from_place_to_place(qtbot: QtBot, preview: PdfPreview) -> None:
    assert not preview.find_bar.isVisible()
    find(qtbot, preview, "ash")
    assert preview.words.hasFocus()
    assert preview.hits.text() == "1 of 3"
    assert preview.words.accessibleDescription() == "1 of 3"
    for keys, told, page in (
        (Qt.KeyboardModifier.NoModifier, "2 of 3", 1),
        (Qt.KeyboardModifier.NoModifier, "3 of 3", 3),
        (Qt.KeyboardModifier.NoModifier, "1 of 3", 0),
        (SHIFT, "3 of 3", 3),
        (SHIFT, "2 of 3", 1),
    ):
        qtbot.keyClick(preview.words, ENTER, keys)
        assert (preview.hits.text(), preview.view.page()) == (told, page)
        hits, hit = preview.view.pages[page].marked()
        assert hit
        assert set(hit) <= set(hits)
        rect = preview.view.pages[page].rect_of(hit[0]).toRect()
        at = preview.view.pages[page].mapTo(preview.view.viewport(), rect.center())
        assert preview.view.viewport().rect().contains(at)
    assert [bool(page.marked()[1]) for page in preview.view.pages] == [False, True, False, False]
    qtbot.mouseClick(preview.after, Qt.MouseButton.LeftButton)
    assert preview.hits.text() == "3 of 3"
    qtbot.mouseClick(preview.before, Qt.MouseButton.LeftButton)
    assert preview.hits.text() == "2 of 3"


def test_begins_at_the_page_one_looks_at(qtbot: QtBot, preview: PdfPreview) -> None:
    preview.view.turn_to(3)
    find(qtbot, preview, "oak")
    assert preview.hits.text() == "2 of 3"
    assert preview.view.page() == 3


def test_what_is_not_there_is_said(qtbot: QtBot, preview: PdfPreview) -> None:
    find(qtbot, preview, "birch")
    assert preview.hits.text() == "Not found"
    assert not preview.after.isEnabled()
    qtbot.keyClick(preview.words, ENTER)
    qtbot.keyClick(preview.words, ENTER, SHIFT)
    preview.words.clear()
    assert preview.hits.text() == ""


def test_escape_ends_the_search(qtbot: QtBot, preview: PdfPreview) -> None:
    find(qtbot, preview, "ash")
    assert preview.search.isChecked()
    qtbot.keyClick(preview.words, Qt.Key.Key_Escape)
    assert not preview.find_bar.isVisible()
    assert not preview.search.isChecked()
    assert preview.view.hasFocus()
    assert not any(page.marked()[0] for page in preview.view.pages)
    qtbot.mouseClick(preview.search, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: preview.hits.text() == "1 of 3")
    assert preview.words.selectedText() == "ash"


def test_a_place_is_kept_when_the_bytes_change(qtbot: QtBot, preview: PdfPreview) -> None:
    find(qtbot, preview, "oak")
    qtbot.keyClick(preview.words, ENTER)
    assert preview.hits.text() == "2 of 3"
    at = preview.view.verticalScrollBar().value()
    show(preview, pages("Oak and oak and oak", "Ash", "Nothing", "Oak, ash and oak"))
    assert preview.hits.text() == "4 of 5"
    assert preview.view.verticalScrollBar().value() == at
    assert preview.view.pages[3].marked()[1]
    show(preview, pages("Ash alone"))
    assert preview.hits.text() == "Not found"
    show(preview, b"")
    assert preview.view.pages == []


def test_without_pages_there_is_nothing_to_do(preview: PdfPreview) -> None:
    parts = (preview.number, preview.size_, preview.smaller, preview.larger, preview.search)
    assert all(part.isEnabled() for part in parts)
    show(preview, b"")
    assert preview.count.text() == "of 0"
    assert not any(part.isEnabled() for part in parts)


@pytest.mark.parametrize(("width", "all_of_it"), [(500, True), (360, False)])
def test_the_bar_fits(preview: PdfPreview, width: int, *, all_of_it: bool) -> None:
    show(preview, numbered(12))
    preview.resize(width, 560)
    preview.search.click()
    QApplication.processEvents()
    assert preview.width() == width
    shown = [part for part in preview.bar.findChildren(QWidget) if isinstance(part, QPushButton)]
    for part in shown:
        assert part.isHidden() or part.geometry().right() < preview.bar.width()
        assert part.isHidden() or part.width() >= part.minimumSizeHint().width()
    assert preview.larger.isVisible() == all_of_it
    assert preview.done.geometry().right() < preview.find_bar.width()
    preview.resize(900, 560)
    assert preview.larger.isVisible()


def test_everything_has_a_name(preview: PdfPreview) -> None:
    for part in (preview.number, preview.size_, preview.words, preview.view):
        assert part.accessibleName()
    for button in preview.findChildren(QPushButton):
        assert button.accessibleName()
        assert button.focusPolicy() & Qt.FocusPolicy.TabFocus
