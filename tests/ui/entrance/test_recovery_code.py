"""The recovery code counts only after it was typed back, and never goes anywhere by itself."""

import stat
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QFileDialog
from pytestqt.qtbot import QtBot

from conftest import PASSPHRASE
from ui.entrance.conftest import OpenNew, at, press, tab_to, write
from workjournal.exporters.pdf_pages import page_texts
from workjournal.journal import opening
from workjournal.ui import printing, tasks
from workjournal.ui.entrance.recovery_code import RecoveryCodePage

ENTER = Qt.Key.Key_Return


@pytest.fixture
def page(open_new: OpenNew, folder: Path) -> RecoveryCodePage:
    """The page as it comes after a journal was made in `folder`."""
    window = open_new()
    window.entrance.new_page.folder.setText(str(folder))
    for _ in range(2):
        write(PASSPHRASE)
        press(ENTER)
    shown = window.entrance.currentWidget()
    assert isinstance(shown, RecoveryCodePage)
    return shown


@pytest.fixture
def code(page: RecoveryCodePage) -> str:
    return "-".join(page.keeping.grid.groups())


def choose(monkeypatch: pytest.MonkeyPatch, path: Path) -> None:
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(path), ""))


def test_a_wrong_group_is_named_and_the_code_does_not_count(
    page: RecoveryCodePage, code: str, folder: Path
) -> None:
    """Seen failing without the comparison: any two words made the code count."""
    press(ENTER)
    first, second = page.keeping.asked()
    write(code.split("-")[first])
    press(ENTER)
    write(code.split("-")[first])
    press(ENTER)
    assert f"Group {second + 1} is another one" in page.keeping.wrong.text()
    assert at() is page.keeping.second
    assert opening.kinds_of_ways_in(folder) == {"passphrase"}
    write(f" {code.split('-')[second].lower()} ")
    press(ENTER)
    assert page.counts.isVisible()
    assert opening.kinds_of_ways_in(folder) == {"passphrase", "recovery code"}


def test_the_code_is_out_of_sight_while_it_is_asked_for(page: RecoveryCodePage, code: str) -> None:
    press(ENTER)
    assert page.keeping.grid.groups() == ()
    assert not page.keeping.grid.isVisible()
    tab_to(page.keeping.look_again)
    press(ENTER)
    assert page.keeping.grid.groups() == tuple(code.split("-"))


def test_other_groups_are_asked_after_another_look(page: RecoveryCodePage) -> None:
    asked = set()
    for _ in range(12):
        page.keeping.ask()
        asked.add(page.keeping.asked())
        assert len(set(page.keeping.asked())) == 2
        page.keeping.look()
    assert len(asked) > 1


def test_the_program_never_puts_the_code_on_the_clipboard(page: RecoveryCodePage, code: str) -> None:
    clipboard = QApplication.clipboard()
    clipboard.setText("before")
    for key in (Qt.Key.Key_A, Qt.Key.Key_C):
        press(key, Qt.KeyboardModifier.ControlModifier)
    press(ENTER)
    groups = code.split("-")
    for place in page.keeping.asked():
        write(groups[place])
        press(ENTER)
    assert page.counts.isVisible()
    assert clipboard.text() == "before"


def test_a_reader_hears_the_code_letter_by_letter(page: RecoveryCodePage, code: str) -> None:
    assert page.keeping.grid.accessibleName().startswith(f"Group 1: {' '.join(code[:4])}; Group 2: ")


def test_saved_as_a_pdf_that_only_its_owner_can_read(
    page: RecoveryCodePage, code: str, folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    choose(monkeypatch, tmp_path / "code")
    tab_to(page.keeping.save_pdf)
    press(ENTER)
    saved = tmp_path / "code.pdf"
    assert stat.S_IMODE(saved.stat().st_mode) == 0o600
    assert sorted(path.name for path in tmp_path.iterdir()) == ["code.pdf", folder.name]
    (text,) = page_texts(saved.read_bytes())
    assert all(group in text for group in code.split("-"))
    assert str(tmp_path) in page.keeping.said.text()
    assert "readable" in page.keeping.said.text()
    assert at() is page.keeping.written


def test_not_beside_what_it_opens(
    page: RecoveryCodePage, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = sorted(folder.rglob("*"))
    choose(monkeypatch, folder / "code.pdf")
    page.keeping.save_pdf.click()
    tasks.wait_all()
    assert "folder of the journal" in page.keeping.said.text()
    assert sorted(folder.rglob("*")) == before


def test_without_a_printer_none_is_offered(page: RecoveryCodePage) -> None:
    assert page.keeping.print_sheet.isVisible() == printing.is_possible()


def test_a_code_that_cannot_be_added_is_told_and_can_be_tried_again(
    page: RecoveryCodePage, code: str, folder: Path, qtbot: QtBot
) -> None:
    header = (folder / "vault.json").read_bytes()
    (folder / "vault.json").unlink()
    press(ENTER)
    for place in page.keeping.asked():
        write(code.split("-")[place])
        press(ENTER)
    assert not page.counts.isVisible()
    assert page.problem.text()
    (folder / "vault.json").write_bytes(header)
    press(ENTER)
    press(ENTER)
    assert page.counts.isVisible()


def test_once_inside_the_page_knows_neither_code_nor_passphrase(page: RecoveryCodePage) -> None:
    page.later.click()
    assert page.keeping.grid.groups() == ()
    assert page.keeping._sheet is None
    assert page._created is None
