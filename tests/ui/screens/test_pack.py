"""The review pack: what is ticked is what is seen, what is seen is what is saved."""

import datetime as dt
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog
from pytestqt.qtbot import QtBot

from ui.showing import on_screen
from workjournal.domain.entity import Audience
from workjournal.domain.episode import Episode, Kind
from workjournal.domain.goal import Goal
from workjournal.domain.label import Person
from workjournal.exporters.pdf_pages import page_texts
from workjournal.journal import pack_charts
from workjournal.journal.journal import Journal
from workjournal.ui import form, tasks
from workjournal.ui.places import New
from workjournal.ui.screens.pack import PackScreen

SECRET = "I was more nervous than I admitted to anyone"


def opened(qtbot: QtBot, journal: Journal) -> PackScreen:
    screen = on_screen(qtbot, PackScreen(journal))
    screen.renew()
    screen.arrive(None)
    tasks.wait_all()
    return screen


def settle(screen: PackScreen) -> None:
    """As if the pause after the last change had passed."""
    assert screen._soon.isActive()
    screen._make()
    tasks.wait_all()


def text(screen: PackScreen) -> str:
    assert screen._preview is not None
    return " ".join("".join(page_texts(screen._preview.pdf)).split())


@pytest.fixture
def work(journal: Journal) -> list[Episode]:
    journal.people.save(Person(name="Marco Ruiz", pseudonym="the product lead"))
    today = journal.today()
    goal = journal.goals.add(Goal(title="Lead the planning", criterion="Accepted in one round"))
    journal.goals.start(goal.id, today - dt.timedelta(days=9))
    return [
        journal.episodes.add(
            Episode(
                date=today - dt.timedelta(days=days),
                title=title,
                kind=Kind.WIN,
                result="It held",
                private_note=SECRET,
            )
        )
        for days, title in ((3, "Told Marco about the scope cut"), (5, "Wrote the runbook"))
    ]


@pytest.fixture
def pack(qtbot: QtBot, journal: Journal, work: list[Episode]) -> PackScreen:
    return opened(qtbot, journal)


def test_shows_a_proposal_for_the_last_month_and_says_so(pack: PackScreen) -> None:
    assert pack.words.text() == "20 October 2026 to 19 November 2026"
    assert "Wrote the runbook" in text(pack)
    assert pack.pdf.pages
    assert pack.count.text() in {"1 page", f"{len(pack.pdf.pages)} pages"}
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
    assert pack._preview is not None
    assert pack._preview.choice.charts == before[1:]


def test_typed_lines_go_in_three_commitments_at_most(qtbot: QtBot, pack: PackScreen) -> None:
    qtbot.keyClicks(pack.asks, "An introduction to finance")
    pack.commitments.setFocus()
    for line in ("First plan", "Second plan", "Third plan", "Fourth plan"):
        qtbot.keyClicks(pack.commitments, line)
        qtbot.keyClick(pack.commitments, Qt.Key.Key_Return)
    assert pack.commitments_note.isVisible()
    settle(pack)
    assert "An introduction to finance" in text(pack)
    assert "Third plan" in text(pack)
    assert "Fourth plan" not in text(pack)


def test_the_draft_comes_back(qtbot: QtBot, pack: PackScreen, journal: Journal, work: list[Episode]) -> None:
    qtbot.mouseClick(pack.period.audience.button(Audience.NEXT_JOB), Qt.MouseButton.LeftButton)
    pack.contents.tick(pack.contents.index_of("highlights", str(work[0].id)))
    pack.contents.tick(pack.contents.index_of("growth"))
    qtbot.keyClicks(pack.asks, "Half an hour")
    pack.period.start.day = dt.date(2026, 11, 1)
    pack.leave()
    assert pack.stale
    again = opened(qtbot, journal)
    assert again.asks.text == "Half an hour"
    assert again.period.audience.choice is Audience.NEXT_JOB
    assert again.period.period == (dt.date(2026, 11, 1), journal.today())
    assert "scope cut" not in text(again)
    assert "Left out" in again.contents.index_of("growth").data()


def test_new_work_does_not_disturb_the_typing(qtbot: QtBot, pack: PackScreen, journal: Journal) -> None:
    qtbot.keyClicks(pack.asks, "Half a")
    journal.episodes.add(Episode(date=journal.today(), title="Something new", kind=Kind.WIN, result="Good"))
    pack.renew()
    tasks.wait_all()
    qtbot.keyClicks(pack.asks, " day")
    assert pack.asks.text == "Half a day"
    assert "Something new" in text(pack)


