"""The turns of a goal: forecast anew, closed, looked back on; and a forecast that was changed behind the program's back."""

import datetime as dt
from collections.abc import Callable
from uuid import UUID

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot
from sqlalchemy import text

from conftest import Clock
from ui import asking
from ui.goal_screen import shown, started, told
from workjournal.domain.goal import Goal, GoalState
from workjournal.domain.lesson import Lesson
from workjournal.domain.reflection import Reflection
from workjournal.journal.journal import Journal
from workjournal.ui.dialogs.close_goal import CloseGoalDialog
from workjournal.ui.dialogs.revise_forecast import ReviseForecastDialog
from workjournal.ui.parts.goal_marks import What
from workjournal.ui.places import New
from workjournal.ui.screens.goal import GoalScreen

LEFT = Qt.MouseButton.LeftButton
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


def closing(screen: GoalScreen, goal_id: UUID) -> CloseGoalDialog:
    screen.arrive(goal_id)
    screen.close_goal.click()
    return asking.asked(CloseGoalDialog)


def changed_by_sql(journal: Journal, probability: int) -> None:
    """What somebody does who has the passphrase and a tool for databases."""
    with journal._store.writing() as session:
        session.execute(text("UPDATE forecast SET probability = :value"), {"value": probability})


def test_a_forecast_changed_by_sql_is_shown_as_broken(
    screen: GoalScreen, journal: Journal, active: UUID
) -> None:
    screen.arrive(active)
    assert screen.plan.intact_chip.text() == "Intact"
    changed_by_sql(journal, 90)
    screen.arrive(active)
    assert screen.plan.intact_chip.isVisible()
    assert screen.plan.intact_chip.text() == "Seal broken"
    row = screen.story.row(What.START)
    assert row is not None
    assert row.chip is not None
    assert row.chip.text == "Seal broken"
    screen.plan.revise.click()
    dialog = asking.asked(ReviseForecastDialog)
    assert dialog.seal_chip.text() == "Seal broken"
    dialog.reject()


def test_a_broken_forecast_does_not_count_when_the_goal_is_closed(
    screen: GoalScreen, journal: Journal, active: UUID
) -> None:
    changed_by_sql(journal, 90)
    journal.goals.close(active, GoalState.ACHIEVED, journal.today())
    screen.arrive(active)
    assert screen.result.came_true.text() == (
        "The seal of the forecast is broken: it does not count for your calibration."
    )


def test_a_revision_stands_beside_the_first(
    qtbot: QtBot, screen: GoalScreen, journal: Journal, active: UUID
) -> None:
    screen.arrive(active)
    qtbot.mouseClick(screen.plan.revise, LEFT)
    dialog = asking.asked(ReviseForecastDialog)
    assert (dialog.figure.text(), dialog.seal_chip.text()) == ("65 %", "Intact")
    assert dialog.said.text() == "Priya wants it."
    assert not dialog.agree.isEnabled()
    qtbot.keyClick(dialog.probability, Qt.Key.Key_Left)
    qtbot.keyClicks(dialog.reasons, "Jonas left")
    dialog.agree.click()
    goal = journal.goals.get(active)
    assert [each.probability for each in goal.forecasts] == [65, 50]
    assert goal.revisions[0].reasons == "Jonas left"
    assert all(each.is_intact() for each in goal.forecasts)
    assert told(screen)[0] == "Forecast anew: 50 %"
    assert screen.plan.figure.text() == "65 %"
    assert journal.drafts.all() == []


def test_a_revision_in_the_making_comes_back(
    qtbot: QtBot, screen: GoalScreen, journal: Journal, active: UUID
) -> None:
    screen.arrive(active)
    screen.plan.revise.click()
    dialog = asking.asked(ReviseForecastDialog)
    dialog.probability.rating = 30
    qtbot.keyClicks(dialog.reasons, "Half a rea")
    dialog.close()
    assert len(journal.goals.get(active).forecasts) == 1
    screen.plan.revise.click()
    again = asking.asked(ReviseForecastDialog)
    assert (again.probability.rating, again.reasons.text) == (30, "Half a rea")
    assert again.agree.isEnabled()
    again.cancel.click()
    assert journal.drafts.all() == []


def test_giving_up_needs_a_reason(qtbot: QtBot, screen: GoalScreen, journal: Journal, active: UUID) -> None:
    dialog = closing(screen, active)
    assert not dialog.agree.isEnabled()
    qtbot.keyClick(dialog.state.button(GoalState.ABANDONED), Qt.Key.Key_Space)
    assert not dialog.agree.isEnabled()
    qtbot.keyClicks(dialog.reason, "The project was stopped")
    dialog.confidence_after.rating = 70
    dialog.confidence_really_before.rating = 25
    dialog.agree.click()
    goal = journal.goals.get(active)
    assert (goal.state, goal.reason) == (GoalState.ABANDONED, "The project was stopped")
    assert (goal.confidence_after, goal.confidence_really_before) == (70, 25)
    assert screen.result.isVisible()
    assert (screen.result.before.text(), screen.result.really_before.text()) == ("40", "25")
    assert screen.plan.wish.isReadOnly()
    assert not screen.close_goal.isVisible()


def test_it_says_what_counts_as_reached(screen: GoalScreen, active: UUID) -> None:
    dialog = closing(screen, active)
    assert dialog.counts.text() == (
        "For your calibration only “achieved” by 28 Jan 2027 counts as reached. "
        "Partly, missed, abandoned and overdue count as not reached."
    )
    dialog.reject()


