"""The plan of a goal: what goes into it comes out again, in the shape its state asks for."""

import datetime as dt
from uuid import uuid4

import pytest
from pytestqt.qtbot import QtBot

from conftest import Clock
from ui.goal_page import planning
from workjournal.domain.entity import Audience
from workjournal.domain.goal import Goal, GoalState
from workjournal.domain.measure import Measure
from workjournal.journal.journal import Journal
from workjournal.ui.parts.goal_plan import FIELDS, OF_GOAL, TEXTS, GoalPlan

DUE = dt.date(2027, 2, 15)


@pytest.fixture
def measure(journal: Journal) -> Measure:
    return journal.measures.save(Measure(name="Errors found late", unit="a month"))


@pytest.fixture
def whole(measure: Measure) -> Goal:
    """A goal with something in every field of its plan."""
    goal = Goal(title="Chair the review", due=DUE, rhythm_days=10)
    for name in (*TEXTS, "feedback_from"):
        setattr(goal, name, f"Words on {name}")
    goal.difficulty, goal.slack, goal.successes, goal.confidence_before = 70, 35, 60, 45
    goal.challenges, goal.measure_id = ["high stakes"], measure.id
    goal.audiences = frozenset({Audience.MANAGER})
    return goal


def shown(qtbot: QtBot, journal: Journal, goal: Goal) -> GoalPlan:
    return planning(qtbot, journal, goal, journal)


def test_every_field_is_saved_as_it_was_shown(qtbot: QtBot, journal: Journal, whole: Goal) -> None:
    journal.goals.plan(whole, skills=["Listening"], probability=55, reasons="Two went well.")
    plan = shown(qtbot, journal, journal.goals.get(whole.id))
    copied = Goal(title="")
    plan.save(journal, copied)
    kept = journal.goals.get(copied.id)
    assert {name: getattr(kept, name) for name in OF_GOAL} == {name: getattr(whole, name) for name in OF_GOAL}
    assert [skill.name for skill in kept.skills] == ["Listening"]
    assert kept.forecast is not None
    assert (kept.forecast.probability, kept.forecast.reasons) == (55, "Two went well.")


def test_a_draft_holds_every_field(qtbot: QtBot, journal: Journal, whole: Goal) -> None:
    journal.goals.plan(whole, skills=["Listening"], probability=55, reasons="Two went well.")
    plan = shown(qtbot, journal, journal.goals.get(whole.id))
    journal.drafts.keep("goal:new", plan.values())
    draft = journal.drafts.find("goal:new")
    assert draft is not None
    assert set(draft.fields) == set(FIELDS)
    other = shown(qtbot, journal, Goal(title=""))
    other.show_values(draft.fields)
    assert other.values() == plan.values()
    assert other.measure_id.choice == whole.measure_id
    assert other.rhythm_days.currentText() == "Every 10 days"


def test_a_draft_of_an_older_program_still_loads(qtbot: QtBot, journal: Journal, whole: Goal) -> None:
    journal.goals.add(whole)
    plan = shown(qtbot, journal, journal.goals.get(whole.id))
    old = {"title": "Chair it", "why": "For Ada", "due": None, "difficulty": 20, "audiences": ["next-job"]}
    plan.show_values({**old, "nothing_known": 1})
    assert (plan.title_.text(), plan.why.text, plan.due.day) == ("Chair it", "For Ada", None)
    assert (plan.slack.rating, plan.prevention.text) == (35, "Words on prevention")
    assert (plan.rhythm_days.choice, plan.measure_id.choice) == (10, whole.measure_id)


def test_a_draft_may_name_a_measure_that_is_no_more(qtbot: QtBot, journal: Journal) -> None:
    plan = shown(qtbot, journal, Goal(title=""))
    plan.show_values({"title": "Chair it", "measure_id": str(uuid4())})
    assert plan.measure_id.choice is None


def test_measures_are_chosen_by_name(qtbot: QtBot, journal: Journal, measure: Measure) -> None:
    plan = shown(qtbot, journal, Goal(title="Chair it"))
    box = plan.measure_id
    assert [box.itemText(row) for row in range(box.count())] == ["No measure", "Errors found late"]
    assert box.choice is None
    box.setCurrentIndex(1)
    goal = Goal(title="Chair it")
    plan.save(journal, goal)
    assert journal.goals.get(goal.id).measure_id == measure.id


