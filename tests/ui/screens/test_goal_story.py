"""The time line of a goal, and what can be done from it; evidence by one key."""

import datetime as dt
from collections.abc import Callable
from uuid import UUID

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from conftest import Clock
from ui import asking
from ui.goal_screen import choose, shown, started, told
from workjournal.domain.action import Action
from workjournal.domain.check_in import CheckIn
from workjournal.domain.episode import Episode
from workjournal.domain.goal import GoalState
from workjournal.domain.lesson import Lesson
from workjournal.domain.measure import Measure
from workjournal.domain.reflection import Reflection
from workjournal.journal.journal import Journal
from workjournal.ui.dialogs.check_in import CheckInDialog
from workjournal.ui.parts.goal_marks import EXCERPT, What
from workjournal.ui.screens.goal import GoalScreen

ALT = Qt.KeyboardModifier.AltModifier
Toasts = list[tuple[str, Callable[[], object]]]


@pytest.fixture
def screen(qtbot: QtBot, journal: Journal) -> GoalScreen:
    return shown(qtbot, journal)


@pytest.fixture
def active(journal: Journal) -> UUID:
    return started(journal)


@pytest.fixture
def toasts(screen: GoalScreen) -> Toasts:
    found: Toasts = []
    screen.toast.connect(lambda text, undo: found.append((text, undo)))
    return found


@pytest.fixture
def asked(screen: GoalScreen) -> list[tuple[str, object]]:
    """Where it wanted to go."""
    found: list[tuple[str, object]] = []
    screen.go.connect(lambda name, what: found.append((name, what)))
    return found


def episodes(journal: Journal, number: int) -> list[Episode]:
    """As many, the first one the newest."""
    today = journal.today()
    return [journal.episodes.add(Episode(date=today, title=f"Work {place}")) for place in range(number)][::-1]


def test_all_that_happened_newest_first(
    screen: GoalScreen, journal: Journal, active: UUID, clock: Clock
) -> None:
    clock.forward(days=1)
    journal.goals.check_in(CheckIn(goal_id=active, date=journal.today(), progress=20, confidence=45))
    clock.forward(days=1)
    journal.episodes.add(Episode(date=journal.today(), title="Handed it over", goal_id=active))
    clock.forward(days=1)
    journal.actions.save(Action(date=journal.today(), text="Ask Lena", goal_id=active))
    clock.forward(days=1)
    journal.goals.revise(active, 40, "Jonas left.")
    clock.forward(days=1)
    look_back = Reflection(
        date=journal.today(), method="aar-short", answers={"why": "Too late"}, goal_id=active
    )
    journal.reflections.keep(look_back, lessons=[Lesson(date=journal.today(), text="Ask in writing.")])
    clock.forward(days=1)
    journal.goals.close(active, GoalState.MISSED, journal.today(), reason="It was stopped")
    screen.arrive(active)
    assert told(screen) == [
        "Closed: missed",
        "Ask in writing.",
        "After-action review",
        "Forecast anew: 40 %",
        "Ask Lena",
        "Handed it over",
        "Progress 20 · Confidence 45",
        "Started with a forecast of 65 %",
    ]
    spoken = "\n".join(row.spoken() for row in screen.story.rows.rows())
    for said in ("Because: Priya wants it.", "Because: Jonas left.", "Why: It was stopped", "Too late"):
        assert said in spoken


def test_what_was_taken_back_is_not_among_it(screen: GoalScreen, journal: Journal, active: UUID) -> None:
    look = CheckIn(goal_id=active, date=journal.today(), progress=20)
    journal.goals.check_in(look)
    gone = journal.episodes.add(Episode(date=journal.today(), title="Gone", goal_id=active))
    action = journal.actions.save(Action(date=journal.today(), text="Gone too", goal_id=active))
    journal.check_ins.trash(look.id)
    journal.episodes.trash(gone.id)
    journal.actions.trash(action.id)
    screen.arrive(active)
    assert told(screen) == ["Started with a forecast of 65 %"]
    assert screen.story.none.isVisible()


