"""The small window of a program that runs: from the passphrase to a saved episode, and what becomes of a half text."""

import datetime as dt
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from conftest import PASSPHRASE
from ui.capture.conftest import Keyboard, small
from ui.locking.opened import NoRoom, cover_of, journal_of
from workjournal.domain.episode import Kind
from workjournal.journal import opening
from workjournal.ui import neighbour
from workjournal.ui.capture.page import DRAFT, CaptureSheet
from workjournal.ui.capture.window import CaptureWindow
from workjournal.ui.main_window import MainWindow
from workjournal.ui.screens.today import TodayScreen

Record = Callable[[str, object], None]
KEYS_A_SECOND = 4
TEXT = "Agreed the outcome of the harbour plan with @Priya, not the method, and it took half as long #planning !win"


def sheet_of(made: CaptureWindow) -> CaptureSheet:
    assert made.sheet is not None
    return made.sheet


def test_unlock_type_saved_in_under_a_minute_and_ten_keystrokes(
    qtbot: QtBot, window: MainWindow, vault: Path, keyboard: Keyboard, record_property: Record
) -> None:
    """At four keys a second, the passphrase counted as typed text; waiting for the key derivation comes on top."""
    made = small(qtbot, window)
    assert made.unlock_page.passphrase.hasFocus()
    keyboard.unlock()
    qtbot.waitUntil(lambda: made.sheet is not None and made.sheet.text.hasFocus())
    keyboard.type(TEXT)
    keyboard.save()
    qtbot.waitUntil(lambda: not made.isVisible())
    seconds = (keyboard.letters + keyboard.strokes) / KEYS_A_SECOND
    record_property(
        "quick capture", {"of": "one episode", "keystrokes": keyboard.strokes, "seconds": seconds}
    )
    assert keyboard.strokes < 10
    assert seconds < 60
    window.close()
    with opening.open_journal(vault, PASSPHRASE) as journal:
        (kept,) = journal.episodes.newest()
        assert kept.story == TEXT
        assert (kept.kind, [tag.name for tag in kept.tags]) == (Kind.WIN, ["planning"])
        assert [person.name for person in kept.people] == ["Priya"]


def test_the_window_behind_is_open_too_and_tells_of_it(
    qtbot: QtBot, window: MainWindow, keyboard: Keyboard
) -> None:
    made = small(qtbot, window)
    keyboard.unlock()
    assert window.workspace is not None
    qtbot.waitUntil(sheet_of(made).text.hasFocus)
    keyboard.type("Met Bo yesterday 16:00")
    keyboard.save()
    qtbot.waitUntil(lambda: not made.isVisible())
    (kept,) = journal_of(window).episodes.newest()
    assert kept.date == journal_of(window).today() - dt.timedelta(days=1)
    assert kept.time == dt.time(16)
    assert "Yesterday" in window.workspace.toast._words.text()
    window.workspace.toast._button.click()
    assert journal_of(window).episodes.count() == 0


def test_a_wrong_passphrase_is_told_and_the_entrance_waits_with_it(
    qtbot: QtBot, window: MainWindow, keyboard: Keyboard
) -> None:
    made = small(qtbot, window)
    for _ in range(3):
        made.unlock_page.passphrase.clear()
        keyboard.type("not this one")
        keyboard.press(Qt.Key.Key_Return)
    assert "does not open" in made.unlock_page.problem.text()
    assert not made.unlock_page.unlock.isEnabled()
    assert window.unlock_page.attempts.wrong == 3  # nobody guesses faster in two windows


def test_escape_keeps_the_draft_in_the_vault_for_the_next_time(
    qtbot: QtBot, window: MainWindow, keyboard: Keyboard
) -> None:
    made = small(qtbot, window)
    keyboard.unlock()
    keyboard.type("Half a thought of yesterday ")
    qtbot.waitUntil(lambda: len(sheet_of(made)._seen.chips.removals()) == 1)
    keyboard.press(Qt.Key.Key_Tab)
    keyboard.press(Qt.Key.Key_Space)
    keyboard.press(Qt.Key.Key_Escape)
    assert not made.isVisible()
    draft = journal_of(window).drafts.find(DRAFT)
    assert draft is not None
    assert draft.fields == {"text": "Half a thought of yesterday ", "refused": ["yesterday"]}
    made = small(qtbot, window)
    assert sheet_of(made).text.text == "Half a thought of yesterday "
    assert sheet_of(made)._seen.chips.removals() == []
    keyboard.type("is whole")
    keyboard.save()
    qtbot.waitUntil(lambda: journal_of(window).episodes.count() == 1)
    assert journal_of(window).drafts.find(DRAFT) is None
    assert sheet_of(small(qtbot, window)).text.text == ""


