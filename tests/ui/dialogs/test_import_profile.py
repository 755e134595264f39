"""A role profile from a file: its name is asked for, the file read in a thread, and told what it brought."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from ui.asking import asked, is_asked, press, type_in
from ui.profiles_page import LEAD, depot_lead, gaps, listed, needs, written
from ui.showing import on_screen
from workjournal.domain.role_profile import RoleProfile
from workjournal.journal.journal import Journal
from workjournal.ui import tasks
from workjournal.ui.dialogs.import_profile import ImportProfileDialog
from workjournal.ui.dialogs.import_report import ImportReportDialog
from workjournal.ui.screens.profiles import ProfilesScreen

BAD = b"skill,target,Owner\nPlanning,70,Mara\nFeedback,12,\n,50,\nPlanning,80,\n"


@pytest.fixture
def screen(qtbot: QtBot, journal: Journal) -> Iterator[ProfilesScreen]:
    made = on_screen(qtbot, ProfilesScreen(journal))
    made.renew()
    yield made
    tasks.wait_all()


def report() -> ImportReportDialog:
    """The report that comes up once the name is agreed to."""
    press(Qt.Key.Key_Return)
    return asked(ImportReportDialog)


def test_the_name_of_the_file_is_offered(screen: ProfilesScreen, journal: Journal, tmp_path: Path) -> None:
    screen.ask_import(written(tmp_path, "depot_lead-2027.csv", LEAD))
    dialog = asked(ImportProfileDialog)
    assert dialog.name.text() == "depot lead 2027"
    assert dialog.name.hasFocus()
    type_in(dialog.name, "Depot lead")
    told = report()
    assert told.heading.text() == "Read from depot_lead-2027.csv"
    assert told.words().startswith("3 row")
    (profile,) = journal.profiles.all()
    assert needs(journal, profile) == [
        ("Feedback", 60, ""),
        ("Forklift", 50, ""),
        ("Planning", 70, "Two depots"),
    ]
    assert screen.profile.open_id == profile.id
    screen.refresh()
    assert listed(screen) == [("Depot lead", "0 of 3 levels reached")]
    assert len(gaps(screen)) == 3


def test_an_empty_profile_that_is_open_is_offered(
    screen: ProfilesScreen, journal: Journal, tmp_path: Path
) -> None:
    journal.profiles.save(RoleProfile(name="Shift lead"))
    screen.refresh()
    screen.ask_import(written(tmp_path, "export.csv", LEAD))
    dialog = asked(ImportProfileDialog)
    assert dialog.name.text() == "Shift lead"
    hint = dialog.name_hint.text()
    type_in(dialog.name, "Another")
    assert dialog.name_hint.text() != hint
    report()
    assert [profile.name for profile in journal.profiles.all()] == ["Another", "Shift lead"]


def test_one_with_levels_is_not_mixed_up_with_a_new_file(
    screen: ProfilesScreen, journal: Journal, tmp_path: Path
) -> None:
    depot_lead(journal)
    screen.refresh()
    screen.ask_import(written(tmp_path, "buyer.csv", LEAD))
    assert asked(ImportProfileDialog).name.text() == "buyer"
    press(Qt.Key.Key_Escape)
    assert len(journal.profiles.all()) == 1


def test_bad_rows_are_named_and_good_ones_come_once(
    screen: ProfilesScreen, journal: Journal, tmp_path: Path
) -> None:
    file = written(tmp_path, "lead.csv", BAD)
    screen.ask_import(file)
    asked(ImportProfileDialog)
    told = report()
    assert [row.line for row in told.bad.rows()] == [3, 4, 5]
    assert "Owner" in told.words()
    press(Qt.Key.Key_Return)
    assert not is_asked(ImportReportDialog)
    (profile,) = journal.profiles.all()
    screen.activateWindow()
    screen.ask_import(file)
    type_in(asked(ImportProfileDialog).name, "lead")
    assert report().words().startswith("Nothing new")
    assert needs(journal, profile) == [("Planning", 70, "")]


def test_a_file_that_is_none_leaves_the_question_open(
    screen: ProfilesScreen, journal: Journal, tmp_path: Path
) -> None:
    screen.ask_import(written(tmp_path, "lead.csv", b"name,size\na,1\n"))
    dialog = asked(ImportProfileDialog)
    press(Qt.Key.Key_Return)
    assert "skill" in dialog.problem.text()
    assert dialog.name.hasFocus()
    dialog.name.clear()
    press(Qt.Key.Key_Return)
    assert dialog.problem.isVisible()
    assert journal.profiles.all() == []
    press(Qt.Key.Key_Escape)
    assert not is_asked(ImportProfileDialog)


def test_a_file_that_has_gone_is_told(screen: ProfilesScreen, journal: Journal, tmp_path: Path) -> None:
    screen.ask_import(tmp_path / "gone.csv")
    dialog = asked(ImportProfileDialog)
    press(Qt.Key.Key_Return)
    assert "gone.csv" in dialog.problem.text()
    assert journal.profiles.all() == []


def test_a_drop_on_either_page_asks(screen: ProfilesScreen, tmp_path: Path) -> None:
    file = written(tmp_path, "lead.csv", LEAD)
    for drop in (screen.empty_drop, screen.drop):
        drop.dropped.emit([file])
        asked(ImportProfileDialog)
        press(Qt.Key.Key_Escape)
