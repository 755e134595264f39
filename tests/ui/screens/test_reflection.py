"""Writing and reading a reflection."""

import datetime as dt
from collections.abc import Callable
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from ui.showing import on_screen
from workjournal.domain.action import Action
from workjournal.domain.episode import Episode, Kind
from workjournal.domain.goal import Goal
from workjournal.domain.lesson import Lesson
from workjournal.domain.nudges import Nudge
from workjournal.domain.reflection import Reflection
from workjournal.journal.journal import Journal
from workjournal.ui.places import New
from workjournal.ui.screens.reflection import ReflectionScreen
from workjournal.ui.widgets.prose_edit import ProseEdit

LEFT, CONTROL = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.ControlModifier


def shown(qtbot: QtBot, journal: Journal) -> ReflectionScreen:
    screen = on_screen(qtbot, ReflectionScreen(journal))
    screen.renew()
    return screen


@pytest.fixture
def screen(qtbot: QtBot, journal: Journal) -> ReflectionScreen:
    return shown(qtbot, journal)


@pytest.fixture
def episode(journal: Journal) -> Episode:
    return journal.episodes.save(
        Episode(date=journal.today(), title="Said no", story="Showed the scope.", kind=Kind.CHALLENGE)
    )


@pytest.fixture
def kept(journal: Journal, episode: Episode) -> Reflection:
    made = Reflection(
        date=journal.today(), method="aar-short", answers={"why": "It was late.", "next": "Earlier."}
    )
    lesson = Lesson(date=journal.today(), text="Say it before noon.")
    action = Action(date=journal.today(), text="Book a slot")
    return journal.reflections.keep(made, episodes=[episode.id], lessons=[lesson], actions=[action])


def answer(screen: ReflectionScreen, key: str) -> ProseEdit:
    found = screen.findChild(ProseEdit, f"answer_{key}")
    assert isinstance(found, ProseEdit)
    return found


def test_writes_one_question_after_the_other(
    qtbot: QtBot, screen: ReflectionScreen, journal: Journal, episode: Episode
) -> None:
    screen.arrive(New(about=episode.id))
    assert screen.context.title.text() == "Said no"
    assert not screen.finish.isEnabled()
    for number, key in enumerate(("intended", "happened", "why", "next"), 1):
        field = answer(screen, key)
        assert field.hasFocus()
        assert screen.questions.progress.text() == f"{number} of 4"
        qtbot.keyClicks(field, f"About {key}.")
        assert screen.leaves.isVisible() == (number == 4)
        qtbot.keyClick(field, Qt.Key.Key_Return, CONTROL)
    assert screen.leaves.lesson_1.hasFocus()
    assert screen.leaves.nudges.said() == [Nudge.NO_EVIDENCE]
    qtbot.keyClicks(screen.leaves.lesson_1, "Name the outcome first.")
    qtbot.keyClicks(screen.leaves.action, "Book the review")
    qtbot.keyClicks(screen.evidence, "Marco's mail")
    assert screen.leaves.nudges.said() == []
    screen.leaves.due.setFocus()
    qtbot.keyClicks(screen.leaves.due, "2026-11-24")
    screen.quality.decision_quality.rating = 80
    screen.quality.outcome_quality.rating = 30
    with qtbot.waitSignal(screen.go) as gone:
        qtbot.keyClick(screen.leaves.action, Qt.Key.Key_Return, CONTROL)
    (made,) = journal.reflections.of_episode(episode.id)
    assert gone.args == ["reflections", made.id]
    assert made.answers == {key: f"About {key}." for key in ("intended", "happened", "why", "next")}
    assert (made.decision_quality, made.outcome_quality) == (80, 30)
    lessons, actions = journal.reflections.left_by(made.id)
    assert [lesson.text for lesson in lessons] == ["Name the outcome first."]
    assert [(action.text, action.due) for action in actions] == [("Book the review", dt.date(2026, 11, 24))]
    assert journal.drafts.all() == []


