"""What becomes of lessons on their page: due, recalled, applied, merged; and how surely they are to be remembered."""

import datetime as dt
from collections.abc import Callable
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from ui.asking import asked, press, type_in
from ui.showing import on_screen
from workjournal.domain.episode import Episode
from workjournal.domain.goal import Goal
from workjournal.domain.lesson import Lesson, LessonState
from workjournal.domain.reflection import Reflection
from workjournal.domain.spacing import Grade
from workjournal.journal.journal import Journal
from workjournal.journal.preferences import RETENTION
from workjournal.ui.dialogs.apply_lesson import ApplyLessonDialog
from workjournal.ui.dialogs.merge_lesson import MergeLessonDialog
from workjournal.ui.screens.lessons import LessonsScreen
from workjournal.ui.widgets.row_list import Row

LEFT = Qt.MouseButton.LeftButton
Undo = list[Callable[[], object]]


@pytest.fixture
def screen(qtbot: QtBot, journal: Journal) -> LessonsScreen:
    return on_screen(qtbot, LessonsScreen(journal))


@pytest.fixture
def undo(screen: LessonsScreen) -> Undo:
    found: Undo = []
    screen.toast.connect(lambda _text, back: found.append(back))
    return found


def kept(journal: Journal, text: str, days: int = 0, **more: Any) -> Lesson:
    return journal.lessons.add(Lesson(date=journal.today() - dt.timedelta(days=days), text=text, **more))


def an_episode(journal: Journal, title: str, days: int = 0) -> Episode:
    return journal.episodes.add(Episode(date=journal.today() - dt.timedelta(days=days), title=title))


def opened(screen: LessonsScreen, lesson: Lesson) -> None:
    screen.renew()
    screen.arrive(lesson.id)


def titles(rows: Any) -> list[str]:
    return [row.title for row in rows if isinstance(row, Row)]


def test_offers_to_recall_what_is_due(qtbot: QtBot, screen: LessonsScreen, journal: Journal) -> None:
    gone: list[tuple[str, object]] = []
    screen.go.connect(lambda name, what: gone.append((name, what)))
    kept(journal, "Count the boxes.")
    screen.renew()
    assert not screen.recall.isVisible()
    assert screen.new_lesson.property("role") == "primary"
    assert LessonsScreen.waiting(journal) == 0
    for number in range(6):
        kept(journal, f"Lesson {number}", days=2)
    screen.refresh()
    assert LessonsScreen.waiting(journal) == 5
    assert "5" in screen.recall.text()
    assert screen.new_lesson.property("role") == ""
    qtbot.mouseClick(screen.recall, LEFT)
    assert gone == [("recall", None)]


def test_shows_when_it_comes_back_and_the_words_of_each_recall(
    qtbot: QtBot, screen: LessonsScreen, journal: Journal
) -> None:
    lesson = kept(journal, "Count the boxes.", days=40)
    opened(screen, lesson)
    page = screen.lesson
    assert page.recalls.due.text() == "Waits to be recalled"
    assert page.recalls.none.isVisible()
    for days in (30, 20, 10, 0):
        day = journal.today() - dt.timedelta(days=days)
        journal.recalls.recall(lesson.id, Grade.GOOD, day, f"Words of {days}" if days else "")
    screen.refresh()
    due = journal.lessons.get(lesson.id).due
    assert due is not None
    assert page.recalls.due.text().startswith(f"Comes back on {due.day} ")
    assert not page.recalls.none.isVisible()
    said = [label.text() for line in page.recalls.lines for label in line.findChildren(QLabel)]
    assert "“Words of 10”" in said
    assert said.count("Good") == 3
    qtbot.mouseClick(page.recalls.more, LEFT)
    assert len(page.recalls.lines) == 4
    qtbot.mouseClick(page.retire, LEFT)
    screen.arrive(lesson.id)
    assert page.recalls.due.text() == "A retired lesson does not come back."


