"""Ratings of a skill: given, shown as points and as a table, changed, taken back."""

import datetime as dt
from uuid import UUID

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from conftest import Clock
from ui.actions_page import Told
from ui.showing import on_screen
from workjournal.domain.episode import Episode
from workjournal.domain.label import Skill
from workjournal.domain.skill_record import SkillRating
from workjournal.journal.journal import Journal
from workjournal.ui.dialogs.rating import RatingDialog
from workjournal.ui.skills.skill_page import SkillPage
from workjournal.ui.widgets.rated_list import RatedRow

LEFT = Qt.MouseButton.LeftButton
CONTROL = Qt.KeyboardModifier.ControlModifier
LEVELS = [{"at": 0, "text": "With help"}, {"at": 40, "text": "A small one alone"}]


@pytest.fixture
def skill(journal: Journal) -> UUID:
    return journal.skills.save(Skill(name="Planning", levels=LEVELS)).id


@pytest.fixture
def page(qtbot: QtBot, journal: Journal, skill: UUID) -> SkillPage:
    made = on_screen(qtbot, SkillPage(journal))
    made.open(skill)
    return made


@pytest.fixture
def told(page: SkillPage) -> Told:
    said: Told = []
    page.toast.connect(lambda text, undo: said.append((text, undo)))
    return said


def rated(journal: Journal, skill: UUID, day: int, level: int, evidence: str = "") -> SkillRating:
    return journal.ratings.rate(
        SkillRating(skill_id=skill, date=dt.date(2026, 11, day), level=level, evidence=evidence)
    )


def rows(page: SkillPage) -> list[RatedRow]:
    return [row for row in page.history.ratings.rows() if isinstance(row, RatedRow)]


def test_a_rating_by_keyboard_with_evidence_and_episode(
    qtbot: QtBot, page: SkillPage, journal: Journal, skill: UUID, told: Told
) -> None:
    seen = journal.episodes.add(Episode(date=journal.today(), title="The move"), skills=["Planning"])
    journal.episodes.add(Episode(date=journal.today(), title="Something else"))
    page.refresh()
    fields = page.rate.fields
    assert fields.episode.values() == [None, seen.id]
    fields.level.setFocus()
    qtbot.keyClick(fields.level, Qt.Key.Key_Right)
    assert fields.meaning.text() == "A small one alone"
    for _ in range(3):
        qtbot.keyClick(fields.level, Qt.Key.Key_Left)
    assert fields.level.rating == 35
    assert fields.meaning.text() == "With help"
    qtbot.keyClicks(fields.evidence, "It slipped by a week")
    fields.episode.choice = seen.id
    qtbot.keyClick(fields.evidence, Qt.Key.Key_Return, CONTROL)
    qtbot.waitUntil(lambda: bool(journal.ratings.of(skill)))
    (rating,) = journal.ratings.of(skill)
    assert (rating.level, rating.evidence, rating.date) == (35, "It slipped by a week", journal.today())
    assert rating.episode_id == seen.id
    assert not page.rate.is_begun()
    assert journal.drafts.all() == []
    (text, undo) = told[-1]
    assert text == "Rated 35"
    undo()
    assert journal.ratings.of(skill) == []


def test_no_rating_is_not_taken_for_one(qtbot: QtBot, page: SkillPage, journal: Journal, skill: UUID) -> None:
    qtbot.keyClicks(page.rate.fields.evidence, "It held")
    qtbot.mouseClick(page.rate.rate, LEFT)
    assert "no rating yet" in page.rate.problem.text()
    assert page.rate.fields.level.hasFocus()
    assert page.rate.fields.evidence.text == "It held"
    assert journal.ratings.of(skill) == []
    page.rate.fields.level.rating = 40
    assert not page.rate.problem.isVisible()


def test_a_rating_half_given_outlives_the_episode_that_showed_it(
    qtbot: QtBot, page: SkillPage, journal: Journal, skill: UUID
) -> None:
    seen = journal.episodes.add(Episode(date=journal.today(), title="The move"), skills=["Planning"])
    page.refresh()
    page.rate.fields.level.rating = 40
    page.rate.fields.episode.choice = seen.id
    page.leave()
    journal.episodes.trash(seen.id)
    journal.trash.empty()
    again = on_screen(qtbot, SkillPage(journal))
    again.open(skill)
    assert (again.rate.fields.level.rating, again.rate.fields.episode.choice) == (40, None)


