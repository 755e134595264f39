"""The file that was shared: its hash, whether another one is it, and the copy that may be kept."""

import hashlib
from collections.abc import Callable
from pathlib import Path
from uuid import UUID

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QFileDialog, QPushButton
from pytestqt.qtbot import QtBot

from ui import asking
from ui.shared_packs_page import DAY, kept, pdf, shown
from ui.showing import on_screen
from workjournal.journal.journal import Journal
from workjournal.ui import tasks
from workjournal.ui.dialogs.confirm import ConfirmDialog
from workjournal.ui.parts.pdf_preview import PdfPreview
from workjournal.ui.parts.shared_file import SharedFile
from workjournal.ui.screens.shared_packs import SharedPacksScreen

PDF = pdf()


@pytest.fixture
def pack(journal: Journal) -> UUID:
    return kept(journal, pdf=PDF, sha256=hashlib.sha256(PDF).hexdigest(), protected=True)


@pytest.fixture
def screen(qtbot: QtBot, journal: Journal, pack: UUID) -> SharedPacksScreen:
    return shown(on_screen(qtbot, SharedPacksScreen(journal)), pack)


@pytest.fixture
def card(screen: SharedPacksScreen) -> SharedFile:
    return screen.pack.file


def press(button: QPushButton) -> None:
    button.setFocus()
    QTest.keyClick(button, Qt.Key.Key_Space)
    tasks.wait_all()


def choose(monkeypatch: pytest.MonkeyPatch, asks: str, file: Path) -> None:
    monkeypatch.setattr(QFileDialog, asks, staticmethod(lambda *_: (str(file), "")))


def test_the_hash_is_shown_and_copied(card: SharedFile) -> None:
    assert card.sha256.text() == hashlib.sha256(PDF).hexdigest()
    press(card.copy_hash)
    assert QGuiApplication.clipboard().text() == hashlib.sha256(PDF).hexdigest()


def test_a_file_is_compared(
    monkeypatch: pytest.MonkeyPatch,
    screen: SharedPacksScreen,
    card: SharedFile,
    journal: Journal,
    tmp_path: Path,
) -> None:
    same, other = tmp_path / "same.pdf", tmp_path / "other.pdf"
    same.write_bytes(PDF)
    other.write_bytes(PDF + b" ")
    for file, words, icon in (
        (same, "same.pdf is the file that was shared.", "circle-check"),
        (other, "other.pdf is another file, or it was changed since.", "circle-x"),
    ):
        choose(monkeypatch, "getOpenFileName", file)
        press(card.drop.choose)
        assert (card.answer.text(), card.answer_icon.icon) == (words, icon)
        assert card.answer_row.isVisible()
    card.drop.dropped.emit([same])
    tasks.wait_all()
    assert "is the file that was shared" in card.answer.text()
    card.compare(tmp_path / "gone.pdf")
    tasks.wait_all()
    assert "cannot be read" in card.problem.text()
    assert not card.answer_row.isVisible()
    shown(screen, kept(journal))
    assert not card.problem.isVisible()


def test_an_answer_about_another_pack_is_not_told(
    screen: SharedPacksScreen, card: SharedFile, journal: Journal, tmp_path: Path
) -> None:
    file = tmp_path / "same.pdf"
    file.write_bytes(PDF)
    other = kept(journal)
    card.compare(file)
    screen.packs.choose(other)
    shown(screen, other)
    assert screen.pack.open_id == other
    assert not card.answer_row.isVisible()


def test_the_pages_are_shown_when_asked_for(
    screen: SharedPacksScreen, card: SharedFile, journal: Journal
) -> None:
    assert card.findChildren(PdfPreview) == []
    press(card.look)
    pages = card.pages
    assert pages is not None
    assert (len(pages.view.pages), pages.view.pdf) == (2, PDF)
    assert pages.view.hasFocus()
    press(card.look)
    assert not pages.isVisible()
    assert pages.view.pages == []
    press(card.look)
    assert pages.isVisible()
    shown(screen, kept(journal))
    assert not pages.isVisible()
    assert pages.view.pdf == b""
    assert card.not_kept.isVisible()
    assert not card.kept_part.isVisible()


def test_a_copy_is_saved_again(
    monkeypatch: pytest.MonkeyPatch,
    screen: SharedPacksScreen,
    card: SharedFile,
    journal: Journal,
    tmp_path: Path,
) -> None:
    assert "It has no password" in card.kept_words.text()
    toasts: list[str] = []
    screen.toast.connect(lambda text, _: toasts.append(text))
    choose(monkeypatch, "getSaveFileName", tmp_path / "again")
    press(card.save_copy)
    assert (tmp_path / "again.pdf").read_bytes() == PDF
    assert toasts == ["Unencrypted copy saved as again.pdf"]
    choose(monkeypatch, "getSaveFileName", journal.folder / "again.pdf")
    press(card.save_copy)
    assert "journal's own folder" in card.problem.text()
    assert not (journal.folder / "again.pdf").exists()


def test_the_copy_goes_only_after_a_question(
    screen: SharedPacksScreen, card: SharedFile, journal: Journal, pack: UUID
) -> None:
    press(card.look)
    press(card.let_go)
    asking.asked(ConfirmDialog).reject()
    assert journal.meetings.keeps(pack)
    press(card.let_go)
    answer: Callable[[], object] = asking.asked(ConfirmDialog).accept
    QTest.keyClicks(screen.pack.notes, "Typed meanwhile")
    answer()
    assert not journal.meetings.keeps(pack)
    assert not card.kept_part.isVisible()
    assert not screen.pack.copy_chip.isVisible()
    found = journal.meetings.get(pack)
    assert (found.date, found.notes) == (DAY, "Typed meanwhile")
    screen.leave()
    assert screen.pack.problem.text() == ""
