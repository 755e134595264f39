"""Settings of this computer, put on in the window while it runs."""

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from ui.locking.opened import present, shown, space_of
from workjournal.settings import Settings
from workjournal.ui import machine, theme
from workjournal.ui.main_window import MainWindow
from workjournal.ui.tokens import DARK_CONTRAST

pytest_plugins = ("ui.locking.conftest",)


def test_another_look_is_there_at_once_and_the_next_time(window: MainWindow) -> None:
    screen = shown(window, "settings")
    screen.rows["contrast"].field.widget.button("more").click()
    assert theme.current().name == "light-contrast"
    window.change({"theme": "dark", "still": True})
    assert theme.current() is DARK_CONTRAST
    assert theme.is_still()
    kept = Settings.load()
    assert (kept.theme, kept.contrast, kept.still) == ("dark", "more", True)
    assert screen.rows["theme"].field.widget.choice == "dark"  # the page follows what is done elsewhere
    assert screen.rows["still"].field.widget.isChecked()


def test_another_size_makes_the_screens_anew_and_loses_nothing(window: MainWindow, qtbot: QtBot) -> None:
    today = shown(window, "today")
    qtbot.keyClicks(today.text, "Half a thought")
    before = shown(window, "settings", "scale")
    box = before.rows["scale"].field.widget
    box.setFocus()
    box.setCurrentText("150 %")
    after = present(window)
    assert after is not before
    assert after.rows["scale"].field.widget.hasFocus()
    assert after.rows["scale"].field.widget.choice == 1.5
    assert theme.px(100) == 150
    assert space_of(window).rail.width() == theme.px(
        theme.RAIL_COMPACT if space_of(window).rail.is_compact() else theme.RAIL_WIDTH
    )
    again = shown(window, "today")
    assert again is not today
    assert again.text.text == "Half a thought"
    assert [
        name for name in ("today", "settings") if space_of(window).screen_of(name) in (today, before)
    ] == []


def test_all_back_at_first_can_be_undone_though_the_page_was_made_anew(window: MainWindow) -> None:
    window.settings.change({"scale": 1.25, "idle_minutes": 30})
    shown(window, "settings").reset_all.click()
    assert (theme.px(100), window.settings.idle_minutes) == (100, 5)
    toast = space_of(window).toast
    assert toast.isVisible()
    toast._button.click()
    assert (theme.px(100), window.settings.idle_minutes) == (125, 30)
    assert present(window).rows["idle_minutes"].field.widget.value() == 30


def test_a_pause_counts_from_now_on(window: MainWindow) -> None:
    shown(window, "settings").rows["idle_minutes"].field.widget.setValue(0)
    assert window._triggers is not None
    assert not window._triggers._clock.isActive()


@pytest.mark.parametrize(("asked", "scale"), [(0.1, 0.8), (50.0, 2.0)])
def test_a_size_from_a_strangers_hand_stays_within_bounds(
    qapp: QApplication, asked: float, scale: float
) -> None:
    machine.dress(qapp, Settings(theme="light", scale=asked))
    assert theme.px(100) == round(100 * scale)
