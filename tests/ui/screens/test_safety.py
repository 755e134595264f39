"""Safety: what is shown, where it leads, and what the window is asked to do."""

import datetime as dt
import os
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from conftest import PASSPHRASE, Clock
from ui.asking import asked, is_asked, press, type_in
from ui.showing import on_screen
from workjournal.domain.episode import Episode
from workjournal.journal import opening
from workjournal.journal.agenda import DueKind
from workjournal.journal.copies.folders import Reason
from workjournal.journal.journal import Journal
from workjournal.journal.upkeep import Health
from workjournal.ui import errands, tasks
from workjournal.ui.dialogs.new_code import NewCodeDialog
from workjournal.ui.dialogs.rotate import RotateDialog
from workjournal.ui.dialogs.set_passphrase import SetPassphraseDialog
from workjournal.ui.dialogs.try_code import TryCodeDialog
from workjournal.ui.screens.safety import SafetyScreen

DAY = dt.date(2026, 11, 19)


def later(clock: Clock, days: int) -> None:
    """So long after the vault was really made: a header is dated by the computer's own clock."""
    clock.now = dt.datetime.now(dt.UTC) + dt.timedelta(days=days)


@pytest.fixture
def run() -> list[object]:
    """What the window was asked to do."""
    return []


@pytest.fixture
def screen(qtbot: QtBot, journal: Journal, run: list[object]) -> SafetyScreen:
    made = on_screen(qtbot, SafetyScreen(journal))
    made.errand.connect(run.append)
    made.renew()
    made.arrive(None)
    tasks.wait_all()
    return made


def test_all_is_well_in_a_new_journal(screen: SafetyScreen, journal: Journal) -> None:
    assert screen.care.text() == "All is well"
    assert screen.ways_in.ways.hasFocus()
    assert SafetyScreen.waiting(journal) == 0


def test_what_needs_care_is_counted(screen: SafetyScreen, journal: Journal, clock: Clock) -> None:
    journal.episodes.add(Episode(date=DAY, title="Said no"))
    later(clock, days=30)
    assert SafetyScreen.waiting(journal) == 1  # no recovery code
    journal.ways_in.add_code(PASSPHRASE, journal.ways_in.new_code())
    assert SafetyScreen.waiting(journal) == 0
    later(clock, days=100)
    assert SafetyScreen.waiting(journal) == 1  # not typed for so long
    screen.refresh()
    assert screen.care.text().startswith("1 matter")


def test_today_leads_to_the_drill_and_to_a_new_code(screen: SafetyScreen, journal: Journal) -> None:
    screen.arrive(DueKind.WRITE_CODE)
    asked(NewCodeDialog).reject()
    journal.ways_in.add_code(PASSPHRASE, journal.ways_in.new_code())
    screen.arrive(DueKind.TYPE_CODE)
    asked(TryCodeDialog).reject()


def test_the_drill_is_told(screen: SafetyScreen, journal: Journal, clock: Clock) -> None:
    later(clock, days=1)
    told: list[str] = []
    screen.toast.connect(lambda text, _: told.append(text))
    code = journal.ways_in.new_code()
    journal.ways_in.add_code(PASSPHRASE, code)
    screen.arrive(DueKind.TYPE_CODE)
    type_in(asked(TryCodeDialog).code, code)
    press()
    assert told == ["The recovery code is right"]
    assert "last typed today" in screen.recovery.state.text()


def test_a_new_code_appears_among_the_ways_in(screen: SafetyScreen) -> None:
    screen.ways_in.add_code.setFocus()
    press(Qt.Key.Key_Space)
    dialog = asked(NewCodeDialog)
    type_in(dialog.confirm, PASSPHRASE)
    press()
    groups = dialog.keeping.grid.groups()
    dialog.keeping.ask()
    for place, field in zip(
        dialog.keeping.asked(), (dialog.keeping.first, dialog.keeping.second), strict=True
    ):
        type_in(field, groups[place])
    press()
    assert len(screen.ways_in.ways.rows()) == 2
    assert "recovery code opens the journal from now on" in screen.ways_in.said.text()


def test_a_rotation_hushes_the_window_and_is_told(screen: SafetyScreen, run: list[object]) -> None:
    screen.ways_in.rotate.setFocus()
    press(Qt.Key.Key_Space)
    type_in(asked(RotateDialog).confirm, PASSPHRASE)
    press()
    assert run == [errands.Hush(quiet=True), errands.Hush(quiet=False)]
    press()
    assert not is_asked(RotateDialog)
    assert screen.ways_in.said.text() == "The journal has a new master key."


def test_what_was_told_is_gone_when_one_comes_back(screen: SafetyScreen) -> None:
    screen.ways_in.say("Done.")
    assert screen.ways_in.result.isVisible()
    screen.leave()
    assert not screen.ways_in.result.isVisible()


