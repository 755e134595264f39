import gc

import pytest
from PySide6.QtCore import QSize
from PySide6.QtGui import QColor, QIcon, QPixmap
from PySide6.QtWidgets import QApplication, QPushButton
from pytestqt.qtbot import QtBot

from workjournal.ui import icons, theme


def inks(pixmap: QPixmap) -> set[str]:
    image = pixmap.toImage()
    spots = (image.pixelColor(x, y) for x in range(image.width()) for y in range(image.height()))
    return {spot.name().upper() for spot in spots if spot.alpha() > 250}


def test_an_icon_has_the_colour_of_its_role() -> None:
    assert theme.LIGHT.text2 in inks(icons.icon("square").pixmap(48, 48))
    assert theme.LIGHT.danger in inks(icons.icon("wj-square", "danger").pixmap(48, 48))


def test_disabled_and_checked_icons() -> None:
    square = icons.icon("square")
    assert theme.LIGHT.control in inks(square.pixmap(QSize(48, 48), QIcon.Mode.Disabled))
    assert theme.LIGHT.accent in inks(square.pixmap(QSize(48, 48), QIcon.Mode.Normal, QIcon.State.On))


def test_an_icon_follows_a_switch(qapp: QApplication) -> None:
    square = icons.icon("square")
    theme.apply(qapp, "dark")
    try:
        assert theme.DARK.text2 in inks(square.pixmap(48, 48))
    finally:
        theme.apply(qapp, "light")


def test_a_copy_outlives_its_maker() -> None:
    copy = QIcon(icons.icon("square"))
    copy.setIsMask(True)  # makes Qt clone the engine
    gc.collect()
    assert theme.LIGHT.text2 in inks(copy.pixmap(48, 48))


def test_an_unknown_name_is_told() -> None:
    with pytest.raises(FileNotFoundError):
        icons.icon("no-such-icon")


def test_an_icon_of_a_form_is_adopted_in_the_role_of_its_button(qtbot: QtBot) -> None:
    icons.known_to_forms()
    button = QPushButton("Save")
    qtbot.addWidget(button)
    button.setProperty("role", "primary")
    button.setIcon(QIcon.fromTheme("wj-square"))
    icons.adopt(button)
    assert theme.LIGHT.on_accent in inks(button.icon().pixmap(48, 48))
    assert button.iconSize().height() == 18
    assert QColor(theme.LIGHT.on_accent) == theme.color("on_accent")