def test_each_row_opens_what_it_is(
    qtbot: QtBot, screen: GoalScreen, journal: Journal, active: UUID, asked: list[tuple[str, object]]
) -> None:
    episode = journal.episodes.add(Episode(date=journal.today(), title="Handed it over", goal_id=active))
    action = journal.actions.save(Action(date=journal.today(), text="Ask Lena", goal_id=active))
    look_back = Reflection(date=journal.today(), method="aar-short", answers={"why": "x"}, goal_id=active)
    lesson = Lesson(date=journal.today(), text="Ask in writing.")
    journal.reflections.keep(look_back, lessons=[lesson])
    screen.arrive(active)
    for what in (What.EVIDENCE, What.ACTION, What.REFLECTION, What.LESSON):
        choose(screen, what)
        qtbot.keyClick(screen.story.rows, Qt.Key.Key_Return)
    assert asked == [
        ("episode", episode.id),
        ("actions", action.id),
        ("reflection", look_back.id),
        ("lessons", lesson.id),
    ]
    choose(screen, What.START)
    qtbot.keyClick(screen.story.rows, Qt.Key.Key_Return)
    assert screen.plan.view.choice == "plan"


def test_a_long_story_is_told_when_asked_for(screen: GoalScreen, journal: Journal, active: UUID) -> None:
    for number in range(20):
        journal.episodes.add(Episode(date=journal.today(), title=f"Work {number}", goal_id=active))
    screen.arrive(active)
    assert len(told(screen)) == 12
    assert screen.story.more.text() == "Show all 21"
    screen.story.more.click()
    assert len(told(screen)) == 21
    assert not screen.story.more.isVisible()


def test_a_check_in_is_corrected_and_that_undone(
    qtbot: QtBot, screen: GoalScreen, journal: Journal, toasts: Toasts
) -> None:
    measure = journal.measures.save(Measure(name="Time to an answer", unit="days"))
    goal_id = started(journal, measure_id=measure.id)
    look = CheckIn(goal_id=goal_id, date=journal.today(), progress=20, measure_value=12.5, help_needed="Lena")
    journal.goals.check_in(look)
    screen.arrive(goal_id)
    choose(screen, What.CHECK_IN)
    qtbot.keyClick(screen.story.rows, Qt.Key.Key_Return)
    dialog = asking.asked(CheckInDialog)
    assert dialog.ask_note.isVisible()
    assert dialog.fields.measure_value.text() == "12.5"
    dialog.fields.progress.rating = 35
    dialog.fields.measure_value.setText("a lot")
    dialog.agree.click()
    assert "must be a number" in dialog.fields.problem.text()
    dialog.fields.measure_value.setText("9")
    dialog.agree.click()
    (kept,) = journal.goals.get(goal_id).check_ins
    assert (kept.progress, kept.measure_value, kept.measure_id) == (35, 9, measure.id)
    assert [value.value for value in journal.measures.values(measure.id)] == [9]
    assert told(screen)[0] in {"Lena", "Progress 35 · Time to an answer 9 days"}
    assert toasts[-1][0] == "Check-in corrected"
    assert journal.drafts.all() == []
    toasts[-1][1]()
    (kept,) = journal.goals.get(goal_id).check_ins
    assert (kept.progress, kept.measure_value) == (20, 12.5)


def test_a_correction_is_not_lost_when_its_dialog_goes(
    qtbot: QtBot, screen: GoalScreen, journal: Journal, active: UUID
) -> None:
    look = CheckIn(goal_id=active, date=journal.today(), progress=20)
    journal.goals.check_in(look)
    screen.arrive(active)
    screen.correction.ask(look.id)
    dialog = asking.asked(CheckInDialog)
    qtbot.keyClicks(dialog.fields.changed, "Half a sen")
    dialog.close()
    screen.correction.ask(look.id)
    again = asking.asked(CheckInDialog)
    assert again.fields.changed.text == "Half a sen"
    again.cancel.click()
    assert journal.drafts.all() == []


def test_a_check_in_is_taken_back_in_its_dialog_or_by_delete(
    qtbot: QtBot, screen: GoalScreen, journal: Journal, active: UUID, toasts: Toasts
) -> None:
    look = CheckIn(goal_id=active, date=journal.today(), progress=20)
    journal.goals.check_in(look)
    screen.arrive(active)
    screen.correction.ask(look.id)
    asking.asked(CheckInDialog).take_back.click()
    assert told(screen) == ["Started with a forecast of 65 %"]
    toasts[-1][1]()
    screen.renew()
    choose(screen, What.CHECK_IN)
    qtbot.keyClick(screen.story.rows, Qt.Key.Key_Delete)
    assert journal.goals.get(active).check_ins == []


