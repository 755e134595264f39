"""Role profiles: written by hand, compared with one's ratings, never lost half typed."""

from uuid import UUID

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from ui.profiles_page import choose_gap, depot_lead, gaps, listed, needs, rated
from ui.showing import on_screen
from workjournal.domain.role_profile import RoleProfile
from workjournal.journal.journal import Journal
from workjournal.ui.places import New
from workjournal.ui.screens.profiles import ProfilesScreen
from workjournal.ui.workspace import Workspace

LEFT = Qt.MouseButton.LeftButton
CONTROL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def screen(qtbot: QtBot, journal: Journal) -> ProfilesScreen:
    return on_screen(qtbot, ProfilesScreen(journal))


@pytest.fixture
def toasts(screen: ProfilesScreen) -> list[tuple[str, object]]:
    said: list[tuple[str, object]] = []
    screen.toast.connect(lambda words, undo: said.append((words, undo)))
    return said


def undo(toasts: list[tuple[str, object]]) -> None:
    back = toasts[-1][1]
    assert callable(back)
    back()


def test_teaches_while_there_is_none(screen: ProfilesScreen) -> None:
    screen.renew()
    screen.arrive(None)
    assert screen.empty.isVisible()
    assert screen.empty_drop.isVisible()
    assert not screen.import_sheet.isVisible()
    screen.empty.acted.emit()
    assert screen.profile.name.hasFocus()


def test_one_is_written_by_keyboard(qtbot: QtBot, screen: ProfilesScreen, journal: Journal) -> None:
    screen.renew()
    screen.arrive(New())
    page = screen.profile
    assert not page.gaps_card.isVisible()
    qtbot.keyClicks(page.name, "Depot lead")
    qtbot.keyClicks(page.description, "From spring on")
    qtbot.keyClick(page.description, Qt.Key.Key_Return, CONTROL)
    qtbot.waitUntil(lambda: bool(journal.profiles.all()))
    screen.refresh()
    (profile,) = journal.profiles.all()
    assert (profile.name, profile.description) == ("Depot lead", "From spring on")
    assert listed(screen) == [("Depot lead", "no level said yet")]
    assert page.gaps_card.isVisible()
    page.need.skill.setFocus()
    qtbot.keyClicks(page.need.skill, "Planning")
    page.need.level.setFocus()
    qtbot.keyClick(page.need.level, Qt.Key.Key_Right)
    qtbot.keyClicks(page.need.note, "Two depots")
    qtbot.keyClick(page.need.note, Qt.Key.Key_Return)
    assert needs(journal, profile) == [("Planning", 50, "Two depots")]
    assert page.need.skill.hasFocus()
    assert journal.drafts.all() == []


def test_a_name_that_is_taken_is_told_in_place(
    qtbot: QtBot, screen: ProfilesScreen, journal: Journal
) -> None:
    depot_lead(journal)
    screen.renew()
    screen.arrive(New())
    screen.profile.name.setText("depot  LEAD")
    qtbot.mouseClick(screen.profile.keep, LEFT)
    assert "already" in screen.profile.problem.text()
    assert len(journal.profiles.all()) == 1
    qtbot.keyClicks(screen.profile.name, " two")
    assert not screen.profile.problem.isVisible()


def test_gaps_are_told_in_words_the_widest_first(screen: ProfilesScreen, journal: Journal) -> None:
    depot_lead(journal)
    screen.renew()
    assert listed(screen) == [("Depot lead", "1 of 3 levels reached")]
    assert screen.profile.covered_chip.text() == "1 of 3 levels reached"
    assert gaps(screen) == [
        ("Forklift", "not rated yet, 50 needed"),
        ("Planning", "45 of 70, 25 to go"),
        ("Feedback", "60 of 60, reached"),
    ]
    assert screen.profile.gap.skill_name.text() == "Forklift"


def test_a_new_rating_moves_the_gap_and_leaves_the_choice(screen: ProfilesScreen, journal: Journal) -> None:
    depot_lead(journal)
    screen.renew()
    choose_gap(screen, journal, "Planning")
    rated(journal, "Planning", 70)
    screen.refresh()
    assert listed(screen) == [("Depot lead", "2 of 3 levels reached")]
    assert gaps(screen)[1:] == [("Planning", "70 of 70, reached"), ("Feedback", "60 of 60, reached")]
    assert screen.profile.gap.skill_name.text() == "Planning"
    assert "reached" in screen.profile.gap.gap_words.text()


def test_choosing_another_saves_the_one_before(
    qtbot: QtBot, screen: ProfilesScreen, journal: Journal
) -> None:
    lead = depot_lead(journal)
    other = journal.profiles.save(RoleProfile(name="Shift lead"))
    screen.renew()
    screen.arrive(lead.id)
    qtbot.keyClicks(screen.profile.description, "From spring on")
    screen.profile.gap.note.setText("For the licence")
    screen.profiles.setFocus()
    qtbot.keyClick(screen.profiles, Qt.Key.Key_Down)
    assert screen.profile.open_id == other.id
    assert not screen.profile.right.isVisible()
    assert journal.profiles.get(lead.id).description == "From spring on"
    assert ("Forklift", 50, "For the licence") in needs(journal, lead)


