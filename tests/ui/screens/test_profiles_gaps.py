"""A gap and its menu: the level changed or taken out, goals, episodes, and a goal begun from an idea."""

from typing import Any

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from ui.profiles_page import choose_gap, depot_lead, gaps, needs
from ui.showing import on_screen
from workjournal.domain.episode import Episode, Kind
from workjournal.domain.goal import CHALLENGES, Goal, GoalState
from workjournal.domain.role_profile import RoleProfile
from workjournal.domain.stretch_ideas import ideas
from workjournal.journal.journal import Journal
from workjournal.ui.parts.gap_menu import GapMenu
from workjournal.ui.parts.gap_page import GapPage
from workjournal.ui.screens.goal import GoalScreen
from workjournal.ui.screens.profiles import ProfilesScreen
from workjournal.ui.widgets.idea_list import IdeaRow
from workjournal.ui.widgets.row_list import Row
from workjournal.ui.workspace import Workspace

LEFT = Qt.MouseButton.LeftButton


@pytest.fixture
def lead(journal: Journal) -> RoleProfile:
    return depot_lead(journal)


@pytest.fixture
def screen(qtbot: QtBot, journal: Journal, lead: RoleProfile) -> ProfilesScreen:
    made = on_screen(qtbot, ProfilesScreen(journal))
    made.renew()
    choose_gap(made, journal, "Planning")
    return made


@pytest.fixture
def gap(screen: ProfilesScreen) -> GapPage:
    return screen.profile.gap


@pytest.fixture
def gone(screen: ProfilesScreen) -> list[tuple[str, Any]]:
    places: list[tuple[str, Any]] = []
    screen.go.connect(lambda name, what: places.append((name, what)))
    return places


@pytest.fixture
def toasts(screen: ProfilesScreen) -> list[tuple[str, Any]]:
    said: list[tuple[str, Any]] = []
    screen.toast.connect(lambda words, undo: said.append((words, undo)))
    return said


def titles(rows: Any) -> list[str]:
    return [row.title for row in rows.rows() if isinstance(row, Row)]


def offered(menu: GapMenu) -> list[str]:
    return [row.text for row in menu.ideas.rows() if isinstance(row, IdeaRow)]


def test_a_level_is_changed_and_taken_back(
    qtbot: QtBot, screen: ProfilesScreen, journal: Journal, lead: RoleProfile, toasts: list[tuple[str, Any]]
) -> None:
    gap = screen.profile.gap
    assert not gap.save.isEnabled()
    gap.level.setFocus()
    qtbot.keyClick(gap.level, Qt.Key.Key_Right)
    qtbot.mouseClick(gap.save, LEFT)
    assert ("Planning", 75, "Two depots") in needs(journal, lead)
    screen.refresh()
    assert ("Planning", "45 of 75, 30 to go") in gaps(screen)
    assert gap.skill_name.text() == "Planning"
    toasts[-1][1]()
    screen.refresh()
    assert ("Planning", 70, "Two depots") in needs(journal, lead)
    assert gap.level.rating == 70


def test_without_a_level_nothing_is_saved(
    qtbot: QtBot, screen: ProfilesScreen, journal: Journal, lead: RoleProfile, gap: GapPage
) -> None:
    gap.level.rating = None
    qtbot.mouseClick(gap.save, LEFT)
    assert "0 to 100" in gap.problem.text()
    assert gap.level.hasFocus()
    assert ("Planning", 70, "Two depots") in needs(journal, lead)
    choose_gap(screen, journal, "Feedback")
    choose_gap(screen, journal, "Planning")
    assert gap.level.rating is None


def test_a_skill_is_taken_out_and_put_back(
    qtbot: QtBot, screen: ProfilesScreen, journal: Journal, lead: RoleProfile, toasts: list[tuple[str, Any]]
) -> None:
    screen.profile.gaps.setFocus()
    qtbot.keyClick(screen.profile.gaps, Qt.Key.Key_Delete)
    assert [name for name, *_ in needs(journal, lead)] == ["Feedback", "Forklift"]
    screen.refresh()
    assert screen.profile.gap.skill_name.text() == "Forklift"
    toasts[-1][1]()
    assert ("Planning", 70, "Two depots") in needs(journal, lead)
    assert journal.trash.count() == 0


def test_what_is_typed_of_a_skill_taken_out_does_not_bring_it_back(
    qtbot: QtBot, screen: ProfilesScreen, journal: Journal, lead: RoleProfile, gap: GapPage
) -> None:
    gap.level.rating = None
    gap.note.setText("Half")
    qtbot.mouseClick(gap.remove, LEFT)
    screen.refresh()
    screen.leave()
    assert [name for name, *_ in needs(journal, lead)] == ["Feedback", "Forklift"]