def test_escape_with_names_open_closes_them_first(
    qtbot: QtBot, window: MainWindow, keyboard: Keyboard
) -> None:
    made = small(qtbot, window)
    keyboard.unlock()
    keyboard.type("!wi")
    assert sheet_of(made)._seen.completion.names.isVisible()
    keyboard.press(Qt.Key.Key_Escape)
    assert made.isVisible()
    assert not sheet_of(made)._seen.completion.names.isVisible()
    keyboard.press(Qt.Key.Key_Escape)
    assert not made.isVisible()


def test_an_empty_text_says_what_is_missing(qtbot: QtBot, window: MainWindow, keyboard: Keyboard) -> None:
    made = small(qtbot, window)
    keyboard.unlock()
    keyboard.save()
    qtbot.waitUntil(lambda: "title" in sheet_of(made).problem.text())
    assert made.isVisible()


def test_what_cannot_be_kept_keeps_the_window(
    qtbot: QtBot, window: MainWindow, keyboard: Keyboard, monkeypatch: pytest.MonkeyPatch
) -> None:
    made = small(qtbot, window)
    keyboard.unlock()
    keyboard.type("A full disk")

    def refuse(*_: object, **__: object) -> None:
        raise NoRoom

    with monkeypatch.context() as patch:
        patch.setattr(journal_of(window).drafts, "keep", refuse)
        keyboard.press(Qt.Key.Key_Escape)
        assert made.isVisible()
        assert "no room" in sheet_of(made).problem.text()
        assert sheet_of(made).text.text == "A full disk"
    keyboard.press(Qt.Key.Key_Escape)
    assert not made.isVisible()


def test_locking_takes_the_small_window_with_it_and_keeps_its_text(
    qtbot: QtBot, window: MainWindow, vault: Path, keyboard: Keyboard, restarted: list[Path]
) -> None:
    made = small(qtbot, window)
    keyboard.unlock()
    keyboard.type("Half a sentence")
    window.lock(by_hand=False)
    assert restarted == [vault]
    assert not made.isVisible()
    assert made.sheet is None
    with opening.open_journal(vault, PASSPHRASE) as journal:
        draft = journal.drafts.find(DRAFT)
        assert draft is not None
        assert draft.fields["text"] == "Half a sentence"


def test_a_lock_that_cannot_keep_its_text_stays_behind_the_cover(
    qtbot: QtBot,
    window: MainWindow,
    keyboard: Keyboard,
    restarted: list[Path],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """Seen failing without `outposts.keep`: the process was replaced, and the text gone."""
    made = small(qtbot, window)
    keyboard.unlock()
    keyboard.type("Half a sentence")

    def refuse(*_: object, **__: object) -> None:
        raise NoRoom

    with monkeypatch.context() as patch:
        patch.setattr(journal_of(window).drafts, "keep", refuse)
        window.lock(by_hand=False)
        assert restarted == []
        assert "no room" in cover_of(window).problem.text()
        assert not made.isVisible()
        assert not window.outposts.answer(neighbour.CAPTURE)  # nobody sees it without the passphrase
        assert not made.isVisible()
    window._finish_lock()
    assert restarted


def test_both_captures_may_be_half_written(qtbot: QtBot, window: MainWindow, keyboard: Keyboard) -> None:
    small(qtbot, window)
    keyboard.unlock()
    keyboard.type("In the small one")
    keyboard.press(Qt.Key.Key_Escape)
    assert window.workspace is not None
    today = window.workspace.stack.currentWidget()
    assert isinstance(today, TodayScreen)
    assert today.text.text == ""


def test_the_whole_window_for_all_else(qtbot: QtBot, window: MainWindow) -> None:
    made = small(qtbot, window)
    qtbot.mouseClick(made.unlock_page.whole_window, Qt.MouseButton.LeftButton)
    assert not made.isVisible()
    qtbot.waitUntil(window.isActiveWindow)


def test_unlocked_in_the_window_the_small_one_goes_on_to_the_text(
    qtbot: QtBot, window: MainWindow, keyboard: Keyboard
) -> None:
    made = small(qtbot, window)
    window.come_up()
    window.activateWindow()
    window.unlock_page.passphrase.setFocus()
    qtbot.waitUntil(window.isActiveWindow)
    keyboard.unlock()
    assert made.sheet is not None


def test_closed_while_it_unlocks_it_opens_nothing(
    qtbot: QtBot, window: MainWindow, vault: Path, keyboard: Keyboard
) -> None:
    made = small(qtbot, window)
    keyboard.type(PASSPHRASE)
    made.unlock_page._unlock()
    made.close()
    from workjournal.ui import tasks

    tasks.wait_all()
    assert window.workspace is None
    made = small(qtbot, window)
    keyboard.unlock()
    assert window.workspace is not None  # nothing held the vault