def test_shows_all_its_sources_and_the_goals_that_build_on_it(
    screen: LessonsScreen, journal: Journal
) -> None:
    lessons = [Lesson(date=journal.today(), text=f"Ask first, {word}.") for word in ("always", "in writing")]
    for number, lesson in enumerate(lessons):
        episode = an_episode(journal, f"Depot {number}")
        reflection = Reflection(date=journal.today(), method="aar-short", answers={"why": "So."})
        journal.reflections.keep(reflection, episodes=[episode.id], lessons=[lesson])
    journal.merging.merge(lessons[0].id, lessons[1].id, journal.today())
    goal = journal.goals.add(Goal(title="Lead the count"))
    journal.lessons.take_into(lessons[0].id, goal.id)
    gone: list[tuple[str, object]] = []
    screen.go.connect(lambda name, what: gone.append((name, what)))
    opened(screen, lessons[0])
    origin = screen.lesson.origin
    assert titles(origin.sources.rows()) == ["Depot 0", "Depot 1"]
    assert titles(origin.goals.rows()) == ["Lead the count"]
    origin.goals.opened.emit(goal.id)
    assert gone == [("goal", goal.id)]


def test_is_applied_to_an_episode_found_by_a_few_letters(
    qtbot: QtBot, screen: LessonsScreen, journal: Journal, undo: Undo
) -> None:
    lesson = kept(journal, "Count the boxes.")
    used, wanted = an_episode(journal, "Depot count"), an_episode(journal, "Supplier came", days=3)
    an_episode(journal, "Supplier called")
    journal.lessons.apply(lesson.id, used.id)
    opened(screen, lesson)
    qtbot.mouseClick(screen.lesson.uses.apply, LEFT)
    dialog = asked(ApplyLessonDialog)
    assert titles(dialog.episodes.rows()) == ["Supplier called", "Supplier came"]
    assert not dialog.agree.isEnabled()
    type_in(dialog.query, "nothing like it")
    assert dialog.nothing.isVisible()
    assert not dialog.agree.isEnabled()
    type_in(dialog.query, "suppl came")
    assert titles(dialog.episodes.rows()) == ["Supplier came"]
    dialog.worked.button("yes").click()
    dialog.query.setFocus()
    press()
    application = journal.lessons.get(lesson.id).applied()[-1]
    assert (application.episode_id, application.worked) == (wanted.id, True)
    screen.refresh()
    assert wanted.id in screen.lesson.uses.cards
    undo[0]()
    assert [use.episode_id for use in journal.lessons.get(lesson.id).applied()] == [used.id]


def test_whether_it_worked_is_changed_on_the_page(
    qtbot: QtBot, screen: LessonsScreen, journal: Journal, undo: Undo
) -> None:
    lesson, episode = kept(journal, "Count the boxes."), an_episode(journal, "Depot count")
    journal.lessons.apply(lesson.id, episode.id)
    opened(screen, lesson)
    card = screen.lesson.uses.cards[episode.id]
    qtbot.mouseClick(card.worked.button("no"), LEFT)
    assert journal.lessons.get(lesson.id).applied()[0].worked is False
    screen.refresh()
    assert screen.lesson.uses.cards[episode.id] is card, "the keyboard would be lost with it"
    qtbot.mouseClick(card.remove, LEFT)
    assert journal.lessons.get(lesson.id).applied() == []
    screen.refresh()
    assert screen.lesson.uses.cards == {}
    undo[0]()
    assert journal.lessons.get(lesson.id).applied()[0].worked is False


