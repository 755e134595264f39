"""The editor of an episode: typing is never lost, leaving saves, nothing empty is kept."""

import datetime as dt
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDropEvent
from PySide6.QtWidgets import QFileDialog, QPushButton
from pytestqt.qtbot import QtBot

from conftest import Clock
from ui.showing import on_screen
from workjournal.domain.entity import Audience
from workjournal.domain.episode import Episode, Kind, Setting
from workjournal.domain.goal import Goal
from workjournal.domain.lesson import Lesson
from workjournal.domain.reflection import Reflection
from workjournal.journal.journal import Journal
from workjournal.ui import tasks
from workjournal.ui.places import New
from workjournal.ui.screens.episode import EpisodeScreen

LEFT = Qt.MouseButton.LeftButton


def shown(qtbot: QtBot, journal: Journal) -> EpisodeScreen:
    screen = on_screen(qtbot, EpisodeScreen(journal))
    screen.renew()
    return screen


@pytest.fixture
def screen(qtbot: QtBot, journal: Journal) -> EpisodeScreen:
    return shown(qtbot, journal)


@pytest.fixture
def episode(journal: Journal) -> Episode:
    made = Episode(
        date=dt.date(2026, 11, 18),
        time=dt.time(16, 40),
        title="Said no",
        story="Showed the scope.",
        kind=Kind.CHALLENGE,
    )
    return journal.episodes.add(made, tags=["conflict"], people=["Marco"])


def only(journal: Journal) -> Episode:
    (found,) = journal.episodes.newest()
    return found


def drafts(journal: Journal) -> list[str]:
    return [draft.place for draft in journal.drafts.all()]


def undo(told: Any) -> Callable[[], Any]:
    found: Callable[[], Any] = told.args[1]
    return found


def test_writes_one_by_keyboard(qtbot: QtBot, screen: EpisodeScreen, journal: Journal) -> None:
    goal = journal.goals.save(Goal(title="Lead Q1 planning"))
    screen.renew()
    screen.arrive(New())
    assert screen.title_.hasFocus()
    qtbot.keyClicks(screen.title_, "Pushed back on the date")
    qtbot.mouseClick(screen.kind.button(Kind.CHALLENGE), LEFT)
    qtbot.keyClicks(screen.story, "Marco asked for 2 December.")
    qtbot.keyClicks(screen.private_note, "Slept badly.")
    screen.people.line.setFocus()
    qtbot.keyClicks(screen.people.line, "Marco,Priya")
    screen.goal_id.choice = goal.id
    screen.setting.choice = Setting.COMPLEX
    screen.difficulty.rating = 80  # type: ignore[attr-defined] # a child of the form
    screen.audiences.box(Audience.MANAGER).setChecked(True)  # type: ignore[attr-defined]
    with qtbot.waitSignal(screen.go) as gone:
        qtbot.mouseClick(screen.done, LEFT)
    assert gone.args == ["episodes", None]
    kept = only(journal)
    assert (kept.title, kept.kind, kept.goal_id) == ("Pushed back on the date", Kind.CHALLENGE, goal.id)
    assert (kept.setting, kept.difficulty, kept.private_note) == (Setting.COMPLEX, 80, "Slept badly.")
    assert [person.name for person in kept.people] == ["Marco", "Priya"]
    assert kept.audiences == {Audience.MANAGER}
    assert (kept.date, kept.time) == (journal.today(), journal.now().time().replace(second=0, microsecond=0))
    assert drafts(journal) == []


def test_nothing_empty_is_kept(qtbot: QtBot, screen: EpisodeScreen, journal: Journal) -> None:
    screen.arrive(New())
    screen.kind.choice = Kind.WIN
    screen.leave()
    assert journal.episodes.count() == 0
    assert drafts(journal) == []


