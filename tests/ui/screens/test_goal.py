"""A stretch goal while it is planned: typed, kept, started."""

import datetime as dt
from uuid import UUID

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from ui import asking
from ui.goal_screen import shown, started
from workjournal.domain.check_in import CheckIn
from workjournal.domain.entity import Audience
from workjournal.domain.goal import GoalState
from workjournal.domain.readiness import Concern
from workjournal.journal.journal import Journal
from workjournal.ui.dialogs.confirm import ConfirmDialog
from workjournal.ui.places import New
from workjournal.ui.screens.goal import GoalScreen

LEFT = Qt.MouseButton.LeftButton


@pytest.fixture
def screen(qtbot: QtBot, journal: Journal) -> GoalScreen:
    return shown(qtbot, journal)


@pytest.fixture
def active(journal: Journal) -> UUID:
    return started(journal)


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
    assert len(screen.story.rows.rows()) == 2
    screen.plan.view.choice = "plan"
    qtbot.keyClicks(screen.plan.wish, "A quiet Jan")
    screen.refresh()
    assert screen.plan.wish.text == "A quiet Jan"


def test_concerns_are_said_once_more_at_the_start_and_hold_nobody_up(
    qtbot: QtBot, screen: GoalScreen, journal: Journal
) -> None:
    screen.arrive(New())
    qtbot.keyClicks(screen.plan.title_, "Lead Q1 planning")
    screen.plan.difficulty.rating = 80
    screen.plan.slack.rating = 10
    qtbot.mouseClick(screen.start, LEFT)
    asked = asking.asked(ConfirmDialog)
    said = asked.accessibleDescription()
    for concern in (Concern.NO_FEEDBACK, Concern.LITTLE_SLACK):
        assert screen.plan.concerns.line(concern).text() in said
    assert screen.plan.concerns.line(Concern.FEW_SUCCESSES).text() not in said
    asked.agree.click()
    assert journal.goals.all()[0].state is GoalState.ACTIVE


def test_with_somebody_to_ask_nothing_speaks_against_it(qtbot: QtBot, screen: GoalScreen) -> None:
    screen.arrive(New())
    qtbot.keyClicks(screen.plan.title_, "Lead Q1 planning")
    screen.plan.difficulty.rating = 80
    screen.plan.feedback_from.setText("Aiko")
    qtbot.mouseClick(screen.start, LEFT)
    asked = asking.asked(ConfirmDialog)
    assert "Before you start" not in asked.accessibleDescription()
    asked.reject()


def test_starts_after_saying_that_the_forecast_is_sealed(
    qtbot: QtBot, screen: GoalScreen, journal: Journal
) -> None:
    screen.arrive(New())
    qtbot.keyClicks(screen.plan.title_, "Lead Q1 planning")
    screen.plan.probability.rating = 65
    qtbot.mouseClick(screen.start, LEFT)
    asked = asking.asked(ConfirmDialog)
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
    stops = [screen.plan.title_, screen.check_in.progress, screen.check_in.give, screen.story.rows]
    stops += [screen.plan.criterion, screen.plan.due, screen.plan.challenges.button("mixed team")]
    stops += [screen.plan.difficulty, screen.plan.revise, screen.plan.audiences.box(Audience.NEXT_JOB)]
    chained: list[object] = [screen.plan.title_]
    following = screen.plan.title_.nextInFocusChain()
    while following is not None and following is not screen.plan.title_:
        chained.append(following)
        following = following.nextInFocusChain()
    places = [chained.index(stop) for stop in stops]
    assert places == sorted(places)
