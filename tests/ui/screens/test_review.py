"""The review of a week, a month, a quarter on the reflection's screen."""

import datetime as dt

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from ui.showing import on_screen
from workjournal.domain.action import Action, ActionState
from workjournal.domain.episode import Episode, Kind
from workjournal.domain.lesson import Lesson
from workjournal.domain.nudges import Nudge
from workjournal.domain.period import Interval, Period
from workjournal.domain.reflection import Reflection
from workjournal.journal.journal import Journal
from workjournal.ui import tasks
from workjournal.ui.parts.review_material import FEW, MaterialGroup
from workjournal.ui.places import New
from workjournal.ui.screens.reflection import ReflectionScreen
from workjournal.ui.widgets.prose_edit import ProseEdit
from workjournal.ui.widgets.row_list import Row

LEFT = Qt.MouseButton.LeftButton
TODAY = dt.date(2026, 11, 19)
WEEK = Period.of(Interval.WEEK, TODAY)


@pytest.fixture
def screen(qtbot: QtBot, journal: Journal) -> ReflectionScreen:
    made = on_screen(qtbot, ReflectionScreen(journal))
    made.renew()
    return made


@pytest.fixture
def episodes(journal: Journal) -> list[Episode]:
    made = [
        Episode(date=WEEK.start, title="Moved the depot", result="Two\nlorries less", kind=Kind.WIN),
        Episode(date=TODAY, title="Said no"),
        Episode(date=WEEK.start - dt.timedelta(days=1), title="The week before"),
    ]
    return [journal.episodes.save(episode) for episode in made]


@pytest.fixture
def last(journal: Journal) -> Reflection:
    """Last week's review: one commitment is done, two are open."""
    before = WEEK.before()
    answers = {"moved": "Little", "commitments": "Ask Ada\nBook the hall\nCall Bo"}
    made = Reflection(date=before.end, method="period-review", answers=answers)
    made.period_start, made.period_end = before.start, before.end
    journal.reflections.keep(made)
    done = next(action for action in journal.actions.open() if action.text == "Call Bo")
    journal.actions.end(done.id, ActionState.DONE, TODAY)
    return made


def answer(screen: ReflectionScreen, key: str) -> ProseEdit:
    found = screen.findChild(ProseEdit, f"answer_{key}")
    assert isinstance(found, ProseEdit)
    return found


def rows(group: MaterialGroup) -> list[Row]:
    return [row for row in group.rows.rows() if isinstance(row, Row)]


def test_it_shows_what_the_period_held(
    qtbot: QtBot, screen: ReflectionScreen, journal: Journal, episodes: list[Episode], last: Reflection
) -> None:
    lesson = journal.lessons.add(Lesson(date=TODAY, text="Ask first."))
    journal.lessons.apply(lesson.id, episodes[1].id, worked=False)
    other = journal.actions.save(Action(date=TODAY, text="Order lamps", due=TODAY))
    screen.arrive(New(about=WEEK))
    tasks.wait_all()
    assert screen.context.title.text() == "Week of 16–22 November 2026"
    assert screen.questions.asked.key == "period-review"
    material = screen.material
    assert [(row.title, row.second) for row in rows(material.episodes)] == [
        ("Moved the depot", "Two lorries less"),
        ("Said no", "Work"),
    ]
    assert [(row.title, row.second) for row in rows(material.lessons)] == [("Ask first.", "Did not work")]
    assert [(row.title, row.chips[0].text) for row in rows(material.commitments)] == [
        ("Ask Ada", "Open"),
        ("Book the hall", "Open"),
        ("Call Bo", "Done"),
    ]
    assert [row.title for row in rows(material.open_actions)] == ["Order lamps"]
    for group, thing, screen_name in (
        (material.episodes, episodes[0].id, "episode"),
        (material.lessons, lesson.id, "lessons"),
        (material.open_actions, other.id, "actions"),
    ):
        with qtbot.waitSignal(screen.go) as gone:
            group.rows.opened.emit(thing)
        assert gone.args == [screen_name, thing]
    with qtbot.waitSignal(screen.go) as back:
        qtbot.mouseClick(material.last, LEFT)
    assert back.args == ["reflection", last.id]
    material.open_actions.rows.action.emit(other.id)
    assert screen.answers.answers == {"commitments": "Order lamps"}


def test_taking_over_writes_below_what_is_there(
    qtbot: QtBot, screen: ReflectionScreen, journal: Journal, episodes: list[Episode], last: Reflection
) -> None:
    lesson = journal.lessons.add(Lesson(date=TODAY, text="Ask first."))
    journal.lessons.apply(lesson.id, episodes[0].id, worked=True)
    screen.arrive(New(about=WEEK))
    tasks.wait_all()
    qtbot.keyClicks(answer(screen, "moved"), "Mine.")
    for _ in range(2):  # once is enough
        qtbot.mouseClick(screen.material.episodes.take, LEFT)
    qtbot.mouseClick(screen.material.lessons.take, LEFT)
    qtbot.mouseClick(screen.material.commitments.take, LEFT)
    assert answer(screen, "commitments").isVisible()
    assert screen.answers.answers == {
        "moved": "Mine.\nMoved the depot: Two lorries less\nSaid no",
        "applied": "Ask first (worked)",
        "commitments": "Ask Ada\nBook the hall",
    }
    screen.questions.method.choice = "4ls"
    qtbot.mouseClick(screen.material.episodes.take, LEFT)
    assert screen.answers.answers["liked"] == "Moved the depot: Two lorries less\nSaid no"


