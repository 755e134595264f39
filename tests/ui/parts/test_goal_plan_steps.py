"""The guided start: five steps, one at a time, by keyboard alone; nothing but the title is asked for."""

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from ui.goal_page import CONTROL, at, planning, press, tab_to, write
from workjournal.domain.goal import Goal, GoalState
from workjournal.domain.measure import Measure
from workjournal.domain.readiness import Concern
from workjournal.journal.journal import Journal
from workjournal.journal.preferences import GOAL_ALL_AT_ONCE
from workjournal.ui.parts.goal_plan import GoalPlan

LEFT = Qt.MouseButton.LeftButton
NEXT, BACK = (Qt.Key.Key_PageDown, CONTROL), (Qt.Key.Key_PageUp, CONTROL)


@pytest.fixture
def plan(qtbot: QtBot, journal: Journal) -> GoalPlan:
    journal.measures.save(Measure(name="Errors found late"))
    made = planning(qtbot, journal, Goal(title=""), journal)
    made.begin()
    made.title_.setFocus()
    return made


def fill_in_aim(plan: GoalPlan) -> None:
    """From the title to the button that goes on, which is pressed."""
    write("Chair the review")
    press(Qt.Key.Key_Return)
    assert at() is plan.why
    write("So that it is short")
    tab_to(plan.criterion)
    write("Done in an hour")
    tab_to(plan.due)
    write("2027-02-15")
    tab_to(plan.measure_id)
    press(Qt.Key.Key_Down)
    tab_to(plan.skill_names.line)
    write("Listening,")
    tab_to(plan.guide.next_step)
    press(Qt.Key.Key_Return)


def fill_in_stretch(plan: GoalPlan) -> None:
    assert at() is plan.challenges.button("new responsibility")
    tab_to(plan.challenges.button("high stakes"))
    press(Qt.Key.Key_Space)
    tab_to(plan.difficulty)
    press(Qt.Key.Key_Right, times=5)
    tab_to(plan.slack)
    press(Qt.Key.Key_Home)
    tab_to(plan.successes)
    press(Qt.Key.Key_Right)
    tab_to(plan.feedback_from)
    write("Ada")
    press(*NEXT)


def fill_in_obstacle_and_premortem(plan: GoalPlan) -> None:
    assert at() is plan.wish
    write("Calm")
    press(Qt.Key.Key_Return, CONTROL)
    assert at() is plan.premortem
    assert plan.guide.premortem_.premortem_label.text() == "It is 15 February 2027 and it failed. Why?"
    write("No agenda")
    tab_to(plan.prevention)
    write("Send it a day before")
    press(*NEXT)


def fill_in_odds(plan: GoalPlan) -> None:
    assert at() is plan.probability
    press(Qt.Key.Key_Right)
    tab_to(plan.reasons)
    write("Twice before")
    tab_to(plan.confidence_before)
    press(Qt.Key.Key_Right)
    tab_to(plan.rhythm_days)
    press(Qt.Key.Key_Down)
    tab_to(plan.guide.next_step)


def test_from_the_title_to_the_rhythm_by_keyboard_alone(
    qtbot: QtBot, plan: GoalPlan, journal: Journal
) -> None:
    fill_in_aim(plan)
    fill_in_stretch(plan)
    fill_in_obstacle_and_premortem(plan)
    fill_in_odds(plan)
    with qtbot.waitSignal(plan.passed):
        press(Qt.Key.Key_Return)
    goal = Goal(title="")
    plan.save(journal, goal)
    kept, (measure,) = journal.goals.get(goal.id), journal.measures.all()
    assert (kept.title, kept.why) == ("Chair the review", "So that it is short")
    assert (kept.criterion, str(kept.due), kept.measure_id) == ("Done in an hour", "2027-02-15", measure.id)
    assert [skill.name for skill in kept.skills] == ["Listening"]
    assert (kept.challenges, kept.feedback_from) == (["high stakes"], "Ada")
    assert (kept.difficulty, kept.slack, kept.successes) == (70, 0, 50)
    assert (kept.wish, kept.premortem, kept.prevention) == ("Calm", "No agenda", "Send it a day before")
    assert kept.forecast is not None
    assert (kept.forecast.probability, kept.forecast.reasons) == (50, "Twice before")
    assert (kept.confidence_before, kept.rhythm_days) == (50, 14)


def test_one_step_is_seen_at_a_time(plan: GoalPlan) -> None:
    for place in range(5):
        plan.show_step(place)
        assert [step.isVisible() for step in plan.guide.steps] == [at == place for at in range(5)]
        assert plan.guide.back_step.isVisible() == (place > 0)


def test_back_and_on_by_keys_and_no_further_than_the_ends(qtbot: QtBot, plan: GoalPlan) -> None:
    press(Qt.Key.Key_Return)
    press(*BACK)
    assert (plan.step(), at()) == (0, plan.why)
    for first in (plan.challenges.button("new responsibility"), plan.wish, plan.premortem, plan.probability):
        press(*NEXT)
        assert at() is first
    with qtbot.waitSignal(plan.passed):
        press(*NEXT)
    assert plan.step() == 4
    tab_to(plan.guide.back_step)
    press(Qt.Key.Key_Return)
    assert at() is plan.premortem


def test_a_page_key_in_a_date_still_steps_by_weeks_only(plan: GoalPlan) -> None:
    press(Qt.Key.Key_Return)
    tab_to(plan.due)
    write("2027-02-15")
    press(*NEXT)
    assert plan.step() == 1
    assert str(plan.due.day) == "2027-02-15"


