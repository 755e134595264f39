"""Printing episodes: the pages that are seen are those that leave, by the printer or as a file."""

import threading
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QWidget
from pytestqt.qtbot import QtBot
from shiboken6 import isValid

from examples import Examples
from ui import paper_printer
from ui.pack_page import answer_path
from ui.showing import on_screen
from workjournal.domain.episode import Episode
from workjournal.domain.pack import Paper
from workjournal.exporters.pdf_pages import page_count, page_sizes, page_texts
from workjournal.journal.episode_filter import EpisodeFilter
from workjournal.journal.journal import Journal
from workjournal.journal.printing import How, Printed, Printing, Subject
from workjournal.ui import printing, put_away, tasks
from workjournal.ui.dialogs.print_episodes import PrintEpisodesDialog
from workjournal.ui.widgets.choice_box import Choice

SECRET = "I was more nervous than I admitted"
Ask = Callable[[], PrintEpisodesDialog]


@pytest.fixture
def told() -> list[str]:
    return []


@pytest.fixture
def ask(qtbot: QtBot, journal: Journal, one: Examples, told: list[str]) -> Ask:
    """Opens it over a window, with its pages made."""
    episode = journal.episodes.get(one.episode.id)
    episode.private_note = SECRET
    journal.episodes.save(episode)
    held: list[QWidget] = []

    def opened() -> PrintEpisodesDialog:
        held.append(on_screen(qtbot, QWidget()))  # which nobody else holds
        subjects = [Choice((one.episode.id,), "This episode"), Choice(EpisodeFilter(), "All episodes")]
        dialog = PrintEpisodesDialog.ask(held[-1], journal, subjects, told.append)
        tasks.wait_all()
        return dialog

    return opened


def text(dialog: PrintEpisodesDialog) -> str:
    assert dialog.made is not None
    assert dialog.pages.view.pdf == dialog.made.pdf, "what is seen is what leaves"
    return " ".join(" ".join(page_texts(dialog.made.pdf)).split())


def test_what_is_chosen_is_seen_at_once(ask: Ask, journal: Journal) -> None:
    journal.episodes.add(Episode(date=journal.today(), title="Rang the guild"))
    dialog = ask()
    assert "Moved the depot" in text(dialog)
    assert "Ask first" in text(dialog)
    assert SECRET not in text(dialog)
    assert not dialog.private_notes.isChecked()
    assert dialog.told.text().endswith("on 1 page")
    dialog.private_notes.click()
    tasks.wait_all()
    assert SECRET in text(dialog)
    dialog.reflections.click()
    dialog.paper.choice = Paper.LETTER
    dialog.subject.setCurrentIndex(1)
    tasks.wait_all()
    assert "Ask first" not in text(dialog)
    assert "Rang the guild" in text(dialog)
    assert dialog.made is not None
    assert round(page_sizes(dialog.made.pdf)[0][0]) == 612


