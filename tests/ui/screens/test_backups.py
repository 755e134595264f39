"""Backups: shown, made, tried, compared; by keyboard, and in the words of the window."""

from pathlib import Path
from threading import Event

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from conftest import PASSPHRASE, Clock
from copies import add_days
from ui.asking import press
from ui.backups_page import choose, chosen, look, press_button, rows, settle
from ui.showing import on_screen
from workjournal.errors import JournalError
from workjournal.journal import opening
from workjournal.journal.backups import Reason
from workjournal.journal.copies.folders import Copy
from workjournal.journal.journal import Journal
from workjournal.ui import errands
from workjournal.ui.screens.backups import BackupsScreen
from workjournal.ui.widgets.row_list import Row


class NoRoom(JournalError):
    """There is no room. Make some with `workjournal backups`."""


@pytest.fixture
def run() -> list[object]:
    """What the window was asked to do."""
    return []


@pytest.fixture
def screen(qtbot: QtBot, journal: Journal, run: list[object]) -> BackupsScreen:
    made = on_screen(qtbot, BackupsScreen(journal))
    made.errand.connect(run.append)
    return made


def test_the_first_is_made_from_the_empty_page(
    qtbot: QtBot, screen: BackupsScreen, journal: Journal, run: list[object]
) -> None:
    add_days(journal, 2)
    look(screen, qtbot)
    assert screen.empty.isVisible()
    assert not screen.page_scroll.isVisible()
    press(Qt.Key.Key_Space)  # the keyboard is on its button
    settle(qtbot)
    (copy,) = journal.backups.all()
    assert copy.reason is Reason.BY_HAND
    assert screen.said.text() == "The backup was made, opened and compared: 2 episode(s)."
    assert [row.second for row in rows(screen)] == ["Today · by hand · 2 episode(s)"]
    assert screen.list.copies.hasFocus()
    assert errands.BackupsChanged() in run


def test_each_copy_shows_age_size_state_place_and_why(
    qtbot: QtBot, screen: BackupsScreen, journal: Journal, clock: Clock, tmp_path: Path
) -> None:
    add_days(journal, 1)
    journal.backups.make(Reason.DAILY)
    journal.backups.set_second_place(tmp_path)
    journal.backups.tend()
    clock.forward(days=1)
    broken = journal.backups.make(Reason.IMPORT)
    (broken.path / "manifest").write_bytes(b"no")
    look(screen, qtbot)
    first, second, third = rows(screen)
    assert [chip.text for chip in first.chips] == ["Unreadable"]
    assert first.second == "Today"
    assert second.title == "19 November, 18:00"
    assert {second.second, third.second} == {
        "Yesterday · daily · 1 episode(s)",
        "Second place · yesterday · daily · 1 episode(s)",
    }
    assert [chip.text for chip in second.chips] == ["Verified"]
    choose(qtbot, screen, journal.backups.all()[1])
    assert screen.copy.about.text().startswith("Made daily, in the ")
    choose(qtbot, screen, broken)
    assert second.number.endswith("MB")
    assert screen.list.count.text().startswith("3 backup(s) · ")
    assert "7 days, 5 weeks and 12 months" in screen.list.schedule.text()
    assert not screen.copy.restore.isEnabled()
    assert "Make a new one, and remove this one" in screen.copy.about.text()


def test_many_are_grouped_by_month(
    qtbot: QtBot, screen: BackupsScreen, journal: Journal, clock: Clock
) -> None:
    for _ in range(10):
        journal.backups.make(Reason.BY_HAND)
        clock.forward(days=4)
    look(screen, qtbot)
    headings = [row.title for row in screen.list.copies.rows() if isinstance(row, Row) and row.id is None]
    assert headings == ["December 2026", "November 2026"]
    assert chosen(screen).path == journal.backups.all()[0].path


