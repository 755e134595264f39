from PySide6.QtGui import QColor
from pytestqt.qtbot import QtBot

from workjournal.ui import theme
from workjournal.ui.widgets.chip import Chip, chip_size


def test_a_chip_has_the_ground_of_its_tone(qtbot: QtBot) -> None:
    chip = Chip(text="Win", icon="trophy", tone="ok")
    qtbot.addWidget(chip)
    chip.resize(chip.sizeHint())
    assert chip.grab().toImage().pixelColor(chip.width() // 2, 3) == QColor(theme.LIGHT.ok_soft)
    chip.tone = "warn"
    assert chip.grab().toImage().pixelColor(chip.width() // 2, 3) == QColor(theme.LIGHT.warn_soft)


def test_an_icon_takes_room() -> None:
    assert chip_size("Win", "trophy").width() > chip_size("Win").width()
    assert chip_size("Win").height() == 26
