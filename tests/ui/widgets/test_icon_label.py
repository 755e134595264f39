from pytestqt.qtbot import QtBot

from workjournal.ui import theme
from workjournal.ui.widgets.icon_label import IconLabel


def test_an_icon_label(qtbot: QtBot) -> None:
    label = IconLabel(icon="square", side=48, tone="accent")
    qtbot.addWidget(label)
    assert label.sizeHint().width() == 48
    label.resize(48, 48)
    image = label.grab().toImage()
    assert theme.LIGHT.accent in {image.pixelColor(x, 24).name().upper() for x in range(48)}
    label.icon = ""
    assert label.grab().toImage() != image
