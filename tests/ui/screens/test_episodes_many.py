"""The list of episodes when there are many: long lists, orders and groups, the days beside it."""

import datetime as dt

import pytest
from pytestqt.qtbot import QtBot

from ui.episodes_page import MANY, Key, headings, press, shown, titles, whole
from ui.showing import on_screen
from workjournal.domain.episode import Episode
from workjournal.domain.goal import Goal
from workjournal.domain.reflection import Reflection
from workjournal.journal.episode_filter import EpisodeFilter, Order
from workjournal.journal.journal import Journal
from workjournal.settings import Settings
from workjournal.ui import tasks
from workjournal.ui.parts.episode_groups import Grouping
from workjournal.ui.parts.episode_listing import AT_ONCE
from workjournal.ui.screens.episodes import EpisodesScreen


def test_a_long_list_is_there_at_once_and_then_whole(
    qtbot: QtBot, journal: Journal, many: list[Episode]
) -> None:
    screen = on_screen(qtbot, EpisodesScreen(journal))
    screen.renew()
    assert len(titles(screen)) == AT_ONCE
    assert screen.count.text() == ""
    whole(qtbot, screen)
    assert titles(screen) == [episode.title for episode in many]
    assert "200" in screen.count.text()


def test_it_keeps_its_place_when_something_comes(qtbot: QtBot, journal: Journal, many: list[Episode]) -> None:
    screen = shown(qtbot, journal)
    bar = screen.entries.verticalScrollBar()
    bar.setValue(bar.maximum() - 200)
    screen.entries.choose(many[-3].id)
    place = bar.value()
    journal.episodes.save(Episode(date=journal.today(), title="Came meanwhile"))
    screen.renew()
    whole(qtbot, screen)
    assert len(titles(screen)) == MANY + 1
    assert bar.value() == place
    assert screen.entries.current_id() == many[-3].id


@pytest.mark.parametrize("order", Order)
def test_orders_and_groups(qtbot: QtBot, journal: Journal, many: list[Episode], order: Order) -> None:
    screen = shown(qtbot, journal)
    for grouping in Grouping:
        screen.order.choice, screen.grouping.choice = order, grouping
        whole(qtbot, screen)
        expected = [line.title for line in journal.timeline.begin(EpisodeFilter(), order, limit=MANY)[0]]
        assert titles(screen) == expected
        if order is Order.HARDEST:
            assert headings(screen) == [f"Difficulty {level}" for level in (80, 60, 40, 20, 0)]
            assert not screen.grouping.isEnabled()
        elif grouping is Grouping.DAY:
            assert len(headings(screen)) == MANY
        elif grouping is Grouping.MONTH:
            months = {(episode.date.year, episode.date.month) for episode in many}
            assert len(headings(screen)) == len(months)
            assert f"{many[0].date:%B %Y}" in headings(screen)
        else:
            assert 29 <= len(headings(screen)) <= 30
            assert " – " in headings(screen)[0]


def test_filters_combine_with_goal_and_reflection(
    qtbot: QtBot, journal: Journal, many: list[Episode]
) -> None:
    goal = journal.goals.add(Goal(title="Lead the count"))
    for episode in many[:20]:
        episode.goal_id = goal.id
        journal.episodes.save(episode)
    kept = Reflection(date=journal.today(), method="aar-short", answers={"why": "It was late."})
    journal.reflections.keep(kept, episodes=[many[10].id, many[50].id])
    screen = shown(qtbot, journal)
    screen.reflected.choice = True
    tasks.wait_all()
    assert titles(screen) == ["No 10", "No 50"]
    screen.goal.choice = goal.id
    screen.tag.choice = "tenth"
    tasks.wait_all()
    assert titles(screen) == ["No 10"]
    screen.reflected.choice = False
    tasks.wait_all()
    assert titles(screen) == ["No 0"]
    assert screen.count.text().startswith("1 of 200")
    assert screen.clear.isVisible()


def test_the_calendars_follow_the_list_and_lead_it(
    qtbot: QtBot, journal: Journal, many: list[Episode]
) -> None:
    screen = shown(qtbot, journal)
    assert screen.year.day == screen.days.calendar.day == journal.today()
    press(qtbot, screen, Key.Key_End)
    qtbot.waitUntil(lambda: screen.year.day == many[-1].date)
    assert screen.days.calendar.day == many[-1].date
    day = many[100].date
    screen.days.calendar.setFocus()
    screen.days.calendar.day = day
    assert screen.entries.current_id() == many[100].id
    assert screen.year.day == day
    qtbot.keyClick(screen.days.calendar, Key.Key_Return)
    assert screen.entries.hasFocus()
    screen.year.setFocus()
    qtbot.keyClick(screen.year, Key.Key_Left)
    assert screen.entries.current_id() == many[107].id
    assert screen.days.calendar.day == many[107].date


