"""A running goal: revised, looked at, put off, paused, closed and opened again; evidence; what is broken is told."""

import datetime as dt

import pytest
from sqlalchemy import event, text

from workjournal.domain.action import ActionKind, ActionState, Owner
from workjournal.domain.check_in import CheckIn
from workjournal.domain.entity import new_id
from workjournal.domain.episode import Episode
from workjournal.domain.forecast import ForecastSealed
from workjournal.domain.goal import Goal, GoalState, NothingToRevise, Resting, WrongGoalState
from workjournal.journal.agenda import DueKind
from workjournal.journal.journal import Journal
from workjournal.journal.service import NoSuchThing

START = dt.date(2026, 11, 2)


def after(days: int) -> dt.date:
    return START + dt.timedelta(days=days)


@pytest.fixture
def goal(journal: Journal) -> Goal:
    planned = Goal(title="Lead the count", due=after(60))
    journal.goals.plan(planned, skills=["Planning"], probability=70, reasons="Twice before")
    return journal.goals.start(planned.id, START)


def test_a_revision_is_kept_beside_the_first(journal: Journal, goal: Goal) -> None:
    journal.goals.revise(goal.id, 40, "Two left")
    journal.goals.revise(goal.id, 55, "One came")
    kept = journal.goals.get(goal.id)
    assert kept.forecast is not None
    assert (kept.forecast.probability, kept.forecast.reasons, kept.forecast.by) == (
        70,
        "Twice before",
        after(60),
    )
    assert [(each.probability, each.reasons) for each in kept.revisions] == [
        (40, "Two left"),
        (55, "One came"),
    ]
    assert all(each.is_intact() for each in kept.forecasts)


def test_the_program_changes_no_sealed_forecast(journal: Journal, goal: Goal) -> None:
    """Neither by its verbs nor by saving one that was changed in memory."""
    with pytest.raises(ForecastSealed):
        journal.goals.forecast(goal.id, 95)
    kept = journal.goals.get(goal.id)
    assert kept.forecast is not None
    for field, value in (("probability", 95), ("reasons", "Sure"), ("by", after(900)), ("sealed_at", None)):
        changed = journal.goals.get(goal.id)
        setattr(changed.forecast, field, value)
        with pytest.raises(ForecastSealed):
            journal.goals.add(changed)
    again = journal.goals.get(goal.id).forecast
    assert again is not None
    assert (again.probability, again.reasons, again.is_intact()) == (70, "Twice before", True)


@pytest.mark.parametrize(
    "change", ["probability = 95", "reasons = 'Sure'", "by = '2029-01-01'", "sealed_at = NULL", "digest = ''"]
)
def test_one_changed_behind_the_programs_back_is_seen_to_be_broken(
    journal: Journal, goal: Goal, change: str
) -> None:
    with journal._store.writer.begin() as connection:
        connection.execute(text(f"UPDATE forecast SET {change}"))
    kept = journal.goals.get(goal.id).forecast
    assert kept is not None
    assert not kept.is_intact()
    journal.goals.check_in(CheckIn(goal_id=goal.id, date=START, progress=5))  # which hinders nothing else


def test_without_a_forecast_there_is_nothing_to_revise(journal: Journal) -> None:
    goal = journal.goals.add(Goal(title="No forecast"))
    journal.goals.start(goal.id, START)
    with pytest.raises(NothingToRevise):
        journal.goals.revise(goal.id, 90)
    assert journal.goals.get(goal.id).forecasts == []


def test_help_that_is_needed_becomes_an_ask(journal: Journal, goal: Goal) -> None:
    journal.goals.check_in(CheckIn(goal_id=goal.id, date=after(3), progress=5, help_needed=" \n"))
    assert journal.actions.open() == []
    journal.goals.check_in(CheckIn(goal_id=goal.id, date=after(4), help_needed="A second van"))
    (ask,) = journal.actions.open()
    assert (ask.text, ask.kind, ask.owner, ask.goal_id, ask.date, ask.state) == (
        "A second van",
        ActionKind.ASK,
        Owner.MANAGER,
        goal.id,
        after(4),
        ActionState.OPEN,
    )
    assert ask.audiences == frozenset()  # nobody sees it before it is ticked


def test_a_check_in_that_is_refused_leaves_no_ask(journal: Journal, goal: Goal) -> None:
    journal.goals.close(goal.id, GoalState.MISSED, after(1))
    with pytest.raises(WrongGoalState):
        journal.goals.check_in(CheckIn(goal_id=goal.id, date=after(4), help_needed="A second van"))
    assert journal.actions.open() == []


def test_the_rhythm_is_the_goals_own(journal: Journal, goal: Goal) -> None:
    goal = journal.goals.get(goal.id)
    goal.rhythm_days = 14
    journal.goals.add(goal)
    assert journal.goals.due_for_check_in(after(13)) == []
    assert [each.id for each in journal.goals.due_for_check_in(after(14))] == [goal.id]
    journal.goals.snooze(goal.id, after(17))
    assert journal.goals.due_for_check_in(after(16)) == []
    assert len(journal.goals.due_for_check_in(after(17))) == 1
    journal.goals.check_in(CheckIn(goal_id=goal.id, date=after(16), progress=20))
    kept = journal.goals.get(goal.id)
    assert (kept.snoozed_until, kept.next_check_in(after(17))) == (None, after(30))


def test_a_pause_ends_by_resuming_or_by_a_check_in(journal: Journal, goal: Goal) -> None:
    journal.goals.pause(goal.id, after(2))
    assert journal.goals.due_for_check_in(after(50)) == []
    with pytest.raises(Resting):
        journal.goals.snooze(goal.id, after(9))
    journal.goals.resume(goal.id)
    assert len(journal.goals.due_for_check_in(after(50))) == 1
    journal.goals.pause(goal.id, after(2))
    journal.goals.check_in(CheckIn(goal_id=goal.id, date=after(50), progress=20))
    assert journal.goals.get(goal.id).paused_on is None


