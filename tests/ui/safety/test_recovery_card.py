"""The recovery code: written down, tried, renewed with the master key; by the keyboard, on a real vault."""

import datetime as dt

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from conftest import PASSPHRASE, Clock
from ui.asking import asked, is_asked, press, type_in
from ui.showing import on_screen
from workjournal.domain.episode import Episode
from workjournal.journal import opening
from workjournal.journal.journal import Journal
from workjournal.ui.dialogs.new_code import NewCodeDialog
from workjournal.ui.dialogs.rotate import GivenUp, RotateDialog
from workjournal.ui.dialogs.try_code import TryCodeDialog
from workjournal.ui.parts.code_keeping import CodeKeeping
from workjournal.ui.safety.recovery_card import RecoveryCard
from workjournal.vault.vault import WrongPassphrase

DAY = dt.date(2026, 11, 19)


@pytest.fixture
def card(qtbot: QtBot, journal: Journal) -> RecoveryCard:
    made = RecoveryCard(journal)
    made.renewed.connect(lambda _: made.refresh())
    made.tried.connect(made.refresh)
    made.refresh()
    return on_screen(qtbot, made)


@pytest.fixture
def code(journal: Journal) -> str:
    made = journal.ways_in.new_code()
    journal.ways_in.add_code(PASSPHRASE, made)
    return made


def write_down(keeping: CodeKeeping) -> str:
    """Copy the code that is shown, and type two of its groups back."""
    groups = keeping.grid.groups()
    assert keeping.written.hasFocus()
    press()
    first, second = keeping.asked()
    type_in(keeping.first, groups[first].lower())
    press()
    type_in(keeping.second, groups[second])
    press()
    return "-".join(groups)


def test_says_that_there_is_none(card: RecoveryCard) -> None:
    assert card.state.text() == "No recovery code"
    assert "cannot be reset" in card.words.text()
    assert not card.try_code.isVisible()


def test_a_code_counts_once_it_was_written_down(card: RecoveryCard, journal: Journal) -> None:
    card.write()
    dialog = asked(NewCodeDialog)
    assert dialog.confirm.hasFocus()
    type_in(dialog.confirm, "not that one")
    press()
    assert "does not open" in dialog.problem.text()
    assert not dialog.keeping.isVisible()
    type_in(dialog.confirm, PASSPHRASE)
    press()
    assert not journal.ways_in.has_code()
    code = write_down(dialog.keeping)
    assert not is_asked(NewCodeDialog)
    opening.open_journal(journal.folder, code).close()
    assert card.state.text().startswith("Recovery code of ")
    assert card.try_code.isVisible()


def test_a_new_code_takes_the_place_of_the_other(card: RecoveryCard, journal: Journal, code: str) -> None:
    card.write()
    dialog = asked(NewCodeDialog)
    assert "opens nothing any more" in dialog.words.text()
    type_in(dialog.confirm, code)
    press()
    write_down(dialog.keeping)
    with pytest.raises(WrongPassphrase):
        journal.ways_in.confirm(code)


def test_giving_up_half_way_changes_nothing(card: RecoveryCard, journal: Journal) -> None:
    card.write()
    dialog = asked(NewCodeDialog)
    type_in(dialog.confirm, PASSPHRASE)
    press()
    press(Qt.Key.Key_Escape)
    assert not is_asked(NewCodeDialog)
    assert not journal.ways_in.has_code()


def test_the_code_is_tried(card: RecoveryCard, journal: Journal, code: str, clock: Clock) -> None:
    clock.now = dt.datetime.now(dt.UTC) + dt.timedelta(days=120)  # a header is dated by the real clock
    card.refresh()
    assert "Is the sheet still where it was?" in card.words.text()
    card.drill()
    dialog = asked(TryCodeDialog)
    assert dialog.code.hasFocus()
    type_in(dialog.code, code[:20])
    press()
    assert "all nine groups" in dialog.problem.text()
    other = journal.ways_in.new_code()
    type_in(dialog.code, other)
    press()
    assert "does not open" in dialog.problem.text()
    assert dialog.code.text() == other
    type_in(dialog.code, code.lower().replace("-", " "))
    assert dialog.verdict.text() == "All nine groups fit each other."
    press()
    assert not is_asked(TryCodeDialog)
    assert journal.ways_in.code_unproven_since() == journal.today()
    assert card.state.text().endswith("last typed today")


