"""The files of an episode in the window: how they come in, what stands in their rows, what the keys do."""

import io
import os
import re
from pathlib import Path

import pytest
from PIL import Image
from PySide6.QtCore import QMimeData, QPoint, Qt
from PySide6.QtGui import QDragEnterEvent, QGuiApplication, QImage
from PySide6.QtWidgets import QMenu
from pytestqt.qtbot import QtBot

from attachment_examples import told_picture
from examples import Examples
from ui.attached.offering import Desk, files, picture, popup
from workjournal.domain.attachment import LARGEST, MEGABYTE
from workjournal.journal.journal import Journal
from workjournal.ui import tasks
from workjournal.ui.attached import thumbnails
from workjournal.ui.dialogs.picture import PictureDialog
from workjournal.ui.dialogs.rename import RenameDialog

NO = Qt.KeyboardModifier.NoModifier


@pytest.fixture
def desk(qtbot: QtBot, journal: Journal, one: Examples) -> Desk:
    return Desk(qtbot, journal, one.episode.id)


def file(folder: Path, name: str, content: bytes = b"x") -> Path:
    made = folder / name
    made.write_bytes(content)
    return made


def test_several_are_dropped_and_a_folder_is_refused_in_words(desk: Desk, tmp_path: Path) -> None:
    """Seen failing with the folder handed on as a file: its words came from the system."""
    (tmp_path / "photos").mkdir()
    desk.drop(files(file(tmp_path, "a.txt"), tmp_path / "photos", file(tmp_path, "b.txt")))
    assert desk.names() == desk.rows() == ["note.txt", "a.txt", "b.txt"]
    assert desk.list.problem.text() == "“photos” is a folder. Drop the files in it, or a ZIP file."
    assert desk.list.problem.isVisible()
    assert desk.titles == ["a"]
    desk.drop(files(file(tmp_path, "c.txt")))
    assert not desk.list.problem.isVisible()


def test_one_that_cannot_be_kept_does_not_keep_the_others_out(desk: Desk, tmp_path: Path) -> None:
    """Seen failing with the first trouble raised."""
    large = file(tmp_path, "film.mp4")
    os.truncate(large, LARGEST + 1)
    desk.drop(files(tmp_path / "gone.txt", large, file(tmp_path, "b.txt")))
    assert desk.names() == ["note.txt", "b.txt"]
    told = desk.list.problem.text()
    assert re.search(r"gone\.txt cannot be read: .*\nThe file film\.mp4 has 26 MB; .* up to 25 MB", told)
    assert "The menu beside “Paste” allows more, up to a gigabyte." in told
    assert "`" not in told


def test_only_what_can_be_kept_is_welcome(desk: Desk) -> None:
    text = QMimeData()
    text.setText("words")
    for offered, welcome in ((picture(), True), (files(Path("/x")), True), (text, False)):
        event = QDragEnterEvent(
            QPoint(5, 5), Qt.DropAction.CopyAction, offered, Qt.MouseButton.LeftButton, NO
        )
        event.ignore()
        desk.list.drop.dragEnterEvent(event)
        assert event.isAccepted() == welcome