def test_next_and_back_show_more_and_less(qtbot: QtBot, screen: ReflectionScreen, episode: Episode) -> None:
    screen.arrive(New(about=episode.id))
    assert not answer(screen, "happened").isVisible()
    assert not screen.answers.back.isVisible()
    qtbot.mouseClick(screen.answers.next, LEFT)
    assert answer(screen, "happened").hasFocus()
    qtbot.mouseClick(screen.answers.back, LEFT)
    assert not answer(screen, "happened").isVisible()
    qtbot.mouseClick(screen.questions.all_at_once, LEFT)
    assert answer(screen, "next").isVisible()
    assert screen.leaves.isVisible()


def test_one_answer_is_enough(
    qtbot: QtBot, screen: ReflectionScreen, journal: Journal, episode: Episode
) -> None:
    screen.arrive(New(about=episode.id))
    qtbot.keyClicks(answer(screen, "intended"), "A date.")
    qtbot.mouseClick(screen.finish, LEFT)
    assert journal.reflections.of_episode(episode.id)[0].answers == {"intended": "A date."}


def test_a_half_written_one_is_kept_as_a_draft_and_resumed(
    qtbot: QtBot, screen: ReflectionScreen, journal: Journal, episode: Episode
) -> None:
    screen.arrive(New(about=episode.id))
    qtbot.keyClicks(answer(screen, "intended"), "A date.")
    screen.leaves.lesson_1.setText("Sooner.")
    qtbot.mouseClick(screen.later, LEFT)
    assert journal.reflections.newest() == []
    assert [draft.place for draft in journal.drafts.all()] == [f"reflection:{episode.id}"]
    screen.hide()
    again = shown(qtbot, journal)
    again.arrive(New(about=episode.id))
    assert answer(again, "intended").text == "A date."
    assert again.leaves.lesson_1.text() == "Sooner."
    assert answer(again, "happened").hasFocus()


def test_emptied_again_leaves_no_draft(
    qtbot: QtBot, screen: ReflectionScreen, journal: Journal, episode: Episode
) -> None:
    screen.arrive(New(about=episode.id))
    qtbot.keyClicks(answer(screen, "intended"), "A")
    screen._autosave.flush()
    qtbot.keyClick(answer(screen, "intended"), Qt.Key.Key_Backspace)
    screen.leave()
    assert journal.drafts.all() == []


def test_reads_and_changes_one_that_was_finished(
    qtbot: QtBot, screen: ReflectionScreen, journal: Journal, kept: Reflection
) -> None:
    screen.arrive(kept.id)
    assert screen.questions.all_at_once.isChecked()
    assert (answer(screen, "why").text, answer(screen, "next").text) == ("It was late.", "Earlier.")
    qtbot.keyClicks(answer(screen, "why"), "Really: ")
    screen.leaves.lesson_1.setText("Say it before ten.")
    screen.leaves.action.clear()
    screen.leave()
    again = journal.reflections.get(kept.id)
    assert again.answers == {"why": "Really: It was late.", "next": "Earlier."}
    lessons, actions = journal.reflections.left_by(kept.id)
    assert [lesson.text for lesson in lessons] == ["Say it before ten."]
    assert actions == []
    assert any("It was late." in revision.text for revision in journal.revisions.of(kept.id))
    version = again.version
    screen.leave()
    assert journal.reflections.get(kept.id).version == version


def test_new_about_a_reflected_episode_opens_what_there_is(
    screen: ReflectionScreen, kept: Reflection, episode: Episode
) -> None:
    screen.arrive(New(about=episode.id))
    assert answer(screen, "why").text == "It was late."


def test_refresh_leaves_what_is_being_typed(
    qtbot: QtBot, screen: ReflectionScreen, journal: Journal, episode: Episode
) -> None:
    screen.arrive(New(about=episode.id))
    qtbot.keyClicks(answer(screen, "intended"), "Half")
    changed = journal.episodes.get(episode.id)
    changed.title, changed.result = "Said no to Marco", "Two features cut."
    journal.episodes.save(changed)
    screen.renew()
    assert answer(screen, "intended").text == "Half"
    assert answer(screen, "intended").hasFocus()
    assert screen.context.title.text() == "Said no to Marco"
    assert Nudge.NO_EVIDENCE not in screen.leaves.nudges.said()