def test_a_leak_is_named_and_nothing_can_be_exported(pack: PackScreen) -> None:
    pack.asks.text = f"Well, {SECRET} in there."
    settle(pack)
    assert "not chosen" in pack.share.problem.text()
    assert pack.share.problem.isVisible()
    assert not pack.pdf.pages
    assert not pack.export_pdf.isEnabled()
    pack.asks.text = ""
    settle(pack)
    assert not pack.share.problem.isVisible()
    assert pack.export_pdf.isEnabled()


def answer(monkeypatch: pytest.MonkeyPatch, path: str) -> list[str]:
    asked: list[str] = []

    def ask(_parent: object, _title: str, suggested: str, _kinds: str) -> tuple[str, str]:
        asked.append(suggested)
        return path, ""

    monkeypatch.setattr(QFileDialog, "getSaveFileName", ask)
    return asked


def test_exports_the_bytes_that_were_seen(
    qtbot: QtBot, pack: PackScreen, journal: Journal, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    said: list[tuple[str, Callable[[], object] | None]] = []
    pack.toast.connect(lambda words, undo: said.append((words, undo)))
    pack.asks.text = "A desk by the window"
    settle(pack)
    pack.leave()
    asked = answer(monkeypatch, str(tmp_path / "for Aiko"))
    assert pack._preview is not None
    seen = pack._preview.pdf
    qtbot.mouseClick(pack.export_pdf, Qt.MouseButton.LeftButton)
    tasks.wait_all()
    assert Path(asked[0]).name == "Review pack 2026-11-19.pdf"
    assert (tmp_path / "for Aiko.pdf").read_bytes() == seen
    assert [entry.audience for entry in journal.packs.shared()] == [Audience.MANAGER]
    assert said == [(f"Saved in {tmp_path}", None)]
    assert journal.drafts.find("pack") is None
    pack.renew()
    tasks.wait_all()
    assert pack.share.shared.text() == "Last exported on 19 November 2026"
    assert pack.asks.text == "A desk by the window"


def test_a_file_that_cannot_be_written_is_told_in_the_card(
    qtbot: QtBot, pack: PackScreen, journal: Journal, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    answer(monkeypatch, str(tmp_path / "no such folder" / "pack.pdf"))
    qtbot.mouseClick(pack.export_pdf, Qt.MouseButton.LeftButton)
    tasks.wait_all()
    assert "could not be written" in pack.share.problem.text()
    assert journal.packs.shared() == []


def test_giving_up_the_dialog_writes_nothing(
    qtbot: QtBot, pack: PackScreen, journal: Journal, monkeypatch: pytest.MonkeyPatch
) -> None:
    answer(monkeypatch, "")
    qtbot.mouseClick(pack.export_pdf, Qt.MouseButton.LeftButton)
    tasks.wait_all()
    assert journal.packs.shared() == []


def test_a_period_without_anything(qtbot: QtBot, journal: Journal) -> None:
    screen = opened(qtbot, journal)
    assert screen.preview.currentWidget() is screen.nothing
    assert not screen.contents_card.isVisible()
    assert not screen.export_pdf.isEnabled()
    with qtbot.waitSignal(screen.go) as went:
        screen.nothing.acted.emit()
    assert went.args == ["episode", New()]
    screen.asks.text = "Something to talk about"
    settle(screen)
    assert "Something to talk about" in text(screen)


def test_periods(qtbot: QtBot, pack: PackScreen, journal: Journal) -> None:
    period = pack.period
    assert period.quick.choice == "Last month"
    qtbot.mouseClick(period.quick.button("Last quarter"), Qt.MouseButton.LeftButton)
    assert period.period == (dt.date(2026, 8, 20), journal.today())
    period.start.setFocus()
    qtbot.keyClick(period.start, Qt.Key.Key_Up)
    assert form.value_of(period.quick) is None
    assert "21 August 2026" in pack.words.text()
    period.end.day = dt.date(2026, 8, 1)
    assert form.value_of(period) is None
    assert period.period_problem.isVisible()
    assert "19 November 2026" in pack.words.text()
    period.offer(journal.today(), dt.date(2026, 11, 2))
    assert period.usual() == (dt.date(2026, 11, 3), journal.today())
    period.offer(journal.today(), journal.today())
    assert period.usual()[0] == dt.date(2026, 10, 20)


def test_zoom_by_keyboard(qtbot: QtBot, pack: PackScreen) -> None:
    qtbot.keyClick(pack, Qt.Key.Key_Plus, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: pack.pdf.zoom() == 1.25)
    tasks.wait_all()
    assert pack.pdf.pages[0].pixmap().width() == pack.pdf.pixels_wide()
    qtbot.keyClick(pack, Qt.Key.Key_0, Qt.KeyboardModifier.ControlModifier)
    assert pack.pdf.zoom() == 1
    qtbot.keyClick(pack, Qt.Key.Key_Minus, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: pack.pdf.zoom() == 0.8)
