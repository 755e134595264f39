"""Skills: make, describe, rate, search, delete; what is typed survives whatever comes."""

import datetime as dt
from uuid import UUID

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from ui.actions_page import Told
from ui.showing import on_screen
from workjournal.domain.episode import Episode
from workjournal.domain.label import Skill
from workjournal.domain.skill_record import Credential, SkillRating
from workjournal.journal.journal import Journal
from workjournal.ui import tasks
from workjournal.ui.dialogs.put_away_label import PutAwayLabelDialog
from workjournal.ui.places import New
from workjournal.ui.screens.skills import MANY, SkillsScreen
from workjournal.ui.widgets.rated_list import RatedRow

LEFT = Qt.MouseButton.LeftButton
CONTROL = Qt.KeyboardModifier.ControlModifier
LEVELS = [{"at": 0, "text": "With help"}, {"at": 40, "text": "A small one alone"}]


@pytest.fixture
def screen(qtbot: QtBot, journal: Journal) -> SkillsScreen:
    return on_screen(qtbot, SkillsScreen(journal))


@pytest.fixture
def told(screen: SkillsScreen) -> Told:
    said: Told = []
    screen.toast.connect(lambda text, undo: said.append((text, undo)))
    return said


def kept(journal: Journal, name: str, **fields: object) -> UUID:
    skill = Skill(name=name)
    for field, value in fields.items():
        setattr(skill, field, value)
    return journal.skills.save(skill).id


def rows(screen: SkillsScreen) -> list[RatedRow]:
    return [row for row in screen.skills.rows() if isinstance(row, RatedRow)]


def test_teaches_while_there_is_none_and_begins_one(screen: SkillsScreen) -> None:
    screen.renew()
    screen.arrive(None)
    assert screen.empty.isVisible()
    assert screen.empty.heading == "No skills yet"
    assert not screen.compare.isVisible()
    screen.empty.acted.emit()
    assert screen.skill.name.hasFocus()
    assert not screen.skill.rate.isVisible()


def test_a_new_one_left_untyped_is_no_more_there(screen: SkillsScreen, journal: Journal) -> None:
    screen.renew()
    screen.arrive(New())
    screen.leave()
    screen.arrive(None)
    assert screen.pages.currentWidget() is screen.empty
    known = kept(journal, "Planning")
    screen.arrive(New())
    screen.leave()
    screen.arrive(None)
    assert screen.here() == screen.skill.open_id == known


def test_a_new_one_by_keyboard_with_its_levels(qtbot: QtBot, screen: SkillsScreen, journal: Journal) -> None:
    screen.renew()
    screen.arrive(New())
    qtbot.keyClicks(screen.skill.name, "Planning")
    qtbot.keyClicks(screen.skill.description, "Who does what by when")
    qtbot.mouseClick(screen.skill.add_level, LEFT)
    (first,) = screen.skill.levels.rows
    assert first.text.hasFocus()
    qtbot.keyClicks(first.text, "With help")
    qtbot.mouseClick(screen.skill.add_level, LEFT)
    qtbot.keyClicks(screen.skill.levels.rows[1].text, "Alone")
    qtbot.keyClick(screen.skill.levels.rows[1].text, Qt.Key.Key_Return, CONTROL)
    qtbot.waitUntil(lambda: bool(journal.skills.all()))
    (skill,) = journal.skills.all()
    assert (skill.name, skill.description) == ("Planning", "Who does what by when")
    assert skill.levels == [{"at": 0, "text": "With help"}, {"at": 20, "text": "Alone"}]
    screen.refresh()
    assert screen.skill.open_id == skill.id
    assert screen.skill.rate.isVisible()
    assert journal.drafts.all() == []


def test_a_list_says_how_far_one_is_and_since_when(screen: SkillsScreen, journal: Journal) -> None:
    planning = kept(journal, "Planning", levels=LEVELS)
    kept(journal, "German")
    for day, level in ((1, 20), (9, 45)):
        journal.ratings.rate(SkillRating(skill_id=planning, date=dt.date(2026, 11, day), level=level))
    journal.credentials.keep(Credential(skill_id=planning, name="Planner"))
    screen.renew()
    german, rated = rows(screen)
    assert (german.title, german.rating, german.second) == ("German", None, "Not rated yet")
    assert (rated.title, rated.rating, rated.second) == ("Planning", 45, "A small one alone")
    assert rated.third.startswith("9 Nov 2026 · 1 credential")


