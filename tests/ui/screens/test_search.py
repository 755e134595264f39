"""The Search screen: results, filters in the line, what is wrong with it, searches that were saved."""

import datetime as dt

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QSignalSpy, QTest
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from ui.showing import on_screen
from workjournal.domain.episode import Episode, Kind
from workjournal.journal.journal import Journal
from workjournal.ui import tasks
from workjournal.ui.dialogs.rename import RenameDialog
from workjournal.ui.errands import ShowFound
from workjournal.ui.parts import search_results
from workjournal.ui.screens.search import NEWEST, SearchScreen
from workjournal.ui.widgets.hit_list import HitRow


@pytest.fixture
def episodes(journal: Journal) -> list[Episode]:
    """Three about a plan, the newest first: in the story, in title and story, with another kind."""
    day = journal.today()
    made = [
        Episode(date=day, title="A long day", story="Much talk and at its end a plan.", kind=Kind.WORK),
        Episode(
            date=day - dt.timedelta(days=40), title="The plan", story="plan plan plan", kind=Kind.CHALLENGE
        ),
        Episode(date=day - dt.timedelta(days=400), title="Plan of the quay", kind=Kind.WIN),
    ]
    return [
        journal.episodes.add(each, tags=tags)
        for each, tags in zip(made, (["talks"], [], ["capacity work"]), strict=True)
    ]


@pytest.fixture
def screen(qtbot: QtBot, journal: Journal, episodes: list[Episode]) -> SearchScreen:
    made = on_screen(qtbot, SearchScreen(journal))
    made.renew()
    made.arrive(None)
    return made


def search(screen: SearchScreen, line: str) -> None:
    screen.query.clear()
    QTest.keyClicks(screen.query, line)
    tasks.wait_all()


def titles(screen: SearchScreen) -> list[str]:
    return [row.title for row in screen.hits.rows() if isinstance(row, HitRow)]


def test_an_empty_line_teaches(screen: SearchScreen) -> None:
    assert screen.query.hasFocus()
    assert screen.pages.currentWidget() is screen.teaching
    assert len(screen.examples.rows()) >= 6
    screen.examples.setFocus()
    screen.examples.choose(screen.examples.rows()[0].id)
    QTest.keyClick(screen.examples, Qt.Key.Key_Return)
    assert screen.query.text() == screen.examples.rows()[0].id
    tasks.wait_all()


def test_every_example_can_be_asked(screen: SearchScreen, journal: Journal) -> None:
    for row in screen.examples.rows():
        journal.search.find(str(row.id))


def test_the_best_or_the_newest_first(screen: SearchScreen) -> None:
    search(screen, "plan")
    assert titles(screen)[0] != "A long day"
    assert screen.count.text() == "3 found"
    screen.order.button(NEWEST).click()
    tasks.wait_all()
    assert titles(screen) == ["A long day", "The plan", "Plan of the quay"]


def test_words_are_marked(screen: SearchScreen) -> None:
    search(screen, "plan")
    row = next(row for row in screen.hits.rows() if isinstance(row, HitRow) and row.title == "A long day")
    assert [row.second[first:last] for first, last in row.marks] == ["plan"]


def test_filters_are_written_into_the_line(screen: SearchScreen, journal: Journal) -> None:
    search(screen, "plan")
    screen.kind.choice = "challenge"
    tasks.wait_all()
    assert screen.query.text() == "plan kind:challenge"
    assert titles(screen) == ["The plan"]
    screen.kind.choice = None
    screen.tag.choice = "capacity work"
    tasks.wait_all()
    assert screen.query.text() == 'plan tag:"capacity work"'
    assert titles(screen) == ["Plan of the quay"]
    assert screen.clear.isVisible()
    screen.clear.click()
    screen.period.choice = f"on:{journal.today():%Y-%m}"
    tasks.wait_all()
    assert titles(screen) == ["A long day"]
    assert screen.query.text() == f"plan on:{journal.today():%Y-%m}"


def test_the_boxes_show_what_is_in_the_line(screen: SearchScreen) -> None:
    search(screen, "kind:Challenge tag:talks from:2026-03 has:link is:open -kind:win ")
    shown = (
        screen.kind.choice,
        screen.tag.choice,
        screen.period.choice,
        screen.has.choice,
        screen.is_.choice,
    )
    assert shown == ("challenge", "talks", "from:2026-03", "link", "open")
    assert screen.period.currentText() == "from:2026-03"
    search(screen, "plan")
    assert screen.kind.choice is None
    assert not screen.clear.isVisible()


def test_what_is_wrong_stands_under_the_field(screen: SearchScreen) -> None:
    search(screen, "plan kind:zebra ")
    assert "zebra" in screen.problem.text()
    assert screen.problem.isVisible()
    assert screen.query.accessibleDescription() == screen.problem.text()
    assert screen.pages.currentWidget() is screen.teaching
    search(screen, "plan kind:cha")
    assert not screen.problem.isVisible()
    QTest.keyClick(screen.query, Qt.Key.Key_Escape)  # of the completion
    QTest.keyClick(screen.query, Qt.Key.Key_Return)
    tasks.wait_all()
    assert "cha" in screen.problem.text()


def test_nothing_found_offers_what_was_meant(screen: SearchScreen) -> None:
    search(screen, "quuay")
    assert screen.pages.currentWidget() is screen.nothing
    screen.nothing.acted.emit()
    tasks.wait_all()
    assert screen.query.text() == "quay"
    assert titles(screen) == ["Plan of the quay"]


