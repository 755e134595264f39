import pytest
from PySide6.QtGui import QColor
from pytestqt.qtbot import QtBot

from workjournal.ui import theme
from workjournal.ui.widgets.strength_meter import StrengthMeter


@pytest.mark.parametrize(("score", "filled"), [(0, 1), (1, 1), (2, 2), (3, 3), (4, 4)])
def test_bars(qtbot: QtBot, score: int, filled: int) -> None:
    meter = StrengthMeter()
    qtbot.addWidget(meter)
    meter.resize(400, meter.sizeHint().height())
    meter.set_strength(score, "About 300 years to guess")
    image = meter.grab().toImage()
    empty = QColor(theme.LIGHT.hover)
    assert sum(image.pixelColor(50 + 101 * bar, 3) != empty for bar in range(4)) == filled
    assert meter.text() == "About 300 years to guess"


def test_without_words_all_are_empty(qtbot: QtBot) -> None:
    meter = StrengthMeter()
    qtbot.addWidget(meter)
    meter.resize(400, meter.sizeHint().height())
    meter.set_strength(0, "")
    assert meter.grab().toImage().pixelColor(50, 3) == QColor(theme.LIGHT.hover)