def test_putting_back_what_is_needed_again_makes_no_second(
    qtbot: QtBot, screen: ProfilesScreen, journal: Journal, lead: RoleProfile, toasts: list[tuple[str, Any]]
) -> None:
    qtbot.mouseClick(screen.profile.gap.remove, LEFT)
    journal.profiles.need(lead.id, "Planning", 90)
    toasts[-1][1]()
    assert [each for each in needs(journal, lead) if each[0] == "Planning"] == [("Planning", 90, "")]


def test_the_menu_has_goals_and_episodes_of_the_skill(
    qtbot: QtBot, screen: ProfilesScreen, journal: Journal, gone: list[tuple[str, Any]]
) -> None:
    menu = screen.profile.gap.menu
    assert menu.no_goals.isVisible()
    assert menu.no_episodes.isVisible()
    goal = journal.goals.add(Goal(title="Plan both depots"), skills=["Planning"])
    journal.goals.add(Goal(title="Something else"), skills=["Feedback"])
    episode = Episode(date=journal.today(), title="Drew up the rota", kind=Kind.WIN)
    journal.episodes.add(episode, skills=["Planning"])
    screen.refresh()
    assert (titles(menu.goals), titles(menu.episodes)) == (["Plan both depots"], ["Drew up the rota"])
    assert not menu.no_goals.isVisible()
    for rows in (menu.goals, menu.episodes):
        rows.setCurrentIndex(rows.model().index(0, 0))
        rows.setFocus()
        qtbot.keyClick(rows, Qt.Key.Key_Return)
    assert gone == [("goal", goal.id), ("episode", episode.id)]


def test_rating_the_skill_is_a_step_away(
    qtbot: QtBot, gap: GapPage, journal: Journal, gone: list[tuple[str, Any]]
) -> None:
    qtbot.mouseClick(gap.rate, LEFT)
    assert gone == [("skills", journal.skills.named("Planning")[0].id)]


def test_ideas_are_narrowed_by_kind(qtbot: QtBot, gap: GapPage) -> None:
    menu = gap.menu
    assert offered(menu) == [idea.text for idea in ideas()]
    chosen = [CHALLENGES[4], CHALLENGES[0]]
    for kind in chosen:
        qtbot.mouseClick(menu.kinds.button(kind), LEFT)
    assert offered(menu) == [idea.text for idea in ideas(chosen)]
    assert menu.ideas.current_id() == ideas(chosen[:1])[0].key  # it is still there


def test_a_goal_begins_with_an_idea_and_goes_again(
    qtbot: QtBot,
    screen: ProfilesScreen,
    journal: Journal,
    gone: list[tuple[str, Any]],
    toasts: list[tuple[str, Any]],
) -> None:
    idea = ideas()[2]
    ideas_list = screen.profile.gap.menu.ideas
    ideas_list.choose(idea.key)
    ideas_list.setFocus()
    qtbot.keyClick(ideas_list, Qt.Key.Key_Return)
    (goal,) = journal.goals.all()
    assert (goal.title, goal.challenges, goal.feedback_from) == (idea.text, [idea.challenge], idea.feedback)
    assert goal.state is GoalState.PLANNED
    assert [skill.name for skill in goal.skills] == ["Planning"]
    assert gone == [("goal", goal.id)]
    toasts[-1][1]()
    assert journal.goals.all() == []
    assert gone[-1] == ("profiles", screen.profile.open_id)


def test_a_click_on_an_idea_chooses_it_and_one_on_its_word_begins_the_goal(
    qtbot: QtBot, gap: GapPage, journal: Journal
) -> None:
    rows = gap.menu.ideas
    row = rows.visualRect(rows.model().index(1, 0))
    qtbot.mouseClick(rows.viewport(), LEFT, pos=row.topLeft() + QPoint(20, 20))
    assert rows.current_id() == ideas()[1].key
    assert journal.goals.all() == []
    word = row.bottomRight() - QPoint(40, 24)
    assert rows.spot_at(word) == (ideas()[1].key, "action")
    qtbot.mouseClick(rows.viewport(), LEFT, pos=word)
    assert [goal.title for goal in journal.goals.all()] == [ideas()[1].text]


def test_the_whole_way_in_the_window(space: Workspace, journal: Journal) -> None:
    lead = depot_lead(journal)
    space.go("profiles", lead.id)
    screen = space.screen_of("profiles")
    assert isinstance(screen, ProfilesScreen)
    before = len(journal.goals.all())
    screen.profile.gap.menu.ideas.action.emit(ideas()[0].key)
    shown = space.stack.currentWidget()
    assert isinstance(shown, GoalScreen)
    assert shown.here() in {goal.id for goal in journal.goals.all()}
    assert len(journal.goals.all()) == before + 1
    space.toast.findChildren(QPushButton)[0].click()
    assert space.stack.currentWidget() is screen
    assert len(journal.goals.all()) == before
