"""Lessons: write, choose, retire; where one came from and where it was tried."""

from uuid import UUID

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from ui.showing import on_screen
from workjournal.domain.episode import Episode
from workjournal.domain.lesson import Lesson, LessonState
from workjournal.domain.methods import METHODS
from workjournal.domain.reflection import Reflection
from workjournal.journal.journal import Journal
from workjournal.ui.places import New
from workjournal.ui.screens.lessons import LessonsScreen
from workjournal.ui.widgets.lesson_list import LessonRow

LEFT = Qt.MouseButton.LeftButton


@pytest.fixture
def screen(qtbot: QtBot, journal: Journal) -> LessonsScreen:
    return on_screen(qtbot, LessonsScreen(journal))


def kept(journal: Journal, text: str) -> UUID:
    return journal.lessons.add(Lesson(date=journal.today(), text=text)).id


def rows(screen: LessonsScreen) -> list[str]:
    return [row.text for row in screen.lessons.rows() if isinstance(row, LessonRow)]


def test_teaches_while_there_is_none(screen: LessonsScreen) -> None:
    asked: list[tuple[str, object]] = []
    screen.go.connect(lambda name, what: asked.append((name, what)))
    screen.renew()
    screen.arrive(None)
    assert screen.empty.isVisible()
    assert screen.empty.heading == "No lessons yet"
    screen.empty.acted.emit()
    assert asked == [("reflections", None)]


def test_writes_a_new_one_by_keyboard(qtbot: QtBot, screen: LessonsScreen, journal: Journal) -> None:
    screen.renew()
    qtbot.mouseClick(screen.new_lesson, LEFT)
    assert screen.lesson.text.hasFocus()
    qtbot.keyClicks(screen.lesson.text, "Name the outcome first.")
    qtbot.keyClicks(screen.lesson.trigger, "someone asks how")
    qtbot.keyClick(screen.lesson.trigger, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: bool(journal.lessons.all()))
    (lesson,) = journal.lessons.all()
    assert (lesson.text, lesson.trigger) == ("Name the outcome first.", "someone asks how")
    screen.refresh()
    assert rows(screen) == ["Name the outcome first."]
    assert screen.lessons.current_id() == lesson.id
    assert journal.drafts.all() == []


def test_an_empty_new_one_says_what_is_missing(qtbot: QtBot, screen: LessonsScreen, journal: Journal) -> None:
    screen.renew()
    screen.arrive(New())
    qtbot.mouseClick(screen.lesson.keep, LEFT)
    assert "one sentence" in screen.lesson.problem.text()
    assert journal.lessons.all() == []


def test_choosing_another_saves_the_one_before(qtbot: QtBot, screen: LessonsScreen, journal: Journal) -> None:
    first, second = kept(journal, "Ask why before yes."), kept(journal, "Count the boxes.")
    screen.renew()
    screen.arrive(None)
    assert screen.lesson.lesson_id == second
    qtbot.keyClicks(screen.lesson.detail, "Every time")
    screen.lessons.setFocus()
    qtbot.keyClick(screen.lessons, Qt.Key.Key_Down)
    assert screen.lesson.lesson_id == first
    assert journal.lessons.get(second).detail == "Every time"
    screen.refresh()
    assert screen.lesson.lesson_id == first
    assert screen.lessons.current_id() == first


def test_leaving_saves_and_a_draft_is_resumed(qtbot: QtBot, screen: LessonsScreen, journal: Journal) -> None:
    lesson = kept(journal, "Count the boxes.")
    screen.renew()
    screen.arrive(lesson)
    qtbot.keyClicks(screen.lesson.trigger, "figures are old")
    screen.lesson.autosave.flush()
    assert [draft.place for draft in journal.drafts.all()] == [f"lesson:{lesson}"]
    other = LessonsScreen(journal)
    qtbot.addWidget(other)
    other.renew()
    assert other.lesson.trigger.text() == "figures are old"
    screen.leave()
    assert journal.lessons.get(lesson).trigger == "figures are old"
    assert journal.drafts.all() == []


def test_a_skill_without_its_enter_stays_with_its_lesson(
    qtbot: QtBot, screen: LessonsScreen, journal: Journal
) -> None:
    """By a shortcut one goes on with the keyboard still in the field. Seen failing without `settle` in `leave`."""
    lesson = kept(journal, "Count the boxes.")
    screen.renew()
    screen.arrive(lesson)
    screen.lesson.skill_names.setFocus()
    qtbot.keyClicks(screen.lesson.skill_names.line, "Planning")
    screen.leave()
    screen.arrive(New())
    assert [skill.name for skill in journal.lessons.get(lesson).skills] == ["Planning"]
    assert screen.lesson.skill_names.labels == []


def test_refresh_leaves_what_is_being_typed(qtbot: QtBot, screen: LessonsScreen, journal: Journal) -> None:
    kept(journal, "Count the boxes.")
    screen.renew()
    qtbot.keyClicks(screen.lesson.detail, "Half a sen")
    kept(journal, "Ask why before yes.")
    screen.refresh()
    assert screen.lesson.detail.text == "Half a sen"
    assert len(rows(screen)) == 2
    assert screen.lessons.current_id() == screen.lesson.lesson_id