def test_drafts_outlive_a_kill(qtbot: QtBot, screen: ProfilesScreen, journal: Journal) -> None:
    lead = depot_lead(journal)
    screen.renew()
    screen.profile.name.setText("Depot lead north")
    qtbot.keyClicks(screen.profile.gap.note, "For the li")
    qtbot.keyClicks(screen.profile.need.skill, "Budg")
    for part in (screen.profile, screen.profile.gap, screen.profile.need):
        part.autosave.flush()
    assert len(journal.drafts.all()) == 3
    assert journal.profiles.get(lead.id).name == "Depot lead"
    other = on_screen(qtbot, ProfilesScreen(journal))
    other.renew()
    assert other.profile.name.text() == "Depot lead north"
    assert other.profile.gap.note.text() == "For the li"
    assert other.profile.need.skill.text() == "Budg"
    other.leave()
    assert journal.profiles.get(lead.id).name == "Depot lead north"
    assert [draft.place for draft in journal.drafts.all()] == [f"role-need:{lead.id}"]
    assert [skill.name for skill in journal.skills.all() if skill.name == "Budg"] == []


def test_a_new_one_half_typed_comes_back(qtbot: QtBot, screen: ProfilesScreen, journal: Journal) -> None:
    depot_lead(journal)
    screen.renew()
    screen.arrive(New())
    qtbot.keyClicks(screen.profile.description, "A role without a name yet")
    assert screen.here() == New()
    screen.leave()
    assert len(journal.profiles.all()) == 1
    again = on_screen(qtbot, ProfilesScreen(journal))
    again.renew()
    again.arrive(New())
    assert again.profile.description.text == "A role without a name yet"


def test_one_made_meanwhile_is_shown_before_the_list_knows_it(
    screen: ProfilesScreen, journal: Journal
) -> None:
    depot_lead(journal)
    screen.renew()
    made = journal.profiles.save(RoleProfile(name="Area lead"))
    screen.arrive(made.id)
    screen.renew()
    assert screen.here() == screen.profiles.current_id() == made.id


def test_a_new_one_left_untyped_is_no_more_there(screen: ProfilesScreen, journal: Journal) -> None:
    screen.renew()
    screen.arrive(New())
    screen.leave()
    screen.arrive(None)
    assert screen.pages.currentWidget() is screen.empty_page
    known = depot_lead(journal).id
    screen.arrive(New())
    screen.leave()
    screen.arrive(None)
    assert screen.here() == screen.profile.open_id == known


def test_a_profile_goes_into_the_trash_and_back(
    qtbot: QtBot, screen: ProfilesScreen, journal: Journal, toasts: list[tuple[str, object]]
) -> None:
    lead = depot_lead(journal)
    screen.renew()
    qtbot.mouseClick(screen.profile.trash, LEFT)
    assert journal.profiles.all() == []
    screen.refresh()
    assert screen.empty_page.isVisible()
    undo(toasts)
    screen.refresh()
    assert listed(screen) == [("Depot lead", "1 of 3 levels reached")]
    assert [each.id for each in journal.profiles.all()] == [lead.id]


def test_it_comes_back_to_where_one_was(screen: ProfilesScreen, journal: Journal) -> None:
    lead = depot_lead(journal)
    journal.profiles.save(RoleProfile(name="A role before it"))
    screen.renew()
    screen.arrive(lead.id)
    assert screen.here() == lead.id
    assert screen.profiles.current_id() == lead.id


def test_a_skill_leads_to_a_role_that_needs_it(screen: ProfilesScreen, journal: Journal) -> None:
    journal.profiles.save(RoleProfile(name="A role before it"))
    lead = depot_lead(journal)
    planning, other = journal.skills.named("Planning", "Singing")
    screen.renew()
    screen.arrive(planning.id)
    assert screen.profile.open_id == lead.id
    assert screen.profile.gap.skill_name.text() == "Planning"
    screen.arrive(other.id)  # no role needs it
    assert screen.profile.open_id == lead.id


def test_the_skills_are_a_step_back(qtbot: QtBot, screen: ProfilesScreen) -> None:
    gone: list[tuple[str, UUID | None]] = []
    screen.go.connect(lambda name, what: gone.append((name, what)))
    screen.renew()
    qtbot.mouseClick(screen.back, LEFT)
    assert gone == [("skills", None)]


def test_the_gap_stands_beside_the_levels_where_there_is_room(
    qtbot: QtBot, screen: ProfilesScreen, journal: Journal
) -> None:
    depot_lead(journal)
    screen.renew()
    page = screen.profile
    screen.resize(1200, 900)
    qtbot.waitUntil(lambda: page.right.x() > page.gaps_card.width())
    screen.resize(892, 640)
    qtbot.waitUntil(lambda: page.right.x() == 0 and page.right.y() > page.gaps_card.height())
    choose_gap(screen, journal, "Planning")
    assert screen.page_scroll.verticalScrollBar().value() == 0
    page.gaps.setFocus()
    qtbot.keyClick(page.gaps, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: screen.page_scroll.verticalScrollBar().value() > 0)


def test_the_palette_leads_here(space: Workspace) -> None:
    space.commands["profiles"].run()
    assert space.stack.currentWidget() is space.screen_of("profiles")
