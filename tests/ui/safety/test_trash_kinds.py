"""Whatever can lie in the trash or in a copy is called by its name there."""

import pytest
from pytestqt.qtbot import QtBot

from examples import Examples
from workjournal.domain.label import Person, Skill, Tag
from workjournal.journal.journal import Journal
from workjournal.journal.service import called
from workjournal.journal.trash import KINDS
from workjournal.store.contents import KINDS as COUNTED
from workjournal.ui.plurals import PLURALS
from workjournal.ui.safety.trash_card import TrashCard
from workjournal.ui.widgets.row_list import Row


def test_each_kind_of_thing_in_the_trash_has_its_words(qtbot: QtBot, journal: Journal, one: Examples) -> None:
    for things in (one, one.records):
        for value in vars(things).values():
            if type(value) in KINDS and not isinstance(value, Tag | Skill | Person):
                journal.trash.put(value.id)
    for label in one.spare.values():
        journal.trash.put(label.id)
    journal.trash.put(one.records.profile.targets[0].id)
    assert {thing.noun for thing in journal.trash.contents()} == {called(noun) for noun in KINDS}
    card = TrashCard(journal)
    qtbot.addWidget(card)
    card.refresh()
    rows = [row for row in card.things.rows() if isinstance(row, Row)]
    shown = {row.second.partition(" · ")[0] for row in rows}
    assert len(shown) == len(KINDS)


@pytest.mark.parametrize("kind", COUNTED)
def test_each_kind_of_thing_in_a_copy_is_counted_in_words(kind: str) -> None:
    assert PLURALS.things(kind, 2)  # KeyError where it has none