def test_it_ended_today_or_earlier_but_not_before_its_start(
    screen: GoalScreen, journal: Journal, active: UUID, clock: Clock
) -> None:
    start = journal.today()
    clock.forward(days=20)
    dialog = closing(screen, active)
    dialog.state.choice = GoalState.ACHIEVED
    assert dialog.day.day == journal.today()
    assert dialog.agree.isEnabled()
    for wrong in (journal.today() + dt.timedelta(days=1), start - dt.timedelta(days=1), None):
        dialog.day.day = wrong
        assert not dialog.agree.isEnabled()
        assert dialog.needed.text()
    dialog.day.day = start + dt.timedelta(days=6)
    dialog.agree.click()
    assert journal.goals.get(active).closed == start + dt.timedelta(days=6)


def test_closing_leads_into_a_full_review_and_can_be_undone(
    screen: GoalScreen, journal: Journal, active: UUID, asked: list[tuple[str, object]], toasts: Toasts
) -> None:
    dialog = closing(screen, active)
    dialog.state.choice = GoalState.MISSED
    dialog.agree.click()
    assert asked == [("reflection", New(about=active))]
    assert toasts[-1][0] == "Goal closed"
    toasts[-1][1]()
    screen.renew()
    assert journal.goals.get(active).state is GoalState.ACTIVE
    assert screen.check_in.isVisible()
    assert not screen.result.isVisible()


def test_a_begun_check_in_is_not_lost_by_closing(
    qtbot: QtBot, screen: GoalScreen, journal: Journal, active: UUID
) -> None:
    screen.arrive(active)
    qtbot.keyClicks(screen.check_in.changed, "Nearly there")
    qtbot.mouseClick(screen.close_goal, LEFT)
    assert not asking.is_asked(CloseGoalDialog)
    assert "Check in or clear" in screen.check_in.problem.text()
    assert journal.goals.get(active).state is GoalState.ACTIVE


@pytest.mark.parametrize(
    ("state", "days", "said"),
    [
        (GoalState.ACHIEVED, 6, "Forecast 65 %, and it came true: reached by 28 Jan 2027."),
        (GoalState.ACHIEVED, 80, "Forecast 65 %, and it did not come true: not reached by 28 Jan 2027."),
        (GoalState.PARTLY, 6, "Forecast 65 %, and it did not come true: not reached by 28 Jan 2027."),
        (GoalState.ABANDONED, 6, "Forecast 65 %, and it did not come true: not reached by 28 Jan 2027."),
    ],
)
def test_a_closed_goal_says_whether_its_forecast_came_true(
    screen: GoalScreen, journal: Journal, active: UUID, state: GoalState, days: int, said: str
) -> None:
    day = journal.today() + dt.timedelta(days=days)
    journal.goals.close(active, state, day, reason="It was stopped")
    screen.arrive(active)
    assert screen.result.came_true.text() == said


def test_without_a_forecast_there_is_none_to_judge(screen: GoalScreen, journal: Journal) -> None:
    goal_id = started(journal, probability=None)
    journal.goals.close(goal_id, GoalState.ACHIEVED, journal.today())
    screen.arrive(goal_id)
    assert screen.result.came_true.text().startswith("There was no sealed forecast")


def test_a_plan_that_was_given_up_says_so_and_nothing_of_a_start(
    screen: GoalScreen, journal: Journal
) -> None:
    goal = journal.goals.add(Goal(title="Chair the review"))
    journal.goals.close(goal.id, GoalState.ABANDONED, journal.today(), reason="No time")
    screen.arrive(goal.id)
    assert told(screen) == ["Closed: abandoned"]


def test_the_page_of_a_closed_goal_leads_to_its_review_and_its_lessons(
    qtbot: QtBot, screen: GoalScreen, journal: Journal, active: UUID, asked: list[tuple[str, object]]
) -> None:
    built_on = journal.lessons.add(Lesson(date=journal.today(), text="Ask first."))
    journal.lessons.take_into(built_on.id, active)
    journal.goals.close(active, GoalState.ACHIEVED, journal.today())
    screen.arrive(active)
    review = screen.running.review
    assert review.write.text() == "Write the review"
    assert not review.lessons.isVisible()
    review.write.click()
    assert asked.pop() == ("reflection", New(about=active))
    journal.drafts.keep(f"reflection:{active}", {"answers": {"why": "Half"}})
    screen.renew()
    assert review.write.text() == "Go on with the review"
    journal.drafts.drop(f"reflection:{active}")
    lesson = Lesson(date=journal.today(), text="Ask in writing.")
    look_back = Reflection(date=journal.today(), method="aar-full", answers={"why": "x"}, goal_id=active)
    journal.reflections.keep(look_back, lessons=[lesson])
    screen.renew()
    assert not review.write.isVisible()
    assert [row.id for row in review.lessons.rows()] == [lesson.id]
    review.reviews.choose(look_back.id)
    qtbot.keyClick(review.reviews, Qt.Key.Key_Return)
    review.lessons.choose(lesson.id)
    qtbot.keyClick(review.lessons, Qt.Key.Key_Return)
    assert asked == [("reflection", look_back.id), ("lessons", lesson.id)]
    assert screen.lessons.isVisible()
    assert len(screen.lessons.cards) == 1


def test_a_look_back_while_it_ran_is_not_its_review(
    screen: GoalScreen, journal: Journal, active: UUID, clock: Clock
) -> None:
    early = Reflection(date=journal.today(), method="aar-short", answers={"why": "x"}, goal_id=active)
    journal.reflections.keep(early)
    clock.forward(days=3)
    journal.goals.close(active, GoalState.ACHIEVED, journal.today())
    screen.arrive(active)
    assert screen.running.review.write.isVisible()
    assert screen.running.review.reviews.rows() == []
    assert screen.story.row(What.REFLECTION) is not None


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
