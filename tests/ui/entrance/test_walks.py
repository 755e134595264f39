"""The two walks that must not fail anybody: making a journal that can be recovered, and recovering it. By keyboard."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt

from conftest import PASSPHRASE
from examples import filled
from keyring_session import MISSING, KeyringSession
from ui.entrance.conftest import Open, OpenNew, at, press, tab_to, write
from workjournal.journal import opening
from workjournal.ui.entrance.recover import RecoverPage
from workjournal.ui.entrance.recovery_code import RecoveryCodePage
from workjournal.vault.vault import WrongPassphrase

NEW = "nine patient herons borrow umbrellas"
ENTER, SPACE = Qt.Key.Key_Return, Qt.Key.Key_Space


def type_groups_back(page: RecoveryCodePage, code: str) -> None:
    groups = code.split("-")
    for place in page.keeping.asked():
        write(groups[place].lower())
        press(ENTER)


@pytest.mark.skipif(bool(MISSING), reason=MISSING)
def test_from_nothing_to_a_journal_with_three_ways_in(
    open_new: OpenNew, folder: Path, keyring: KeyringSession
) -> None:
    window = open_new()
    page = window.entrance.new_page
    assert at() is page.passphrase
    write(PASSPHRASE)
    press(ENTER)
    write(PASSPHRASE)
    tab_to(page.folder)
    write(str(folder))
    tab_to(page.by_keyring)
    press(SPACE)
    tab_to(page.make)
    press(ENTER)
    shown = window.entrance.currentWidget()
    assert isinstance(shown, RecoveryCodePage)
    code = "-".join(shown.keeping.grid.groups())
    assert at() is shown.keeping.written
    press(ENTER)
    assert shown.keeping.grid.groups() == ()
    type_groups_back(shown, code)
    assert shown.counts.isVisible()
    assert at() is shown.go_in
    press(ENTER)
    assert window.workspace is not None
    assert page.passphrase.text() == page.again.text() == ""
    window.close()
    assert opening.kinds_of_ways_in(folder) == {"passphrase", "recovery code", "system keyring"}
    with opening.open_journal(folder, code) as journal:
        assert {way.kind for way in journal.ways_in.all()} == opening.kinds_of_ways_in(folder)
    with opening.open_by_keyring(folder) as journal:
        assert not journal.read_only


def test_forgotten_passphrase_recovery_code_new_passphrase_everything_there(
    open_window: Open, vault: Path, code: str, tmp_path: Path
) -> None:
    """Seen failing with `replace_passphrase` left out of the walk: the new passphrase opened nothing."""
    with opening.open_journal(vault, PASSPHRASE) as journal:
        made = filled(journal, tmp_path)
    window = open_window(vault)
    write("something I used to know")
    press(ENTER)
    assert "does not open" in window.unlock_page.problem.text()
    tab_to(window.unlock_page.forgot)
    press(ENTER)
    page = window.entrance.currentWidget()
    assert isinstance(page, RecoverPage)
    assert at() is page.code
    write(code.lower().replace("-", " "))
    press(ENTER)
    assert at() is page.passphrase
    write(NEW)
    press(ENTER)
    write(NEW)
    press(ENTER)
    assert window.workspace is not None
    opened = window._opened
    assert opened is not None
    assert opened.journal.episodes.get(made.episode.id).title == made.episode.title
    assert page.code.text() == page.passphrase.text() == page.again.text() == ""
    window.close()
    with opening.open_journal(vault, NEW) as journal:
        assert [episode.id for episode in journal.episodes.newest()] == [made.episode.id]
        assert journal.goals.get(made.goal.id).title == made.goal.title
        assert journal.reflections.get(made.reflection.id).answers == made.reflection.answers
    with opening.open_journal(vault, code) as journal:
        assert journal.ways_in.has_code()
    with pytest.raises(WrongPassphrase):
        opening.open_journal(vault, PASSPHRASE)


@pytest.mark.skipif(bool(MISSING), reason=MISSING)
def test_unlocked_by_the_keychain(open_window: Open, vault: Path, keyring: KeyringSession) -> None:
    with opening.open_journal(vault, PASSPHRASE) as journal:
        journal.ways_in.add_keyring(PASSPHRASE)
    window = open_window(vault)
    tab_to(window.unlock_page.by_keyring)
    press(ENTER)
    assert window.workspace is not None


@pytest.mark.skipif(bool(MISSING), reason=MISSING)
def test_without_its_keyring_the_passphrase_is_the_way_out(
    open_window: Open, vault: Path, keyring: KeyringSession
) -> None:
    with opening.open_journal(vault, PASSPHRASE) as journal:
        journal.ways_in.add_keyring(PASSPHRASE)
    keyring.kill()
    window = open_window(vault)
    page = window.unlock_page
    tab_to(page.by_keyring)
    press(ENTER)
    assert "system keyring cannot be used" in page.problem.text()
    assert "passphrase" in page.problem.text()
    assert page.attempts.wrong == 0
    assert at() is page.passphrase
    write(PASSPHRASE)
    press(ENTER)
    assert window.workspace is not None