def test_a_story_alone_gives_the_title(qtbot: QtBot, screen: EpisodeScreen, journal: Journal) -> None:
    screen.arrive(New())
    qtbot.keyClicks(screen.story, "Handed the plan to Priya. She owns the method.")
    screen.leave()
    assert only(journal).title == "Handed the plan to Priya"
    assert only(journal).story == "Handed the plan to Priya. She owns the method."
    screen.leave()
    assert journal.episodes.count() == 1


def test_typing_is_kept_as_a_draft_and_comes_back(
    qtbot: QtBot, screen: EpisodeScreen, journal: Journal, episode: Episode
) -> None:
    screen.arrive(episode.id)
    screen.story.selectAll()
    qtbot.keyClicks(screen.story, "Half a sent")
    screen.date.day = dt.date(2026, 11, 17)  # type: ignore[attr-defined] # a child of the form
    with qtbot.waitSignal(screen._autosave.kept, timeout=3000):
        pass
    assert screen.saved.text().startswith("Saved")
    assert drafts(journal) == [f"episode:{episode.id}"]
    assert journal.episodes.get(episode.id).story == "Showed the scope."

    again = shown(qtbot, journal)
    again.arrive(episode.id)
    assert again.story.text == "Half a sent"
    again.leave()
    kept = journal.episodes.get(episode.id)
    assert (kept.story, kept.date) == ("Half a sent", dt.date(2026, 11, 17))
    assert drafts(journal) == []
    assert [revision.text for revision in journal.revisions.of(episode.id)] == ["Showed the scope."]


def test_a_new_one_that_was_never_saved_comes_back(
    qtbot: QtBot, screen: EpisodeScreen, journal: Journal
) -> None:
    screen.arrive(New())
    qtbot.keyClicks(screen.title_, "Before the crash")
    screen._autosave.flush()
    again = shown(qtbot, journal)
    with qtbot.waitSignal(again.toast) as told:
        again.arrive(New())
    assert again.title_.text() == "Before the crash"
    undo(told)()
    assert again.title_.text() == ""
    again.leave()
    assert journal.episodes.count() == 0
    assert drafts(journal) == []


def test_refresh_while_typing_takes_the_rest(
    qtbot: QtBot, screen: EpisodeScreen, journal: Journal, episode: Episode
) -> None:
    screen.arrive(episode.id)
    qtbot.keyClicks(screen.story, "X")
    elsewhere = journal.episodes.get(episode.id)
    elsewhere.audiences = frozenset({Audience.NEXT_JOB})
    journal.episodes.add(elsewhere, tags=["conflict", "launch"])
    screen.renew()
    assert screen.story.text == "XShowed the scope."
    assert screen.tags.labels == ["conflict", "launch"]
    screen.leave()
    kept = journal.episodes.get(episode.id)
    assert (kept.story, kept.audiences) == ("XShowed the scope.", frozenset({Audience.NEXT_JOB}))
    assert [tag.name for tag in kept.tags] == ["conflict", "launch"]


def test_leaving_unchanged_writes_nothing(
    screen: EpisodeScreen, journal: Journal, episode: Episode, clock: Clock
) -> None:
    clock.forward(hours=1)
    screen.arrive(episode.id)
    screen.leave()
    assert journal.episodes.get(episode.id).version == episode.version


def test_a_title_taken_away_is_made_from_the_story(
    qtbot: QtBot, screen: EpisodeScreen, journal: Journal, episode: Episode
) -> None:
    screen.arrive(episode.id)
    screen.title_.clear()
    screen.leave()
    assert journal.episodes.get(episode.id).title == "Showed the scope"


def test_trash_and_back(qtbot: QtBot, screen: EpisodeScreen, journal: Journal, episode: Episode) -> None:
    screen.arrive(episode.id)
    qtbot.keyClicks(screen.story, "Last words. ")
    with qtbot.waitSignals([screen.toast, screen.go]), qtbot.waitSignal(screen.toast) as told:
        qtbot.mouseClick(screen.trash, LEFT)
    assert journal.episodes.count() == 0
    screen.leave()
    undo(told)()
    assert journal.episodes.get(episode.id).story == "Last words. Showed the scope."
    assert journal.episodes.count() == 1


