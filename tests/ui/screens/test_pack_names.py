"""One place to see and change every name, and the words of the employer that no portfolio holds."""

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from ui.asking import asked
from ui.pack_page import opened, seen, settle, text, turn_to, worked
from workjournal.domain.entity import Audience
from workjournal.domain.episode import Episode
from workjournal.domain.label import Person, Relation
from workjournal.domain.redactions import Redaction
from workjournal.journal import redacting
from workjournal.journal.journal import Journal
from workjournal.ui import tasks
from workjournal.ui.dialogs.pack_names import PackNamesDialog
from workjournal.ui.parts.pack_people import PackPeople
from workjournal.ui.screens.pack import PackScreen
from workjournal.ui.widgets.row_list import Row


@pytest.fixture
def pack(qtbot: QtBot, journal: Journal) -> PackScreen:
    worked(journal)
    journal.people.save(Person(name="Ada Park", relation=Relation.CUSTOMER))
    return opened(qtbot, journal)


def ask(screen: PackScreen) -> PackNamesDialog:
    screen.share.change_names.click()
    return asked(PackNamesDialog)


def save(dialog: PackNamesDialog, screen: PackScreen) -> None:
    dialog.agree.click()
    tasks.wait_all()
    settle(screen)


def choose(people: PackPeople, name: str) -> None:
    wanted = next(row.id for row in people.entries.rows() if isinstance(row, Row) and row.title == name)
    assert people.entries.choose(wanted)


def listed(people: PackPeople) -> list[str]:
    return [row.title for row in people.entries.rows() if isinstance(row, Row)]


def person(journal: Journal, name: str) -> Person:
    return next(each for each in journal.people.all() if each.name == name)


def test_those_whom_the_texts_name_come_first(pack: PackScreen) -> None:
    people = ask(pack).people
    assert listed(people) == ["Named in what you chose", "Marco Ruiz", "The others", "Ada Park"]
    assert people.name.text() == "Marco Ruiz"
    assert people.name.isReadOnly()
    assert people.pseudonym.text() == "the product lead"
    assert people.met.isVisible()
    choose(people, "Ada Park")
    assert people.pseudonym.placeholderText() == "a customer"
    assert not people.met.isVisible()


def test_another_pseudonym_counts_for_every_pack(qtbot: QtBot, pack: PackScreen, journal: Journal) -> None:
    dialog = ask(pack)
    dialog.people.pseudonym.setFocus()
    dialog.people.pseudonym.selectAll()
    qtbot.keyClicks(dialog.people.pseudonym, "the head of product")
    save(dialog, pack)
    assert person(journal, "Marco Ruiz").pseudonym == "the head of product"
    assert "the head of product" in text(pack)
    assert "Marco Ruiz is called the head of product" in pack.share.names.text()
    assert journal.drafts.find("pack-names:manager") is None


def test_the_relation_gives_the_usual_stand_in(pack: PackScreen, journal: Journal) -> None:
    dialog = ask(pack)
    choose(dialog.people, "Ada Park")
    dialog.people.relation.choice = Relation.MENTOR
    assert dialog.people.pseudonym.placeholderText() == "my mentor"
    save(dialog, pack)
    assert person(journal, "Ada Park").relation is Relation.MENTOR


def test_somebody_is_called_by_the_name_in_this_pack_alone(pack: PackScreen, journal: Journal) -> None:
    dialog = ask(pack)
    assert not dialog.people.openly_card.isVisible()
    dialog.people.openly.click()
    assert dialog.people.openly_card.isVisible()
    save(dialog, pack)
    assert seen(pack).choice.named == {person(journal, "Marco Ruiz").id}
    assert "Told Marco about" in text(pack)
    assert pack.share.openly.text() == "Called by their names: Marco Ruiz"
    assert pack.share.openly_card.isVisible()
    assert "is called" not in pack.share.names.text()
    turn_to(pack, Audience.OWN)
    assert "Told Marco about" not in text(pack)
    assert not pack.share.openly_card.isVisible()


def test_somebody_new_is_replaced_from_now_on(qtbot: QtBot, pack: PackScreen, journal: Journal) -> None:
    pack.typed.asks.text = "A word with Ingrid Holm"
    settle(pack)
    assert "Ingrid" in text(pack)
    dialog = ask(pack)
    qtbot.keyClicks(dialog.people.query, "Ingrid Holm")
    assert listed(dialog.people) == []
    assert dialog.people.nobody.isVisible()
    qtbot.mouseClick(dialog.people.add, Qt.MouseButton.LeftButton)
    assert dialog.people.name.text() == "Ingrid Holm"
    assert not dialog.people.name.isReadOnly()
    dialog.people.relation.choice = Relation.SUPPLIER
    save(dialog, pack)
    assert person(journal, "Ingrid Holm").relation is Relation.SUPPLIER
    assert "A word with a supplier" in text(pack)