def test_a_screenshot_is_pasted_with_a_name_of_its_own(qtbot: QtBot, desk: Desk) -> None:
    QGuiApplication.clipboard().setMimeData(picture())
    desk.choose("note.txt")
    qtbot.keyClick(desk.list.files, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    desk.settle()
    assert desk.names()[1] == f"Screenshot {desk.journal.now():%Y-%m-%d %H.%M}.png"
    content = desk.journal.episodes.attachment_content(desk.kept()[1].id)
    with Image.open(io.BytesIO(content)) as kept:
        assert (kept.format, kept.size, kept.convert("RGB").getpixel((0, 0))) == (
            "PNG",
            (8, 8),
            (0, 128, 128),
        )


def test_a_picture_out_of_another_program_is_dropped(desk: Desk) -> None:
    desk.drop(picture())
    assert desk.names()[1].startswith("Screenshot")


def test_files_are_pasted(qtbot: QtBot, desk: Desk, tmp_path: Path) -> None:
    QGuiApplication.clipboard().setMimeData(files(file(tmp_path, "a.txt"), file(tmp_path, "b.txt")))
    qtbot.mouseClick(desk.list.paste, Qt.MouseButton.LeftButton)
    desk.settle()
    assert desk.names() == ["note.txt", "a.txt", "b.txt"]


def test_what_is_no_file_is_not_pasted(desk: Desk) -> None:
    QGuiApplication.clipboard().setText("words")
    desk.list.take_clipboard()
    assert desk.list.problem.text() == "There is neither a file nor a picture on the clipboard."
    assert desk.names() == ["note.txt"]


def test_a_row_has_a_picture_a_kind_a_size_and_a_warning(desk: Desk, tmp_path: Path) -> None:
    desk.drop(
        files(file(tmp_path, "depot.jpg", told_picture()), file(tmp_path, "plan.pdf", bytes(2 * MEGABYTE)))
    )
    note, depot, plan = desk.list.files.rows()
    assert (note.second, plan.second) == ("TXT text, 7 bytes", "PDF file, 2.0 MB")  # type: ignore[attr-defined]
    assert re.fullmatch(r"JPG picture, \d+ bytes, tells the place", depot.second)  # type: ignore[attr-defined]
    assert [row.picture is not None for row in (note, depot, plan)] == [False, True, False]  # type: ignore[attr-defined]
    image = depot.picture.toImage()  # type: ignore[attr-defined]
    assert image.pixelColor(57, 57).red() > 150
    assert not desk.list.grab().isNull()


def test_small_pictures_are_kept_up_to_a_number(
    desk: Desk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Seen failing with nothing taken out."""
    monkeypatch.setattr(thumbnails, "MOST", 3)
    made = [file(tmp_path, f"{number}.png", told_picture("PNG", 10 + 2 * number)) for number in range(6)]
    desk.drop(files(*made))
    desk.settle()
    assert len(desk.list._thumbnails._kept) == 3


def test_a_damaged_picture_has_an_icon_and_holds_up_no_other(desk: Desk, tmp_path: Path) -> None:
    """Seen failing with the next one not begun."""
    broken = file(tmp_path, "broken.png", told_picture("PNG")[:50])
    desk.drop(files(broken, file(tmp_path, "depot.png", told_picture("PNG"))))
    _, damaged, whole = desk.list.files.rows()
    assert (damaged.picture, damaged.icon) == (None, "image")  # type: ignore[attr-defined]
    assert whole.picture is not None  # type: ignore[attr-defined]


@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_Space])
def test_a_picture_opens_here(qtbot: QtBot, desk: Desk, tmp_path: Path, key: Qt.Key) -> None:
    desk.drop(files(file(tmp_path, "depot.jpg", told_picture())))
    desk.choose("depot.jpg")
    qtbot.keyClick(desk.list.files, key)
    (dialog,) = desk.list.findChildren(PictureDialog)
    assert dialog.shown.name == "depot.jpg"
    tasks.wait_all()
    dialog.reject()


def test_what_is_no_picture_offers_what_can_be_done(qtbot: QtBot, desk: Desk) -> None:
    desk.choose("note.txt")
    qtbot.keyClick(desk.list.files, Qt.Key.Key_Return)
    told = [action.text() for action in popup().actions()]
    popup().close()
    assert told == ["Save a copy…", "Open in another program…", "Rename…", "Remove"]


def test_it_is_renamed_by_a_key(qtbot: QtBot, desk: Desk) -> None:
    desk.choose("note.txt")
    qtbot.keyClick(desk.list.files, Qt.Key.Key_F2)
    (dialog,) = desk.list.findChildren(RenameDialog)
    assert dialog.name.selectedText() == "note"
    qtbot.keyClicks(dialog.name, "minutes")
    qtbot.keyClick(dialog.name, Qt.Key.Key_Return)
    desk.settle()
    assert desk.names() == desk.rows() == ["minutes.txt"]


def test_it_is_removed_by_a_key_and_back_by_the_toast(qtbot: QtBot, desk: Desk) -> None:
    desk.choose("note.txt")
    with qtbot.waitSignal(desk.list.toast) as told:
        qtbot.keyClick(desk.list.files, Qt.Key.Key_Delete)
    assert (told.args[0], desk.names()) == ("note.txt removed", [])
    told.args[1]()
    assert desk.names() == ["note.txt"]


def test_the_menu_allows_larger_ones(qtbot: QtBot, desk: Desk) -> None:
    assert desk.list.drop._caption.text() == "Encrypted with the journal, up to 25 MB each"
    qtbot.mouseClick(desk.list.more, Qt.MouseButton.LeftButton)
    menu = popup()
    (largest,) = [action.menu() for action in menu.actions() if action.menu()]
    assert isinstance(largest, QMenu)
    entries = largest.actions()
    assert [entry.text() for entry in entries] == ["25 MB", "100 MB", "250 MB", "500 MB", "1 GB"]
    assert [entry.isChecked() for entry in entries] == [True, False, False, False, False]
    entries[-1].trigger()
    menu.close()
    assert desk.journal.attachments.largest() == 1024 * MEGABYTE
    assert desk.list.drop._caption.text() == "Encrypted with the journal, up to 1 GB each"


def test_an_image_without_dots_is_no_screenshot(desk: Desk) -> None:
    offered = QMimeData()
    offered.setImageData(QImage())
    QGuiApplication.clipboard().setMimeData(offered)
    desk.list.take_clipboard()
    desk.settle()
    assert desk.names() == ["note.txt"]
    assert "neither a file nor a picture" in desk.list.problem.text()
