"""The demo's goals, measures, skills, roles and pulses: as the story has them, and as a year of them would be."""

import datetime as dt
from collections import Counter
from itertools import pairwise
from statistics import mean

import pytest

from journal.demo_telling import EVERYTHING, SUNDAY
from workjournal.domain.action import ActionKind, ActionState, Owner
from workjournal.domain.calibration import judged
from workjournal.domain.goal import Goal, GoalState
from workjournal.domain.levels import levels, meaning
from workjournal.domain.measure import Direction, Measure
from workjournal.domain.open_badge import read
from workjournal.domain.role_profile import covered
from workjournal.journal.agenda import DueKind
from workjournal.journal.demo_script import Script
from workjournal.journal.journal import Journal

pytestmark = pytest.mark.xdist_group("demo")


def goal_of(journal: Journal, state: GoalState, *, paused: bool = False) -> Goal:
    (goal,) = [goal for goal in journal.goals.all() if goal.state is state and bool(goal.paused_on) is paused]
    return goal


def measure_of(journal: Journal, beginning: str) -> Measure:
    (measure,) = [each for each in journal.measures.all() if each.name.startswith(beginning)]
    return measure


def test_no_goal_loses_anything(year: Journal, script: Script) -> None:
    kept = {goal.title: goal for goal in year.goals.all()}
    assert set(kept) == {told.title for told in script.goal}
    for told in script.goal:
        goal = kept[told.title]
        texts = ("why", "performance", "criterion", "support", "obstacle", "plan", "premortem", "prevention")
        assert [each for each in texts if getattr(goal, each) != getattr(told, each)] == []
        assert (goal.slack, goal.successes, goal.difficulty) == (told.slack, told.successes, told.difficulty)
        assert (goal.rhythm_days, goal.state.value, goal.reason) == (told.rhythm, told.state, told.reason)
        assert bool(goal.measure_id) is bool(told.measure)
        assert [
            (each.changed, each.feedback, each.help_needed, each.measure_value) for each in goal.check_ins
        ] == [(each.changed, each.feedback, each.help_needed, each.value) for each in told.checkin]
        assert [(each.probability, each.reasons) for each in goal.revisions] == [
            (each.probability, each.reasons) for each in told.revision
        ]


def test_forecasts_are_sealed_and_revised_before_the_end(year: Journal) -> None:
    for goal in year.goals.all():
        for forecast in goal.forecasts:
            assert forecast.is_intact()
            assert bool(forecast.sealed_at) is (goal.state is not GoalState.PLANNED)
        for one, revision in pairwise(goal.forecasts):
            assert one.sealed_at
            assert revision.sealed_at
            assert one.sealed_at < revision.sealed_at
            assert goal.closed is None or revision.sealed_at.astimezone().date() < goal.closed
    revised = {goal.state for goal in year.goals.all() if goal.revisions}
    assert {GoalState.ACTIVE, GoalState.MISSED} <= revised
    assert Counter(each.came_true for each in judged(year.goals.all(), SUNDAY)) == {True: 1, False: 2}


def test_one_goal_is_overdue_for_a_look_one_rests_and_one_waits_to_begin(year: Journal) -> None:
    running, resting = goal_of(year, GoalState.ACTIVE), goal_of(year, GoalState.ACTIVE, paused=True)
    assert [goal.id for goal in year.goals.due_for_check_in(SUNDAY)] == [running.id]
    assert resting.next_check_in(SUNDAY) is None
    assert resting.check_ins[-1].date == resting.paused_on
    planned = goal_of(year, GoalState.PLANNED)
    assert planned.concerns()
    assert planned.start is None
    kinds = {each.kind for each in year.agenda.due(SUNDAY)}
    assert {DueKind.CHECK_IN, DueKind.PULSE} <= kinds
    assert DueKind.CLOSE not in kinds


def test_what_was_missed_or_given_up_has_a_reason_a_review_and_evidence(year: Journal) -> None:
    reviewed = {
        each.goal_id for each in year.reflections.newest(limit=EVERYTHING) if each.method == "aar-full"
    }
    for state in (GoalState.MISSED, GoalState.ABANDONED):
        goal = goal_of(year, state)
        assert goal.reason
        assert goal.id in reviewed
        assert len(year.evidence.of(goal.id)) > 5
    assert all(year.evidence.of(goal.id) for goal in year.goals.all() if goal.start)


def test_help_became_asks_of_which_few_are_open(year: Journal) -> None:
    for goal in year.goals.all():
        wanted = {(look.date, look.help_needed) for look in goal.check_ins if look.help_needed}
        asks = [each for each in year.actions.of_goal(goal.id) if (each.date, each.text) in wanted]
        assert len(asks) == len(wanted)
        assert all(each.kind is ActionKind.ASK and each.owner is Owner.MANAGER for each in asks)
        if goal.closed:
            assert all(each.ended and each.date < each.ended <= goal.closed for each in asks)
    every = [
        each for each in year.actions.touched_in(dt.date.min, dt.date.max) if each.kind is ActionKind.ASK
    ]
    assert {each.state for each in every} == {ActionState.OPEN, ActionState.DONE, ActionState.DROPPED}
    assert 1 <= sum(each.state is ActionState.OPEN for each in every) <= 3


