"""Ctrl+P and the buttons: each screen prints what it shows."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QPushButton
from pytestqt.qtbot import QtBot

from examples import Examples
from ui import paper_printer
from ui.asking import asked, is_asked
from ui.pack_page import opened, seen, worked
from workjournal.domain.episode import Episode
from workjournal.exporters.pdf_pages import page_count, page_texts
from workjournal.journal.journal import Journal
from workjournal.ui import printing, tasks
from workjournal.ui.dialogs.export_pack import ExportPackDialog
from workjournal.ui.dialogs.print_episodes import PrintEpisodesDialog
from workjournal.ui.packing.pack_printing import PackPrinting
from workjournal.ui.screens.episode import EpisodeScreen
from workjournal.ui.screens.episodes import EpisodesScreen
from workjournal.ui.screens.pack import PackScreen
from workjournal.ui.widgets.plain_dialog import PlainDialog
from workjournal.ui.workspace import Workspace

CONTROL = Qt.KeyboardModifier.ControlModifier


def press_print() -> None:
    at = QApplication.focusWidget()
    assert at is not None
    QTest.keyClick(at, Qt.Key.Key_P, CONTROL)
    tasks.wait_all()


def toasted(space: Workspace) -> str:
    return " ".join(label.text() for label in space.toast.findChildren(QLabel))


def choices(dialog: PrintEpisodesDialog) -> list[str]:
    return [dialog.subject.itemText(place) for place in range(dialog.subject.count())]


def pages(dialog: PrintEpisodesDialog) -> str:
    assert dialog.made is not None, dialog.problem.text()
    return " ".join(" ".join(page_texts(dialog.made.pdf)).split())


def test_in_the_middle_of_a_text_the_key_prints_what_is_typed(
    qtbot: QtBot, space: Workspace, one: Examples
) -> None:
    space.go("episode", one.episode.id)
    screen = space.screen_of("episode")
    assert isinstance(screen, EpisodeScreen)
    screen.story.setFocus()
    screen.story.text = ""
    qtbot.keyClicks(screen.story, "Typed just now")
    press_print()
    assert screen.story.text == "Typed just now"
    dialog = asked(PrintEpisodesDialog)
    assert "Typed just now" in pages(dialog)
    assert choices(dialog)[0] == "This episode"
    assert choices(dialog)[3] == "November 2026"
    dialog.reject()


def test_an_episode_without_a_word_is_not_printed(space: Workspace) -> None:
    space.go("episode")
    space.commands["print"].run()
    assert not is_asked(PrintEpisodesDialog)
    assert "nothing to print yet" in toasted(space)


def test_today_prints_the_day_that_is_shown(space: Workspace, one: Examples) -> None:
    space.go("today", one.episode.date)
    button = space.screen_of("today").findChild(QPushButton, "print_")
    assert button is not None
    button.click()
    tasks.wait_all()
    dialog = asked(PrintEpisodesDialog)
    assert len(choices(dialog)) == 3
    assert "Moved the depot" in pages(dialog)
    dialog.reject()


def test_the_list_prints_what_is_chosen_or_filtered(qtbot: QtBot, space: Workspace, journal: Journal) -> None:
    for title, tags in (("Rang the guild", ["call"]), ("Wrote to Ada", ["call"]), ("Swept", [])):
        journal.episodes.add(Episode(date=journal.today(), title=title), tags=tags)
    space.go("episodes")
    tasks.wait_all()
    screen = space.screen_of("episodes")
    assert isinstance(screen, EpisodesScreen)
    press_print()
    dialog = asked(PrintEpisodesDialog)
    assert choices(dialog)[-1] == "All episodes"
    assert choices(dialog)[0].startswith("Today")
    dialog.reject()
    screen.tag.choice = "call"
    tasks.wait_all()
    space.commands["print"].run()
    tasks.wait_all()
    dialog = asked(PrintEpisodesDialog)
    assert choices(dialog)[0] == "What is listed"
    assert "Rang the guild" in pages(dialog)
    assert "Swept" not in pages(dialog)
    dialog.reject()
    screen.entries.setFocus()
    qtbot.keyClick(screen.entries, Qt.Key.Key_Home)
    qtbot.keyClick(screen.entries, Qt.Key.Key_Down)
    qtbot.keyClick(screen.entries, Qt.Key.Key_Space)
    assert screen.listing.number_chosen() == 1
    space.commands["print"].run()
    tasks.wait_all()
    dialog = asked(PrintEpisodesDialog)
    assert "chosen" in choices(dialog)[0]
    assert dialog.made is not None
    assert dialog.made.episodes == 1
    dialog.reject()


def test_elsewhere_it_tells_what_can_be_printed(space: Workspace) -> None:
    space.go("growth")
    space.commands["print"].run()
    assert "Episodes, days and review packs" in toasted(space)


@pytest.fixture
def pack(qtbot: QtBot, journal: Journal) -> PackScreen:
    worked(journal)
    return opened(qtbot, journal)


def printing_of(pack: PackScreen, journal: Journal, told: list[str]) -> PackPrinting:
    made = PackPrinting(journal, pack, pack.line, pack.export_pdf)
    made.printed.connect(told.append)
    return made


def test_a_pack_is_printed_as_it_was_seen(
    pack: PackScreen, journal: Journal, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked_for = paper_printer.connect(monkeypatch, tmp_path / "paper.pdf")
    told: list[str] = []
    sent: list[bytes] = []
    send = printing.send

    def noted(printer: QPrinter, pdf: bytes, report: tasks.Report) -> int:
        sent.append(pdf)
        return send(printer, pdf, report)

    monkeypatch.setattr(printing, "send", noted)
    printing_of(pack, journal, told).ask(seen(pack))
    tasks.wait_all()
    assert asked_for == [(seen(pack).choice.paper, seen(pack).pages)]
    assert sent == [seen(pack).pdf]
    assert page_count((tmp_path / "paper.pdf").read_bytes()) == seen(pack).pages
    assert told
    assert "sent to the printer" in told[0]
    assert journal.packs.shared() == []
    assert not pack.line.isVisible()


def test_what_became_private_since_the_pages_were_made_is_not_printed(
    pack: PackScreen, journal: Journal, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    paper_printer.connect(monkeypatch, tmp_path / "paper.pdf")
    pack.typed.asks.text = "What I think of the merger, in one sentence"
    pack.pages.settle()
    tasks.wait_all()
    episode = journal.episodes.newest(limit=1)[0]
    episode.private_note = "What I think of the merger, in one sentence"
    journal.episodes.save(episode)
    told: list[str] = []
    printing_of(pack, journal, told).ask(seen(pack))
    tasks.wait_all()
    assert "merger" in pack.share.problem.text()
    assert told == []
    assert not (tmp_path / "paper.pdf").exists()


def test_without_a_printer_a_pack_is_offered_as_a_file(
    space: Workspace, journal: Journal, monkeypatch: pytest.MonkeyPatch
) -> None:
    paper_printer.take_away(monkeypatch)
    worked(journal)
    space.go("pack")
    screen = space.screen_of("pack")
    assert isinstance(screen, PackScreen)
    space.commands["print"].run()
    assert "not ready yet" in toasted(space)
    tasks.wait_all()
    space.commands["print"].run()
    dialog = asked(PlainDialog)
    assert "knows no printer" in dialog.accessibleDescription()
    dialog.accept()
    asked(ExportPackDialog).reject()