def test_few_skills_need_no_search_and_many_are_found_by_a_few_letters(
    qtbot: QtBot, screen: SkillsScreen, journal: Journal
) -> None:
    for number in range(MANY):
        kept(journal, f"Skill {number}")
    screen.renew()
    assert not screen.query.isVisible()
    wanted = kept(journal, "Writing")
    screen.renew()
    screen.arrive(None)
    before = screen.skill.open_id
    qtbot.keyClicks(screen.query, "wri")
    assert [row.title for row in rows(screen)] == ["Writing"]
    assert screen.skill.open_id == before  # searching opens nothing
    qtbot.keyClick(screen.query, Qt.Key.Key_Return)
    assert screen.skill.open_id == wanted
    qtbot.keyClicks(screen.query, "ngggg")
    assert screen.nothing.isVisible()
    screen.arrive(before)
    assert len(rows(screen)) == MANY + 1
    assert screen.skills.current_id() == before


def test_a_name_that_is_taken_is_said_below_the_name(
    qtbot: QtBot, screen: SkillsScreen, journal: Journal
) -> None:
    kept(journal, "Planning")
    screen.renew()
    screen.arrive(New())
    qtbot.keyClicks(screen.skill.name, "planning")
    qtbot.mouseClick(screen.skill.keep, LEFT)
    assert "another skill called planning" in screen.skill.problem.text()
    assert not screen.skill.level_problem.isVisible()
    assert screen.skill.name.hasFocus()
    assert len(journal.skills.all()) == 1


def test_levels_that_begin_together_are_said_below_the_levels_and_nothing_is_lost(
    qtbot: QtBot, screen: SkillsScreen, journal: Journal
) -> None:
    planning, other = kept(journal, "Planning", levels=LEVELS), kept(journal, "Writing")
    screen.renew()
    screen.arrive(planning)
    screen.skill.levels.rows[1].at.setValue(0)
    screen.leave()
    assert "begin at 0" in screen.skill.level_problem.text()
    assert screen.skill.level_problem.isVisible()
    assert not screen.skill.problem.isVisible()
    screen.arrive(other)
    screen.arrive(planning)
    assert [row.at.value() for row in screen.skill.levels.rows] == [0, 0]
    assert journal.skills.get(planning).levels == LEVELS
    screen.skill.levels.rows[1].at.setValue(60)
    assert not screen.skill.level_problem.isVisible()
    screen.leave()
    assert [each["at"] for each in journal.skills.get(planning).levels] == [0, 60]
    assert journal.drafts.all() == []


def test_what_is_typed_of_skill_and_rating_outlives_a_kill(
    qtbot: QtBot, screen: SkillsScreen, journal: Journal
) -> None:
    planning = kept(journal, "Planning", levels=LEVELS)
    seen = journal.episodes.add(Episode(date=journal.today(), title="The move"), skills=["Planning"])
    screen.renew()
    screen.arrive(planning)
    qtbot.keyClicks(screen.skill.description, "Half a sen")
    qtbot.mouseClick(screen.skill.add_level, LEFT)
    fields = screen.skill.rate.fields
    fields.level.rating = 45
    fields.episode.choice = seen.id
    qtbot.keyClicks(fields.evidence, "Held for a w")
    screen.skill.autosave.flush()
    screen.skill.rate.autosave.flush()
    again = SkillsScreen(journal)
    qtbot.addWidget(again)
    again.renew()
    again.arrive(planning)
    assert again.skill.description.text == "Half a sen"
    assert [row.at.value() for row in again.skill.levels.rows] == [0, 40, 60]
    back = again.skill.rate.fields
    assert (back.level.rating, back.evidence.text, back.episode.choice) == (45, "Held for a w", seen.id)
    assert back.meaning.text() == "A small one alone"


