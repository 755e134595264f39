"""Recall: the answer first, then the lesson; grades by keys; five a day; nothing typed is lost."""

import datetime as dt
from collections.abc import Callable
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from conftest import Clock
from ui.locking.opened import texts_of
from ui.showing import on_screen
from workjournal.domain.episode import Episode
from workjournal.domain.lesson import Lesson, LessonState
from workjournal.domain.reflection import Reflection
from workjournal.domain.spacing import Grade
from workjournal.journal.journal import Journal
from workjournal.ui import tab_order
from workjournal.ui.screens.recall import KEYS, RecallScreen
from workjournal.ui.workspace import Workspace

SENTENCE = "Name the outcome before the method."


def kept(journal: Journal, text: str = SENTENCE, days: int = 1, **more: Any) -> Lesson:
    """A lesson written so many days ago."""
    return journal.lessons.add(Lesson(date=journal.today() - dt.timedelta(days=days), text=text, **more))


def shown(qtbot: QtBot, journal: Journal) -> RecallScreen:
    screen = on_screen(qtbot, RecallScreen(journal))
    screen.renew()
    screen.arrive(None)
    tab_order.chain(screen)
    return screen


def press(key: Qt.Key, modifiers: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
    """A key where the keyboard is."""
    at = QApplication.focusWidget()
    assert at is not None
    QTest.keyClick(at, key, modifiers)


def show() -> None:
    press(Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)


def heard(screen: RecallScreen) -> str:
    """All a screen reader finds on it, in sight or not."""
    return "\n".join(texts_of(screen))


def test_by_keyboard_alone_the_answer_comes_first(qtbot: QtBot, journal: Journal) -> None:
    lesson = kept(journal, trigger="when I hand over work", detail="Say what good looks like.")
    screen = shown(qtbot, journal)
    assert screen.cue.text() == "When I hand over work"
    assert screen.progress.text() == "1 of 1"
    assert screen.answer.hasFocus()
    for secret in (SENTENCE, "Say what good looks like."):
        assert secret not in heard(screen)
    qtbot.keyClicks(screen.answer, "The outcome first, 1 2 3.")
    assert not screen.compared.isVisible()
    show()
    assert screen.compared.isVisible()
    assert not screen.ask_card.isVisible()
    assert screen.yours.text() == "The outcome first, 1 2 3."
    assert (screen.sentence.text(), screen.detail.text()) == (SENTENCE, "Say what good looks like.")
    assert SENTENCE in heard(screen)
    assert screen.grades.buttons()[0].hasFocus()
    press(Qt.Key.Key_3)
    (recall,) = journal.recalls.of(lesson.id)
    assert (recall.grade, recall.date, recall.answer) == (
        Grade.GOOD,
        journal.today(),
        "The outcome first, 1 2 3.",
    )
    assert journal.lessons.get(lesson.id).state is LessonState.RECALLED
    assert screen.pages.currentWidget() is screen.through
    assert SENTENCE not in heard(screen)
    assert journal.drafts.all() == []


@pytest.mark.parametrize(("key", "grade"), [*zip(KEYS, Grade, strict=True)])
def test_each_digit_is_a_grade_and_says_when_it_comes_back(
    qtbot: QtBot, journal: Journal, key: Qt.Key, grade: Grade
) -> None:
    lesson = kept(journal)
    comes = journal.recalls.returns(lesson, journal.today())[grade]
    screen = shown(qtbot, journal)
    told: list[str] = []
    screen.toast.connect(lambda text, _undo: told.append(text))
    show()
    names = [button.accessibleName() for button in screen.grades.buttons()]
    press(key)
    (recall,) = journal.recalls.of(lesson.id)
    assert (recall.grade, recall.answer) == (grade, "")
    assert journal.lessons.get(lesson.id).due == comes
    when = names[list(Grade).index(grade)].partition(", comes back ")[2]
    assert told == [f"{grade.value.capitalize()}: comes back {when}"]
    assert (when == "tomorrow") == (comes == journal.today() + dt.timedelta(days=1))


def test_a_digit_before_the_lesson_is_shown_grades_nothing(qtbot: QtBot, journal: Journal) -> None:
    lesson = kept(journal)
    screen = shown(qtbot, journal)
    screen.later.setFocus()
    press(Qt.Key.Key_4)
    assert journal.recalls.of(lesson.id) == []
    screen.answer.setFocus()
    press(Qt.Key.Key_4)
    assert screen.answer.text == "4"


def test_undo_asks_again_with_the_words_that_were_typed(qtbot: QtBot, journal: Journal) -> None:
    first, second = kept(journal, days=3), kept(journal, "Count the boxes.", days=2)
    screen = shown(qtbot, journal)
    undo: list[Callable[[], object]] = []
    screen.toast.connect(lambda _text, back: undo.append(back))
    qtbot.keyClicks(screen.answer, "Something about outcomes")
    show()
    press(Qt.Key.Key_4)
    assert screen.progress.text() == "2 of 2"
    assert screen.answer.hasFocus()
    qtbot.keyClicks(screen.answer, "Half")
    undo[0]()
    assert screen.progress.text() == "1 of 2"
    assert screen.sentence.text() == SENTENCE
    assert screen.yours.text() == "Something about outcomes"
    again = journal.lessons.get(first.id)
    assert (again.state, again.due, again.memory) == (LessonState.NEW, first.due, None)
    assert journal.recalls.of(first.id) == []
    press(Qt.Key.Key_1)
    assert screen.answer.text == "Half"
    assert journal.recalls.of(second.id) == []


def test_five_a_day_and_those_already_done_count(qtbot: QtBot, journal: Journal, clock: Clock) -> None:
    lessons = [kept(journal, f"Lesson {number}", days=9 - number) for number in range(7)]
    journal.recalls.recall(lessons[0].id, Grade.GOOD, journal.today())
    screen = shown(qtbot, journal)
    assert screen.progress.text() == "2 of 5"
    for _ in range(4):
        show()
        press(Qt.Key.Key_3)
    assert screen.through.heading == "That was all for today"
    assert "tomorrow" in screen.through.text
    assert not screen.later.isVisible()
    assert len([one for one in lessons if journal.recalls.of(one.id)]) == 5
    clock.forward(days=1)
    screen.arrive(None)
    assert screen.progress.text().startswith("1 of ")


def test_the_end_says_when_the_next_one_comes_and_leads_away(qtbot: QtBot, journal: Journal) -> None:
    lesson = kept(journal)
    screen = shown(qtbot, journal)
    asked: list[str] = []
    screen.go.connect(lambda name, _what: asked.append(name))
    show()
    press(Qt.Key.Key_4)
    due = journal.lessons.get(lesson.id).due
    assert due is not None
    assert str((due - journal.today()).days) in screen.through.text
    press(Qt.Key.Key_Return)
    screen.through.second_acted.emit()
    assert asked == ["today", "lessons"]


def test_an_empty_journal_is_quiet(qtbot: QtBot, journal: Journal) -> None:
    screen = shown(qtbot, journal)
    assert screen.through.heading == "Nothing to recall today"
    assert "the day after" in screen.through.text
    assert not screen.progress.isVisible()
    kept(journal, days=0)
    screen.refresh()
    assert "tomorrow" in screen.through.text


def test_without_a_trigger_it_says_where_it_came_from(qtbot: QtBot, journal: Journal) -> None:
    day = journal.today() - dt.timedelta(days=1)
    episode = journal.episodes.add(Episode(date=day, title="Depot move"))
    reflection = Reflection(date=day, method="aar-short", answers={"why": "So."})
    lesson = Lesson(date=day, text=SENTENCE)
    journal.reflections.keep(reflection, episodes=[episode.id], lessons=[lesson])
    journal.lessons.add(journal.lessons.get(lesson.id), skills=["Planning"])
    screen = shown(qtbot, journal)
    assert screen.cue.text() == "From “Depot move”, 18 November 2026"
    assert screen.cue_more.text() == "Skills: Planning"
    journal.recalls.recall(lesson.id, Grade.GOOD, journal.today())
    kept(journal, "By hand.", days=2)
    screen.refresh()
    assert screen.cue.text() == "You wrote it down on 17 November 2026"


def test_what_is_known_is_told_as_a_guess(qtbot: QtBot, journal: Journal, clock: Clock) -> None:
    lesson = kept(journal)
    journal.recalls.recall(lesson.id, Grade.GOOD, journal.today())
    clock.forward(days=20)
    screen = shown(qtbot, journal)
    assert screen.guess.text() == ""
    show()
    assert "a model's guess" in screen.guess.text()
    assert "%" in screen.guess.text()


def test_the_answer_is_a_draft_that_survives_leaving(qtbot: QtBot, journal: Journal, clock: Clock) -> None:
    lesson = kept(journal)
    screen = shown(qtbot, journal)
    qtbot.keyClicks(screen.answer, "Half an ans")
    screen.leave()
    assert [draft.place for draft in journal.drafts.all()] == [f"recall:{lesson.id}"]
    other = shown(qtbot, journal)
    assert other.answer.text == "Half an ans"
    assert not other.compared.isVisible()
    show()
    third = shown(qtbot, journal)
    assert third.compared.isVisible()
    assert third.yours.text() == "Half an ans"
    third.leave()
    clock.forward(days=1)
    later = shown(qtbot, journal)
    assert later.answer.text == "Half an ans"
    assert SENTENCE not in heard(later)


def test_a_draft_taken_out_again_goes(qtbot: QtBot, journal: Journal) -> None:
    kept(journal)
    screen = shown(qtbot, journal)
    qtbot.keyClicks(screen.answer, "x")
    screen.leave()
    press(Qt.Key.Key_Backspace)
    screen.leave()
    assert journal.drafts.all() == []


def test_refresh_leaves_what_is_being_typed(qtbot: QtBot, journal: Journal) -> None:
    kept(journal)
    screen = shown(qtbot, journal)
    qtbot.keyClicks(screen.answer, "Half")
    kept(journal, "An older one.", days=30)
    screen.refresh()
    qtbot.keyClicks(screen.answer, " more")
    assert screen.answer.text == "Half more"
    assert screen.progress.text() == "1 of 2"


def test_locking_and_coming_back_lose_nothing(qtbot: QtBot, space: Workspace) -> None:
    journal = space._journal
    lesson = kept(journal)
    space.go("recall")
    screen = space.screen_of("recall")
    assert isinstance(screen, RecallScreen)
    qtbot.keyClicks(screen.answer, "Locked in the middle")
    space.lock()
    again = Workspace(journal)
    qtbot.addWidget(again)
    again.start()
    back = again.stack.currentWidget()
    assert isinstance(back, RecallScreen)
    assert back.answer.text == "Locked in the middle"
    assert back._lesson is not None
    assert back._lesson.id == lesson.id
    again.leave()


def test_tab_goes_round_before_and_after_it_is_shown(qtbot: QtBot, space: Workspace) -> None:
    kept(space._journal)
    space.go("recall")
    screen = space.screen_of("recall")
    assert isinstance(screen, RecallScreen)
    for wanted in ([screen.answer, screen.reveal], screen.grades.buttons()):
        began, walked = QApplication.focusWidget(), []
        for _ in range(60):
            press(Qt.Key.Key_Tab)
            walked.append(QApplication.focusWidget())
            if walked[-1] is began:
                break
        assert walked[-1] is began
        places = [walked.index(stop) for stop in [*wanted[1:], wanted[0]]]
        assert places == sorted(places)
        assert screen.later in walked
        assert any(stop is not None and space.rail.isAncestorOf(stop) for stop in walked)
        screen.answer.setFocus()
        show()