def test_measures_have_gaps_noise_and_values_from_check_ins(year: Journal) -> None:
    measures = year.measures.all()
    assert len(measures) == 4
    for measure in measures:
        values = year.measures.values(measure.id)
        assert 20 <= len(values) <= 45
        assert all(each.date <= SUNDAY and each.value >= 0 for each in values)
        assert len({each.value for each in values}) > 5
        assert len({one.date - another.date for another, one in pairwise(values)}) > 1  # gaps
        assert any(each.note for each in values)
    from_goals = {
        measure.name
        for measure in measures
        if any(each.from_check_in for each in year.measures.values(measure.id))
    }
    assert from_goals == {measure.name for measure in measures if year.measures.goals_of(measure.id)}
    assert len(from_goals) == 2


def test_a_measure_gets_worse_before_it_gets_better(year: Journal) -> None:
    corrected = measure_of(year, "Orders corrected")
    assert corrected.direction is Direction.LOWER
    role, tool = year.measures.changes(corrected.id)
    assert role.text.startswith("New role")
    assert tool.text.startswith("New tool")
    values = year.measures.values(corrected.id)
    weeks = dt.timedelta(weeks=9)
    before = mean(each.value for each in values if each.date < role.date - weeks)
    after = mean(each.value for each in values if role.date <= each.date < role.date + weeks)
    late = mean(each.value for each in values[-3:])
    assert late < before < after
    assert [each.text for each in year.measures.changes(measure_of(year, "Days late").id)] == [role.text]


def test_the_forecast_error_is_that_of_the_story(year: Journal) -> None:
    missed = goal_of(year, GoalState.MISSED)
    assert missed.measure_id
    assert missed.start
    ran = [each for each in year.measures.values(missed.measure_id) if missed.start <= each.date]
    assert [each.value for each in ran][:9] == [34, 33.1, 32, 31, 36, 31, 30.5, 28.4, 29.2]
    assert year.measures.get(missed.measure_id).reaches_target(29.2) is False


def test_skills_are_rated_with_evidence_and_not_only_upwards(year: Journal, script: Script) -> None:
    ratings = year.ratings.of_all(skill.id for skill in year.skills.all())
    rated = {skill: given for skill, given in ratings.items() if given}
    assert len(rated) == 6
    tied = [rating for given in rated.values() for rating in given if rating.episode_id]
    assert len(tied) > 15
    for rating in tied:
        assert rating.episode_id
        assert year.episodes.get(rating.episode_id).date <= rating.date
    for skill, given in rated.items():
        assert 4 <= len(given) <= 8
        assert all(rating.evidence for rating in given)
        assert any(one.level > following.level for one, following in pairwise(given))
        words = levels(year.skills.get(skill).levels)
        assert len({meaning(words, rating.level) for rating in given}) > 1
    described = {skill.name: [level.text for level in skill.level] for skill in script.skill}
    for each in year.skills.all():
        assert [level.text for level in levels(each.levels)] == described[each.name]


def test_one_certificate_is_a_badge_and_the_other_runs_out(year: Journal) -> None:
    credentials = [each for skill in year.skills.all() for each in year.credentials.of(skill.id)]
    badge, by_hand = sorted(credentials, key=lambda each: not each.badge)
    content = read(year.credentials.content(badge.id))
    assert (content.name, content.issuer, content.issued) == (badge.name, badge.issuer, badge.issued)
    assert content.version == "3.0"
    assert content.criteria
    assert not by_hand.file_name
    assert by_hand.expires
    assert SUNDAY < by_hand.expires < SUNDAY + dt.timedelta(days=60)


def test_the_present_role_is_nearly_filled_and_the_next_one_is_not(year: Journal) -> None:
    reached = {}
    for profile in year.profiles.all():
        found = year.profiles.gaps(profile.id)
        reached[profile.name], of = covered(each.gap for each in found)
        assert of == 6
        assert any(each.gap.rated is None for each in found)
        assert any(year.profiles.menu(each.skill.id).episodes for each in found if each.gap.missing)
    assert reached == {"Head of supply": 1, "Team lead, Supply Desk": 3}


def test_ten_pulses_have_one_dip(year: Journal) -> None:
    pulses = year.pulses.all()[::-1]
    assert len({(each.date.year, each.date.month) for each in pulses}) == 10
    safety = [each.safety for each in pulses if each.safety is not None]
    dip = safety.index(min(safety))
    assert min(safety) < 35
    assert all(other > safety[dip] for place, other in enumerate(safety) if place != dip)
    assert min(safety[:3]) >= 60
    assert safety[-1] >= 65
    assert year.pulses.is_due(SUNDAY)