def test_it_is_printed_and_told(
    ask: Ask, journal: Journal, told: list[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked = paper_printer.connect(monkeypatch, tmp_path / "paper.pdf")
    dialog = ask()
    assert not dialog.no_printer.isVisible()
    dialog.paper.choice = Paper.LETTER
    tasks.wait_all()
    dialog.print_.click()
    tasks.wait_all()
    assert asked == [(Paper.LETTER, 1)]
    assert page_count((tmp_path / "paper.pdf").read_bytes()) == 1
    assert told == ["1 page sent to the printer"]
    assert not dialog.isVisible()
    assert journal.printing.usual().paper is Paper.LETTER


def test_without_a_printer_it_says_so_and_saves(
    ask: Ask, told: list[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    paper_printer.take_away(monkeypatch)
    dialog = ask()
    assert dialog.no_printer.isVisible()
    assert not dialog.print_.isVisible()
    assert dialog.save.isDefault()
    pdf = dialog.pages.view.pdf
    answer_path(monkeypatch, "")
    dialog.save.click()
    assert dialog.isVisible()
    suggested = answer_path(monkeypatch, tmp_path / "mine")
    dialog.save.click()
    tasks.wait_all()
    assert suggested == ["Work journal 2026-11-19.pdf"]
    assert (tmp_path / "mine.pdf").read_bytes() == pdf
    assert told == [f"Saved in {tmp_path}"]


def test_a_file_that_cannot_be_written_is_told_and_can_be_tried_again(
    ask: Ask, told: list[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    dialog = ask()
    answer_path(monkeypatch, tmp_path / "nowhere" / "mine.pdf")
    dialog.save.click()
    tasks.wait_all()
    assert "could not be written" in dialog.problem.text()
    assert dialog.problem.isVisible()
    assert dialog.save.isEnabled()
    assert dialog.choices.isEnabled()
    assert told == []


def test_a_printer_that_refuses_is_told(
    ask: Ask, told: list[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    paper_printer.connect(monkeypatch, tmp_path / "paper.pdf")

    def refuse(*_: object) -> int:
        raise printing.PrinterRefused

    monkeypatch.setattr(printing, "send", refuse)
    dialog = ask()
    dialog.print_.click()
    tasks.wait_all()
    assert "switched on" in dialog.problem.text()
    assert dialog.print_.isEnabled()
    assert dialog.close_.text() == "Close"
    assert told == []


def test_nothing_to_print_is_told(ask: Ask, journal: Journal, one: Examples) -> None:
    dialog = ask()
    journal.episodes.trash(one.episode.id)
    dialog.subject.setCurrentIndex(1)
    tasks.wait_all()
    assert "no episode fits" in dialog.problem.text()
    assert dialog.pages.view.pdf == b""
    assert dialog.told.text() == ""
    assert not dialog.save.isEnabled()


def test_printing_is_stopped_by_escape_and_the_dialog_stays(
    qtbot: QtBot, ask: Ask, told: list[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    paper_printer.connect(monkeypatch, tmp_path / "paper.pdf")
    go_on, ended = threading.Event(), []

    def slow(_printer: object, _pdf: bytes, report: tasks.Report) -> int:
        go_on.wait(20)
        try:
            report(0.5, "")
        except tasks.Cancelled:
            ended.append("given up")
            raise
        return 1

    monkeypatch.setattr(printing, "send", slow)
    dialog = ask()
    dialog.print_.click()
    assert dialog.waiting.isVisible()
    assert not dialog.choices.isEnabled()
    assert dialog.close_.text() == "Stop"
    qtbot.keyClick(dialog, Qt.Key.Key_Escape)
    go_on.set()
    tasks.wait_all()
    assert ended == ["given up"]
    assert dialog.isVisible()
    assert "may still come out" in dialog.problem.text()
    assert dialog.print_.isEnabled()
    assert told == []
    dialog.close_.click()
    assert not dialog.isVisible()


def test_a_lock_takes_it_off_the_screen_and_ends_the_printing(
    ask: Ask, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    paper_printer.connect(monkeypatch, tmp_path / "paper.pdf")
    go_on, ended = threading.Event(), []

    def slow(_printer: object, _pdf: bytes, report: tasks.Report) -> int:
        go_on.wait(20)
        try:
            report(0.5, "")
        except tasks.Cancelled:
            ended.append("given up")
            raise
        return 1

    monkeypatch.setattr(printing, "send", slow)
    dialog = ask()
    dialog.print_.click()
    window = dialog.parentWidget()
    assert window is not None
    put_away.all_but(window)
    assert not isValid(dialog)
    go_on.set()
    tasks.wait_all()
    assert ended == ["given up"]


def test_signs_without_a_font_are_told(ask: Ask, journal: Journal, one: Examples) -> None:
    episode = journal.episodes.get(one.episode.id)
    episode.story = "A sign \ue123 of nobody"
    journal.episodes.save(episode)
    dialog = ask()
    assert dialog.boxes.isVisible()
    assert dialog.boxes.text().endswith("\ue123")


def test_no_words_are_cut_off_and_all_have_names(
    qtbot: QtBot, ask: Ask, monkeypatch: pytest.MonkeyPatch
) -> None:
    paper_printer.take_away(monkeypatch)
    dialog = ask()
    dialog.resize(dialog.minimumSize())
    qtbot.wait(20)
    labels: list[QLabel | QAbstractButton] = dialog.findChildren(QLabel)
    for child in [*labels, *dialog.findChildren(QAbstractButton)]:
        if child.isVisible() and child.text():
            high = (
                child.heightForWidth(child.width())
                if isinstance(child, QLabel)
                else child.sizeHint().height()
            )
            assert child.height() + 1 >= high, child.text()
    for box in (dialog.subject, dialog.paper):
        assert QApplication.focusWidget() is not None
        assert box.width() <= dialog.choices.width()


def test_what_is_typeset_is_not_read_twice_at_once(ask: Ask, monkeypatch: pytest.MonkeyPatch) -> None:
    """Of several changes in a row only the last one's pages are shown."""
    dialog = ask()
    seen: list[Paper] = []
    typeset = Printing.typeset

    def noted(verbs: Printing, subject: Subject, how: How, report: tasks.Report) -> Printed:
        seen.append(how.paper)
        return typeset(verbs, subject, how, report)

    monkeypatch.setattr(Printing, "typeset", noted)
    dialog.paper.choice = Paper.LETTER
    dialog.paper.choice = Paper.A4
    tasks.wait_all()
    assert Paper.A4 in seen  # in which order two threads begin is not ours
    assert dialog.made is not None
    assert round(page_sizes(dialog.made.pdf)[0][0]) == 595
