"""Growth: a period as plain values, and a figure for each chart whatever is in it."""

import datetime as dt

import pytest

from conftest import Clock
from examples import DAY, Examples
from workjournal.charts import CHARTS
from workjournal.charts.chart import UnknownChart
from workjournal.domain.entity import Audience
from workjournal.domain.episode import Episode, Kind
from workjournal.domain.goal import Goal, GoalState
from workjournal.domain.lesson import Lesson, LessonState
from workjournal.domain.measure import Measure, Reading
from workjournal.domain.pack import Pack
from workjournal.domain.spacing import Grade
from workjournal.journal.journal import Journal

WEEK = dt.timedelta(days=7)


def test_a_period_holds_its_episodes_both_days_included(journal: Journal) -> None:
    for days in (-8, -7, 0, 1):
        journal.episodes.save(
            Episode(date=DAY + dt.timedelta(days=days), title="x", kind=Kind.WIN, difficulty=40, energy=60)
        )
    history = journal.growth.history(DAY - WEEK, DAY)
    assert [point.date for point in history.episodes] == [DAY - WEEK, DAY]
    assert {(point.kind, point.difficulty, point.energy) for point in history.episodes} == {
        (Kind.WIN, 40, 60)
    }
    assert journal.growth.first_day() == DAY - WEEK - dt.timedelta(days=1)


def test_the_first_day_is_that_of_whatever_came_first(journal: Journal) -> None:
    journal.episodes.add(Episode(date=DAY, title="x"))
    journal.goals.add(Goal(title="a draft"))
    journal.goals.add(Goal(title="x", state=GoalState.ACTIVE, start=DAY - WEEK))
    assert journal.growth.first_day() == DAY - WEEK
    journal.goals.trash(journal.goals.add(Goal(title="binned", start=DAY - 3 * WEEK)).id)
    measure = journal.measures.save(Measure(name="Late orders"))
    journal.measures.log(Reading(measure_id=measure.id, date=DAY - 2 * WEEK, value=3))
    assert journal.growth.first_day() == DAY - 2 * WEEK


def test_an_empty_journal_has_no_first_day(journal: Journal) -> None:
    assert journal.growth.first_day() is None
    assert journal.growth.history(DAY, DAY).episodes == ()


@pytest.mark.parametrize(
    ("start", "closed", "touches"),
    [
        (-20, None, True),
        (-20, -8, False),
        (-20, -7, True),
        (0, None, True),
        (1, None, False),
        (None, None, True),
    ],
)
def test_a_period_holds_the_goals_that_touch_it(
    journal: Journal, start: int | None, closed: int | None, touches: bool
) -> None:
    def day(offset: int | None) -> dt.date | None:
        return None if offset is None else DAY + dt.timedelta(days=offset)

    state = (
        GoalState.PLANNED if start is None else GoalState.ACHIEVED if closed is not None else GoalState.ACTIVE
    )
    journal.goals.add(
        Goal(title="x", state=state, start=day(start), closed=day(closed), confidence_before=20)
    )
    journal.goals.trash(journal.goals.add(Goal(title="binned", start=DAY)).id)
    goals = journal.growth.history(DAY - WEEK, DAY).goals
    assert [goal.confidence_before for goal in goals] == ([20] if touches else [])


def test_a_goal_that_was_closed_after_the_period_still_ran_on_its_last_day(journal: Journal) -> None:
    goal = Goal(
        title="x",
        state=GoalState.ACHIEVED,
        start=DAY - 2 * WEEK,
        closed=DAY,
        confidence_before=20,
        confidence_after=70,
        confidence_really_before=10,
    )
    journal.goals.add(goal)
    (before,) = journal.growth.history(DAY - WEEK, DAY - dt.timedelta(days=1)).goals
    (now,) = journal.growth.history(DAY - WEEK, DAY).goals
    assert (before.state, before.closed, before.confidence_before) == (GoalState.ACTIVE, None, 20)
    assert (before.confidence_after, before.confidence_really_before) == (None, None)
    assert (now.state, now.closed, now.confidence_after) == (GoalState.ACHIEVED, DAY, 70)


def test_a_goal_that_waits_to_be_started_is_in_no_period_before_it_was_written_down(journal: Journal) -> None:
    journal.goals.add(Goal(title="a draft", confidence_before=20))
    before = journal.growth.history(DAY - WEEK, DAY - dt.timedelta(days=1))
    assert before.goals == ()
    assert [goal.state for goal in journal.growth.history(DAY - WEEK, DAY).goals] == [GoalState.PLANNED]


