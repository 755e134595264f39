"""Names: people, tags and skills with their use; added, renamed, put away and brought back."""

from collections.abc import Callable
from typing import Any
from uuid import UUID

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from examples import DAY
from ui.asking import asked, is_asked, type_in
from ui.showing import on_screen
from workjournal.domain.episode import Episode
from workjournal.domain.label import Relation, Skill, Tag
from workjournal.journal.journal import Journal
from workjournal.ui import tasks
from workjournal.ui.dialogs.put_away_label import PutAwayLabelDialog
from workjournal.ui.parts.name_page import NamePage
from workjournal.ui.places import New
from workjournal.ui.plurals import PLURALS
from workjournal.ui.screens.names import NamesScreen
from workjournal.ui.widgets.row_list import Row


class Names:
    """The screen, where it went and what it said."""

    def __init__(self, qtbot: QtBot, journal: Journal) -> None:
        self.qtbot, self.journal = qtbot, journal
        self.screen = on_screen(qtbot, NamesScreen(journal))
        self.went: list[tuple[str, object]] = []
        self.said: list[tuple[str, Callable[[], object]]] = []
        self.screen.go.connect(lambda name, what: self.went.append((name, what)))
        self.screen.toast.connect(lambda text, undo: self.said.append((text, undo)))

    def show(self, kind: str = "people") -> NamesScreen:
        self.screen.renew()
        self.screen.kind.choice = kind
        self.screen.arrive(None)
        return self.screen

    def rows(self) -> list[tuple[str, str]]:
        return [(row.title, row.second) for row in self.screen.names.rows() if isinstance(row, Row)]

    def rename(self, name: str) -> None:
        type_in(self.page().name, name)
        self.qtbot.keyClick(self.page().name, Qt.Key.Key_Return)
        self.screen.renew()

    def page(self) -> NamePage[Any]:
        (shown,) = [sort.page for sort in self.screen._sorts.values() if sort.page.isVisible()]
        return shown


@pytest.fixture
def names(qtbot: QtBot, journal: Journal) -> Names:
    return Names(qtbot, journal)


def episode(journal: Journal, title: str = "Moved") -> UUID:
    made = Episode(date=DAY, title=title, story="Ada said so")
    return journal.episodes.add(made, people=["Ada"], tags=["depot"], skills=["Planning"]).id


@pytest.mark.parametrize(
    ("kind", "heading"), [("people", "Nobody yet"), ("tags", "No tags yet"), ("skills", "No skills yet")]
)
def test_says_what_names_are_for_while_there_are_none(names: Names, kind: str, heading: str) -> None:
    screen = names.show(kind)
    assert screen.empty.isVisible()
    assert (screen.empty.heading, bool(screen.empty.text)) == (heading, True)
    screen.empty.acted.emit()
    assert names.page().name.hasFocus()


def test_three_lists_tell_how_often_each_is_used(names: Names, journal: Journal) -> None:
    episode(journal)
    episode(journal, "Again")
    journal.tags.save(Tag(name="yard"))
    names.show()
    used = PLURALS.times_used(2)
    assert names.rows() == [("Ada", f"Somebody else · {used}")]
    names.show("tags")
    assert names.rows() == [("depot", used), ("yard", "Not used")]
    names.show("skills")
    assert names.rows() == [("Planning", used)]
    assert names.page().usage.text() == f"It is on {PLURALS.things('episode', 2)}."


def test_use_elsewhere_is_counted_when_it_is_announced(names: Names, journal: Journal) -> None:
    made = episode(journal)
    names.show("tags")
    journal.episodes.trash(made)
    assert Episode in names.screen.shows
    names.screen.renew()
    assert names.rows() == [("depot", "Not used")]


def test_renaming_is_done_in_place_by_keyboard(names: Names, journal: Journal, qtbot: QtBot) -> None:
    made = episode(journal)
    screen = names.show("tags")
    qtbot.keyClick(screen.names, Qt.Key.Key_Return)
    assert names.page().name.hasFocus()
    assert names.page().name.selectedText() == "depot"
    names.rename("Depot north")
    assert [tag.name for tag in journal.episodes.get(made).tags] == ["Depot north"]
    assert names.rows()[0][0] == "Depot north"
    assert screen.names.hasFocus()