def test_a_measure_in_the_trash_stays_that_of_its_goal(
    qtbot: QtBot, journal: Journal, whole: Goal, measure: Measure
) -> None:
    journal.goals.add(whole)
    journal.measures.trash(measure.id)
    goal = journal.goals.get(whole.id)
    plan = shown(qtbot, journal, goal)
    plan.why.text = "Other words"
    plan.save(journal, goal)
    assert journal.goals.get(whole.id).measure_id == measure.id
    other = shown(qtbot, journal, Goal(title=""))
    assert measure.id not in other.measure_id.values()


def test_without_a_journal_it_plans_too(qtbot: QtBot, journal: Journal) -> None:
    plan = planning(qtbot, None, Goal(title="Chair it"), journal)
    plan.guide.all_at_once.click()
    assert plan.reasons.isVisible()
    assert plan.values()["rhythm_days"] == 7
    assert plan.guide.stretch.endings.isHidden()


def test_a_running_goal_is_one_page_and_its_rhythm_can_change(
    qtbot: QtBot, journal: Journal, whole: Goal
) -> None:
    whole.conditions = ""
    journal.goals.plan(whole, probability=55)
    goal = journal.goals.start(whole.id, journal.today())
    plan = shown(qtbot, journal, goal)
    assert not plan.guide.bar.isVisible()
    assert not plan.guide.next_step.isVisible()
    for field in (plan.why, plan.slack, plan.successes, plan.obstacle, plan.prevention, plan.rhythm_days):
        assert field.isVisible(), field.objectName()
        assert field.isEnabled(), field.objectName()
    assert not plan.probability.isVisible()
    assert not plan.confidence_before.isEnabled()
    assert plan.conditions.isVisible()
    assert not plan.guide.odds.rhythm_source.isVisible()
    plan.rhythm_days.choice = 14
    plan.save(journal, goal)
    assert journal.goals.get(whole.id).rhythm_days == 14


def test_what_a_running_goal_lacks_takes_little_room(qtbot: QtBot, journal: Journal) -> None:
    goal = journal.goals.add(Goal(title="Chair it"))
    plan = shown(qtbot, journal, journal.goals.get(goal.id))
    before = plan.why.sizeHint().height()
    plan.show_goal(journal.goals.start(goal.id, journal.today()), journal.today())
    assert plan.why.sizeHint().height() < before
    assert not plan.confidence_before.isVisible()


def test_a_closed_goal_shows_what_there_is_as_text(
    qtbot: QtBot, journal: Journal, whole: Goal, clock: Clock
) -> None:
    whole.wish, whole.slack = "", None
    journal.goals.plan(whole, probability=55)
    journal.goals.start(whole.id, journal.today())
    plan = shown(qtbot, journal, journal.goals.get(whole.id))
    clock.forward(days=20)
    closed = journal.goals.close(whole.id, GoalState.PARTLY, journal.today())
    plan.show_goal(closed, journal.today())
    assert plan.prevention.isVisible()
    assert plan.prevention.isReadOnly()
    assert plan.prevention.frameWidth() == 0
    assert plan.successes.isVisible()
    assert not plan.successes.isEnabled()
    for field in (plan.wish, plan.slack, plan.rhythm_days, plan.probability):
        assert not field.isVisible(), field.objectName()
    assert plan.concerns.said() == []


def test_a_closed_goal_without_a_plan_has_no_cards(qtbot: QtBot, journal: Journal) -> None:
    goal = journal.goals.add(Goal(title="Chair it"))
    journal.goals.start(goal.id, journal.today())
    plan = shown(qtbot, journal, journal.goals.close(goal.id, GoalState.MISSED, journal.today()))
    assert not any(step.isVisible() for step in plan.guide.steps)
    plan.show_goal(Goal(title=""), journal.today())
    assert plan.why.isVisible()
    assert not plan.why.isReadOnly()
    assert plan.why.frameWidth() > 0


def test_a_long_title_is_read_from_its_beginning(qtbot: QtBot, journal: Journal) -> None:
    title = "Lead the planning of the first quarter " * 8
    plan = shown(qtbot, journal, Goal(title=title.strip(), due=DUE))
    plan.guide.setFocus()
    assert plan.title_.cursorPosition() == 0
    plan.title_.setFocus()
    plan.title_.end(False)
    qtbot.keyClicks(plan.title_, "!")
    plan.show_goal(Goal(title=plan.title_.text(), due=DUE), DUE)
    assert plan.title_.cursorPosition() == len(plan.title_.text())  # in the midst of writing
    plan.title_.clearFocus()
    assert plan.title_.cursorPosition() == 0
