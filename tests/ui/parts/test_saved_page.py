"""A page of one thing: typing is kept as a draft and saved on leaving, whatever the journal does meanwhile."""

import datetime as dt
from collections.abc import Callable
from uuid import UUID

import pytest
from PySide6.QtWidgets import QLabel, QLineEdit
from pytestqt.qtbot import QtBot

from ui.showing import on_screen
from workjournal.domain.action import Action, ActionState
from workjournal.journal.journal import Journal
from workjournal.ui.parts.saved_page import SavedPage
from workjournal.ui.widgets.date_field import DateField
from workjournal.ui.widgets.saved_mark import SavedMark

NEW = "page:new"
DAY = dt.date(2026, 12, 1)


class Page(SavedPage[Action]):
    """A sentence, a day and a state, as a page has them."""

    _draft = "page"
    _fields = ("text", "due")

    def __init__(self, journal: Journal) -> None:
        super().__init__(journal)
        self.text, self.due = QLineEdit(self), DateField(self)
        self.problem, self.state, self.length = QLabel(self), QLabel(self), QLabel(self)
        self.saved = SavedMark(self)
        self._watch()
        self._show()

    def _find(self, thing_id: UUID) -> Action:
        return self._journal.actions.get(thing_id)

    def _blank(self) -> Action:
        return Action(date=self._journal.today(), text="")

    def _write(self, thing: Action) -> None:
        thing.text, thing.due = self.text.text(), self.due.day
        self._journal.actions.save(thing)

    def _show_rest(self, thing: Action) -> None:
        self.state.setText(thing.state)

    def _show_typed(self) -> None:
        self.length.setText(str(len(self.text.text())))


class PageOfKnown(Page):
    _makes_new = False


@pytest.fixture
def page(qtbot: QtBot, journal: Journal) -> Page:
    return on_screen(qtbot, Page(journal))


@pytest.fixture
def action_id(journal: Journal) -> UUID:
    return journal.actions.save(Action(date=journal.today(), text="Ask for the range")).id


def end(journal: Journal, action_id: UUID) -> None:
    action = journal.actions.get(action_id)
    action.state = ActionState.DONE
    journal.actions.save(action)


def rename(journal: Journal, action_id: UUID) -> None:
    action = journal.actions.get(action_id)
    action.text = "Written elsewhere"
    journal.actions.save(action)


def test_what_is_open_is_saved_by_leaving(page: Page, journal: Journal, action_id: UUID) -> None:
    page.open(action_id)
    assert (page.open_id, page.text.text(), page.is_changed()) == (action_id, "Ask for the range", False)
    page.text.setText("Name the range")
    page.due.day = DAY
    assert page.is_changed()
    assert page.leave()
    kept = journal.actions.get(action_id)
    assert (kept.text, kept.due) == ("Name the range", DAY)
    assert not page.is_changed()
    assert not page.autosave.dirty


def test_leaving_what_nobody_changed_writes_nothing(page: Page, journal: Journal, action_id: UUID) -> None:
    page.open(action_id)
    before = journal.actions.get(action_id).changed_at
    page.text.setText("Another")
    page.text.setText("Ask for the range")
    assert page.leave()
    assert journal.actions.get(action_id).changed_at == before


def test_typing_becomes_a_draft_that_comes_back(page: Page, journal: Journal, action_id: UUID) -> None:
    page.open(action_id)
    page.text.setText("Half a sent")
    page.due.day = DAY
    page.autosave.flush()
    assert page.saved.text()
    draft = journal.drafts.find(f"page:{action_id}")
    assert draft is not None
    assert draft.fields == {"text": "Half a sent", "due": "2026-12-01"}
    page.open(None)
    assert page.text.text() == ""
    page.open(action_id)
    assert (page.text.text(), page.due.day, page.length.text()) == ("Half a sent", DAY, "11")
    assert page.is_changed()
    assert not page.autosave.dirty  # shown is not typed
    assert page.saved.text() == ""