def test_evidence_is_added_by_the_key_that_is_shown_on_it(
    qtbot: QtBot, screen: GoalScreen, journal: Journal, active: UUID, toasts: Toasts
) -> None:
    newest, second, *_ = episodes(journal, 3)
    fitting = journal.episodes.add(Episode(date=journal.today(), title="Planned it"), skills=["Planning"])
    screen.arrive(active)
    offered = [place.title.text() for place in screen.evidence.places if place.isVisible()]
    assert offered == ["Planned it", newest.title, second.title, "Work 0"]
    assert "Same skill: Planning" in screen.evidence.places[0].second.text()
    qtbot.keyClick(screen.check_in.changed, Qt.Key.Key_2, ALT)
    assert [each.id for each in journal.evidence.of(active)] == [newest.id]
    assert screen.check_in.changed.text == ""
    row = screen.story.row(What.EVIDENCE)
    assert row is not None
    assert row.title == newest.title
    assert screen.evidence.places[1].title.text() == second.title
    assert toasts[-1][0] == f"Added as evidence: {newest.title}"
    toasts[-1][1]()
    assert journal.evidence.of(active) == []
    screen.renew()
    screen.evidence.places[0].add.click()
    assert [each.id for each in journal.evidence.of(active)] == [fitting.id]


def test_evidence_is_loosened_again(
    qtbot: QtBot, screen: GoalScreen, journal: Journal, active: UUID, toasts: Toasts
) -> None:
    episode = journal.episodes.add(Episode(date=journal.today(), title="Handed it over", goal_id=active))
    screen.arrive(active)
    choose(screen, What.EVIDENCE)
    qtbot.keyClick(screen.story.rows, Qt.Key.Key_Delete)
    assert journal.evidence.of(active) == []
    assert screen.evidence.places[0].title.text() == "Handed it over"
    toasts[-1][1]()
    assert [each.id for each in journal.evidence.of(active)] == [episode.id]


def test_one_key_is_never_two_things(
    qtbot: QtBot, screen: GoalScreen, journal: Journal, active: UUID
) -> None:
    """Lessons that fit have Alt 1 in the plan, episodes that may be evidence have it in the progress."""
    lesson = journal.lessons.add(Lesson(date=journal.today(), text="Ask in writing."), skills=["Planning"])
    (episode,) = episodes(journal, 1)
    screen.arrive(active)
    assert not screen.lessons.matching.isVisible()
    screen.plan.view.choice = "plan"
    assert screen.lessons.matching.isVisible()
    assert not screen.evidence.isVisible()
    screen.plan.wish.setFocus()
    qtbot.keyClick(screen.plan.wish, Qt.Key.Key_1, ALT)
    assert [each.id for each in journal.lessons.of_goal(active)] == [lesson.id]
    assert journal.evidence.of(active) == []
    screen.plan.view.choice = "progress"
    screen.check_in.changed.setFocus()
    qtbot.keyClick(screen.check_in.changed, Qt.Key.Key_1, ALT)
    assert [each.id for each in journal.evidence.of(active)] == [episode.id]


def test_a_check_in_is_not_moved_to_a_day_to_come(screen: GoalScreen, journal: Journal, active: UUID) -> None:
    look = CheckIn(goal_id=active, date=journal.today(), progress=20)
    journal.goals.check_in(look)
    screen.arrive(active)
    dialog = screen.correction.ask(look.id)
    dialog.fields.date.day = journal.today() + dt.timedelta(days=1)
    dialog.agree.click()
    assert "still to come" in dialog.fields.problem.text()
    assert journal.check_ins.get(look.id).date == journal.today()
    dialog.cancel.click()


def test_what_is_long_is_cut_between_words(screen: GoalScreen, journal: Journal, active: UUID) -> None:
    journal.episodes.add(
        Episode(date=journal.today(), title="A week", result="Twelve calls. " * 40, goal_id=active)
    )
    screen.arrive(active)
    row = screen.story.row(What.EVIDENCE)
    assert row is not None
    ((_, told),) = row.said
    assert len(told) <= EXCERPT
    assert told.endswith((" calls. …", " Twelve …"))