def test_an_empty_step_can_be_skipped_and_filled_later(qtbot: QtBot, plan: GoalPlan) -> None:
    plan.show_step(2)
    assert plan.guide.skip_step.isVisible()
    qtbot.mouseClick(plan.guide.skip_step, LEFT)
    assert (plan.step(), plan.premortem.hasFocus()) == (3, True)
    buttons = plan.guide.bar.buttons
    assert buttons[2].accessibleName() == "Step 3 of 5: Obstacle, still open"
    buttons[2].setFocus()
    press(Qt.Key.Key_Return)
    assert at() is plan.wish
    write("Calm")
    assert buttons[2].accessibleName() == "Step 3 of 5: Obstacle, filled"
    assert not plan.guide.skip_step.isVisible()


def test_the_rhythm_alone_fills_no_step(plan: GoalPlan) -> None:
    plan.rhythm_days.choice = 30
    assert not plan.guide.bar.buttons[4].is_filled()
    plan.confidence_before.rating = 10
    assert plan.guide.bar.buttons[4].is_filled()


def test_one_comes_back_to_where_nothing_is_filled_in(qtbot: QtBot, journal: Journal) -> None:
    goal = journal.goals.add(Goal(title="Chair it", why="For Ada", difficulty=30))
    plan = planning(qtbot, journal, journal.goals.get(goal.id), journal)
    plan.begin()
    assert plan.step() == 2
    plan.show_values({"wish": "a", "premortem": "b", "probability": 5})
    plan.begin()
    assert plan.step() == 0


def test_after_the_first_step_alone_it_can_start(plan: GoalPlan, journal: Journal) -> None:
    write("Chair the review")
    goal = Goal(title="")
    plan.save(journal, goal)
    assert journal.goals.start(goal.id, journal.today()).state is GoalState.ACTIVE


def test_all_at_once_is_remembered(qtbot: QtBot, plan: GoalPlan, journal: Journal) -> None:
    plan.guide.all_at_once.setFocus()
    press(Qt.Key.Key_Space)
    assert all(step.isVisible() for step in plan.guide.steps)
    assert not plan.guide.next_step.isVisible()
    assert not any(button.isChecked() for button in plan.guide.bar.buttons)
    assert journal.preferences.get(GOAL_ALL_AT_ONCE) == "yes"
    again = planning(qtbot, journal, Goal(title=""), journal)
    assert again.reasons.isVisible()
    again.guide.all_at_once.click()
    assert not again.reasons.isVisible()
    assert journal.preferences.get(GOAL_ALL_AT_ONCE) == ""


def test_with_all_in_sight_the_keys_go_from_where_one_is(plan: GoalPlan) -> None:
    plan.guide.all_at_once.click()
    plan.obstacle.setFocus()
    press(*NEXT)
    assert at() is plan.premortem
    press(*BACK)
    assert at() is plan.wish
    assert plan.why.isVisible()


def test_concerns_are_said_while_typing_and_stand_in_no_way(plan: GoalPlan, journal: Journal) -> None:
    plan.title_.setText("Chair it")
    plan.show_step(1, focus=True)
    plan.difficulty.rating = 55
    plan.slack.rating = plan.successes.rating = 35
    assert plan.concerns.said() == []
    assert not plan.concerns.isVisible()
    plan.difficulty.rating = 60
    assert plan.concerns.said() == [Concern.NO_FEEDBACK, Concern.LITTLE_SLACK, Concern.FEW_SUCCESSES]
    assert plan.concerns.isVisible()
    tab_to(plan.feedback_from)
    write("A")
    plan.slack.rating = 40
    assert plan.concerns.said() == [Concern.FEW_SUCCESSES]
    goal = Goal(title="")
    plan.save(journal, goal)
    assert journal.goals.get(goal.id).concerns() == (Concern.FEW_SUCCESSES,)
    assert journal.goals.start(goal.id, journal.today()).state is GoalState.ACTIVE


@pytest.mark.parametrize(
    ("concern", "source"),
    [
        (Concern.NO_FEEDBACK, "DeRue & Wellman 2009"),
        (Concern.LITTLE_SLACK, "Sitkin et al. 2011"),
        (Concern.FEW_SUCCESSES, "Sitkin et al. 2011"),
    ],
)
def test_each_concern_names_its_source(plan: GoalPlan, concern: Concern, source: str) -> None:
    line = plan.concerns.line(concern)
    plan.concerns.say([concern])
    assert source in line.toolTip()
    assert source in line.accessibleDescription()
    assert plan.concerns.sources.text() == line.toolTip()


def test_how_the_last_goals_ended_helps_to_judge(qtbot: QtBot, journal: Journal) -> None:
    ends = [GoalState.MISSED, GoalState.ACHIEVED, GoalState.PARTLY, GoalState.ABANDONED]
    for number, end in enumerate(ends):
        goal = journal.goals.add(Goal(title=f"Goal {number}"))
        journal.goals.start(goal.id, journal.today())
        journal.goals.close(goal.id, end, journal.today(), reason="Moved on")
    plan = planning(qtbot, journal, Goal(title=""), journal)
    plan.show_step(1)
    hint = plan.guide.stretch.endings
    assert hint.isVisible()
    assert hint.text() == "Closed last: Goal 3 (Abandoned) · Goal 2 (Partly achieved) · Goal 1 (Achieved)"


def test_without_a_closed_goal_there_is_no_such_hint(plan: GoalPlan) -> None:
    plan.show_step(1)
    assert not plan.guide.stretch.endings.isVisible()


def test_while_it_runs_the_keys_lead_nowhere(qtbot: QtBot, plan: GoalPlan, journal: Journal) -> None:
    goal = journal.goals.add(Goal(title="Chair it"))
    plan.show_goal(journal.goals.start(goal.id, journal.today()), journal.today())
    plan.why.setFocus()
    press(*NEXT)
    assert at() is plan.why
