"""A further level that a role needs: added by hand, with completion, and taken back."""

from typing import Any

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from ui.profiles_page import depot_lead, needs
from ui.showing import on_screen
from workjournal.domain.role_profile import RoleProfile
from workjournal.journal.journal import Journal
from workjournal.ui import form
from workjournal.ui.parts.need_form import FIELDS, NeedForm

LEFT = Qt.MouseButton.LeftButton


@pytest.fixture
def lead(journal: Journal) -> RoleProfile:
    return depot_lead(journal)


@pytest.fixture
def need(qtbot: QtBot, journal: Journal, lead: RoleProfile) -> NeedForm:
    made = on_screen(qtbot, NeedForm(journal))
    made.show_profile(lead.id)
    return made


@pytest.fixture
def undos(need: NeedForm) -> list[Any]:
    said: list[Any] = []
    need.toast.connect(lambda _, undo: said.append(undo))
    return said


def test_a_known_skill_is_completed_from_its_middle(qtbot: QtBot, need: NeedForm) -> None:
    qtbot.keyClicks(need.skill, "lann")
    assert need.skill.completer().currentCompletion() == "Planning"


def test_a_new_skill_is_made_and_taken_out_again(
    qtbot: QtBot, need: NeedForm, journal: Journal, lead: RoleProfile, undos: list[Any]
) -> None:
    qtbot.keyClicks(need.skill, "Budgeting")
    need.level.rating = 40
    with qtbot.waitSignal(need.added):
        qtbot.mouseClick(need.add, LEFT)
    assert ("Budgeting", 40, "") in needs(journal, lead)
    assert form.read(need, names=FIELDS) == {"skill": "", "level": None, "note": ""}
    undos[-1]()
    assert "Budgeting" not in [name for name, *_ in needs(journal, lead)]


def test_one_that_is_needed_already_is_changed_and_changed_back(
    qtbot: QtBot, need: NeedForm, journal: Journal, lead: RoleProfile, undos: list[Any]
) -> None:
    qtbot.keyClicks(need.skill, "planning")
    need.level.rating = 90
    qtbot.mouseClick(need.add, LEFT)
    assert ("Planning", 90, "Two depots") in needs(journal, lead)
    assert len(needs(journal, lead)) == 3
    undos[-1]()
    assert ("Planning", 70, "Two depots") in needs(journal, lead)


def test_what_is_missing_is_told_where_the_keyboard_goes(
    qtbot: QtBot, need: NeedForm, journal: Journal, lead: RoleProfile
) -> None:
    qtbot.mouseClick(need.add, LEFT)
    assert "skill" in need.problem.text().lower()
    assert need.skill.hasFocus()
    qtbot.keyClicks(need.skill, "Budgeting")
    assert not need.problem.isVisible()
    qtbot.mouseClick(need.add, LEFT)
    assert "0 to 100" in need.problem.text()
    assert need.level.hasFocus()
    assert len(needs(journal, lead)) == 3
    assert "Budgeting" not in journal.skills.names()


def test_each_profile_has_a_draft_of_its_own(
    qtbot: QtBot, need: NeedForm, journal: Journal, lead: RoleProfile
) -> None:
    other = journal.profiles.save(RoleProfile(name="Shift lead"))
    qtbot.keyClicks(need.skill, "Budg")
    need.level.rating = 35
    need.show_profile(other.id)
    assert form.read(need, names=FIELDS) == {"skill": "", "level": None, "note": ""}
    need.show_profile(lead.id)
    assert (need.skill.text(), need.level.rating) == ("Budg", 35)
    need.skill.clear()
    need.level.rating = None
    need.leave()
    assert journal.drafts.all() == []


def test_reading_the_skills_again_leaves_what_is_typed(
    qtbot: QtBot, need: NeedForm, journal: Journal, lead: RoleProfile
) -> None:
    qtbot.keyClicks(need.skill, "Budg")
    journal.skills.named("Budgeting")
    need.show_profile(lead.id)
    assert need.skill.text() == "Budg"
    need.skill.completer().setCompletionPrefix("Budg")
    assert need.skill.completer().currentCompletion() == "Budgeting"