def test_tells_what_the_chosen_one_would_bring_back(
    qtbot: QtBot, screen: BackupsScreen, journal: Journal
) -> None:
    add_days(journal, 3)
    journal.backups.make(Reason.BY_HAND)
    gone, changed, _ = journal.episodes.newest()
    journal.episodes.trash(gone.id)
    changed.story = "Otherwise by now."
    journal.episodes.add(changed)
    look(screen, qtbot)
    assert screen.copy.table.rows() == [("Episodes", "3", "2")]
    others = [row for row in screen.copy.others.rows() if isinstance(row, Row)]
    assert [(row.title, row.second) for row in others] == [
        (gone.title, "Episode · gone since"),
        (changed.title, "Episode · changed since"),
    ]
    journal.episodes.restore(gone.id)
    screen.renew()
    settle(qtbot)
    assert screen.copy.table.rows() == [("Episodes", "3", "3")]


def test_trying_says_whether_it_can_be_restored(
    qtbot: QtBot, screen: BackupsScreen, journal: Journal
) -> None:
    add_days(journal, 2)
    copy = journal.backups.make(Reason.BY_HAND)
    look(screen, qtbot)
    press_button(qtbot, screen.copy.rehearse)
    assert screen.said.text() == "The backup of 19 November, 18:00 can be restored: 2 episode(s)."
    file = copy.path / "journal.db"
    file.chmod(0o600)
    content = bytearray(file.read_bytes())
    content[30_000] ^= 1
    file.write_bytes(content)
    press_button(qtbot, screen.copy.rehearse)
    assert "cannot be restored" in screen.said.text()
    assert screen.result_icon.icon == "triangle-alert"
    assert screen.trouble.isVisible()
    assert "cannot be restored" in screen.trouble_words.text()


def test_what_goes_wrong_is_said_in_the_words_of_the_window(
    qtbot: QtBot, screen: BackupsScreen, journal: Journal, monkeypatch: pytest.MonkeyPatch
) -> None:
    journal.backups.make(Reason.BY_HAND)
    look(screen, qtbot)

    def refuse(*_: object) -> None:
        raise NoRoom

    monkeypatch.setattr(journal.backups, "make", refuse)
    press_button(qtbot, screen.make)
    assert screen.said.text() == "There is no room. Make some with the Backups page."
    assert screen.make.isEnabled()


def test_giving_up_a_backup_leaves_none(
    qtbot: QtBot, screen: BackupsScreen, journal: Journal, monkeypatch: pytest.MonkeyPatch
) -> None:
    journal.backups.make(Reason.BY_HAND)
    look(screen, qtbot)
    make, begun, go_on = journal.backups.make, Event(), Event()

    def slow(reason: Reason, report: object) -> Copy:
        begun.set()
        go_on.wait(10)
        return make(reason, report)  # type: ignore[arg-type]

    monkeypatch.setattr(journal.backups, "make", slow)
    screen.make.setFocus()
    screen.make.click()
    begun.wait(10)
    assert screen.line.stop.hasFocus()
    assert not screen.copy.restore.isEnabled()
    screen.line.stop.click()
    go_on.set()
    settle(qtbot)
    assert len(journal.backups.all()) == 1
    assert not screen.line.isVisible()
    assert screen.make.isEnabled()
    assert QApplication.focusWidget() is screen.make


def test_of_a_journal_open_for_reading_nothing_is_changed(qtbot: QtBot, journal: Journal) -> None:
    add_days(journal, 1)
    copy = journal.backups.make(Reason.BY_HAND)
    with opening.open_journal(copy.path, PASSPHRASE) as reading:
        screen = on_screen(qtbot, BackupsScreen(reading))
        look(screen, qtbot)
        assert screen.empty.isVisible()
        assert not screen.empty.isEnabled()
        assert not screen.place.choose.isEnabled()


def test_what_was_told_is_gone_the_next_time(qtbot: QtBot, screen: BackupsScreen, journal: Journal) -> None:
    journal.backups.make(Reason.BY_HAND)
    look(screen, qtbot)
    press_button(qtbot, screen.copy.rehearse)
    assert screen.result.isVisible()
    screen.leave()
    look(screen, qtbot)
    assert not screen.result.isVisible()