def test_a_filter_that_is_none_is_told(screen: SearchScreen) -> None:
    search(screen, "status:open ")
    assert screen.pages.currentWidget() is screen.nothing
    told = screen.nothing.findChildren(QLabel)
    assert any("“status:” is no filter" in label.text() and "kind:, tag:" in label.text() for label in told)


def test_an_unfinished_filter_alone_looks_for_nothing_yet(screen: SearchScreen) -> None:
    for line in ("tag:", "kind:ch", "from:20"):
        search(screen, line)
        assert screen.pages.currentWidget() is screen.teaching
        assert not screen.count.text()


def test_without_saved_searches_it_is_said_right_below_their_heading(screen: SearchScreen) -> None:
    QApplication.processEvents()
    above = screen.none_saved.geometry().top()
    assert screen.none_saved.isVisible()
    assert above < 60
    assert screen.none_saved.height() <= screen.none_saved.heightForWidth(screen.none_saved.width())


def test_by_keyboard_from_the_line_to_the_thing(screen: SearchScreen, episodes: list[Episode]) -> None:
    asked = QSignalSpy(screen.errand)
    search(screen, "talk")
    QTest.keyClick(screen.query, Qt.Key.Key_Return)
    tasks.wait_all()
    assert screen.hits.hasFocus()
    QTest.keyClick(screen.hits, Qt.Key.Key_Return)
    assert asked.at(0) == [ShowFound("episode", episodes[0].id, ("talk",))]
    QTest.keyClick(screen.hits, Qt.Key.Key_Escape)
    assert screen.query.hasFocus()
    QTest.keyClick(screen.query, Qt.Key.Key_Down)
    assert screen.hits.hasFocus()


def test_what_is_saved_elsewhere_appears_and_place_and_choice_stay(
    screen: SearchScreen, journal: Journal, episodes: list[Episode]
) -> None:
    search(screen, "plan")
    screen.order.button(NEWEST).click()
    tasks.wait_all()
    screen.hits.choose(episodes[1].id)
    journal.episodes.add(Episode(date=journal.today(), title="One more plan"))
    screen.renew()
    tasks.wait_all()
    assert titles(screen)[0] == "One more plan"
    assert screen.hits.current_id() == episodes[1].id
    journal.episodes.trash(episodes[1].id)
    screen.renew()
    tasks.wait_all()
    assert "The plan" not in titles(screen)


def test_more_are_read_as_one_scrolls(
    screen: SearchScreen, journal: Journal, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot
) -> None:
    monkeypatch.setattr(search_results, "PAGE", 20)
    for number in range(150):
        journal.episodes.add(Episode(date=journal.today(), title=f"Wharf {number}"))
    search(screen, "wharf")
    assert screen.count.text() == "150 found"
    first = titles(screen)
    assert len(first) < 150
    bar = screen.hits.verticalScrollBar()
    for _ in range(4):
        bar.setValue(bar.maximum())
        QApplication.processEvents()
        tasks.wait_all()
        qtbot.wait(1)
    assert len(set(titles(screen))) == 150
    assert titles(screen)[: len(first)] == first


def answered(name: str) -> None:
    dialog = next(
        each for each in QApplication.topLevelWidgets() if isinstance(each, RenameDialog) and each.isVisible()
    )
    dialog.name.setText(name)
    dialog.agree.click()
    tasks.wait_all()


def test_a_search_is_saved_run_renamed_removed_and_brought_back(
    screen: SearchScreen, journal: Journal
) -> None:
    assert not screen.keep.isEnabled()
    search(screen, "plan kind:win")
    screen.keep.click()
    answered("Plans that won")
    assert [(each.name, each.query) for each in journal.search.saved()] == [
        ("Plans that won", "plan kind:win")
    ]
    search(screen, "talk")
    QTest.keyClick(screen.saved, Qt.Key.Key_Return)
    tasks.wait_all()
    assert screen.query.text() == "plan kind:win"
    assert titles(screen) == ["Plan of the quay"]
    screen.saved.action.emit("Plans that won")
    answered("Won")
    assert [row.id for row in screen.saved.rows()] == ["Won"]
    told = QSignalSpy(screen.toast)
    screen.saved.setFocus()
    screen.saved.choose("Won")
    QTest.keyClick(screen.saved, Qt.Key.Key_Delete)
    assert journal.search.saved() == []
    assert screen.none_saved.isVisible()
    told.at(0)[1]()
    assert [each.name for each in journal.search.saved()] == ["Won"]


def test_the_line_is_completed_below_the_field(screen: SearchScreen) -> None:
    QTest.keyClicks(screen.query, "plan tag:ta")
    completer = screen._completion.completer
    assert completer.completionCount() == 1
    popup = screen._completion.popup
    assert popup.isVisible()
    QTest.keyClick(popup, Qt.Key.Key_Down)
    QTest.keyClick(popup, Qt.Key.Key_Return)
    tasks.wait_all()
    assert screen.query.text() == "plan tag:talks "
    assert titles(screen) == ["A long day"]


def test_the_line_is_a_place_to_come_back_to(screen: SearchScreen) -> None:
    screen.arrive("quay")
    tasks.wait_all()
    assert titles(screen) == ["Plan of the quay"]
    assert screen.here() == "quay"
    screen.arrive(None)
    assert screen.query.text() == "quay"


def test_how_many_were_found_is_told_once_one_pauses(
    screen: SearchScreen, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot
) -> None:
    told: list[str] = []
    monkeypatch.setattr(QAccessible, "updateAccessibility", lambda event: told.append(event.message()))
    search(screen, "plan")
    assert told == []
    qtbot.waitUntil(lambda: told == ["3 found"])
    search(screen, "kind:zebra x")
    qtbot.waitUntil(lambda: "zebra" in told[-1])
