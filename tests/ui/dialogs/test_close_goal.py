"""What the closing dialog begins with, and what it says of calibration."""

import datetime as dt

from pytestqt.qtbot import QtBot

from workjournal.domain.forecast import Forecast
from workjournal.domain.goal import Goal, GoalState
from workjournal.ui.dialogs.close_goal import CloseGoalDialog

TODAY = dt.date(2026, 11, 2)
NOW = dt.datetime(2026, 11, 2, 9, tzinfo=dt.UTC)


def goal(*, forecast: bool = True) -> Goal:
    running = Goal(title="Lead the count", due=TODAY + dt.timedelta(days=60))
    if forecast:
        running.forecasts.append(Forecast(goal_id=running.id, probability=70))
    running.begin(TODAY, NOW)
    return running


def shown(qtbot: QtBot, about: Goal) -> CloseGoalDialog:
    dialog = CloseGoalDialog(None, about, TODAY)
    qtbot.addWidget(dialog)
    dialog.show()
    return dialog


def test_what_was_said_at_an_end_that_was_taken_back_is_not_lost(qtbot: QtBot) -> None:
    again = goal()
    again.close(GoalState.MISSED, TODAY, reason="Jonas left")
    again.confidence_after, again.confidence_really_before = 60, 0
    again.reopen()
    dialog = shown(qtbot, again)
    assert dialog.closing() is None
    dialog.state.choice = GoalState.ABANDONED
    answer = dialog.closing()
    assert answer is not None
    assert (answer.state, answer.reason) == (GoalState.ABANDONED, "Jonas left")
    assert (answer.confidence_after, answer.confidence_really_before) == (60, 0)


def test_one_that_never_started_can_only_be_given_up(qtbot: QtBot) -> None:
    planned = Goal(title="Speak", due=TODAY)
    planned.forecasts.append(Forecast(goal_id=planned.id, probability=70))
    dialog = shown(qtbot, planned)
    assert (dialog.state.choice, dialog.closing()) == (GoalState.ABANDONED, None)
    assert dialog.counts.text() == "It has not started, so it does not count for your calibration."
    dialog.reason.text = "No fair this year"
    answer = dialog.closing()
    assert answer is not None
    assert (answer.state, answer.day) == (GoalState.ABANDONED, TODAY)


def test_it_counts(qtbot: QtBot) -> None:
    dialog = shown(qtbot, goal())
    assert dialog.words.isVisible()
    assert "“achieved” by 1 Jan 2027 counts as reached" in dialog.counts.text()


def test_without_a_forecast_it_is_not_said_to_count(qtbot: QtBot) -> None:
    dialog = shown(qtbot, goal(forecast=False))
    assert not dialog.words.isVisible()
    assert dialog.counts.text() == "It started without a forecast, so it does not count for your calibration."


def test_with_a_broken_seal_it_is_not_said_to_count(qtbot: QtBot) -> None:
    changed = goal()
    changed.forecasts[0].probability = 95
    dialog = shown(qtbot, changed)
    assert not dialog.words.isVisible()
    assert "seal of the forecast is broken" in dialog.counts.text()
