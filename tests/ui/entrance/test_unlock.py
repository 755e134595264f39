"""The unlock page: which journals there are, what is wrong with one, and what helps."""

import shutil
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit, QMenu
from pytestqt.qtbot import QtBot

from conftest import PASSPHRASE
from small_disk import remount, small_disk
from ui.entrance.conftest import Open, at, press, tab_to, write
from workjournal.journal import opening
from workjournal.settings import Settings
from workjournal.ui.entrance.page import EntrancePage

ENTER = Qt.Key.Key_Return


@pytest.fixture
def other(new_vault: Path, tmp_path: Path) -> Path:
    """One more vault."""
    shutil.copytree(new_vault, tmp_path / "other")
    return tmp_path / "other"


def remember(*vaults: Path) -> None:
    settings = Settings.load()
    for vault in vaults:
        settings.remember(vault)


def test_a_single_journal_needs_no_list(open_window: Open, vault: Path) -> None:
    remember(vault)
    page = open_window(vault).unlock_page
    assert page.passphrase.hasFocus()
    assert not page.journals.isVisible()
    assert not page.by_keyring.isVisible()
    assert not page.ways_out.isVisible()


def test_a_journal_opened_from_elsewhere_leaves_a_way_back(
    open_window: Open, vault: Path, other: Path
) -> None:
    remember(vault)
    page = open_window(other).unlock_page
    assert [row.id for row in page.journals.rows()] == [str(vault)]
    assert page.journals.isVisible()
    page.ask_for(vault)
    page.ask_for(other)
    page.recent.mark_missing(frozenset())  # as the look at the folders does a moment later
    assert page.journals.current_id() is None  # none of them is what will be unlocked
    assert not page.journals.selectedIndexes()


def test_another_journal_is_chosen_from_the_list(open_window: Open, vault: Path, other: Path) -> None:
    remember(vault, other)
    window = open_window(other)
    page = window.unlock_page
    assert [row.spoken() for row in page.journals.rows()] == [
        f"other, {other.parent}",
        f"vault, {vault.parent}",
    ]
    assert page.journals.current_id() == str(other)
    tab_to(page.journals)
    press(Qt.Key.Key_Down)
    press(ENTER)
    assert page.folder_name.text() == str(vault)
    assert at() is page.passphrase
    write(PASSPHRASE)
    press(ENTER)
    assert window.workspace is not None
    assert [one.path for one in Settings.load().recent] == [str(vault), str(other)]


def test_what_is_gone_is_grey_and_can_be_taken_off_the_list(
    open_window: Open, vault: Path, other: Path
) -> None:
    remember(other, vault)
    shutil.rmtree(other)
    page = open_window(vault).unlock_page
    assert [row.spoken().split(", ")[1] for row in page.journals.rows()] == [str(vault.parent), "Not found"]
    tab_to(page.journals)
    press(Qt.Key.Key_Down)
    press(ENTER)
    assert "There is no journal" in page.problem.text()
    tab_to(page.drop)
    press(ENTER)
    assert [one.path for one in Settings.load().recent] == [str(vault)]
    assert page.folder == vault
    assert page.problem.text() == ""
    assert not page.journals.isVisible()


def test_delete_takes_off_the_list_and_leaves_the_folder(open_window: Open, vault: Path, other: Path) -> None:
    remember(vault, other)
    page = open_window(other).unlock_page
    tab_to(page.journals)
    press(Qt.Key.Key_Delete)
    assert [one.path for one in Settings.load().recent] == [str(vault)]
    assert (other / "vault.json").exists()


def test_a_dot_has_another_colour_by_the_menu(
    qtbot: QtBot, open_window: Open, vault: Path, other: Path
) -> None:
    remember(vault, other)
    page = open_window(other).unlock_page
    tab_to(page.journal_menu)
    press(Qt.Key.Key_Space)
    (menu,) = (menu for menu in page.journals.findChildren(QMenu) if menu.isVisible())
    colours = menu.actions()[0].menu()
    assert isinstance(colours, QMenu)
    assert [action.isChecked() for action in colours.actions()] == [False, True, False, False, False]
    colours.actions()[3].trigger()
    menu.close()
    assert Settings.load().recent[0].colour == 3
    assert [row.colour for row in page.journals.rows()] == [3, 0]  # type: ignore[attr-defined]