def test_a_key_goes_back_through_the_years(qtbot: QtBot, journal: Journal, many: list[Episode]) -> None:
    old = journal.episodes.save(Episode(date=journal.today() - dt.timedelta(days=800), title="Long ago"))
    screen = shown(qtbot, journal)
    screen.year.setFocus()
    qtbot.keyClick(screen.year, Key.Key_Home)
    qtbot.keyClick(screen.year, Key.Key_Left)
    assert screen.year.day is not None
    assert screen.year.first() <= screen.year.day < journal.today() - dt.timedelta(days=364)
    screen.arrive(old.date)
    assert screen.year.first() <= old.date == screen.year.day
    assert screen.entries.current_id() == old.id


def test_a_day_is_gone_to_while_the_list_is_still_read(
    qtbot: QtBot, journal: Journal, many: list[Episode]
) -> None:
    screen = on_screen(qtbot, EpisodesScreen(journal))
    screen.renew()
    screen.arrive(many[190].date)
    assert screen.entries.current_id() is None
    whole(qtbot, screen)
    assert screen.entries.current_id() == many[190].id


def test_days_without_an_entry_are_walked_to_and_filled(qtbot: QtBot, journal: Journal) -> None:
    weekdays = {day.value for day in EpisodesScreen(journal).locale().weekdays()}
    days = [journal.today() - dt.timedelta(days=back) for back in range(40)]
    workdays = [day for day in days if day.isoweekday() in weekdays]
    for day in workdays:
        if day not in {workdays[3], workdays[8]}:
            journal.episodes.save(Episode(date=day, title="x"))
    screen = shown(qtbot, journal)
    press(qtbot, screen, Key.Key_E)
    assert screen.days.calendar.day == screen.year.day == workdays[3]
    assert screen.days.write.isVisible()
    with qtbot.waitSignal(screen.go) as asked:
        screen.days.write.click()
    assert asked.args == ["today", workdays[3]]
    press(qtbot, screen, Key.Key_E)
    assert screen.days.calendar.day == workdays[8]
    press(qtbot, screen, Key.Key_E, shift=True)
    assert screen.days.calendar.day == workdays[3]
    press(qtbot, screen, Key.Key_E, shift=True)
    assert screen.days.calendar.day == workdays[3]
    assert "has an entry" in screen.days.day_words.text()


def test_the_days_of_ones_own_week_are_walked_to(qtbot: QtBot, journal: Journal) -> None:
    Settings(remind_days="67").save()
    for back in range(40):
        day = journal.today() - dt.timedelta(days=back)
        if day.isoweekday() < 6:
            journal.episodes.save(Episode(date=day, title="x"))
    screen = shown(qtbot, journal)
    press(qtbot, screen, Key.Key_E)
    sunday = journal.today() - dt.timedelta(days=journal.today().isoweekday() % 7)
    assert screen.days.calendar.day == sunday
    press(qtbot, screen, Key.Key_E)
    assert screen.days.calendar.day == sunday - dt.timedelta(days=1)


def test_this_day_in_earlier_years_is_quiet_without_any(qtbot: QtBot, journal: Journal) -> None:
    today = journal.today()
    past = journal.episodes.save(Episode(date=today.replace(year=today.year - 2), title="Two years ago"))
    journal.episodes.save(Episode(date=today, title="x"))
    journal.episodes.save(Episode(date=today - dt.timedelta(days=1), title="y"))
    screen = shown(qtbot, journal)
    assert screen.days.earlier_card.isVisible()
    assert [row.id for row in screen.days.earlier_years.rows()] == [past.id]
    screen.arrive(today - dt.timedelta(days=1))
    assert not screen.days.earlier_card.isVisible()


def test_the_month_stands_beside_where_there_is_room(
    qtbot: QtBot, journal: Journal, many: list[Episode]
) -> None:
    screen = shown(qtbot, journal)
    assert screen.aside.isVisible()
    screen.resize(900, 700)
    assert not screen.aside.isVisible()
    screen.beside.click()
    assert screen.aside.isVisible()
    screen.resize(1200, 900)
    screen.beside.click()
    assert not screen.aside.isVisible()
