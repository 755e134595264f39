"""The review pack: what is ticked is what is seen, what is seen is what is saved."""

import datetime as dt

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from ui.pack_page import SECRET, opened, seen, settle, text, worked
from workjournal.domain.episode import Episode, Kind
from workjournal.journal import pack_charts
from workjournal.journal.journal import Journal
from workjournal.ui import tasks
from workjournal.ui.places import New
from workjournal.ui.screens.pack import PackScreen


@pytest.fixture
def work(journal: Journal) -> list[Episode]:
    return worked(journal)


@pytest.fixture
def pack(qtbot: QtBot, journal: Journal, work: list[Episode]) -> PackScreen:
    return opened(qtbot, journal)


def test_shows_a_proposal_for_the_last_month_and_says_so(pack: PackScreen) -> None:
    assert pack.words.text() == "20 October 2026 to 19 November 2026"
    assert "Wrote the runbook" in text(pack)
    assert pack.pdf.view.pages
    assert pack.count.text() in {"1 page", f"{len(pack.pdf.view.pages)} pages"}
    assert pack.share.suggested.isVisible()
    assert "Marco Ruiz is called the product lead" in pack.share.names.text()
    assert "The product lead" in text(pack) or "the product lead" in text(pack)
    assert pack.export_pdf.isEnabled()


def test_space_takes_a_thing_out_of_the_pages(qtbot: QtBot, pack: PackScreen, work: list[Episode]) -> None:
    index = pack.contents.index_of("highlights", str(work[1].id))
    pack.contents.setExpanded(index.parent(), True)
    pack.contents.setCurrentIndex(index)
    pack.contents.setFocus()
    qtbot.keyClick(pack.contents, Qt.Key.Key_Space)
    assert "1 of 2 chosen" in pack.contents.index_of("highlights").data()
    assert not pack.export_pdf.isEnabled()
    settle(pack)
    assert "runbook" not in text(pack)
    assert pack.export_pdf.isEnabled()
    assert pack.contents.currentIndex() == pack.contents.index_of("highlights", str(work[1].id))


def test_a_section_is_left_out_as_a_whole(pack: PackScreen) -> None:
    pack.contents.tick(pack.contents.index_of("goals"))
    assert pack.contents.index_of("goals").data() == "Stretch goals, Left out"
    settle(pack)
    assert "Lead the planning" not in text(pack)


def test_charts_are_ticked_for_growth_too(pack: PackScreen, journal: Journal) -> None:
    before = pack_charts.ticked(journal.preferences)
    pack.contents.tick(pack.contents.index_of("growth", before[0]))
    assert pack_charts.ticked(journal.preferences) == before[1:]
    settle(pack)
    assert seen(pack).choice.charts == before[1:]


def test_typed_lines_go_in_three_commitments_at_most(qtbot: QtBot, pack: PackScreen) -> None:
    qtbot.keyClicks(pack.typed.asks, "An introduction to finance")
    pack.typed.commitments.setFocus()
    for line in ("First plan", "Second plan", "Third plan", "Fourth plan"):
        qtbot.keyClicks(pack.typed.commitments, line)
        qtbot.keyClick(pack.typed.commitments, Qt.Key.Key_Return)
    assert pack.typed.commitments_note.isVisible()
    settle(pack)
    assert "An introduction to finance" in text(pack)
    assert "Third plan" in text(pack)
    assert "Fourth plan" not in text(pack)


def test_the_draft_comes_back(qtbot: QtBot, pack: PackScreen, journal: Journal, work: list[Episode]) -> None:
    pack.contents.tick(pack.contents.index_of("highlights", str(work[0].id)))
    pack.contents.tick(pack.contents.index_of("growth"))
    pack.contents.moved.emit("asks", 0)
    qtbot.keyClicks(pack.period.recipient, "Aiko")
    qtbot.keyClicks(pack.typed.asks, "Half an hour")
    pack.period.start.day = dt.date(2026, 11, 1)
    pack.leave()
    assert pack.stale
    again = opened(qtbot, journal)
    assert again.typed.asks.text == "Half an hour"
    assert again.period.recipient.text() == "Aiko"
    assert again.period.period == (dt.date(2026, 11, 1), journal.today())
    assert again.contents.index_of("asks").row() == 0
    assert "scope cut" not in text(again)
    assert "Left out" in again.contents.index_of("growth").data()


def test_new_work_does_not_disturb_the_typing(qtbot: QtBot, pack: PackScreen, journal: Journal) -> None:
    qtbot.keyClicks(pack.typed.asks, "Half a")
    journal.episodes.add(Episode(date=journal.today(), title="Something new", kind=Kind.WIN, result="Good"))
    pack.renew()
    tasks.wait_all()
    qtbot.keyClicks(pack.typed.asks, " day")
    assert pack.typed.asks.text == "Half a day"
    assert "Something new" in text(pack)


def test_a_leak_is_named_and_nothing_can_be_exported(pack: PackScreen) -> None:
    pack.typed.asks.text = f"Well, {SECRET} in there."
    settle(pack)
    assert "not chosen" in pack.share.problem.text()
    assert pack.share.problem.isVisible()
    assert not pack.pdf.view.pages
    assert not pack.export_pdf.isEnabled()
    pack.typed.asks.text = ""
    settle(pack)
    assert not pack.share.problem.isVisible()
    assert pack.export_pdf.isEnabled()


def test_a_period_without_anything(qtbot: QtBot, journal: Journal) -> None:
    screen = opened(qtbot, journal)
    assert screen.preview.currentWidget() is screen.nothing
    assert not screen.contents_card.isVisible()
    assert not screen.export_pdf.isEnabled()
    with qtbot.waitSignal(screen.go) as went:
        screen.nothing.acted.emit()
    assert went.args == ["episode", New()]
    screen.typed.asks.text = "Something to talk about"
    settle(screen)
    assert "Something to talk about" in text(screen)


def test_pages_are_zoomed_and_searched_by_keyboard(qtbot: QtBot, pack: PackScreen) -> None:
    view = pack.pdf.view
    at_first = view.zoom()
    qtbot.keyClick(pack, Qt.Key.Key_Plus, Qt.KeyboardModifier.ControlModifier)
    assert view.zoom() > at_first
    qtbot.keyClick(pack, Qt.Key.Key_0, Qt.KeyboardModifier.ControlModifier)
    assert view.zoom() == at_first
    qtbot.keyClick(pack, Qt.Key.Key_Minus, Qt.KeyboardModifier.ControlModifier)
    assert view.zoom() < at_first
    qtbot.keyClick(pack, Qt.Key.Key_F, Qt.KeyboardModifier.ControlModifier)
    qtbot.keyClicks(pack.pdf.words, "RUNBOOK")
    qtbot.waitUntil(lambda: pack.pdf.hits.text() == "1 of 1")
    before = view.pdf
    pack.typed.asks.text = "A runbook of my own"
    settle(pack)
    tasks.wait_all()
    assert view.pdf != before
    assert pack.pdf.hits.text().endswith(" of 2")