def test_the_words_follow_the_levels_as_they_are_typed(
    qtbot: QtBot, page: SkillPage, journal: Journal, skill: UUID
) -> None:
    rated(journal, skill, 3, 50)
    page.refresh()
    page.rate.fields.level.rating = 50
    page.levels.rows[1].text.end(False)
    qtbot.keyClicks(page.levels.rows[1].text, ", twice")
    assert page.rate.fields.meaning.text() == "A small one alone, twice"
    assert [row.title for row in rows(page)] == ["A small one alone, twice"]
    page.levels.levels = []
    assert "what the levels mean" in page.rate.fields.meaning.text()


def test_history_is_shown_newest_first_with_points_and_a_table(
    qtbot: QtBot, page: SkillPage, journal: Journal, skill: UUID
) -> None:
    rated(journal, skill, 3, 20, "Needed Ada")
    page.refresh()
    assert not page.history.points.isVisible()  # one point shows nothing that the row does not say
    rated(journal, skill, 9, 45)
    page.refresh()
    assert [(row.rating, row.title, row.second) for row in rows(page)] == [
        (45, "A small one alone", ""),
        (20, "With help", "Needed Ada"),
    ]
    assert page.history.points.isVisible()
    assert (
        page.history.points.accessibleDescription() == "2 points, from 20 on 3 Nov 2026 to 45 on 9 Nov 2026"
    )
    qtbot.mouseClick(page.history.as_table, LEFT)
    assert not page.history.points.isVisible()
    assert page.history.table.isVisible()
    model = page.history.table.model()
    told = [[model.index(row, column).data() for column in range(4)] for row in range(model.rowCount())]
    assert told == [
        ["3 Nov 2026", "20", "With help", "Needed Ada"],
        ["9 Nov 2026", "45", "A small one alone", "–"],
    ]


def test_a_rating_is_changed(qtbot: QtBot, page: SkillPage, journal: Journal, skill: UUID) -> None:
    gone = journal.episodes.add(Episode(date=journal.today(), title="Long ago"))
    rating = rated(journal, skill, 3, 20, "Needed Ada")
    rating.episode_id = gone.id
    journal.ratings.rate(rating)
    page.refresh()
    page.history.ratings.setFocus()
    page.history.ratings.choose(rating.id)
    qtbot.keyClick(page.history.ratings, Qt.Key.Key_Return)
    dialog = page.findChild(RatingDialog)
    assert dialog is not None
    assert dialog.fields.meaning.text() == "With help"
    assert dialog.fields.episode.choice == gone.id  # though it has not the skill
    dialog.fields.level.rating = None
    qtbot.mouseClick(dialog.agree, LEFT)
    assert "no rating yet" in dialog.problem.text()
    dialog.fields.level.rating = 25
    dialog.fields.date.day = dt.date(2026, 11, 4)
    dialog.fields.episode.choice = None
    qtbot.mouseClick(dialog.agree, LEFT)
    (kept,) = journal.ratings.of(skill)
    assert (kept.id, kept.level, kept.date, kept.episode_id) == (rating.id, 25, dt.date(2026, 11, 4), None)
    assert kept.evidence == "Needed Ada"


@pytest.mark.parametrize("way", ["key", "dialog"])
def test_a_rating_is_taken_back_and_comes_again(
    qtbot: QtBot, page: SkillPage, journal: Journal, skill: UUID, told: Told, way: str
) -> None:
    rating = rated(journal, skill, 3, 20)
    page.refresh()
    page.history.ratings.choose(rating.id)
    if way == "key":
        qtbot.keyClick(page.history.ratings, Qt.Key.Key_Delete)
    else:
        page.history.ratings.action.emit(rating.id)
        dialog = page.findChild(RatingDialog)
        assert dialog is not None
        qtbot.mouseClick(dialog.take_back, LEFT)
    page.refresh()
    assert journal.ratings.of(skill) == []
    assert page.history.none.isVisible()
    (text, undo) = told[-1]
    assert text == "Rating of 20 taken back"
    undo()
    page.refresh()
    assert [row.rating for row in rows(page)] == [20]


def test_the_day_of_an_untouched_card_is_today_however_long_it_stood(
    page: SkillPage, journal: Journal, skill: UUID, clock: Clock
) -> None:
    assert page.rate.fields.date.day == journal.today()
    page.leave()
    clock.forward(days=1)
    page.open(skill)
    assert page.rate.fields.date.day == journal.today()