def test_locking_is_the_windows(screen: SafetyScreen, run: list[object]) -> None:
    screen.locking.minutes.setFocus()
    press(Qt.Key.Key_Down)
    screen.locking.lock_now.setFocus()
    press(Qt.Key.Key_Space)
    assert run == [errands.Change({"idle_minutes": 15}), errands.Lock()]


def test_restoring_can_be_undone(screen: SafetyScreen, journal: Journal) -> None:
    told: list[tuple[str, object]] = []
    screen.toast.connect(lambda text, undo: told.append((text, undo)))
    episode = journal.episodes.add(Episode(date=DAY, title="Said no")).id
    journal.trash.put(episode)
    screen.refresh()
    screen.trash.things.setFocus()
    screen.trash.things.choose(episode)
    press(Qt.Key.Key_R)
    (text, undo) = told[0]
    assert text == "“Said no” is back"
    assert callable(undo)
    undo()
    assert journal.trash.count() == 1


def test_the_aside_tells_of_backups_and_leads_on(screen: SafetyScreen, journal: Journal) -> None:
    went: list[str] = []
    screen.go.connect(lambda name, _: went.append(name))
    assert screen.guards.backups_state.text() == "No backup"
    journal.backups.make(Reason.BY_HAND)
    screen.refresh()
    tasks.wait_all()
    assert screen.guards.backups_state.text() == "Verified"
    assert "today" in screen.guards.backups_words.text()
    for button in (screen.guards.to_backups, screen.guards.to_check):
        button.setFocus()
        press(Qt.Key.Key_Space)
    assert went == ["backups", "check"]


def test_after_a_rotation_the_aside_knows_of_the_earlier_backups(
    screen: SafetyScreen, journal: Journal
) -> None:
    journal.backups.make(Reason.BY_HAND)
    journal.ways_in.rotate(PASSPHRASE)
    screen.refresh()
    tasks.wait_all()
    assert screen.guards.backups_state.text() == "Verified"
    shutil.rmtree(journal.backups.all()[0].path)  # as if the one under the new key could not be made
    screen.refresh()
    tasks.wait_all()
    assert screen.guards.backups_state.text() == "Earlier key"
    assert "no backup" not in screen.guards.backups_words.text()


def test_damage_is_a_matter_that_needs_care(screen: SafetyScreen, journal: Journal) -> None:
    journal.health = Health(("page 6 of the database is damaged",), "", None)
    screen.refresh()
    assert screen.care.text().startswith("1 matter")


def test_backups_in_trouble_are_told(screen: SafetyScreen, journal: Journal) -> None:
    (journal.folder / "backups").write_text("a file in the way", encoding="utf-8")
    assert journal.backups.tend().trouble
    screen.refresh()
    tasks.wait_all()
    assert screen.guards.backups_state.text() == "Needs care"
    assert screen.guards.backups_trouble.text() == journal.backups.trouble()
    assert SafetyScreen.waiting(journal) == 1


def test_the_last_check_is_told(screen: SafetyScreen, journal: Journal) -> None:
    assert not screen.guards.check_state.isVisible()
    journal.look_after()
    screen.arrive(None)
    assert screen.guards.check_state.text() == "Whole"
    assert "A check reads every text" in screen.guards.check_words.text()
    journal.check()
    screen.arrive(None)
    assert screen.guards.check_state.text() == "Whole"
    assert "every page, text and file" in screen.guards.check_words.text().lower()


def test_a_refresh_leaves_an_open_dialog_as_it_is(screen: SafetyScreen, journal: Journal) -> None:
    screen.ways_in.change.setFocus()
    press(Qt.Key.Key_Space)
    dialog = asked(SetPassphraseDialog)
    type_in(dialog.new.passphrase, "nine slow lanterns")
    journal.episodes.add(Episode(date=DAY, title="Said no"))
    screen.refresh()
    assert dialog.new.passphrase.text() == "nine slow lanterns"
    assert dialog.new.passphrase.hasFocus()
    dialog.reject()


@pytest.fixture
def only_read(
    new_vault: Path, folder: Path, clock: Clock, monkeypatch: pytest.MonkeyPatch
) -> Iterator[Journal]:
    shutil.copytree(new_vault, folder)
    monkeypatch.setattr(os, "access", lambda _path, mode, **_: not mode & os.W_OK)
    with opening.open_journal(folder, PASSPHRASE, clock) as opened:
        assert opened.read_only
        yield opened


def test_a_journal_that_is_only_read_offers_no_change(qtbot: QtBot, only_read: Journal) -> None:
    made = on_screen(qtbot, SafetyScreen(only_read))
    made.renew()
    tasks.wait_all()
    active = {button.objectName() for button in made.findChildren(QPushButton) if button.isEnabled()}
    assert active == {"lock_now", "copy_path", "to_backups", "to_check", "to_transfer"}
    assert made.folder.mode.text().startswith("Open for reading")
