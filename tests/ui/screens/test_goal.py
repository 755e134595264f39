"""One stretch goal: planned, started, checked in on, closed."""

import datetime as dt
from uuid import UUID

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from conftest import Clock
from ui.showing import on_screen
from workjournal.domain.entity import Audience
from workjournal.domain.episode import Episode
from workjournal.domain.goal import CheckIn, Goal, GoalState
from workjournal.journal.journal import Journal
from workjournal.ui.dialogs.close_goal import CloseGoalDialog
from workjournal.ui.dialogs.confirm import ConfirmDialog
from workjournal.ui.places import New
from workjournal.ui.screens.goal import GoalScreen
from workjournal.ui.widgets.row_list import Row

LEFT = Qt.MouseButton.LeftButton


def shown(qtbot: QtBot, journal: Journal) -> GoalScreen:
    screen = on_screen(qtbot, GoalScreen(journal))
    screen.renew()
    return screen


@pytest.fixture
def screen(qtbot: QtBot, journal: Journal) -> GoalScreen:
    return shown(qtbot, journal)


@pytest.fixture
def active(journal: Journal) -> UUID:
    goal = Goal(title="Lead Q1 planning", confidence_before=40, due=journal.today() + dt.timedelta(weeks=10))
    journal.goals.plan(goal, probability=65, reasons="Priya wants it.")
    return journal.goals.start(goal.id, journal.today()).id


def dialog(kind: type[ConfirmDialog] | type[CloseGoalDialog]) -> ConfirmDialog | CloseGoalDialog:
    (found,) = [one for one in QApplication.topLevelWidgets() if isinstance(one, kind) and one.isVisible()]
    assert isinstance(found, ConfirmDialog | CloseGoalDialog)
    return found


def test_plans_by_keyboard_and_saves_on_leaving(qtbot: QtBot, screen: GoalScreen, journal: Journal) -> None:
    screen.arrive(New())
    assert screen.plan.title_.hasFocus()
    qtbot.keyClicks(screen.plan.title_, "Lead Q1 planning")
    qtbot.keyClicks(screen.plan.criterion, "Agreed by 15 January")
    qtbot.keyClick(screen.plan.challenges.button("high stakes"), Qt.Key.Key_Space)
    qtbot.keyClick(screen.plan.probability, Qt.Key.Key_Right)
    qtbot.keyClicks(screen.plan.reasons, "Jonas has time")
    qtbot.keyClicks(screen.plan.skill_names.line, "Delegation,")
    qtbot.keyClick(screen.plan.audiences.box(Audience.MANAGER), Qt.Key.Key_Space)
    screen.leave()
    (goal,) = journal.goals.all()
    assert (goal.title, goal.criterion) == ("Lead Q1 planning", "Agreed by 15 January")
    assert goal.challenges == ["high stakes"]
    assert goal.forecast is not None
    assert (goal.forecast.probability, goal.forecast.reasons) == (50, "Jonas has time")
    assert [skill.name for skill in goal.skills] == ["Delegation"]
    assert goal.audiences == {Audience.MANAGER}
    assert journal.drafts.all() == []


def test_a_page_left_blank_leaves_nothing(screen: GoalScreen, journal: Journal) -> None:
    screen.arrive(New())
    screen.leave()
    assert journal.goals.all() == []
    assert journal.drafts.all() == []


def test_without_a_title_it_stays_a_draft_and_comes_back(
    qtbot: QtBot, screen: GoalScreen, journal: Journal
) -> None:
    screen.arrive(New())
    qtbot.keyClicks(screen.plan.why, "The team waits for me")
    screen.plan.due.day = dt.date(2027, 1, 15)
    screen.leave()
    assert journal.goals.all() == []
    assert "title" in screen.plan.problem.text()
    other = shown(qtbot, journal)
    other.arrive(New())
    assert other.plan.why.text == "The team waits for me"
    assert other.plan.due.day == dt.date(2027, 1, 15)


def test_typing_is_kept_as_a_draft(qtbot: QtBot, screen: GoalScreen, journal: Journal, active: UUID) -> None:
    screen.arrive(active)
    screen.plan.view.choice = "plan"
    qtbot.keyClicks(screen.plan.obstacle, "I correct it first")
    screen.autosave.flush()
    assert screen.saved.text().startswith("Saved")
    other = shown(qtbot, journal)
    other.arrive(active)
    assert other.plan.obstacle.text == "I correct it first"


def test_reasons_need_a_number_and_nothing_is_half_saved(
    qtbot: QtBot, screen: GoalScreen, journal: Journal
) -> None:
    screen.arrive(New())
    qtbot.keyClicks(screen.plan.title_, "Lead Q1 planning")
    qtbot.keyClicks(screen.plan.reasons, "A feeling")
    screen.leave()
    assert "probability" in screen.plan.problem.text()
    assert journal.goals.all() == []
    screen.plan.probability.rating = 30
    screen.leave()
    assert len(journal.goals.all()) == 1


