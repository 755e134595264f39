"""The dialogs of a pack as a reader meets them, in a small window with long texts."""

from string import ascii_lowercase

import pytest
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QDialog, QPushButton
from pytestqt.qtbot import QtBot

from ui.asking import asked
from ui.pack_page import look_into, opened, turn_to
from ui.test_accessibility import SHAPELESS, stops
from workjournal.domain.entity import Audience
from workjournal.domain.episode import Episode
from workjournal.domain.label import Person
from workjournal.journal.journal import Journal
from workjournal.ui import tasks
from workjournal.ui.dialogs.export_pack import ExportPackDialog
from workjournal.ui.dialogs.pack_item import PackItemDialog
from workjournal.ui.dialogs.pack_names import PackNamesDialog
from workjournal.ui.screens.pack import PackScreen

LONG = "a very long word and then some " * 30


@pytest.fixture
def pack(qtbot: QtBot, journal: Journal) -> PackScreen:
    for letter in ascii_lowercase:
        journal.people.save(Person(name=f"Quux{letter} Zeno{letter}", pseudonym=LONG[:180]))
    episode = Episode(date=journal.today(), title=LONG[:400], story=LONG * 8, result=LONG)
    journal.episodes.add(episode)
    screen = opened(qtbot, journal)
    turn_to(screen, Audience.NEXT_JOB)
    screen.resize(960, 640)
    return screen


def each_dialog(screen: PackScreen) -> list[QDialog]:
    """The three, one over the other."""
    screen.share.change_names.click()
    shown: list[QDialog] = [asked(PackNamesDialog)]
    assert screen.pages.preview is not None
    (item,) = screen.pages.preview.offer.items
    shown.append(look_into(screen, "stories", item.id, PackItemDialog))
    screen.export_pdf.click()
    dialog = asked(ExportPackDialog)
    dialog.protect.click()
    tasks.wait_all()
    return [*shown, dialog]


def test_what_takes_the_keyboard_has_name_and_role(qtbot: QtBot, pack: PackScreen) -> None:
    faults = []
    for dialog in each_dialog(pack):
        for child in stops(dialog):
            seen = QAccessible.queryAccessibleInterface(child)
            if not seen.text(QAccessible.Text.Name).strip() or seen.role() in SHAPELESS:
                faults.append(f"{type(dialog).__name__}: {type(child).__name__} {child.objectName()}")
    assert not faults, "\n".join(faults)


def test_they_fit_into_a_small_window(qtbot: QtBot, pack: PackScreen) -> None:
    for dialog in each_dialog(pack):
        qtbot.wait(50)
        assert dialog.width() <= pack.width()
        assert dialog.height() <= pack.height()
        agree = dialog.findChild(QPushButton, "agree")
        assert isinstance(agree, QPushButton)
        assert agree.isVisible()
