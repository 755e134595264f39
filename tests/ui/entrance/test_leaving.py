"""A journal that is open before anybody entered it: locked when nobody is there, closed with the window."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from conftest import PASSPHRASE
from ui.entrance.conftest import Open, OpenNew, press, tab_to, write
from workjournal.journal import opening
from workjournal.settings import Settings
from workjournal.ui import tasks
from workjournal.ui.entrance.recover import RecoverPage
from workjournal.ui.entrance.recovery_code import RecoveryCodePage
from workjournal.ui.main_window import MainWindow

ENTER = Qt.Key.Key_Return


def let_nobody_be_there(window: MainWindow) -> None:
    triggers = window.entrance._triggers
    assert triggers is not None
    triggers.fired.emit()


def by_code(window: MainWindow, code: str) -> RecoverPage:
    tab_to(window.unlock_page.forgot)
    press(ENTER)
    write(code)
    press(ENTER)
    page = window.entrance.currentWidget()
    assert isinstance(page, RecoverPage)
    assert page.renewing.isVisible()
    return page


def lock_is_free(vault: Path) -> bool:
    lock = opening.lock_for_window(vault)
    lock.take()
    lock.release()
    return True


def test_the_recovered_journal_locks_when_nobody_is_there(
    open_window: Open, vault: Path, code: str, restarted: list[Path]
) -> None:
    """Whoever came by could choose the new passphrase. Seen failing with `holding` not connected: nothing watched."""
    window = open_window(vault)
    page = by_code(window, code)
    let_nobody_be_there(window)
    assert restarted == [vault]
    assert window.entrance.currentWidget() is window.unlock_page
    assert page.code.text() == ""
    assert page.held() is None
    assert lock_is_free(vault)


def test_the_new_code_goes_when_nobody_is_there(
    open_new: OpenNew, folder: Path, restarted: list[Path]
) -> None:
    window = open_new()
    window.entrance.new_page.folder.setText(str(folder))
    for _ in range(2):
        write(PASSPHRASE)
        press(ENTER)
    page = window.entrance.currentWidget()
    assert isinstance(page, RecoveryCodePage)
    let_nobody_be_there(window)
    assert restarted == [folder]
    assert page.keeping.grid.groups() == ()
    assert window.unlock_page.folder == folder
    assert lock_is_free(folder)


def test_nothing_is_watched_once_it_is_entered(open_window: Open, vault: Path, code: str) -> None:
    window = open_window(vault)
    page = by_code(window, code)
    tab_to(page.keep)
    press(ENTER)
    assert window.workspace is not None
    assert window.entrance._triggers is None


def test_by_the_setting_it_never_locks_by_itself(open_window: Open, vault: Path, code: str) -> None:
    settings = Settings.load()
    settings.idle_minutes = 0
    settings.save()
    window = open_window(vault)
    by_code(window, code)
    assert window.entrance._triggers is not None
    assert not window.entrance._triggers._clock.isActive()


def test_closed_in_the_middle_the_passphrase_stays(open_window: Open, vault: Path, code: str) -> None:
    window = open_window(vault)
    by_code(window, code)
    write("nine patient herons borrow umbrellas")
    window.close()
    assert lock_is_free(vault)
    with opening.open_journal(vault, PASSPHRASE) as journal:
        assert journal.ways_in.has_code()


@pytest.mark.parametrize("way", ["unlock", "create"])
def test_closed_while_it_opens_nothing_stays_open(
    qtbot: QtBot, open_window: Open, vault: Path, tmp_path: Path, way: str
) -> None:
    """Seen failing without `_left`: the journal opened, and kept its lock, behind the closed window."""
    window = open_window(vault)
    target = vault
    if way == "create":
        target = tmp_path / "mine"
        window.entrance.turn("create")
        page = window.entrance.new_page
        page.folder.setText(str(target))
        page._create_with(PASSPHRASE)
    else:
        qtbot.keyClicks(window.unlock_page.passphrase, PASSPHRASE)
        qtbot.keyClick(window.unlock_page.passphrase, ENTER)
    window.close()
    tasks.wait_all()
    assert window.workspace is None
    assert lock_is_free(target)