def test_a_goal_given_up_before_it_began_waited_until_then(journal: Journal, clock: Clock) -> None:
    journal.goals.add(Goal(title="a draft"))
    clock.forward(days=3)
    (goal,) = journal.goals.all()
    goal.close(GoalState.ABANDONED, journal.today(), reason="Not now")
    journal.goals.save(goal)
    assert [point.state for point in journal.growth.history(DAY, DAY).goals] == [GoalState.PLANNED]
    assert [point.state for point in journal.growth.history(DAY, journal.today()).goals] == [
        GoalState.ABANDONED
    ]


def test_a_lesson_has_the_days_of_its_first_recall_and_use(journal: Journal) -> None:
    lesson = journal.lessons.add(Lesson(date=DAY - WEEK, text="Name the outcome"))
    unused = journal.lessons.add(Lesson(date=DAY, text="Leave a day of slack"))
    for back in (3, 1):
        day = DAY - dt.timedelta(days=back)
        journal.recalls.recall(lesson.id, Grade.GOOD, day)
        episode = journal.episodes.add(Episode(date=day - dt.timedelta(days=1), title="x"))
        journal.lessons.apply(lesson.id, episode.id)
    first, other = journal.growth.history(DAY - WEEK, DAY).lessons
    assert (first.id, first.date) == (lesson.id, DAY - WEEK)
    assert (first.recalled, first.applied) == (DAY - dt.timedelta(days=3), DAY - dt.timedelta(days=4))
    assert first.shared is None
    assert (other.id, other.recalled, other.applied, other.shared) == (unused.id, None, None, None)


def test_a_lesson_was_shown_with_the_first_pack_for_somebody_else(journal: Journal, clock: Clock) -> None:
    lesson = Lesson(date=DAY, text="Name the outcome", audiences=frozenset({Audience.MANAGER}))
    item = str(journal.lessons.add(lesson).id)

    def shared_after(audience: Audience, sections: list[str], start: dt.date = DAY) -> dt.date | None:
        clock.forward(days=1)
        today = journal.today()
        with journal.growth.store.writing() as session:
            session.add(
                Pack(
                    date=today,
                    audience=audience,
                    period_start=start,
                    period_end=today,
                    sections=sections,
                    items=[item],
                )
            )
        return journal.growth.history(DAY, today).lessons[0].shared

    assert journal.growth.history(DAY, DAY).lessons[0].shared is None, "ticked is not yet shown"
    assert shared_after(Audience.OWN, ["lessons"]) is None
    assert shared_after(Audience.MANAGER, ["asks"]) is None
    assert shared_after(Audience.MANAGER, ["lessons"], DAY + dt.timedelta(days=1)) is None
    first = shared_after(Audience.MANAGER, ["lessons"])
    assert first == journal.today()
    assert shared_after(Audience.NEXT_JOB, ["lessons"]) == first


def test_a_lesson_that_is_shared_though_no_pack_tells_was_from_its_day_on(journal: Journal) -> None:
    lesson = journal.lessons.add(Lesson(date=DAY, text="Name the outcome"))
    lesson.advance(LessonState.SHARED)
    journal.lessons.save(lesson)
    assert journal.growth.history(DAY, DAY).lessons[0].shared == DAY


def test_every_chart_draws_a_journal_with_and_without_content(journal: Journal, one: Examples) -> None:
    for history in (journal.growth.history(DAY, DAY), journal.growth.history(DAY + WEEK, DAY + WEEK)):
        figures = journal.growth.figures(history)
        assert [figure.key for figure in figures] == [chart.key for chart in CHARTS]
        assert journal.growth.figure(CHARTS[0].key, history) == figures[0]
    with pytest.raises(UnknownChart, match="There are: "):
        journal.growth.figure("happiness", journal.growth.history(DAY, DAY))


def test_only_the_charts_asked_for_are_made_one_after_the_other(journal: Journal) -> None:
    history = journal.growth.history(DAY, DAY)
    keys = [CHARTS[1].key, CHARTS[0].key]
    made = journal.growth.figures_of(["happiness", *keys], history)
    with pytest.raises(UnknownChart):
        next(made)
    assert [figure.key for figure in journal.growth.figures_of(keys, history)] == keys
