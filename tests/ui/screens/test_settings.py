"""The Settings page: found by a word, changed at once, brought back."""

from typing import Any

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QAccessible, QWheelEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from ui.showing import on_screen
from workjournal.domain.spacing import HIGHEST_RETENTION
from workjournal.journal import preferences
from workjournal.journal.every_setting import SETTINGS
from workjournal.journal.journal import Journal
from workjournal.journal.setting import Where
from workjournal.settings import Settings
from workjournal.ui import errands, tasks
from workjournal.ui.prose import dictionaries
from workjournal.ui.screens.settings import SettingsScreen

LEFT = Qt.MouseButton.LeftButton


@pytest.fixture
def screen(qtbot: QtBot, journal: Journal, monkeypatch: pytest.MonkeyPatch) -> SettingsScreen:
    """With a window that keeps what it is asked to."""
    monkeypatch.setattr(dictionaries, "available", lambda: ("de_DE", "en_GB", "en_US"))
    made = SettingsScreen(journal)
    made.errand.connect(_keep)
    on_screen(qtbot, made)
    made.renew()
    made.arrive(None)
    tasks.wait_all()
    return made


def _keep(errand: object) -> None:
    assert isinstance(errand, errands.Change)
    Settings.load().change(errand.changes)


def field(screen: SettingsScreen, key: str) -> Any:
    return screen.rows[key].field.widget


def seen(screen: SettingsScreen) -> set[str]:
    return {key for key, row in screen.rows.items() if row.isVisibleTo(screen)}


def test_every_setting_has_a_row_under_where_it_is_kept(screen: SettingsScreen) -> None:
    assert seen(screen) == {setting.key for setting in SETTINGS}
    for row in screen.rows.values():
        place = screen.computer if row.setting.where is Where.COMPUTER else screen.in_journal
        assert place.isAncestorOf(row)
        assert not row.reset.isVisible()  # nothing was changed yet
    assert not screen.reset_all.isEnabled()


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ("LÓCKING pause", {"idle_minutes"}),
        ("deutsch", {preferences.LANGUAGE}),
        ("lessons", {preferences.LESSONS_A_DAY, preferences.RETENTION}),
        ("xyzzy", set()),
    ],
)
def test_typing_leaves_what_fits(qtbot: QtBot, screen: SettingsScreen, typed: str, found: set[str]) -> None:
    assert screen.sought.hasFocus()
    qtbot.keyClicks(screen.sought, typed)
    assert seen(screen) == found
    assert screen.nothing.isVisible() == (not found)
    assert screen.computer.isVisible() == bool(found & {"still", "idle_minutes"})