def test_refresh_leaves_what_is_being_typed(
    qtbot: QtBot, screen: GoalScreen, journal: Journal, active: UUID
) -> None:
    screen.arrive(active)
    qtbot.keyClicks(screen.check_in.changed, "Half a sen")
    journal.goals.check_in(CheckIn(goal_id=active, date=journal.today(), progress=10))
    screen.refresh()
    assert screen.check_in.changed.text == "Half a sen"
    assert len(screen.progress.check_ins.rows()) == 1
    screen.plan.view.choice = "plan"
    qtbot.keyClicks(screen.plan.wish, "A quiet Jan")
    screen.refresh()
    assert screen.plan.wish.text == "A quiet Jan"


def test_hard_without_feedback_is_told_gently(qtbot: QtBot, screen: GoalScreen) -> None:
    screen.arrive(New())
    screen.plan.difficulty.rating = 55
    assert not screen.plan.feedback_note.isVisible()
    screen.plan.difficulty.rating = 60
    assert screen.plan.feedback_note.isVisible()
    qtbot.keyClicks(screen.plan.feedback_from, "Aiko")
    assert not screen.plan.feedback_note.isVisible()


def test_starts_after_saying_that_the_forecast_is_sealed(
    qtbot: QtBot, screen: GoalScreen, journal: Journal
) -> None:
    screen.arrive(New())
    qtbot.keyClicks(screen.plan.title_, "Lead Q1 planning")
    screen.plan.probability.rating = 65
    qtbot.mouseClick(screen.start, LEFT)
    asked = dialog(ConfirmDialog)
    assert "65 %" in asked.accessibleDescription()
    assert journal.goals.all()[0].state is GoalState.PLANNED
    asked.agree.click()
    (goal,) = journal.goals.all()
    assert goal.state is GoalState.ACTIVE
    assert goal.forecast is not None
    assert goal.forecast.sealed_at is not None
    assert screen.plan.intact_chip.text() == "Intact"
    assert screen.plan.figure.text() == "65 %"
    assert not screen.plan.probability.isVisible()
    assert screen.check_in.isVisible()


def test_a_goal_without_a_title_does_not_start(qtbot: QtBot, screen: GoalScreen, journal: Journal) -> None:
    screen.arrive(New())
    qtbot.mouseClick(screen.start, LEFT)
    assert "title" in screen.plan.problem.text()
    assert journal.goals.all() == []


def test_a_broken_seal_is_shown(screen: GoalScreen, journal: Journal, active: UUID) -> None:
    goal = journal.goals.get(active)
    assert goal.forecast is not None
    goal.forecast.probability = 90
    journal.goals.save(goal)
    screen.arrive(active)
    assert screen.plan.intact_chip.text() == "Seal broken"


def test_checks_in_by_keyboard(
    qtbot: QtBot, screen: GoalScreen, journal: Journal, active: UUID, clock: Clock
) -> None:
    clock.forward(days=7)
    screen.arrive(active)
    assert screen.check_in.due_chip.text() == "Check-in due"
    assert screen.check_in.progress.hasFocus()
    qtbot.keyClick(screen.check_in.progress, Qt.Key.Key_Right)
    qtbot.keyClicks(screen.check_in.changed, "Priya owns the draft")
    qtbot.keyClicks(screen.check_in.measure_value, "12.5")
    qtbot.keyClick(screen.check_in.changed, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: bool(journal.goals.get(active).check_ins))
    (kept,) = journal.goals.get(active).check_ins
    assert (kept.progress, kept.confidence, kept.measure_value) == (50, None, 12.5)
    assert kept.changed == "Priya owns the draft"
    assert kept.date == journal.today()
    assert screen.check_in.changed.text == ""
    assert not screen.check_in.due_chip.isVisible()
    assert "Progress 50" in screen.progress.check_ins.rows()[0].spoken()


def test_a_check_in_in_the_making_is_a_draft_of_its_own(
    qtbot: QtBot, screen: GoalScreen, journal: Journal, active: UUID
) -> None:
    screen.arrive(active)
    qtbot.keyClicks(screen.check_in.help_needed, "An introduction to Lena")
    screen.leave()
    assert [draft.place for draft in journal.drafts.all()] == [f"checkin:{active}"]
    screen.arrive(New())
    screen.arrive(active)
    assert screen.check_in.help_needed.text == "An introduction to Lena"