def test_a_name_that_is_taken_is_told_at_the_field(names: Names, journal: Journal) -> None:
    journal.tags.save(Tag(name="depot"))
    journal.tags.save(Tag(name="yard"))
    screen = names.show("tags")
    names.rename("YARD")
    assert "another tag called YARD" in names.page().problem.text()
    assert names.page().name.hasFocus()
    assert journal.tags.names() == ["depot", "yard"]
    screen.leave()
    assert names.page().name.text() == "YARD", "what cannot be saved stays to be mended"
    names.rename("Yard 2")
    assert not names.page().problem.isVisible()
    assert journal.tags.names() == ["Yard 2", "yard"]


def test_a_person_is_told_apart_and_called_something_else_in_packs(names: Names, journal: Journal) -> None:
    episode(journal)
    screen = names.show()
    page = names.page()
    assert page.person.isVisible()
    page.relation.choice = Relation.CUSTOMER
    page.pseudonym.setText("the depot's best customer")
    screen.leave()
    [ada] = journal.people.all()
    assert (ada.relation, ada.pseudonym) == (Relation.CUSTOMER, "the depot's best customer")
    screen.renew()
    assert names.rows()[0][1].startswith("A customer")
    names.show("tags")
    assert not names.page().person.isVisible()


def test_one_is_added_by_keyboard(names: Names, journal: Journal) -> None:
    journal.skills.save(Skill(name="Planning"))
    screen = names.show("skills")
    screen.create_name.click()
    assert names.page().name_heading.text() == "New skill"
    names.rename("Listening")
    assert [skill.name for skill in journal.skills.all()] == ["Listening", "Planning"]
    assert names.page().name_heading.text() == "Listening"
    names.page().more.click()
    assert names.went == [("skills", names.page().open_id)]


def test_a_new_one_without_a_name_is_told(names: Names, journal: Journal) -> None:
    screen = names.show("tags")
    screen.arrive(New())
    names.page().keep.click()
    assert "Type one or more letters" in names.page().problem.text()
    assert journal.tags.all() == []


def test_one_in_use_is_put_away_after_a_question_and_comes_back(names: Names, journal: Journal) -> None:
    made = episode(journal)
    screen = names.show()
    names.qtbot.keyClick(screen.names, Qt.Key.Key_Delete)
    dialog = asked(PutAwayLabelDialog)
    dialog.take_off.click()
    dialog.agree.click()
    tasks.wait_all()
    screen.renew()
    assert names.rows() == []
    assert screen.empty.isVisible()
    now = journal.episodes.get(made)
    assert (now.people, now.story) == ([], "Ada said so")
    text, undo = names.said[0]
    assert text == "Ada moved to the trash"
    undo()
    screen.renew()
    assert names.rows()[0][0] == "Ada"
    assert [person.name for person in journal.episodes.get(made).people] == ["Ada"]


def test_what_is_typed_is_saved_before_the_question(names: Names, journal: Journal) -> None:
    episode(journal)
    journal.tags.save(Tag(name="yard"))
    names.show("tags")
    type_in(names.page().name, "yard")
    names.page().put_away.click()
    assert not is_asked(PutAwayLabelDialog), "first the name has to be mended"
    type_in(names.page().name, "depot north")
    names.page().put_away.click()
    assert "depot north" in asked(PutAwayLabelDialog).heading.text()
    asked(PutAwayLabelDialog).reject()


def test_a_search_narrows_the_list(names: Names, journal: Journal, qtbot: QtBot) -> None:
    for name in ("depot north", "depot south", "yard"):
        journal.tags.save(Tag(name=name))
    screen = names.show("tags")
    type_in(screen.query, "SOU dep")
    assert [title for title, _ in names.rows()] == ["depot south"]
    qtbot.keyClick(screen.query, Qt.Key.Key_Return)
    assert names.page().name.text() == "depot south"
    type_in(screen.query, "nobody")
    assert screen.nothing.isVisible()
    names.show("skills")
    assert screen.query.text() == ""


def test_a_name_is_shown_wherever_it_belongs(names: Names, journal: Journal) -> None:
    episode(journal)
    names.screen.renew()
    [planning] = journal.skills.all()
    names.screen.arrive(planning.id)
    assert names.screen.kind.choice == "skills"
    assert names.screen.here() == planning.id
    assert names.page().name.text() == "Planning"