def test_somebody_new_without_a_name_is_not_kept(pack: PackScreen, journal: Journal) -> None:
    dialog = ask(pack)
    dialog.people.add.click()
    save(dialog, pack)
    assert journal.people.names() == ["Ada Park", "Marco Ruiz"]


def test_cancel_keeps_nothing(qtbot: QtBot, pack: PackScreen, journal: Journal) -> None:
    dialog = ask(pack)
    qtbot.keyClicks(dialog.people.pseudonym, " and more")
    dialog.people.openly.click()
    dialog.cancel.click()
    assert person(journal, "Marco Ruiz").pseudonym == "the product lead"
    assert not pack._now().one.named
    assert ask(pack).people.pseudonym.text() == "the product lead"


def test_what_was_typed_comes_back_after_a_lock(qtbot: QtBot, pack: PackScreen) -> None:
    dialog = ask(pack)
    qtbot.keyClicks(dialog.people.pseudonym, " and more")
    dialog.people.add.click()
    qtbot.keyClicks(dialog.people.name, "Ingrid Holm")
    dialog.reject()  # as a lock does
    again = ask(pack).people
    assert again.pseudonym.text() == "the product lead and more"
    assert "Ingrid Holm" in listed(again)


def test_words_of_the_employer_are_replaced_in_a_portfolio(
    qtbot: QtBot, pack: PackScreen, journal: Journal
) -> None:
    assert not ask(pack).part.isVisible()
    asked(PackNamesDialog).cancel.click()
    turn_to(pack, Audience.NEXT_JOB)
    assert "runbook" in text(pack)
    dialog = ask(pack)
    dialog.part.button(1).click()
    words = dialog.redactions
    qtbot.keyClicks(words.words, "runbook")
    qtbot.keyClick(words.words, Qt.Key.Key_Return)
    qtbot.keyClicks(words.instead, "manual")
    qtbot.keyClick(words.instead, Qt.Key.Key_Return)
    assert [row.title for row in words.entries.rows() if isinstance(row, Row)] == ["runbook"]
    save(dialog, pack)
    assert redacting.redactions(journal.preferences) == (Redaction("runbook", "manual"),)
    assert "Wrote the manual" in text(pack)
    turn_to(pack, Audience.MANAGER)
    assert "Wrote the runbook" in text(pack)


def test_the_list_of_words_is_changed_and_cut(pack: PackScreen, journal: Journal) -> None:
    redacting.redact(journal.preferences, [Redaction("Falcon", "a product"), Redaction("Otter")])
    turn_to(pack, Audience.NEXT_JOB)
    dialog = ask(pack)
    words = dialog.redactions
    words.entries.opened.emit("falcon")
    assert words.keep.text() == "Change"
    words.instead.setText("the tool")
    words.keep.click()
    words.entries.action.emit("otter")
    words.words.setText("half typed")
    save(dialog, pack)
    kept = redacting.redactions(journal.preferences)
    assert kept == (Redaction("Falcon", "the tool"), Redaction("half typed"))


def test_words_that_would_replace_themselves_are_refused(pack: PackScreen, journal: Journal) -> None:
    turn_to(pack, Audience.NEXT_JOB)
    dialog = ask(pack)
    dialog.redactions.words.setText("Falcon")
    dialog.redactions.instead.setText("Falcon of ours")
    dialog.agree.click()
    tasks.wait_all()
    assert dialog.isVisible()
    assert dialog.part.choice == 1
    assert "Falcon of ours" in dialog.redactions.redaction_problem.text()
    assert redacting.redactions(journal.preferences) == ()


def test_many_names_are_told_in_few_lines(qtbot: QtBot, journal: Journal) -> None:
    names = [f"Person{letter} Quux" for letter in "abcdefghijkl"]
    journal.people.named(*names)
    journal.episodes.add(Episode(date=journal.today(), title=", ".join(name.split()[0] for name in names)))
    told = opened(qtbot, journal).share.names.text().splitlines()
    assert len(told) == 9
    assert told[-1] == "and 4 more"
