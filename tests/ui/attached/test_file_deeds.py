"""What is done with a file: copied out, handed to another program and taken back, made bare, given up in the middle."""

import os
import stat
from pathlib import Path
from threading import Event

import pytest
from PySide6.QtCore import QEvent, QPoint, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QApplication, QFileDialog
from pytestqt.qtbot import QtBot

from attachment_examples import told_picture
from examples import Examples
from ui.attached.offering import Desk, files, popup, press
from workjournal.domain.attachment import MEGABYTE
from workjournal.journal.journal import Journal
from workjournal.ui import tasks
from workjournal.ui.dialogs.confirm import ConfirmDialog


@pytest.fixture
def runtime(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    made = tmp_path / "runtime"
    made.mkdir(mode=0o700)
    monkeypatch.setenv("XDG_RUNTIME_DIR", str(made))
    return made


@pytest.fixture
def opened(monkeypatch: pytest.MonkeyPatch) -> list[Path]:
    """What another program was asked to open."""
    asked: list[Path] = []

    def open_url(url: QUrl) -> bool:
        asked.append(Path(url.toLocalFile()))
        return True

    monkeypatch.setattr(QDesktopServices, "openUrl", open_url)
    return asked


@pytest.fixture
def desk(qtbot: QtBot, journal: Journal, one: Examples, runtime: Path) -> Desk:
    return Desk(qtbot, journal, one.episode.id)


def menu_of(desk: Desk, name: str, entry: str) -> None:
    """Press an entry in the menu of a row."""
    wanted = next(each.id for each in desk.kept() if each.name == name)
    desk.list._open_menu(wanted, QPoint(10, 10))
    press(popup(), entry)


def question(desk: Desk) -> ConfirmDialog:
    (dialog,) = desk.list.findChildren(ConfirmDialog)
    return dialog


def test_another_program_gets_a_copy_only_after_it_was_said_what_that_means(
    desk: Desk, runtime: Path, opened: list[Path]
) -> None:
    menu_of(desk, "note.txt", "Open in another program")
    dialog = question(desk)
    for words in ("unencrypted copy", "removes it when the journal is locked", "may keep traces"):
        assert words in dialog.accessibleDescription()
    assert list(runtime.iterdir()) == []
    dialog.agree.click()
    desk.settle()
    (copy,) = opened
    assert copy.read_text() == "Content"
    assert copy.is_relative_to(runtime)
    if os.name != "nt":
        assert stat.S_IMODE(copy.stat().st_mode) == 0o600
    desk.journal.close()
    assert list(runtime.iterdir()) == []


def test_without_a_yes_nothing_is_written(desk: Desk, runtime: Path, opened: list[Path]) -> None:
    menu_of(desk, "note.txt", "Open in another program")
    question(desk).cancel.click()
    desk.settle()
    assert (list(runtime.iterdir()), opened) == ([], [])


def test_a_program_is_not_started(desk: Desk, tmp_path: Path, opened: list[Path]) -> None:
    (tmp_path / "setup.exe").write_bytes(b"MZ")
    desk.drop(files(tmp_path / "setup.exe"))
    menu_of(desk, "setup.exe", "Open in another program")
    question(desk).agree.click()
    desk.settle()
    assert opened == []
    assert "The file setup.exe is a program, or may start one" in desk.list.problem.text()


def test_where_no_program_opens_it_that_is_said(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(QDesktopServices, "openUrl", lambda _url: False)
    menu_of(desk, "note.txt", "Open in another program")
    question(desk).agree.click()
    desk.settle()
    assert desk.list.problem.text() == "No program here opens note.txt."


def test_all_are_saved_over_none(
    qtbot: QtBot, desk: Desk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Seen failing with `free` left out."""
    (tmp_path / "in").mkdir()
    (tmp_path / "in" / "note.txt").write_text("another note")
    desk.drop(files(tmp_path / "in" / "note.txt"))
    out = tmp_path / "out"
    out.mkdir()
    (out / "note.txt").write_text("here before")
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_: str(out))
    desk.list._open_more()
    with qtbot.waitSignal(desk.list.toast) as told:
        press(popup(), "Save copies of all")
    assert told.args[0] == "2 unencrypted copies saved"
    assert {file.name: file.read_text() for file in out.iterdir()} == {
        "note.txt": "here before",
        "note (2).txt": "Content",
        "note (3).txt": "another note",
    }


def test_a_copy_that_cannot_be_written_is_told(
    desk: Desk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(tmp_path / "gone" / "x"), ""))
    menu_of(desk, "note.txt", "Save a copy")
    desk.settle()
    assert "could not be written" in desk.list.problem.text()
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: ("", ""))
    menu_of(desk, "note.txt", "Save a copy")
    assert not desk.list.work.is_busy()


def test_what_a_picture_tells_is_removed_and_comes_back(qtbot: QtBot, desk: Desk, tmp_path: Path) -> None:
    (tmp_path / "depot.jpg").write_bytes(told_picture())
    desk.drop(files(tmp_path / "depot.jpg"))
    before = desk.kept()[1].id
    with qtbot.waitSignal(desk.list.toast) as told:
        menu_of(desk, "depot.jpg", "Remove camera, day and place")
    desk.settle()
    assert told.args[0] == "depot.jpg is its picture and nothing else now"
    assert b"Kettle" not in desk.journal.episodes.attachment_content(desk.kept()[1].id)
    assert "tells" not in desk.list.files.rows()[1].second  # type: ignore[attr-defined] # Row
    told.args[1]()
    assert desk.kept()[1].id == before


def test_a_picture_that_tells_nothing_has_nothing_to_remove(desk: Desk) -> None:
    desk.list._open_menu(desk.kept()[0].id, QPoint(10, 10))
    assert not [each for each in popup().actions() if each.text().startswith("Remove camera")]
    popup().close()


def test_given_up_in_the_middle_nothing_is_left_and_the_next_can_begin(
    qtbot: QtBot, desk: Desk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Seen failing with the line not emptied, so that what waited was begun; and with it shown at once."""
    film, read_on = tmp_path / "film.mp4", Event()
    film.write_bytes(os.urandom(3 * MEGABYTE))
    attach = desk.journal.episodes.attach

    def slow(*arguments: object) -> object:
        assert read_on.wait(20)
        return attach(*arguments)  # type: ignore[arg-type]

    monkeypatch.setattr(desk.journal.episodes, "attach", slow)
    desk.list.attach([film])
    desk.list.attach([tmp_path / "waits.txt"])
    work = desk.list.work
    assert not work.isVisible()
    qtbot.waitUntil(work.isVisible, timeout=5000)
    assert not work.stop.hasFocus()
    failed: list[object] = []
    work.failed.connect(failed.append)
    work.stop.click()
    assert work.words.text() == "Leaving everything as it was…"
    read_on.set()
    tasks.wait_all()
    assert not work.isVisible()
    assert (desk.names(), desk.list.problem.text(), failed) == (["note.txt"], "", [])
    assert list((desk.journal.folder / "objects").glob("*")) == []
    desk.drop(files(film))
    assert desk.names() == ["note.txt", "film.mp4"]


def test_a_lock_that_failed_leaves_a_line_that_works(desk: Desk, tmp_path: Path) -> None:
    """Seen failing with a cancelled task taken for one that is under way."""
    film = tmp_path / "film.mp4"
    film.write_bytes(os.urandom(MEGABYTE))
    desk.list.attach([film])
    tasks.cancel_all()
    tasks.wait_all()
    desk.drop(files(film))
    assert desk.names() == ["note.txt", "film.mp4"]
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