def test_a_group_that_cannot_be_right_is_named(card: RecoveryCard, code: str) -> None:
    card.drill()
    dialog = asked(TryCodeDialog)
    type_in(dialog.code, f"{code[:5]}UUUU")
    assert "Group 2" in dialog.verdict.text()
    assert dialog.verdict.isVisible()


def test_without_a_code_the_drill_offers_one(card: RecoveryCard) -> None:
    card.drill()
    assert is_asked(NewCodeDialog)
    asked(NewCodeDialog).reject()


def test_rotates_with_a_new_code(card: RecoveryCard, journal: Journal, code: str) -> None:
    journal.ways_in.add_passphrase(PASSPHRASE, "four more old words", "At home")
    episode = journal.episodes.add(Episode(date=DAY, title="Said no"))
    told: list[object] = []
    quiet: list[bool] = []
    card.rotated.connect(told.append)
    card.rotating.connect(quiet.append)
    before = journal.ways_in.store.keys.master
    card.rotate()
    dialog = asked(RotateDialog)
    type_in(dialog.confirm, "not that one")
    press()
    assert "does not open" in dialog.problem.text()
    type_in(dialog.confirm, PASSPHRASE)
    press()
    new = write_down(dialog.keeping)
    assert dialog.ended.isVisible()
    assert "At home" in dialog.ended_words.text()
    assert "opens it still" not in dialog.ended_words.text()
    assert quiet == [True, False]
    press()
    assert told == [("At home",)]
    assert journal.ways_in.store.keys.master != before
    assert journal.episodes.get(episode.id).title == "Said no"
    journal.ways_in.confirm(PASSPHRASE)
    journal.ways_in.confirm(new)
    with pytest.raises(WrongPassphrase):
        journal.ways_in.confirm(code)


def test_rotates_without_one(card: RecoveryCard, journal: Journal) -> None:
    card.rotate()
    dialog = asked(RotateDialog)
    type_in(dialog.confirm, PASSPHRASE)
    press()
    assert dialog.ended_words.text() == "Everything that opened it opens it still."
    press(Qt.Key.Key_Escape)
    assert not is_asked(RotateDialog)
    journal.ways_in.confirm(PASSPHRASE)


def test_a_rotation_that_is_cancelled_leaves_the_journal_as_it_was(
    card: RecoveryCard, journal: Journal
) -> None:
    episode = journal.episodes.add(Episode(date=DAY, title="Said no"))
    before = journal.ways_in.store.keys
    quiet: list[bool] = []
    card.rotating.connect(quiet.append)
    card.rotate()
    dialog = asked(RotateDialog)
    dialog.began.connect(dialog._giving_up.set)  # Cancel, as early as can be
    type_in(dialog.confirm, PASSPHRASE)
    press()
    assert not is_asked(RotateDialog)
    assert quiet == [True, False]
    assert journal.ways_in.store.keys.master == before.master
    assert journal.episodes.get(episode.id).title == "Said no"
    journal.ways_in.confirm(PASSPHRASE)


def test_cancel_is_there_while_it_works(card: RecoveryCard, journal: Journal) -> None:
    card.rotate()
    dialog = asked(RotateDialog)
    seen: list[str] = []

    def cancelled() -> None:
        assert dialog.cancel.isEnabled()
        dialog.cancel.click()
        seen.append(dialog.progress_words.text())

    original = dialog._show_progress
    dialog._show_progress = lambda fraction: (original(fraction), seen or not dialog.is_busy() or cancelled())  # type: ignore[assignment, func-returns-value]
    type_in(dialog.confirm, PASSPHRASE)
    press()
    assert seen == ["Leaving the journal as it was…"]
    assert issubclass(GivenUp, Exception)
    journal.ways_in.confirm(PASSPHRASE)


def test_the_old_code_is_not_said_to_open_it_still(card: RecoveryCard, code: str) -> None:
    card.rotate()
    dialog = asked(RotateDialog)
    type_in(dialog.confirm, PASSPHRASE)
    press()
    write_down(dialog.keeping)
    assert dialog.ended_words.text().endswith("the new recovery code in place of the old one.")
    press()
