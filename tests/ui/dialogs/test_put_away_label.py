"""Tags, skills and people in use: what is to become of what has them is asked, and can be undone."""

import pytest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from examples import DAY
from ui.asking import asked, press
from ui.showing import on_screen
from workjournal.domain.episode import Episode
from workjournal.domain.label import Person, Skill, Tag
from workjournal.domain.skill_record import SkillRating
from workjournal.journal.journal import Journal
from workjournal.journal.label_use import PutAway
from workjournal.ui import tasks
from workjournal.ui.dialogs.put_away_label import PutAwayLabelDialog
from workjournal.ui.parts import label_words

Done = list[PutAway]


@pytest.fixture
def owner(qtbot: QtBot) -> QWidget:
    return on_screen(qtbot, QWidget())


def _episode(journal: Journal) -> Episode:
    return journal.episodes.add(
        Episode(date=DAY, title="Moved", story="Ada said so"),
        tags=["depot"],
        people=["Ada"],
        skills=["Planning"],
    )


def test_what_has_it_gets_another_one(journal: Journal, owner: QWidget) -> None:
    episode = _episode(journal)
    [depot] = journal.tags.all()
    yard = journal.tags.save(Tag(name="yard"))
    done: Done = []
    dialog = PutAwayLabelDialog.ask(owner, journal.tags, depot, done.append)
    assert asked(PutAwayLabelDialog) is dialog
    assert dialog.usage.text() == f"It is on {label_words.listed({'episode': 1})}."
    assert dialog.replace.hasFocus()
    assert not dialog.agree.isEnabled()
    dialog.replace.click()
    assert not dialog.agree.isEnabled()
    dialog.into.choice = yard.id
    dialog.agree.click()
    tasks.wait_all()
    assert [tag.name for tag in journal.episodes.get(episode.id).tags] == ["yard"]
    assert journal.tags.names() == ["yard"]
    journal.tags.undo(done[0])
    assert [tag.name for tag in journal.episodes.get(episode.id).tags] == ["depot"]


def test_choosing_a_name_chooses_to_replace(journal: Journal, owner: QWidget) -> None:
    _episode(journal)
    other = journal.people.save(Person(name="Bo"))
    [ada] = [one for one in journal.people.all() if one.name == "Ada"]
    dialog = PutAwayLabelDialog.ask(owner, journal.people, ada, print)
    dialog.take_off.click()
    dialog.into.choice = other.id
    assert dialog.replace.isChecked()
    assert not dialog.take_off.isChecked()
    dialog.reject()


def test_a_person_is_taken_off_and_no_text_is_lost(journal: Journal, owner: QWidget) -> None:
    episode = _episode(journal)
    [ada] = journal.people.all()
    done: Done = []
    dialog = PutAwayLabelDialog.ask(owner, journal.people, ada, done.append)
    assert "In packs it stays replaced" in dialog.promise.text()
    assert not dialog.replace.isVisible()  # there is nobody to take the place
    assert not dialog.into.isVisible()
    dialog.take_off.click()
    dialog.agree.click()
    tasks.wait_all()
    now = journal.episodes.get(episode.id)
    assert (now.people, now.story) == ([], "Ada said so")
    journal.people.undo(done[0])
    assert [person.name for person in journal.episodes.get(episode.id).people] == ["Ada"]


def test_a_skill_tells_what_belongs_to_it(journal: Journal, owner: QWidget) -> None:
    _episode(journal)
    [planning] = journal.skills.all()
    journal.ratings.rate(SkillRating(skill_id=planning.id, date=DAY, level=40))
    dialog = PutAwayLabelDialog.ask(owner, journal.skills, planning, print)
    rating = label_words.listed({"skill rating": 1})
    assert dialog.usage.text().endswith(f"What belongs to it: {rating}.")
    assert dialog.take_off_words.text().startswith("What belongs to it lies in the trash")
    dialog.reject()


def test_one_that_nothing_has_is_only_asked_about(journal: Journal, owner: QWidget) -> None:
    journal.skills.save(Skill(name="Planning"))
    spare = journal.skills.save(Skill(name="Juggling"))
    done: Done = []
    dialog = PutAwayLabelDialog.ask(owner, journal.skills, spare, done.append)
    assert asked(PutAwayLabelDialog) is dialog
    assert not dialog.choices.isVisible()
    assert dialog.usage.text() == "Nothing has it."
    press()
    assert [each.label for each in done] == [spare.id]
    assert journal.skills.names() == ["Planning"]


def test_cancel_leaves_all_as_it_is(journal: Journal, owner: QWidget) -> None:
    episode = _episode(journal)
    [depot] = journal.tags.all()
    done: Done = []
    dialog = PutAwayLabelDialog.ask(owner, journal.tags, depot, done.append)
    dialog.take_off.click()
    dialog.cancel.click()
    tasks.wait_all()
    assert not done
    assert [tag.name for tag in journal.episodes.get(episode.id).tags] == ["depot"]


def test_a_place_that_is_gone_by_now_is_told(journal: Journal, owner: QWidget) -> None:
    _episode(journal)
    [depot] = journal.tags.all()
    yard = journal.tags.save(Tag(name="yard"))
    done: Done = []
    dialog = PutAwayLabelDialog.ask(owner, journal.tags, depot, done.append)
    dialog.into.choice = yard.id
    journal.tags.trash(yard.id)
    dialog.agree.click()
    tasks.wait_all()
    assert "Yard is in the trash" in dialog.problem.text()
    assert dialog.isVisible()
    assert not done
    dialog.reject()


@pytest.mark.parametrize(
    ("usage", "words"),
    [
        ({}, ""),
        ({"tag": 2}, "{0}"),
        ({"tag": 2, "goal": 3}, "{0} and {1}"),
        ({"tag": 2, "goal": 3, "lesson": 4}, "{0}, {1} and {2}"),
    ],
)
def test_uses_read_as_one_phrase(usage: dict[str, int], words: str) -> None:
    each = [label_words.listed({noun: number}) for noun, number in usage.items()]
    assert label_words.listed(usage) == words.format(*each)