def test_what_was_found_is_said(
    screen: SettingsScreen, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    said: list[str] = []
    monkeypatch.setattr(QAccessible, "updateAccessibility", lambda event: said.append(event.message()))
    qtbot.keyClicks(screen.sought, "motion")
    assert said[-1].startswith("1 setting")


def test_all_are_shown_again(qtbot: QtBot, screen: SettingsScreen) -> None:
    screen.sought.setText("xyzzy")
    screen.nothing.acted.emit()
    assert seen(screen) == set(screen.rows)
    assert screen.sought.hasFocus()


def test_a_switch_counts_at_once_and_can_be_brought_back(qtbot: QtBot, screen: SettingsScreen) -> None:
    row = screen.rows["still"]
    field(screen, "still").click()
    assert Settings.load().still
    assert row.reset.isVisible()
    assert row.reset.accessibleName() == "Reset “Reduced motion”"
    row.reset.setFocus()
    qtbot.keyClick(row.reset, Qt.Key.Key_Space)
    assert not Settings.load().still
    assert not row.reset.isVisible()
    assert field(screen, "still").hasFocus()  # the keyboard is not lost with the button


def test_each_kind_of_field_keeps_its_value(qtbot: QtBot, screen: SettingsScreen) -> None:
    qtbot.mouseClick(field(screen, "theme").button("dark"), LEFT)
    field(screen, "scale").setCurrentText("125 %")
    field(screen, "reminders").click()
    field(screen, "remind_at").setFocus()
    qtbot.keyClick(field(screen, "remind_at"), Qt.Key.Key_Up)
    qtbot.mouseClick(field(screen, "remind_days").button(6), LEFT)
    kept = Settings.load()
    assert (kept.theme, kept.scale, kept.reminders, kept.remind_at) == ("dark", 1.25, "on", "16:35")
    assert kept.remind_days == "123456"


def test_what_a_switch_turns_on_is_out_of_reach_without_it(screen: SettingsScreen) -> None:
    assert not field(screen, "remind_at").isEnabled()
    field(screen, "reminders").click()
    assert field(screen, "remind_at").isEnabled()


def test_an_emptied_time_stays_what_it_was(qtbot: QtBot, screen: SettingsScreen) -> None:
    field(screen, "reminders").click()
    line = field(screen, "remind_at")
    line.setFocus()
    line.clear()
    qtbot.keyClick(line, Qt.Key.Key_Return)
    assert line.text() != ""
    assert Settings.load().remind_at == "16:30"


def test_a_number_counts_once_it_is_whole(qtbot: QtBot, screen: SettingsScreen, journal: Journal) -> None:
    box = field(screen, preferences.RETENTION)
    box.setFocus()
    box.selectAll()
    qtbot.keyClicks(box, "80")
    assert journal.recalls.retention() == 90
    qtbot.keyClick(box, Qt.Key.Key_Return)
    assert journal.recalls.retention() == 80
    box.setValue(200)
    assert journal.recalls.retention() == HIGHEST_RETENTION


def test_what_is_being_typed_is_kept_on_leaving(
    qtbot: QtBot, screen: SettingsScreen, journal: Journal
) -> None:
    line = field(screen, preferences.OWNER)
    line.setFocus()
    qtbot.keyClicks(line, "Ada")
    assert screen.here() == preferences.OWNER
    screen.leave()
    assert journal.preferences.get(preferences.OWNER) == "Ada"
    assert journal.preferences.get(preferences.RETENTION) == ""  # and nothing else
    assert Settings.load() == Settings()


def test_spelling_offers_the_dictionaries_that_are_here(
    qtbot: QtBot, screen: SettingsScreen, journal: Journal
) -> None:
    chips = field(screen, preferences.SPELLING).chips
    assert chips.values() == ["en_US", "en_GB", "de_DE"]
    assert journal.spelling.languages() is None
    qtbot.mouseClick(chips.button("de_DE"), LEFT)
    chosen = journal.spelling.languages()
    assert chosen is not None
    assert "de_DE" in chosen
    screen.rows[preferences.SPELLING].reset.click()
    assert journal.spelling.languages() is None
    assert not chips.button("de_DE").isChecked()


def test_all_of_this_computer_goes_back_and_can_be_undone(screen: SettingsScreen, journal: Journal) -> None:
    said: list[Any] = []
    screen.toast.connect(lambda *told: said.append(told))
    journal.preferences.set(preferences.OWNER, "Ada")
    Settings.load().change({"idle_minutes": 30, "theme": "dark", "last_vault": "/a"})
    screen.refresh()
    screen.reset_all.click()
    kept = Settings.load()
    assert (kept.idle_minutes, kept.theme, kept.last_vault) == (5, "system", "/a")
    assert journal.preferences.get(preferences.OWNER) == "Ada"
    ((told, undo),) = said
    assert told.startswith("2 setting")
    undo()
    assert (Settings.load().idle_minutes, Settings.load().theme) == (30, "dark")


def test_one_can_be_led_to_a_setting(screen: SettingsScreen) -> None:
    screen.sought.setText("xyzzy")
    screen.arrive(preferences.RETENTION)
    assert field(screen, preferences.RETENTION).hasFocus()
    screen.arrive("nothing that is there")
    assert screen.sought.hasFocus()


def test_the_wheel_scrolls_and_changes_nothing_in_passing(screen: SettingsScreen) -> None:
    box = field(screen, "idle_minutes")
    before = box.value()
    spot, none = QPointF(5, 5), Qt.KeyboardModifier.NoModifier
    event = QWheelEvent(
        spot, box.mapToGlobal(spot), QPoint(), QPoint(0, 120), Qt.MouseButton.NoButton, none,
        Qt.ScrollPhase.NoScrollPhase, False,
    )  # fmt: skip
    QApplication.sendEvent(box, event)
    assert box.value() == before
    box.setFocus()
    QApplication.sendEvent(box, event)
    assert box.value() == before + 1  # the control: it would


def test_pages_of_their_own_are_a_press_away(qtbot: QtBot, screen: SettingsScreen) -> None:
    for name, button in screen.pages.items():
        with qtbot.waitSignal(screen.go) as gone:
            button.click()
        assert gone.args == [name, None]


def test_a_size_from_a_strangers_hand_is_shown(screen: SettingsScreen) -> None:
    Settings.load().change({"scale": 1.37})
    screen.refresh()
    assert field(screen, "scale").choice == 1.37
    assert screen.rows["scale"].reset.isVisible()


def test_the_keyboard_finds_and_shows_all_again(qtbot: QtBot, screen: SettingsScreen) -> None:
    field(screen, "still").setFocus()
    qtbot.keyClick(field(screen, "still"), Qt.Key.Key_F, Qt.KeyboardModifier.ControlModifier)
    assert screen.sought.hasFocus()
    qtbot.keyClicks(screen.sought, "paper")
    assert seen(screen) == {preferences.PAPER}
    qtbot.keyClick(screen.sought, Qt.Key.Key_Escape)
    assert screen.sought.text() == ""
    assert len(seen(screen)) == len(SETTINGS)