def test_a_draft_goes_when_its_words_are_saved_or_taken_back(page: Page, journal: Journal) -> None:
    page.text.setText("New")
    page.autosave.flush()
    assert journal.drafts.find(NEW) is not None
    page.text.setText("")
    page.autosave.flush()
    assert journal.drafts.find(NEW) is None
    page.text.setText("New")
    page.autosave.flush()
    assert page.leave()
    assert journal.drafts.find(NEW) is None
    assert page.open_id is not None
    assert [action.text for action in journal.actions.open()] == ["New"]


def test_what_cannot_be_saved_stays_in_the_fields_and_in_its_draft(
    page: Page, journal: Journal, action_id: UUID
) -> None:
    page.open(action_id)
    page.text.setText(" ")
    page.due.day = DAY
    assert not page.leave()
    assert page.problem.isVisibleTo(page)
    assert page.problem.text()
    assert (page.text.text(), page.is_changed()) == (" ", True)
    assert journal.drafts.find(f"page:{action_id}") is not None
    assert journal.actions.get(action_id).due is None
    page.text.setText("Mended")
    assert page.leave()
    assert not page.problem.isVisibleTo(page)
    assert journal.actions.get(action_id).text == "Mended"


def test_after_a_failed_save_the_thing_is_as_the_journal_has_it(
    page: Page, journal: Journal, action_id: UUID
) -> None:
    page.open(action_id)
    page.text.setText("")
    assert not page.leave()
    end(journal, action_id)
    page.refresh()
    page.text.setText("Mended")
    assert page.leave()
    kept = journal.actions.get(action_id)
    assert (kept.text, kept.state) == ("Mended", ActionState.DONE)


def test_the_button_tells_of_the_new_one_or_asks_for_its_words(qtbot: QtBot, page: Page) -> None:
    page.due.setFocus()
    with qtbot.assertNotEmitted(page.kept):
        page._keep_new()
    assert page.text.hasFocus()
    page.text.setText("New")
    with qtbot.waitSignal(page.kept) as told:
        page._keep_new()
    assert told.args == [page.open_id]


def test_refreshing_shows_the_journal_where_nothing_is_typed(
    page: Page, journal: Journal, action_id: UUID
) -> None:
    page.open(action_id)
    rename(journal, action_id)
    page.refresh()
    assert (page.text.text(), page.length.text()) == ("Written elsewhere", "17")
    assert not page.is_changed()


@pytest.mark.parametrize(("change", "may_save"), [(end, True), (rename, False)])
def test_refreshing_leaves_what_is_typed(
    page: Page, journal: Journal, action_id: UUID, change: Callable[[Journal, UUID], None], may_save: bool
) -> None:
    """It is saved over a new state, but not over words that nobody has seen here."""
    page.open(action_id)
    page.text.setText("Typed here")
    change(journal, action_id)
    page.refresh()
    assert (page.text.text(), page.length.text()) == ("Typed here", "10")
    assert page.state.text() == journal.actions.get(action_id).state
    assert page.leave() is may_save
    assert bool(page.problem.text()) is not may_save
    assert journal.actions.get(action_id).text == ("Typed here" if may_save else "Written elsewhere")


def test_where_no_new_one_is_made_nothing_is_typed_until_one_is_open(
    qtbot: QtBot, journal: Journal, action_id: UUID
) -> None:
    journal.drafts.keep(NEW, {"text": "Begun in a dialog"})
    page = on_screen(qtbot, PageOfKnown(journal))
    assert not page.problem.isVisible()
    page.text.setText("Into nothing")
    assert not page.is_changed()
    page.autosave.flush()
    assert page.leave()
    assert [draft.place for draft in journal.drafts.all()] == [NEW]
    assert len(journal.actions.open()) == 1
    page.open(action_id)
    page.text.setText("Typed here")
    assert page.leave()
    assert journal.actions.get(action_id).text == "Typed here"