def test_a_closing_is_taken_back(journal: Journal, goal: Goal) -> None:
    journal.goals.close(goal.id, GoalState.PARTLY, after(9), confidence_after=60, confidence_really_before=20)
    assert journal.goals.reopen(goal.id).state is GoalState.ACTIVE
    kept = journal.goals.get(goal.id)
    assert (kept.closed, kept.confidence_after, kept.confidence_really_before) == (None, 60, 20)


def test_a_check_in_is_corrected_or_taken_back(journal: Journal, goal: Goal) -> None:
    check_in = CheckIn(goal_id=goal.id, date=after(3), progress=5, changed="Nobodie came")
    journal.goals.check_in(check_in)
    check_in.changed, check_in.progress = "Nobody came", 10
    journal.check_ins.save(check_in)
    (kept,) = journal.goals.get(goal.id).check_ins
    assert (kept.changed, kept.progress) == ("Nobody came", 10)
    assert [each.text for each in journal.revisions.of(check_in.id)] == ["Nobodie came"]
    journal.check_ins.trash(check_in.id)
    assert journal.goals.get(goal.id).check_ins == []
    assert journal.goals.get(goal.id).last_look(after(9)) == START
    journal.check_ins.restore(check_in.id)
    assert len(journal.goals.get(goal.id).check_ins) == 1


def asks(journal: Journal) -> list[str]:
    return [action.text for action in journal.actions.open()]


def test_an_ask_follows_its_check_in_while_it_is_open(journal: Journal, goal: Goal) -> None:
    check_in = CheckIn(goal_id=goal.id, date=after(3), progress=5, help_needed="A secnd van")
    journal.goals.check_in(check_in)
    check_in.help_needed = "A second van"
    journal.check_ins.save(check_in)
    assert asks(journal) == ["A second van"]
    journal.check_ins.trash(check_in.id)
    assert asks(journal) == []
    journal.check_ins.restore(check_in.id)
    assert asks(journal) == ["A second van"]
    check_in = journal.check_ins.get(check_in.id)
    check_in.help_needed = ""
    journal.check_ins.save(check_in)
    assert asks(journal) == []
    check_in.help_needed = "Two vans"  # said only afterwards
    journal.check_ins.save(check_in)
    assert asks(journal) == ["Two vans"]


def test_an_ask_that_was_changed_or_ended_is_left_alone(journal: Journal, goal: Goal) -> None:
    check_in = CheckIn(goal_id=goal.id, date=after(3), progress=5, help_needed="A second van")
    journal.goals.check_in(check_in)
    (ask,) = journal.actions.open()
    ask.text = "A second van by June"
    journal.actions.save(ask)
    journal.check_ins.trash(check_in.id)
    journal.check_ins.restore(check_in.id)
    check_in = journal.check_ins.get(check_in.id)
    check_in.help_needed = "Nothing any more"
    journal.check_ins.save(check_in)
    assert asks(journal) == ["A second van by June"]
    journal.actions.end(ask.id, ActionState.DONE, after(9))
    journal.check_ins.trash(check_in.id)
    assert journal.actions.get(ask.id).trashed_at is None


def test_evidence_is_offered_tied_and_loosened(journal: Journal, goal: Goal) -> None:
    def episode(title: str, days: int, *skills: str) -> Episode:
        return journal.episodes.add(Episode(date=after(days), title=title), skills=skills)

    episode("Before", -1, "Planning")
    far = episode("Planned it", 1, "Planning")
    for number in range(7):
        episode(f"Other {number}", 2 + number)
    assert [each.title for each in journal.evidence.offered(goal.id, after(30))] == [
        "Planned it",
        *(f"Other {number}" for number in (6, 5, 4, 3, 2)),
    ]
    assert journal.evidence.tie(far.id, goal.id) is None
    assert [each.title for each in journal.evidence.of(goal.id)] == ["Planned it"]
    assert "Planned it" not in {each.title for each in journal.evidence.offered(goal.id, after(30))}
    assert journal.evidence.tie(far.id, None) == goal.id
    assert journal.evidence.of(goal.id) == []
    with pytest.raises(NoSuchThing):
        journal.evidence.tie(far.id, new_id())


def test_only_what_is_offered_is_read_whole(journal: Journal, goal: Goal) -> None:
    for number in range(20):
        skills = ["Planning"] if number == 3 else []
        journal.episodes.add(Episode(date=after(number), title=f"Day {number}"), skills=skills)
    read: list[str] = []

    def note(episode: Episode, _: object) -> None:
        read.append(episode.title)

    event.listen(Episode, "load", note)
    try:
        offered = journal.evidence.offered(goal.id, after(30))
    finally:
        event.remove(Episode, "load", note)
    assert [each.title for each in offered] == [
        "Day 3",
        *(f"Day {number}" for number in (19, 18, 17, 16, 15)),
    ]
    assert sorted(read) == sorted(each.title for each in offered)


def test_today_asks_for_a_look_or_for_the_end(journal: Journal, goal: Goal) -> None:
    def kinds(days: int) -> list[DueKind]:
        return [due.kind for due in journal.agenda.about_goals(after(days))]

    assert kinds(6) == []
    assert kinds(7) == [DueKind.CHECK_IN]
    assert kinds(60) == [DueKind.CHECK_IN]
    assert kinds(61) == [DueKind.CLOSE]
    journal.goals.snooze(goal.id, after(64))
    assert (kinds(63), kinds(64)) == ([], [DueKind.CLOSE])
    journal.goals.pause(goal.id, after(64))
    assert kinds(70) == []