def test_commitments_become_actions_and_open_ones_go_on(
    qtbot: QtBot, screen: ReflectionScreen, journal: Journal, last: Reflection
) -> None:
    known = {action.text: action.id for action in journal.actions.open()}
    screen.arrive(New(about=WEEK))
    tasks.wait_all()
    screen.questions.all_at_once.click()
    assert not screen.leaves.action_fields.isVisible()
    assert screen.leaves.commits_note.isVisible()
    screen.answers.answers = {"moved": "A lot", "commitments": "Ask Ada\nBook the hall\nRest\nWrite"}
    assert Nudge.TOO_MANY in screen.leaves.nudges.said()
    screen.answers.answers = {"moved": "A lot", "commitments": "Ask Ada\nRest"}
    assert Nudge.TOO_MANY not in screen.leaves.nudges.said()
    qtbot.mouseClick(screen.finish, LEFT)
    review = journal.reviews.find(WEEK)
    assert review is not None
    assert (review.period, review.episodes) == (WEEK, [])
    mine = journal.reflections.left_by(review.id)[1]
    assert [action.text for action in mine] == ["Ask Ada", "Rest"]
    assert {action.due for action in mine} == {WEEK.after().end}
    assert mine[0].id == known["Ask Ada"]  # it is the same promise, not another one
    assert sorted(action.text for action in journal.actions.open()) == ["Ask Ada", "Book the hall", "Rest"]
    screen.arrive(last.id)  # and the review before, saved again, does not make it anew
    tasks.wait_all()
    qtbot.keyClicks(answer(screen, "moved"), "Very ")
    screen.leave()
    assert len(journal.actions.open()) == 3


def test_a_kept_review_opens_instead_of_another(
    qtbot: QtBot, screen: ReflectionScreen, journal: Journal, last: Reflection
) -> None:
    screen.arrive(New(about=WEEK.before()))
    tasks.wait_all()
    assert answer(screen, "moved").text == "Little"
    assert screen.finish.text() == "Done"
    assert screen.leaves.action.text() == ""
    assert rows(screen.material.open_actions) == []  # its own are no news
    answer(screen, "commitments").text = "Ask Ada"
    screen.leave()
    assert [action.text for action in journal.actions.open()] == ["Ask Ada"]
    assert len(journal.reflections.newest()) == 1


def test_an_action_typed_before_the_method_was_changed_stays_in_sight(
    qtbot: QtBot, screen: ReflectionScreen, journal: Journal
) -> None:
    screen.arrive(New(about=WEEK))
    tasks.wait_all()
    screen.questions.method.choice = "4ls"
    screen.questions.all_at_once.click()
    assert screen.leaves.action_fields.isVisible()
    screen.leaves.action.setText("Call Bo")
    screen.questions.method.choice = "period-review"
    assert screen.leaves.action_fields.isVisible()
    screen.answers.answers = {"commitments": "Rest"}
    qtbot.mouseClick(screen.finish, LEFT)
    assert sorted(action.text for action in journal.actions.open()) == ["Call Bo", "Rest"]
    review = journal.reviews.find(WEEK)
    assert review is not None
    screen.arrive(review.id)
    tasks.wait_all()
    assert screen.leaves.action.text() == "Call Bo"


def test_a_long_period_shows_a_few_and_then_all(
    qtbot: QtBot, screen: ReflectionScreen, journal: Journal
) -> None:
    for number in range(FEW + 3):
        journal.episodes.save(Episode(date=TODAY, title=f"Episode {number}"))
    screen.arrive(New(about=Period.of(Interval.QUARTER, TODAY)))
    tasks.wait_all()
    assert screen.context.title.text() == "4th quarter 2026"
    group = screen.material.episodes
    assert len(rows(group)) == FEW
    qtbot.mouseClick(group.more, LEFT)
    assert len(rows(group)) == FEW + 3
    assert not group.more.isVisible()
    screen.renew()
    tasks.wait_all()
    assert len(rows(group)) == FEW + 3


def test_an_empty_period_says_so(screen: ReflectionScreen) -> None:
    screen.arrive(New(about=Period.of(Interval.MONTH, TODAY)))
    tasks.wait_all()
    assert screen.context.title.text() == "November 2026"
    assert screen.material.nothing.isVisible()
    assert not screen.material.episodes.isVisible()
    screen.arrive(New())
    tasks.wait_all()
    assert not screen.material.isVisible()
