"""Making a journal: honest about weak passphrases, the keychain and synced folders."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from conftest import PASSPHRASE
from keyring_session import MISSING, KeyringSession
from ui.entrance.conftest import Open, OpenNew, at, press, tab_to, write
from workjournal.journal import opening
from workjournal.settings import Settings
from workjournal.ui import tasks
from workjournal.ui.entrance.new_vault import NewVaultPage
from workjournal.ui.entrance.recovery_code import RecoveryCodePage
from workjournal.ui.main_window import MainWindow

ENTER = Qt.Key.Key_Return


@pytest.fixture
def window(open_new: OpenNew) -> MainWindow:
    return open_new()


@pytest.fixture
def page(window: MainWindow, folder: Path) -> NewVaultPage:
    window.entrance.new_page.folder.setText(str(folder))
    return window.entrance.new_page


def type_twice(passphrase: str) -> None:
    write(passphrase)
    press(ENTER)
    write(passphrase)
    press(ENTER)


def test_a_very_weak_passphrase_takes_a_second_press(page: NewVaultPage, folder: Path) -> None:
    type_twice("password1")
    assert not folder.exists()
    assert "finds this one in less than a second" in page.problem.text()
    assert page.make.text() == "Create anyway"
    assert at() is page.make
    press(ENTER)
    assert opening.kinds_of_ways_in(folder) == {"passphrase"}


def test_another_passphrase_is_judged_anew(page: NewVaultPage, folder: Path) -> None:
    type_twice("password1")
    tab_to(page.passphrase)
    type_twice("password2")
    assert not folder.exists()
    assert page.make.text() == "Create anyway"
    tab_to(page.passphrase)
    write(PASSPHRASE)
    assert page.make.text() == "Create journal"
    assert not page.problem.isVisible()
    press(ENTER)
    write(PASSPHRASE)
    press(ENTER)
    assert folder.exists()


def test_the_meter_says_how_long_it_would_hold(qtbot: QtBot, page: NewVaultPage) -> None:
    write("password1")
    qtbot.waitUntil(lambda: page.meter.text().startswith("Very weak."))
    write(PASSPHRASE)
    qtbot.waitUntil(lambda: page.meter.text().startswith("Very strong."))


def test_a_folder_with_something_in_it_is_refused_in_its_place(page: NewVaultPage, folder: Path) -> None:
    folder.mkdir()
    (folder / "letter.txt").write_text("Dear Sam", encoding="utf-8")
    type_twice(PASSPHRASE)
    assert "already holds something" in page.problem.text()
    assert at() is page.passphrase
    assert page.passphrase.text() == PASSPHRASE


def test_a_home_that_nobody_has_is_a_folder_like_any_other(page: NewVaultPage, qtbot: QtBot) -> None:
    page.folder.setText("~nobody-of-that-name/journal")
    qtbot.wait(300)
    tasks.wait_all()
    assert not page.synced.isVisible()


def test_without_a_keyring_none_is_offered(page: NewVaultPage) -> None:
    assert not page.keyring_box.isVisible()


@pytest.mark.skipif(bool(MISSING), reason=MISSING)
def test_a_keyring_that_answers_is_offered_and_not_chosen(
    keyring: KeyringSession, open_new: OpenNew, folder: Path
) -> None:
    page = open_new().entrance.new_page
    assert page.by_keyring.isVisible()
    assert not page.by_keyring.isChecked()
    assert "weaker" in page.keyring_words.text()
    assert "Secret Service" in page.keyring_words.text()
    page.folder.setText(str(folder))
    type_twice(PASSPHRASE)
    assert opening.kinds_of_ways_in(folder) == {"passphrase"}


@pytest.mark.skipif(bool(MISSING), reason=MISSING)
def test_a_keyring_that_went_away_is_told_and_costs_no_journal(
    keyring: KeyringSession, open_new: OpenNew, folder: Path
) -> None:
    window = open_new()
    page = window.entrance.new_page
    page.folder.setText(str(folder))
    tab_to(page.by_keyring)
    press(Qt.Key.Key_Space)
    keyring.kill()
    page.passphrase.setFocus()
    type_twice(PASSPHRASE)
    shown = window.entrance.currentWidget()
    assert isinstance(shown, RecoveryCodePage)
    assert "system keyring cannot be used" in shown.problem.text()
    assert opening.kinds_of_ways_in(folder) == {"passphrase"}


def test_a_synced_folder_is_named_and_another_place_offered(
    qtbot: QtBot, page: NewVaultPage, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    home = tmp_path / "home"
    (home / "Dropbox").mkdir(parents=True)
    (home / "Dropbox" / ".dropbox").touch()
    monkeypatch.setenv("HOME", str(home))
    tab_to(page.folder)
    write(str(home / "Dropbox" / "Work journal"))
    qtbot.waitUntil(page.synced.isVisible)
    assert "Dropbox" in page.synced_words.text()
    tab_to(page.elsewhere)
    press(ENTER)
    assert "Dropbox" not in page.folder.text()
    qtbot.wait(300)
    tasks.wait_all()
    assert not page.synced.isVisible()


def test_the_code_can_wait_and_the_words_say_what_that_means(
    window: MainWindow, page: NewVaultPage, folder: Path
) -> None:
    type_twice(PASSPHRASE)
    shown = window.entrance.currentWidget()
    assert isinstance(shown, RecoveryCodePage)
    assert "everything in here is lost" in shown.later_words.text()
    tab_to(shown.later)
    press(ENTER)
    assert window.workspace is not None
    assert shown.keeping.grid.groups() == ()
    assert shown._created is None
    assert opening.kinds_of_ways_in(folder) == {"passphrase"}
    assert Settings.load().last_vault == str(folder)


def test_closed_at_the_code_nothing_stays_open(
    window: MainWindow, page: NewVaultPage, folder: Path, open_window: Open
) -> None:
    type_twice(PASSPHRASE)
    window.close()
    again = open_window(folder)
    write(PASSPHRASE)
    press(ENTER)
    assert again.workspace is not None