def test_trash_and_back(qtbot: QtBot, screen: ReflectionScreen, journal: Journal, kept: Reflection) -> None:
    screen.arrive(kept.id)
    with qtbot.waitSignal(screen.toast) as told:
        qtbot.mouseClick(screen.trash, LEFT)
    assert journal.reflections.newest() == []
    undo: Callable[[], Any] = (told.args or [])[1]
    undo()
    assert len(journal.reflections.newest()) == 1


def test_about_a_goal(qtbot: QtBot, screen: ReflectionScreen, journal: Journal) -> None:
    goal = journal.goals.save(Goal(title="Lead Q1 planning", why="To be trusted with it."))
    screen.arrive(New(about=goal.id))
    assert screen.context.title.text() == "Lead Q1 planning"
    assert screen.questions.asked.key == "woop"
    qtbot.keyClicks(answer(screen, "wish"), "A plan.")
    qtbot.mouseClick(screen.finish, LEFT)
    assert journal.reflections.newest()[0].goal_id == goal.id


def test_the_subject_can_be_opened(qtbot: QtBot, screen: ReflectionScreen, episode: Episode) -> None:
    screen.arrive(New(about=episode.id))
    with qtbot.waitSignal(screen.go) as asked:
        qtbot.mouseClick(screen.context.open, LEFT)
    assert asked.args == ["episode", episode.id]
    assert QApplication.focusWidget() is not None


def test_the_fitting_method_is_offered_with_its_reason(screen: ReflectionScreen, episode: Episode) -> None:
    screen.arrive(New(about=episode.id))
    assert screen.questions.asked.key == "aar-short"
    assert "A challenge" in screen.questions.offered.text()
    assert screen.questions.distanced.isChecked()
    assert answer(screen, "happened").accessibleName() == "What would a colleague have seen?"
    screen.questions.method.choice = "gibbs"
    assert "After-action review" in screen.questions.offered.text()
    assert "A challenge" not in screen.questions.offered.text()
    screen.arrive(New())
    assert screen.questions.asked.key == "what-so-what"
    assert not screen.questions.distanced.isChecked()
    assert not screen.context.isVisible()


def test_the_methods_of_ones_own_are_offered_too(
    qtbot: QtBot, screen: ReflectionScreen, journal: Journal, episode: Episode
) -> None:
    own = journal.methods.copy("aar-short", "My four")
    screen.arrive(New(about=episode.id))
    assert str(own.id) in screen.questions.method.values()
    screen.questions.method.choice = str(own.id)
    assert "Your own method" in screen.questions.offered.text()
    with qtbot.waitSignal(screen.go) as asked:
        screen.questions.own_methods.click()
    assert asked.args == ["methods", own.id]
    qtbot.keyClicks(answer(screen, "why"), "It was late.")
    qtbot.mouseClick(screen.finish, LEFT)
    journal.methods.change(own.id, "Other", [{"key": "else", "text": "What else?"}])
    (kept,) = journal.reflections.of_episode(episode.id)
    screen.arrive(kept.id)
    assert screen.questions.method_heading.text() == "My four"
    assert answer(screen, "why").text == "It was late."
    assert not screen.questions.method.isVisible()


def test_a_bad_outcome_offers_a_step_back_and_takes_none(screen: ReflectionScreen, journal: Journal) -> None:
    episode = journal.episodes.save(Episode(date=journal.today(), title="Handed it over"))
    screen.arrive(New(about=episode.id))
    screen.questions.all_at_once.click()
    assert not screen.questions.distanced.isChecked()
    screen.quality.outcome_quality.rating = 20
    assert screen.quality.failure.isVisible()
    assert not screen.questions.distanced.isChecked()
    screen.quality.step_back.click()
    assert screen.questions.distanced.isChecked()
    assert not screen.quality.failure.isVisible()
    screen.questions.distanced.click()
    screen.quality.outcome_quality.rating = 90
    assert not screen.quality.failure.isVisible()


def test_all_at_once_is_remembered(
    qtbot: QtBot, screen: ReflectionScreen, journal: Journal, episode: Episode
) -> None:
    screen.arrive(New(about=episode.id))
    qtbot.mouseClick(screen.questions.all_at_once, LEFT)
    screen.hide()
    again = shown(qtbot, journal)
    again.arrive(New(about=episode.id))
    assert again.questions.all_at_once.isChecked()
    assert answer(again, "next").isVisible()