def test_what_is_wrong_with_a_check_in_is_said_in_the_card(
    qtbot: QtBot, screen: GoalScreen, active: UUID
) -> None:
    screen.arrive(active)
    qtbot.mouseClick(screen.check_in.give, LEFT)
    assert "Give progress" in screen.check_in.problem.text()
    qtbot.keyClicks(screen.check_in.measure_value, "much")
    qtbot.mouseClick(screen.check_in.give, LEFT)
    assert "number" in screen.check_in.problem.text()


def test_evidence_opens_its_episode(qtbot: QtBot, screen: GoalScreen, journal: Journal, active: UUID) -> None:
    episode = journal.episodes.add(Episode(date=journal.today(), title="Handed it over", goal_id=active))
    asked: list[tuple[str, object]] = []
    screen.go.connect(lambda name, what: asked.append((name, what)))
    screen.arrive(active)
    (row,) = screen.progress.evidence.rows()
    assert isinstance(row, Row)
    assert row.title == "Handed it over"
    screen.progress.evidence.choose(row.id)
    qtbot.keyClick(screen.progress.evidence, Qt.Key.Key_Return)
    assert asked == [("episode", episode.id)]


def test_giving_up_needs_a_reason(qtbot: QtBot, screen: GoalScreen, journal: Journal, active: UUID) -> None:
    screen.arrive(active)
    qtbot.mouseClick(screen.close_goal, LEFT)
    asked = dialog(CloseGoalDialog)
    assert isinstance(asked, CloseGoalDialog)
    assert not asked.agree.isEnabled()
    qtbot.keyClick(asked.state.button(GoalState.ABANDONED), Qt.Key.Key_Space)
    assert not asked.agree.isEnabled()
    qtbot.keyClicks(asked.reason, "The project was stopped")
    asked.confidence_after.rating = 70
    asked.confidence_really_before.rating = 25
    asked.agree.click()
    goal = journal.goals.get(active)
    assert (goal.state, goal.reason) == (GoalState.ABANDONED, "The project was stopped")
    assert (goal.confidence_after, goal.confidence_really_before) == (70, 25)
    assert screen.result.isVisible()
    assert (screen.result.before.text(), screen.result.really_before.text()) == ("40", "25")
    assert screen.plan.wish.isReadOnly()
    assert not screen.close_goal.isVisible()


def test_a_begun_check_in_is_not_lost_by_closing(
    qtbot: QtBot, screen: GoalScreen, journal: Journal, active: UUID
) -> None:
    screen.arrive(active)
    qtbot.keyClicks(screen.check_in.changed, "Nearly there")
    qtbot.mouseClick(screen.close_goal, LEFT)
    assert "Check in or clear" in screen.check_in.problem.text()
    assert journal.goals.get(active).state is GoalState.ACTIVE


def test_a_closed_goal_shows_only_what_there_is(screen: GoalScreen, journal: Journal, active: UUID) -> None:
    goal = journal.goals.get(active)
    goal.why = "So that the team decides"
    journal.goals.save(goal)
    journal.goals.close(active, GoalState.ACHIEVED, journal.today())
    screen.arrive(active)
    screen.plan.view.choice = "plan"
    assert screen.plan.why.isVisible()
    assert screen.plan.why.isReadOnly()
    assert not screen.plan.performance.isVisible()
    assert not screen.plan.challenges.isVisible()
    screen.arrive(New())
    assert screen.plan.performance.isVisible()
    assert not screen.plan.why.isReadOnly()


def test_trash_goes_back_to_the_list_and_can_be_undone(
    qtbot: QtBot, screen: GoalScreen, journal: Journal, active: UUID
) -> None:
    asked, undo = [], []
    screen.go.connect(lambda name, _what: asked.append(name))
    screen.toast.connect(lambda _text, back: undo.append(back))
    screen.arrive(active)
    qtbot.mouseClick(screen.trash, LEFT)
    assert (asked, journal.goals.all()) == (["goals"], [])
    undo[0]()
    assert len(journal.goals.all()) == 1


def test_tab_follows_reading_order(screen: GoalScreen, active: UUID) -> None:
    screen.arrive(active)
    stops = [screen.plan.title_, screen.check_in.progress, screen.check_in.give, screen.progress.evidence]
    stops += [screen.plan.criterion, screen.plan.challenges.button("mixed team"), screen.plan.difficulty]
    stops += [screen.plan.due, screen.plan.audiences.box(Audience.NEXT_JOB)]
    chained: list[object] = [screen.plan.title_]
    following = screen.plan.title_.nextInFocusChain()
    while following is not None and following is not screen.plan.title_:
        chained.append(following)
        following = following.nextInFocusChain()
    places = [chained.index(stop) for stop in stops]
    assert places == sorted(places)
