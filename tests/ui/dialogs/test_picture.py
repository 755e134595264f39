"""Pictures are looked at here: fitted or dot for dot, one after the other, by keys; what they tell is shown and removed."""

import io
from collections.abc import Callable
from uuid import UUID

import pytest
from PIL import Image
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from attachment_examples import told_picture
from examples import Examples
from ui.showing import on_screen, show_active
from workjournal.domain.attachment import Attachment
from workjournal.journal.journal import Journal
from workjournal.ui import tasks
from workjournal.ui.dialogs.picture import PictureDialog


def plain(wide: int, high: int, colour: str = "teal") -> bytes:
    written = io.BytesIO()
    Image.new("RGB", (wide, high), colour).save(written, "PNG")
    return written.getvalue()


Look = Callable[..., PictureDialog]


@pytest.fixture
def look(qtbot: QtBot, journal: Journal, one: Examples) -> Look:
    """Attaches pictures by name and content, and opens the one of that place."""

    windows: list[QWidget] = []

    def opened(*pictures: tuple[str, bytes], at: int = 0) -> PictureDialog:
        kept = [journal.attachments.add(one.episode.id, name, content) for name, content in pictures]
        windows.append(on_screen(qtbot, QWidget()))  # which nobody else holds
        dialog = show_active(qtbot, PictureDialog(windows[-1], journal, kept, kept[at].id))
        tasks.wait_all()
        dialog.activateWindow()
        qtbot.waitUntil(dialog.isActiveWindow)
        return dialog

    return opened


def test_a_large_one_is_fitted_and_then_shown_dot_for_dot(qtbot: QtBot, look: Look) -> None:
    dialog = look(("wide.png", plain(3000, 1000)))
    view = dialog.view
    assert view.fits
    assert dialog.fits.isChecked()
    assert view.zoom() < 0.5
    assert view.horizontalScrollBar().maximum() == 0
    qtbot.keyClick(dialog.view, Qt.Key.Key_1, Qt.KeyboardModifier.ControlModifier)
    assert view.zoom() == 1.0
    assert dialog.real.isChecked()
    assert not dialog.fits.isChecked()
    assert view.accessibleDescription() == "100 %"
    assert view.horizontalScrollBar().maximum() + view.viewport().width() == 3000
    assert view.viewport().grab().toImage().pixelColor(5, 5).name() == "#008080"
    qtbot.keyClick(dialog.view, Qt.Key.Key_0, Qt.KeyboardModifier.ControlModifier)
    assert view.fits


def test_a_small_one_is_not_made_larger(look: Look) -> None:
    view = look(("small.png", plain(40, 20))).view
    assert (view.fits, view.zoom()) == (True, 1.0)


def test_they_are_turned_by_keys_and_buttons(qtbot: QtBot, look: Look) -> None:
    dialog = look(("1.png", plain(4, 4)), ("2.png", plain(4, 4)), ("3.png", plain(4, 4)), at=1)
    assert (dialog.name.text(), dialog.count.text()) == ("2.png", "2 of 3")
    qtbot.keyClick(dialog.view, Qt.Key.Key_Right)
    assert dialog.name.text() == "3.png"
    assert not dialog.after.isEnabled()
    qtbot.keyClick(dialog.view, Qt.Key.Key_Right)
    assert dialog.name.text() == "3.png"
    qtbot.keyClick(dialog.view, Qt.Key.Key_PageUp)
    qtbot.mouseClick(dialog.before, Qt.MouseButton.LeftButton)
    assert (dialog.name.text(), dialog.count.text()) == ("1.png", "1 of 3")
    assert not dialog.before.isEnabled()
    tasks.wait_all()
    qtbot.keyClick(dialog, Qt.Key.Key_Escape)
    assert not dialog.isVisible()


def test_arrows_move_what_is_larger_than_its_window(qtbot: QtBot, look: Look) -> None:
    dialog = look(("1.png", plain(3000, 3000)), ("2.png", plain(4, 4)))
    dialog.view.fit(fits=False)
    bar = dialog.view.horizontalScrollBar()
    before = bar.value()
    assert before == bar.maximum() // 2
    qtbot.keyClick(dialog.view, Qt.Key.Key_Right)
    assert bar.value() > before
    assert dialog.name.text() == "1.png"
    qtbot.mousePress(dialog.view.viewport(), Qt.MouseButton.LeftButton, pos=dialog.view.rect().center())
    moved = bar.value()
    qtbot.mouseMove(dialog.view.viewport(), dialog.view.rect().center() / 2)
    qtbot.mouseRelease(dialog.view.viewport(), Qt.MouseButton.LeftButton)
    assert bar.value() > moved


def test_what_it_tells_is_shown_and_can_be_asked_to_go(
    qtbot: QtBot, look: Look, journal: Journal, one: Examples
) -> None:
    dialog = look(("depot.jpg", told_picture()), ("plain.png", plain(4, 4)))
    assert dialog.told.text() == "It also tells: Numbat Kettle 7 · 3 May 2026, 14:12 · 47.3767° N 8.5400° E"
    assert dialog.told_part.isVisible()
    before = dialog.shown.id
    with qtbot.waitSignal(dialog.bare_asked) as asked:
        qtbot.mouseClick(dialog.remove, Qt.MouseButton.LeftButton)
    assert asked.args == [before]
    dialog.turn(1)
    assert not dialog.told_part.isVisible()
    dialog.turn(-1)
    tasks.wait_all()
    assert dialog.told_part.isVisible()
    dialog.exchange(before, bare_of(journal, before))
    tasks.wait_all()
    assert dialog.shown.id != before
    assert not dialog.told_part.isVisible()
    dialog.turn(1)
    tasks.wait_all()
    assert not dialog.told_part.isVisible()


def bare_of(journal: Journal, picture: UUID) -> Attachment:
    return journal.attachments.make_bare(picture)


def test_what_cannot_be_read_is_said_in_its_place(look: Look) -> None:
    dialog = look(("broken.png", plain(4, 4)[:40]))
    assert "The file broken.png cannot be read as a picture" in dialog.problem.text()
    assert dialog.problem.isVisible()
    assert dialog.view.zoom() == 0.0