def test_duplicates_are_merged_and_taken_apart_again(
    qtbot: QtBot, screen: LessonsScreen, journal: Journal, undo: Undo
) -> None:
    lesson = kept(journal, "Ask for the ship date in writing.")
    twin = kept(journal, "Ask for the ship date in writing first.", trigger="a supplier calls")
    episode = an_episode(journal, "Supplier called")
    journal.lessons.apply(twin.id, episode.id, worked=True)
    kept(journal, "Count the boxes.")
    opened(screen, lesson)
    qtbot.waitUntil(screen.lesson.alike.isVisible)
    (merge,) = screen.lesson.alike.buttons
    qtbot.keyClicks(screen.lesson.detail, "Typed meanwhile")
    qtbot.mouseClick(merge, LEFT)
    dialog = asked(MergeLessonDialog)
    assert not dialog.search.isVisible()
    assert (dialog.first_text.text(), dialog.second_text.text()) == (lesson.text, twin.text)
    assert dialog.keep_second.isChecked(), "the one that was used stays unless another choice is made"
    qtbot.mouseClick(dialog.keep_first, LEFT)
    assert not dialog.keep_second.isChecked()
    dialog.agree.click()
    whole = journal.lessons.get(lesson.id)
    assert whole.detail.startswith("Typed meanwhile")
    assert twin.text in whole.detail
    assert [use.episode_id for use in whole.applied()] == [episode.id]
    assert journal.lessons.get(twin.id).trashed_at is not None
    assert screen.lesson.lesson_id == lesson.id
    undo[0]()
    again = journal.lessons.get(lesson.id)
    assert (again.detail, again.applied(), again.state) == ("Typed meanwhile", [], LessonState.NEW)
    assert journal.lessons.get(twin.id).trashed_at is None


def test_any_lesson_can_be_merged_by_hand(qtbot: QtBot, screen: LessonsScreen, journal: Journal) -> None:
    lesson, other = kept(journal, "Ask first."), kept(journal, "Count the boxes.")
    kept(journal, "Something else.")
    opened(screen, lesson)
    qtbot.wait(20)
    assert not screen.lesson.alike.isVisible()
    qtbot.mouseClick(screen.lesson.merge, LEFT)
    dialog = asked(MergeLessonDialog)
    assert not dialog.agree.isEnabled()
    assert not dialog.sides.isVisible()
    type_in(dialog.query, "boxes")
    assert dialog.agree.isEnabled()
    qtbot.mouseClick(dialog.keep_second, LEFT)
    dialog.agree.click()
    assert journal.lessons.get(lesson.id).trashed_at is not None
    assert "Ask first." in journal.lessons.get(other.id).detail
    assert screen.lesson.lesson_id == other.id


def test_what_cannot_be_saved_is_not_merged(qtbot: QtBot, screen: LessonsScreen, journal: Journal) -> None:
    lesson = kept(journal, "Ask first.")
    kept(journal, "Ask first, always.")
    opened(screen, lesson)
    screen.lesson.text.text = ""
    qtbot.mouseClick(screen.lesson.merge, LEFT)
    assert "one sentence" in screen.lesson.problem.text()
    with pytest.raises(ValueError, match="not enough values"):
        asked(MergeLessonDialog)


def test_how_surely_to_remember_is_among_the_settings(qtbot: QtBot, screen: LessonsScreen) -> None:
    screen.renew()
    with qtbot.waitSignal(screen.go) as gone:
        qtbot.mouseClick(screen.settings, LEFT)
    assert gone.args == ["settings", RETENTION]


def test_the_list_shows_one_state_at_a_time(qtbot: QtBot, screen: LessonsScreen, journal: Journal) -> None:
    new, applied = kept(journal, "Ask first."), kept(journal, "Count the boxes.")
    journal.lessons.apply(applied.id, an_episode(journal, "Depot").id)
    screen.renew()
    qtbot.mouseClick(screen.state.button(LessonState.APPLIED), LEFT)
    assert [row.id for row in screen.lessons.rows()] == [applied.id]
    screen.arrive(new.id)
    assert [row.id for row in screen.lessons.rows()] == [applied.id, new.id]
    assert screen.lesson.lesson_id == new.id
