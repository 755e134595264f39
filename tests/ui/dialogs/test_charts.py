"""Choosing charts and their order, by the keyboard."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QListWidgetItem
from pytestqt.qtbot import QtBot

from ui.sample_charts import MANY
from ui.showing import show_active
from workjournal import charts
from workjournal.ui.dialogs.charts import ChartsDialog


@pytest.fixture
def dialog(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> ChartsDialog:
    monkeypatch.setattr(charts, "CHARTS", MANY)
    made = ChartsDialog(None, ["cadence", "zones", "sources"])
    qtbot.addWidget(made)
    return show_active(qtbot, made)


def texts(dialog: ChartsDialog) -> list[str]:
    return [dialog.entries.item(row).text() for row in range(dialog.entries.count())]


def entry(dialog: ChartsDialog, title: str) -> QListWidgetItem:
    return next(
        dialog.entries.item(row) for row, text in enumerate(texts(dialog)) if text.split(" · ")[0] == title
    )


def test_those_shown_stand_first_and_the_rest_by_what_it_is_about(dialog: ChartsDialog) -> None:
    assert texts(dialog) == [
        "Shown, in this order",
        "Cadence · Rhythm and energy",
        "Zones · Rhythm and energy · for you alone",
        "Sources · Difficulty and stretch",
        "Rhythm and energy",
        "Energy",
        "Skills and measures",
        "Skills",
        "More",
        "Odd",
    ]
    assert dialog.entries.currentItem().text().startswith("Cadence")


def test_moves_up_and_down_by_keys_and_by_buttons(qtbot: QtBot, dialog: ChartsDialog) -> None:
    assert not dialog.up.isEnabled()
    qtbot.keyClick(dialog.entries, Qt.Key.Key_Down, Qt.KeyboardModifier.AltModifier)
    assert dialog.keys == ["zones", "cadence", "sources"]
    assert dialog.entries.currentItem().text().startswith("Cadence")
    qtbot.mouseClick(dialog.down, Qt.MouseButton.LeftButton)
    assert dialog.keys == ["zones", "sources", "cadence"]
    assert not dialog.down.isEnabled()
    qtbot.mouseClick(dialog.up, Qt.MouseButton.LeftButton)
    assert dialog.keys == ["zones", "cadence", "sources"]


def test_a_tick_takes_in_or_puts_away(qtbot: QtBot, dialog: ChartsDialog) -> None:
    dialog.entries.setCurrentItem(entry(dialog, "Energy"))
    assert not dialog.down.isEnabled()
    qtbot.keyClick(dialog.entries, Qt.Key.Key_Space)
    qtbot.waitUntil(lambda: dialog.keys == ["cadence", "zones", "sources", "energy"])
    qtbot.waitUntil(lambda: texts(dialog)[4] == "Energy · Rhythm and energy")
    dialog.entries.setCurrentItem(entry(dialog, "Cadence"))
    qtbot.keyClick(dialog.entries, Qt.Key.Key_Space)
    qtbot.waitUntil(lambda: texts(dialog)[1].startswith("Zones"))
    assert dialog.keys == ["zones", "sources", "energy"]
    assert dialog.entries.currentItem().text().startswith("Zones")


def test_one_chart_remains(qtbot: QtBot, dialog: ChartsDialog) -> None:
    for title in ("Cadence", "Zones", "Sources"):
        dialog.entries.setCurrentItem(entry(dialog, title))
        qtbot.keyClick(dialog.entries, Qt.Key.Key_Space)
        qtbot.wait(1)
    assert dialog.keys == ["sources"]
    qtbot.waitUntil(lambda: entry(dialog, "Sources").checkState() is Qt.CheckState.Checked)


def test_all_as_they_come(qtbot: QtBot, dialog: ChartsDialog) -> None:
    qtbot.mouseClick(dialog.usual, Qt.MouseButton.LeftButton)
    assert dialog.keys == [chart.key for chart in MANY]
    with qtbot.waitSignal(dialog.accepted):
        qtbot.mouseClick(dialog.agree, Qt.MouseButton.LeftButton)