def test_refresh_leaves_a_new_one_in_the_making(
    qtbot: QtBot, screen: LessonsScreen, journal: Journal
) -> None:
    kept(journal, "Count the boxes.")
    screen.renew()
    screen.arrive(New())
    qtbot.keyClicks(screen.lesson.text, "Ask wh")
    screen.refresh()
    assert screen.lesson.lesson_id is None
    assert screen.lesson.text.text == "Ask wh"


def test_shows_where_it_was_tried_and_where_it_came_from(
    qtbot: QtBot, screen: LessonsScreen, journal: Journal
) -> None:
    method = METHODS[0]
    lesson = Lesson(date=journal.today(), text="Count the boxes.")
    reflection = Reflection(date=journal.today(), method=method.key, answers={method.prompts[0].key: "So."})
    journal.reflections.keep(reflection, lessons=[lesson])
    episodes = [journal.episodes.add(Episode(date=journal.today(), title=f"Try {n}")) for n in range(2)]
    journal.lessons.apply(lesson.id, episodes[0].id, worked=True)
    journal.lessons.apply(lesson.id, episodes[1].id)
    asked: list[tuple[str, object]] = []
    screen.go.connect(lambda name, what: asked.append((name, what)))
    screen.renew()
    page = screen.lesson
    assert page.uses.tally.text() == "applied 2 times, worked 1"
    assert list(page.uses.cards) == [episodes[1].id, episodes[0].id]
    assert [card.worked.worked() for card in page.uses.cards.values()] == [None, True]
    qtbot.mouseClick(page.uses.cards[episodes[0].id].open, LEFT)
    page.origin.sources.opened.emit(reflection.id)
    assert asked == [("episode", episodes[0].id), ("reflection", reflection.id)]
    assert not page.origin.by_hand.isVisible()


def test_retires_with_undo_and_shows_the_retired(
    qtbot: QtBot, screen: LessonsScreen, journal: Journal
) -> None:
    lesson = kept(journal, "Count the boxes.")
    undo = []
    screen.toast.connect(lambda _text, back: undo.append(back))
    screen.renew()
    assert not screen.state.isVisible()
    qtbot.mouseClick(screen.lesson.retire, LEFT)
    screen.refresh()
    assert rows(screen) == []
    assert not screen.empty.isVisible()
    qtbot.mouseClick(screen.state.button(LessonState.RETIRED), LEFT)
    assert rows(screen) == ["Count the boxes."]
    assert screen.lesson.state_chip.text() == "Retired"
    undo[0]()
    assert journal.lessons.get(lesson).state is LessonState.NEW


def test_a_retired_lesson_is_used_again(qtbot: QtBot, screen: LessonsScreen, journal: Journal) -> None:
    lesson = kept(journal, "Count the boxes.")
    episode = journal.episodes.add(Episode(date=journal.today(), title="Try"))
    journal.lessons.apply(lesson, episode.id)
    journal.lessons.retire(lesson)
    screen.renew()
    screen.arrive(lesson)
    qtbot.mouseClick(screen.lesson.take_up, LEFT)
    assert journal.lessons.get(lesson).state is LessonState.APPLIED


def test_trash_can_be_undone(qtbot: QtBot, screen: LessonsScreen, journal: Journal) -> None:
    kept(journal, "Count the boxes.")
    undo = []
    screen.toast.connect(lambda _text, back: undo.append(back))
    screen.renew()
    screen.arrive(None)
    qtbot.keyClick(screen.lessons, Qt.Key.Key_Delete)
    screen.refresh()
    assert journal.lessons.all() == []
    assert screen.empty.isVisible()
    undo[0]()
    screen.refresh()
    assert rows(screen) == ["Count the boxes."]


@pytest.mark.parametrize("elsewhere", ["applied", "taken up"])
def test_what_is_typed_is_saved_though_the_lesson_came_further_meanwhile(
    qtbot: QtBot, screen: LessonsScreen, journal: Journal, elsewhere: str
) -> None:
    """Seen failing: a lesson that was applied while it was written could not be saved at the first try."""
    lesson_id, episode = kept(journal, "Name the outcome."), Episode(date=journal.today(), title="Planning")
    journal.episodes.add(episode)
    if elsewhere == "taken up":
        journal.lessons.retire(lesson_id)
    screen.renew()
    screen.arrive(lesson_id)
    qtbot.keyClicks(screen.lesson.detail, "And by when.")
    if elsewhere == "taken up":
        qtbot.mouseClick(screen.lesson.take_up, LEFT)
    else:
        journal.lessons.apply(lesson_id, episode.id)
    screen.refresh()
    screen.leave()
    saved = journal.lessons.get(lesson_id)
    assert saved.detail == "And by when."
    assert saved.state is (LessonState.NEW if elsewhere == "taken up" else LessonState.APPLIED)
    assert journal.drafts.all() == []


def test_other_words_saved_elsewhere_are_not_overwritten_unseen(
    qtbot: QtBot, screen: LessonsScreen, journal: Journal
) -> None:
    lesson_id = kept(journal, "Name the outcome.")
    screen.renew()
    screen.arrive(lesson_id)
    qtbot.keyClicks(screen.lesson.detail, "And by when.")
    other = journal.lessons.get(lesson_id)
    other.detail = "Written in the terminal."
    journal.lessons.add(other)
    screen.refresh()
    screen.leave()
    assert "changed somewhere else" in screen.lesson.problem.text()
    assert journal.lessons.get(lesson_id).detail == "Written in the terminal."
