"""The pulse: given by keyboard, kept to oneself, passed over, changed, undone; what is typed survives a lock."""

import datetime as dt
from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QWidget
from pytestqt.qtbot import QtBot

from conftest import Clock
from ui.asking import asked
from ui.showing import on_screen
from workjournal.domain.episode import Episode
from workjournal.domain.pulse import Pulse
from workjournal.journal.journal import Journal
from workjournal.ui.dialogs.pulse import PulseDialog
from workjournal.ui.widgets.row_list import Row

OCTOBER = dt.date(2026, 10, 12)
SEPTEMBER = dt.date(2026, 9, 3)
Said = list[tuple[str, Callable[[], object] | None]]


@pytest.fixture
def owner(qtbot: QtBot) -> QWidget:
    return on_screen(qtbot, QWidget())


@pytest.fixture
def said() -> Said:
    return []


def opened(owner: QWidget, journal: Journal, said: Said) -> PulseDialog:
    dialog = PulseDialog.ask(owner, journal, lambda text, undo: said.append((text, undo)))
    assert asked(PulseDialog) is dialog
    return dialog


def undo(said: Said) -> None:
    back = said[-1][1]
    assert back is not None
    back()


def given(journal: Journal) -> list[tuple[dt.date, int | None, int | None, str]]:
    return [(one.date, one.safety, one.accountability, one.note) for one in journal.pulses.all()]


def titles(dialog: PulseDialog) -> list[str]:
    return [row.title for row in dialog.earlier.rows() if isinstance(row, Row)]


def test_is_given_by_keyboard_and_taken_back(
    qtbot: QtBot, owner: QWidget, journal: Journal, said: Said
) -> None:
    dialog = opened(owner, journal, said)
    assert any("in no review pack" in label.text() for label in dialog.findChildren(QLabel))
    assert dialog.safety.hasFocus()
    assert not dialog.earlier_part.isVisible()
    qtbot.keyClick(dialog.safety, Qt.Key.Key_Right)
    qtbot.keyClick(dialog.safety, Qt.Key.Key_Right)
    qtbot.keyClick(dialog.accountability, Qt.Key.Key_End)
    qtbot.keyClicks(dialog.note, "A good talk")
    qtbot.keyClick(dialog.agree, Qt.Key.Key_Return)
    assert given(journal) == [(journal.today(), 55, 100, "A good talk")]
    assert not dialog.isVisible()
    assert journal.drafts.all() == []
    undo(said)
    assert given(journal) == []


def test_neither_is_told_in_place(owner: QWidget, journal: Journal, said: Said) -> None:
    dialog = opened(owner, journal, said)
    dialog.agree.click()
    assert "Move at least one of the two." in dialog.problem.text()
    dialog.safety.rating = 40
    assert not dialog.problem.isVisible()
    assert not said


def test_a_month_is_passed_over_and_asked_again(
    owner: QWidget, journal: Journal, said: Said, clock: Clock
) -> None:
    journal.episodes.add(Episode(date=SEPTEMBER, title="Began"))
    assert journal.pulses.is_due(journal.today())
    dialog = opened(owner, journal, said)
    dialog.pass_over.click()
    assert not dialog.isVisible()
    assert not journal.pulses.is_due(journal.today())
    undo(said)
    assert journal.pulses.is_due(journal.today())


def test_this_months_is_changed_and_put_back(owner: QWidget, journal: Journal, said: Said) -> None:
    journal.pulses.give(Pulse(date=journal.today().replace(day=2), safety=30, note="Tense"))
    dialog = opened(owner, journal, said)
    assert (dialog.safety.rating, dialog.note.text) == (30, "Tense")
    assert dialog.when.text() == "Given on 2 November"
    assert not dialog.pass_over.isVisible()
    dialog.safety.rating = 60
    dialog.agree.click()
    day = journal.today().replace(day=2)
    assert given(journal) == [(day, 60, None, "Tense")]
    undo(said)
    assert given(journal) == [(day, 30, None, "Tense")]


def test_an_earlier_one_is_changed_above_the_list(
    qtbot: QtBot, owner: QWidget, journal: Journal, said: Said
) -> None:
    for day, safety in ((SEPTEMBER, 20), (OCTOBER, 35)):
        journal.pulses.give(Pulse(date=day, safety=safety))
    dialog = opened(owner, journal, said)
    assert titles(dialog) == ["October 2026", "September 2026"]
    dialog.note.text = "Half typed"
    dialog.earlier.setFocus()
    dialog.earlier.choose(journal.pulses.all()[1].id)
    qtbot.keyClick(dialog.earlier, Qt.Key.Key_Return)
    assert dialog.heading.text() == "September 2026"
    assert (dialog.safety.rating, dialog.note.text) == (20, "")
    dialog.safety.rating = 25
    dialog.agree.click()
    assert dialog.isVisible()
    assert dialog.gone.text() == "Saved."
    assert given(journal)[1] == (SEPTEMBER, 25, None, "")
    assert (dialog.heading.text(), dialog.note.text) == ("This month's pulse", "Half typed")


def test_an_earlier_one_goes_to_the_trash_and_comes_back(
    qtbot: QtBot, owner: QWidget, journal: Journal, said: Said
) -> None:
    journal.pulses.give(Pulse(date=OCTOBER, safety=35))
    dialog = opened(owner, journal, said)
    dialog.earlier.setFocus()
    dialog.earlier.choose(journal.pulses.all()[0].id)
    qtbot.keyClick(dialog.earlier, Qt.Key.Key_Delete)
    assert journal.pulses.all() == []
    assert dialog.gone.text() == "October 2026 moved to the trash."
    assert dialog.bring_back.hasFocus()
    qtbot.keyClick(dialog.bring_back, Qt.Key.Key_Return)
    assert titles(dialog) == ["October 2026"]
    assert dialog.earlier.hasFocus()


def test_what_is_typed_survives_a_lock_but_not_cancel(owner: QWidget, journal: Journal, said: Said) -> None:
    dialog = opened(owner, journal, said)
    dialog.accountability.rating, dialog.note.text = 70, "Too much at once"
    dialog.close()  # as a lock does
    again = opened(owner, journal, said)
    assert (again.accountability.rating, again.note.text) == (70, "Too much at once")
    again.cancel.click()
    assert journal.drafts.all() == []
    third = opened(owner, journal, said)
    assert (third.accountability.rating, third.note.text) == (None, "")
    third.reject()
    assert journal.pulses.all() == []