def test_offers_the_reflection_and_shows_it(
    qtbot: QtBot, screen: EpisodeScreen, journal: Journal, episode: Episode
) -> None:
    screen.arrive(episode.id)
    assert screen.glance.reflect.text() == "Reflect on this"
    with qtbot.waitSignal(screen.go) as asked:
        qtbot.mouseClick(screen.glance.reflect, LEFT)
    assert asked.args == ["reflection", New(about=episode.id)]
    kept = Reflection(date=journal.today(), method="aar-short", answers={"why": "It was late."})
    journal.reflections.keep(kept, episodes=[episode.id])
    screen.renew()
    assert screen.glance.progress.text() == "1 of 4"
    with qtbot.waitSignal(screen.go) as opened:
        qtbot.mouseClick(screen.glance.reflect, LEFT)
    assert opened.args == ["reflection", kept.id]


def test_files_are_dropped_copied_out_and_taken_away(
    qtbot: QtBot, screen: EpisodeScreen, journal: Journal, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = tmp_path / "scope options.txt"
    file.write_text("cut or move")
    screen.arrive(New())
    drop_on(screen, file)
    tasks.wait_all()
    kept = only(journal)
    assert kept.title == "scope options"
    screen.renew()
    (row,) = screen.files.files.rows()
    target = tmp_path / "out.txt"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(target), ""))
    screen.files.files.action.emit(row.id)
    tasks.wait_all()
    assert target.read_text() == "cut or move"
    screen.files.files.choose(row.id)
    with qtbot.waitSignal(screen.toast) as told:
        qtbot.keyClick(screen.files.files, Qt.Key.Key_Delete)
    assert list(journal.episodes.attachments(kept.id)) == []
    undo(told)()
    assert len(journal.episodes.attachments(kept.id)) == 1


def test_a_file_that_cannot_be_read_is_said_beside_the_drop_zone(
    qtbot: QtBot, screen: EpisodeScreen, episode: Episode, tmp_path: Path
) -> None:
    screen.arrive(episode.id)
    drop_on(screen, tmp_path / "gone.txt")
    tasks.wait_all()
    assert "cannot be read" in screen.files.problem.text()
    assert screen.files.problem.isVisible()


def test_lessons_are_applied_judged_and_taken_off(
    qtbot: QtBot, screen: EpisodeScreen, journal: Journal, episode: Episode
) -> None:
    lesson = journal.lessons.save(Lesson(date=journal.today(), text="Name the outcome first."))
    screen.renew()
    screen.arrive(episode.id)
    screen.lessons.choose.choice = lesson.id
    assert [known.id for known in journal.lessons.applied_in(episode.id)] == [lesson.id]
    screen.renew()
    (card,) = screen.lessons.cards.values()
    card.worked.button("yes").click()
    assert journal.lessons.get(lesson.id).applications[0].worked is True
    with qtbot.waitSignal(screen.toast) as told:
        card.remove.click()
    assert journal.lessons.applied_in(episode.id) == []
    undo(told)()
    assert journal.lessons.get(lesson.id).applications[0].worked is True


def test_every_field_has_a_name(screen: EpisodeScreen, episode: Episode) -> None:
    screen.arrive(episode.id)
    for button in screen.findChildren(QPushButton):
        assert button.text() or button.accessibleName(), button.objectName()


def drop_on(screen: EpisodeScreen, file: Path) -> None:
    held = QMimeData()
    held.setUrls([QUrl.fromLocalFile(str(file))])
    copy, none = Qt.DropAction.CopyAction, Qt.KeyboardModifier.NoModifier
    screen.files.drop.dropEvent(QDropEvent(QPointF(5, 5), copy, held, LEFT, none))
