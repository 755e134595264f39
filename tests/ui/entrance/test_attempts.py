"""Wrong secrets slow down."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from conftest import PASSPHRASE
from ui.entrance.conftest import Open, press, tab_to, write
from workjournal.ui.entrance.attempts import Attempts, pause
from workjournal.ui.entrance.recover import RecoverPage
from workjournal.vault.slots.recovery_code import new_code

ENTER = Qt.Key.Key_Return


def test_one_two_four_up_to_thirty_from_the_third_on() -> None:
    assert [pause(wrong) for wrong in range(12)] == [0, 0, 0, 1, 2, 4, 8, 16, 30, 30, 30, 30]
    assert pause(10**9) == 30


def test_the_pause_goes_by_and_the_right_one_ends_it() -> None:
    attempts = Attempts()
    for _ in range(4):
        attempts.went_wrong(now=100)
    assert [attempts.left(now) for now in (100, 100.5, 101, 101.9, 102, 500)] == [2, 2, 1, 1, 0, 0]
    attempts.went_well()
    assert attempts == Attempts()


def test_the_button_counts_down_and_nothing_is_tried_meanwhile(
    qtbot: QtBot, open_window: Open, vault: Path
) -> None:
    """Seen failing without the pause: the right passphrase opened at once after the third wrong one."""
    window = open_window(vault)
    page = window.unlock_page
    for _ in range(3):
        assert page.unlock.isEnabled()
        write("not this one")
        press(ENTER)
    assert not page.unlock.isEnabled()
    assert page.unlock.text() == "Again in 1 s"
    write(PASSPHRASE)
    press(ENTER)
    assert window.workspace is None
    assert page.attempts.wrong == 3
    qtbot.waitUntil(page.unlock.isEnabled)
    assert page.unlock.text() == "Unlock"
    press(ENTER)
    assert window.workspace is not None


@pytest.mark.usefixtures("code")
def test_guessing_goes_no_faster_by_another_page(open_window: Open, vault: Path) -> None:
    window = open_window(vault)
    for _ in range(4):
        write("not this one")
        press(ENTER)
        window.unlock_page.attempts.free_at = 0
    window.entrance._attempts.free_at = 10.0**12
    tab_to(window.unlock_page.forgot)
    press(ENTER)
    page = window.entrance.currentWidget()
    assert isinstance(page, RecoverPage)
    assert not page.proceed.isEnabled()
    write(new_code())
    press(ENTER)
    assert page.attempts.wrong == 4
    window.entrance._attempts.free_at = 0


@pytest.mark.usefixtures("code")
def test_a_wrong_secret_has_the_same_message_whatever_it_was(open_window: Open, vault: Path) -> None:
    window = open_window(vault)
    page = window.unlock_page
    told = []
    for secret in ("not this one", new_code()):
        write(secret)
        press(ENTER)
        told.append(page.problem.text())
    tab_to(page.forgot)
    press(ENTER)
    recover = window.entrance.currentWidget()
    assert isinstance(recover, RecoverPage)
    page.attempts.free_at = 0
    recover._countdown.tick()
    write(new_code())
    press(ENTER)
    told.append(recover.problem.text())
    assert len(set(told)) == 1
    assert "does not open" in told[0]
