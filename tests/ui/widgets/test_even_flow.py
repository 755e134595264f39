"""Columns of one width, as full as one another."""

import pytest
from PySide6.QtCore import QRect, Qt
from PySide6.QtWidgets import QPushButton, QWidget
from pytestqt.qtbot import QtBot

from workjournal.ui.widgets.even_flow import EvenFlow


@pytest.mark.parametrize(("width", "columns"), [(120, 1), (248, 2), (512, 3), (812, 5), (1400, 9)])
def test_rows_are_few_and_even(qtbot: QtBot, width: int, columns: int) -> None:
    bar = QWidget()
    qtbot.addWidget(bar)
    flow = EvenFlow(bar)
    buttons = [QPushButton(str(number)) for number in range(9)]
    for button in buttons:
        flow.addWidget(button)
    hidden = QPushButton("Hidden")
    flow.addWidget(hidden)
    hidden.hide()
    bar.resize(width, flow.heightForWidth(width))
    bar.show()
    places = [button.geometry() for button in buttons]
    assert len({place.left() for place in places}) == columns
    assert max(place.width() for place in places) - min(place.width() for place in places) <= 1
    assert max(place.right() for place in places) == width - 1
    assert all(bar.rect().contains(place) for place in places)
    assert not any(one.intersects(other) for one in places for other in places if one is not other)
    bar.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    flow.setGeometry(QRect(0, 0, width, bar.height()))
    assert buttons[0].geometry().right() == width - 1