def test_a_half_given_rating_stays_with_its_skill(screen: SkillsScreen, journal: Journal) -> None:
    planning, writing = kept(journal, "Planning"), kept(journal, "Writing")
    screen.renew()
    screen.arrive(planning)
    screen.skill.rate.fields.level.rating = 45
    found = []
    for other in (writing, planning):
        screen.arrive(other)
        found.append(screen.skill.rate.fields.level.rating)
    assert found == [None, 45]


def test_refresh_leaves_what_is_being_typed(qtbot: QtBot, screen: SkillsScreen, journal: Journal) -> None:
    planning = kept(journal, "Planning")
    screen.renew()
    screen.arrive(planning)
    qtbot.keyClicks(screen.skill.description, "Half a sen")
    screen.skill.rate.fields.level.rating = 45
    kept(journal, "German")
    screen.refresh()
    assert screen.skill.description.text == "Half a sen"
    assert screen.skill.rate.fields.level.rating == 45
    assert len(rows(screen)) == 2
    assert screen.skills.current_id() == planning
    screen.arrive(New())
    qtbot.keyClicks(screen.skill.name, "Wri")
    screen.refresh()
    assert screen.skill.open_id is None
    assert screen.skill.name.text() == "Wri"


def test_walking_down_the_list_saves_the_one_before(
    qtbot: QtBot, screen: SkillsScreen, journal: Journal
) -> None:
    german, planning = kept(journal, "German"), kept(journal, "Planning")
    screen.renew()
    screen.arrive(german)
    qtbot.keyClicks(screen.skill.description, "Spoken")
    screen.skills.setFocus()
    qtbot.keyClick(screen.skills, Qt.Key.Key_Down)
    assert screen.skill.open_id == planning
    assert journal.skills.get(german).description == "Spoken"


def test_deleting_asks_first_and_can_be_undone(
    qtbot: QtBot, screen: SkillsScreen, journal: Journal, told: Told
) -> None:
    planning = kept(journal, "Planning")
    screen.renew()
    screen.arrive(planning)
    qtbot.keyClicks(screen.skill.description, "Who and when")
    qtbot.keyClick(screen.skills, Qt.Key.Key_Delete)
    dialog = screen.findChild(PutAwayLabelDialog)
    assert dialog is not None
    assert journal.skills.get(planning).description == "Who and when"
    dialog.agree.click()
    tasks.wait_all()
    screen.refresh()
    assert journal.skills.all() == []
    assert screen.empty.isVisible()
    (text, undo) = told[-1]
    assert text == "Skill deleted"
    undo()
    screen.refresh()
    assert [row.title for row in rows(screen)] == ["Planning"]


def test_delete_waits_until_what_is_typed_can_be_saved(
    qtbot: QtBot, screen: SkillsScreen, journal: Journal
) -> None:
    planning = kept(journal, "Planning")
    screen.renew()
    screen.arrive(planning)
    screen.skill.name.clear()
    qtbot.mouseClick(screen.skill.put_away, LEFT)
    assert screen.findChild(PutAwayLabelDialog) is None
    assert "name is empty" in screen.skill.problem.text()


def test_goes_to_the_roles_and_to_the_episode_that_is_evidence(
    qtbot: QtBot, screen: SkillsScreen, journal: Journal
) -> None:
    planning = kept(journal, "Planning")
    asked: list[tuple[str, object]] = []
    screen.go.connect(lambda name, what: asked.append((name, what)))
    screen.renew()
    qtbot.mouseClick(screen.compare, LEFT)
    seen = journal.episodes.add(Episode(date=journal.today(), title="The move"))
    screen.skill.history.episode.emit(seen.id)
    assert asked == [("profiles", planning), ("episode", seen.id)]


def test_tab_goes_from_a_new_level_to_the_button_below(
    qtbot: QtBot, screen: SkillsScreen, journal: Journal
) -> None:
    planning = kept(journal, "Planning", levels=LEVELS)
    screen.renew()
    screen.arrive(planning)
    qtbot.mouseClick(screen.skill.add_level, LEFT)
    row = screen.skill.levels.rows[-1]
    QTest.keyClick(row.text, Qt.Key.Key_Tab)
    assert row.remove.hasFocus()
    QTest.keyClick(row.remove, Qt.Key.Key_Tab)
    assert screen.skill.add_level.hasFocus()