@pytest.mark.parametrize(
    ("damage", "told", "helps"),
    [
        ("header", "damaged", {"restore"}),
        ("database gone", "missing", {"restore"}),
        ("header gone", "There is no journal", {"restore", "drop"}),
    ],
)
def test_damage_is_told_before_a_passphrase_is_typed_with_the_ways_out(
    open_window: Open,
    vault: Path,
    damage: str,
    told: str,
    helps: set[str],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    remember(vault)
    (vault / "vault.json.old").unlink(missing_ok=True)
    if damage == "header":
        (vault / "vault.json").write_text("{}", encoding="utf-8")
    else:
        (vault / ("journal.db" if damage == "database gone" else "vault.json")).unlink()
    page = open_window(vault).unlock_page
    monkeypatch.setattr(EntrancePage, "reachable", {*page.reachable, "restore"})
    page._look()
    press(Qt.Key.Key_Shift)
    assert told in page.problem.text()
    assert "`" not in page.problem.text(), "no command for the terminal"
    buttons = {"restore": page.restore, "mend": page.mend, "drop": page.drop}
    assert {name for name, button in buttons.items() if button.isVisible()} == helps
    write("whatever")
    press(ENTER)
    assert told in page.problem.text()
    assert {name for name, button in buttons.items() if button.isVisible()} == helps
    with_restore: list[str] = []
    page.go.disconnect()
    page.go.connect(with_restore.append)
    page.restore.click()
    assert with_restore == ["restore"]


def test_a_damaged_header_is_replaced_by_the_one_before(open_window: Open, vault: Path) -> None:
    with opening.open_journal(vault, PASSPHRASE) as journal:
        journal.ways_in.add_passphrase(PASSPHRASE, "four quiet barges drift", "Second")
    header = vault / "vault.json"
    header.write_bytes(header.read_bytes().replace(b"Second", b"Segond"))
    window = open_window(vault)
    page = window.unlock_page
    assert "damaged" in page.problem.text()
    tab_to(page.mend)
    press(ENTER)
    assert page.problem.text() == "Type the passphrase of this journal."
    assert at() is page.passphrase
    write("not this one")
    tab_to(page.mend)
    press(ENTER)
    assert "does not open" in page.problem.text()
    assert page.attempts.wrong == 1
    write(PASSPHRASE)
    tab_to(page.mend)
    press(ENTER)
    assert window.workspace is not None


def test_an_unreadable_database_is_told_once_it_is_opened(open_window: Open, vault: Path) -> None:
    database = vault / "journal.db"
    database.write_bytes(b"\0" * database.stat().st_size)
    window = open_window(vault)
    write(PASSPHRASE)
    press(ENTER)
    assert window.workspace is None
    assert window.unlock_page.problem.isVisible()
    assert window.unlock_page.attempts.wrong == 0


def test_a_way_out_that_is_not_built_is_not_shown(
    open_window: Open, vault: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (vault / "journal.db").unlink()
    page = open_window(vault).unlock_page
    monkeypatch.setattr(EntrancePage, "reachable", {"unlock"})
    page._look()
    press(Qt.Key.Key_Shift)
    assert not page.restore.isVisible()
    assert not page.ways_out.isVisible()


def test_a_vault_that_cannot_be_written_says_so_and_opens(
    open_window: Open, new_vault: Path, tmp_path: Path
) -> None:
    with small_disk(tmp_path / "stick", 16) as stick:
        shutil.copytree(new_vault, stick / "vault")
        with opening.open_journal(stick / "vault", PASSPHRASE):
            pass
        remount(stick, "ro")
        window = open_window(stick / "vault")
        assert window.unlock_page.read_only.isVisible()
        write(PASSPHRASE)
        press(ENTER)
        assert window.workspace is not None
        assert window._opened is not None
        assert window._opened.journal.read_only
        window.close()
        remount(stick, "rw")


def test_what_is_typed_can_be_shown_by_the_keyboard(open_window: Open, vault: Path) -> None:
    page = open_window(vault).unlock_page
    write("nine slow")
    assert page.passphrase.echoMode() is QLineEdit.EchoMode.Password
    QTest.keyClick(page.passphrase, Qt.Key.Key_V, Qt.KeyboardModifier.AltModifier)
    assert page.passphrase.echoMode() is QLineEdit.EchoMode.Normal
