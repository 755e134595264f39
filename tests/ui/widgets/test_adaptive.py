import pytest
from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QApplication, QHBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from workjournal.ui.widgets.adaptive import Adaptive


@pytest.fixture
def columns(qtbot: QtBot) -> tuple[Adaptive, QWidget, QWidget]:
    page = Adaptive()
    qtbot.addWidget(page)
    content, aside = QWidget(page), QWidget(page)
    row = QHBoxLayout(page)
    for column in (content, aside):
        column.setMinimumHeight(100)
        row.addWidget(column)
    return page, content, aside


@pytest.mark.parametrize(("width", "beside"), [(1440, True), (1200, True), (1199, False), (960, False)])
def test_the_aside_goes_below(columns: tuple[Adaptive, QWidget, QWidget], width: int, beside: bool) -> None:
    page, content, aside = columns
    page.resize(width, 700)
    page.show()
    QApplication.processEvents()
    assert (aside.x() > content.x()) is beside
    assert (aside.y() > content.y()) is not beside
    assert content.pos() == (QPoint(32, 24) if beside else QPoint(24, 20))
    if beside:
        assert 340 <= aside.width() <= 348
    else:
        assert aside.width() == content.width() == width - 48


def test_the_content_stays_readable(columns: tuple[Adaptive, QWidget, QWidget]) -> None:
    page, content, _ = columns
    page.resize(2400, 700)
    page.show()
    QApplication.processEvents()
    assert content.width() == 860
