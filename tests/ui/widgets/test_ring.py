from PySide6.QtGui import QColor
from pytestqt.qtbot import QtBot

from workjournal.ui import theme
from workjournal.ui.widgets.ring import Ring


def test_the_ring_fills_clockwise_from_the_top(qtbot: QtBot) -> None:
    ring = Ring()
    qtbot.addWidget(ring)
    ring.resize(ring.sizeHint())
    ring.set_parts(5, 10)
    image = ring.grab().toImage()
    middle = ring.height() // 2
    assert image.pixelColor(ring.width() - 3, middle) == QColor(theme.LIGHT.accent)
    assert image.pixelColor(2, middle) == QColor(theme.LIGHT.border)
    assert (ring.text(), ring.accessibleName()) == ("5/10", "5 of 10")
    ring.set_parts(0, 0)
    assert not ring.grab().isNull()
