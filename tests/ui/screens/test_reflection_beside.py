"""What stands beside the questions of a reflection: evidence, nudges, how far it went."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from ui.showing import on_screen
from workjournal.domain.episode import Episode, Kind
from workjournal.domain.goal import Goal
from workjournal.domain.nudges import Nudge
from workjournal.domain.reflection import Depth, Reflection
from workjournal.journal.journal import Journal
from workjournal.ui import tasks
from workjournal.ui.places import New
from workjournal.ui.screens.reflection import ReflectionScreen

LEFT = Qt.MouseButton.LeftButton


@pytest.fixture
def screen(qtbot: QtBot, journal: Journal) -> ReflectionScreen:
    made = on_screen(qtbot, ReflectionScreen(journal))
    made.renew()
    return made


@pytest.fixture
def episode(journal: Journal) -> Episode:
    return journal.episodes.save(Episode(date=journal.today(), title="Said no", kind=Kind.CHALLENGE))


@pytest.fixture
def kept(journal: Journal, episode: Episode) -> Reflection:
    made = Reflection(date=journal.today(), method="aar-short", answers={"happened": "It was late."})
    return journal.reflections.keep(made, episodes=[episode.id])


def test_a_file_given_as_evidence_belongs_to_the_episode(
    qtbot: QtBot, screen: ReflectionScreen, journal: Journal, episode: Episode, tmp_path: Path
) -> None:
    journal.subscribe(lambda _: None)
    screen.arrive(New(about=episode.id))
    screen.questions.all_at_once.click()
    screen.answers.answers = {"happened": "It was late."}
    assert Nudge.NO_EVIDENCE in screen.leaves.nudges.said()
    note = tmp_path / "minutes.txt"
    note.write_text("10:00 no", encoding="utf-8")
    screen.evidence_card.files.attach([note])
    tasks.wait_all()
    qtbot.waitUntil(lambda: bool(journal.episodes.attachments(episode.id)))
    screen.renew()
    assert [row.title for row in screen.evidence_card.files.files.rows()] == ["minutes.txt"]  # type: ignore[attr-defined]
    assert Nudge.NO_EVIDENCE not in screen.leaves.nudges.said()
    assert screen.answers.answers == {"happened": "It was late."}


def test_evidence_in_words_is_kept_with_the_reflection(
    qtbot: QtBot, screen: ReflectionScreen, journal: Journal
) -> None:
    goal = journal.goals.save(Goal(title="Lead Q1 planning"))
    screen.arrive(New(about=goal.id))
    assert not screen.evidence_card.files.isVisible()
    screen.answers.answers = {"wish": "To lead it."}
    qtbot.keyClicks(screen.evidence, "The minutes of 3 March")
    qtbot.mouseClick(screen.finish, LEFT)
    assert journal.reflections.newest()[0].evidence == "The minutes of 3 March"


def test_nudges_follow_what_is_typed_and_never_bar(
    qtbot: QtBot, screen: ReflectionScreen, journal: Journal, episode: Episode
) -> None:
    screen.arrive(New(about=episode.id))
    screen.questions.all_at_once.click()
    assert screen.leaves.nudges.said() == []
    screen.answers.answers = {"happened": "It was late."}
    assert screen.leaves.nudges.said() == [Nudge.NO_EVIDENCE, Nudge.NOT_EXPLAINED, Nudge.NO_ACTION]
    screen.answers.answers = {"happened": "It was late.", "why": "Nobody asked."}
    screen.leaves.action.setText("Ask")
    assert screen.leaves.nudges.said() == [Nudge.NO_EVIDENCE]
    qtbot.mouseClick(screen.finish, LEFT)
    assert len(journal.reflections.of_episode(episode.id)) == 1


def test_how_far_it_went_is_kept_at_once_beside_what_is_typed(
    screen: ReflectionScreen, journal: Journal, kept: Reflection
) -> None:
    screen.arrive(kept.id)
    screen.answers.answers = {"happened": "It was very late."}
    screen.depth_check.chips.button(Depth.EXPLAINED).click()
    assert journal.reflections.get(kept.id).depth is Depth.EXPLAINED
    screen.renew()
    assert screen.answers.answers == {"happened": "It was very late."}
    screen.leave()
    again = journal.reflections.get(kept.id)
    assert (again.answers, again.depth) == ({"happened": "It was very late."}, Depth.EXPLAINED)
    screen.arrive(kept.id)
    assert screen.depth_check.chips.choice is Depth.EXPLAINED
    chosen = screen.depth_check.chips.button(Depth.EXPLAINED)
    chosen.pressed.emit()
    chosen.click()
    assert journal.reflections.get(kept.id).depth is None


def test_a_new_one_is_not_asked_how_far_it_went(screen: ReflectionScreen, episode: Episode) -> None:
    screen.arrive(New(about=episode.id))
    assert not screen.depth_check.isVisible()
