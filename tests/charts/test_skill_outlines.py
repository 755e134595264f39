"""Two outlines: what was known of each skill on the first and on the last day, and never more than that."""

import dataclasses
import datetime as dt

import pytest

from chart_histories import FORTY, after, skill
from workjournal.charts.skill_outlines import MOST, figure
from workjournal.domain.history import History, SkillPoints

START, END = dt.date(2026, 3, 3), dt.date(2026, 11, 20)
BEFORE, SPRING, SUMMER = dt.date(2026, 1, 9), dt.date(2026, 4, 12), dt.date(2026, 7, 1)
OWN = "these are own ratings"


def of(*skills: SkillPoints) -> History:
    return History(START, END, skills=skills)


def changed(*steps: int) -> History:
    """Skills rated 50 before the start and by so much higher in summer."""
    return of(*(skill(place, (BEFORE, 50), (SUMMER, 50 + step)) for place, step in enumerate(steps)))


def test_each_outline_is_what_was_known_on_its_day() -> None:
    made = figure(
        of(
            skill(0, (BEFORE, 10), (START, 20), (SPRING, 30), (SUMMER, 45)),
            skill(1, (BEFORE, 60), (END, 60), (END + dt.timedelta(1), 90)),
            skill(2, (SPRING, 40), (SUMMER, 35)),
        )
    )
    then, now = made.series
    assert (then.name, now.name) == ("3 March 2026 or later", "20 November 2026")
    assert then.points == ((20.0, 2.0), (60.0, 1.0), (40.0, 0.0))
    assert now.points == ((45.0, 2.0), (60.0, 1.0), (35.0, 0.0))
    assert then.told == ("20", "60, rated 9 Jan 2026", "40, rated 12 Apr 2026")
    assert now.told == ("45, rated 1 Jul 2026", "60", "35, rated 1 Jul 2026")
    assert made.y.labels == ("Skill 2", "Skill 1", "Skill 0"), "the first one on top"
    assert made.table.rows == (
        ("Skill 0", "2026-03-03", "20", "2026-07-01", "45"),
        ("Skill 1", "2026-01-09", "60", "2026-11-20", "60"),
        ("Skill 2", "2026-04-12", "40", "2026-07-01", "35"),
    )
    assert made.n == 3
    assert made.outlines
    assert made.reading == (
        "Of 3 skills rated again after 3 March 2026, 1 is rated higher, 1 lower and 1 the same; "
        f"Skill 2 is compared with its first rating on 12 April 2026; {OWN}."
    )


def test_each_point_leads_to_its_skill() -> None:
    history = changed(5, 10, 15)
    ids = tuple(str(each.id) for each in history.skills)
    assert [series.ids for series in figure(history).series] == [ids, ids]


def test_they_differ_without_their_colours() -> None:
    then, now = figure(changed(5, 10, 15)).series
    assert then.name == "3 March 2026"
    assert then.marker != now.marker
    assert then.line != now.line
    assert then.place != now.place


@pytest.mark.parametrize(
    ("steps", "said", "claims"),
    [
        ((5, 5, 5, 40, -5, 0), "4 are rated higher, 1 lower and 1 the same", ("higher", "lower", "the same")),
        ((1, -1, -1), "1 is rated higher and 2 lower", ("higher", "lower")),
        ((5, 5, 5), "all 3 are rated higher", ("higher",)),
        ((0, 0, 0), "all 3 are rated the same", ("the same",)),
        ((-5, 0, 0, 0), "1 is rated lower and 3 the same", ("lower", "the same")),
    ],
)
def test_the_reading_counts_and_claims_no_growth(
    steps: tuple[int, ...], said: str, claims: tuple[str, ...]
) -> None:
    made = figure(changed(*steps))
    assert made.reading == f"Of {len(steps)} skills rated again after 3 March 2026, {said}; {OWN}."
    assert made.claims == claims


def test_a_skill_that_was_not_rated_again_is_not_the_same() -> None:
    once = (skill(3, (BEFORE, 50)), skill(4, (START, 50)), skill(5, (SPRING, 50)))
    same_day = skill(6, (SPRING, 30), (SPRING, 60))
    later = skill(7, (END + dt.timedelta(1), 30), (END + dt.timedelta(2), 60))
    made = figure(of(*changed(5, 10, 15).skills, *once, same_day, later))
    assert made.y.labels == ("Skill 2", "Skill 1", "Skill 0")
    assert len(made.table.rows) == made.n == 3


def test_the_last_rating_of_its_first_day_counts_as_the_first() -> None:
    corrected = skill(9, (SPRING, 30), (SPRING, 60), (SUMMER, 70))
    made = figure(of(*changed(5, 10).skills, corrected))
    assert made.series[0].points[-1] == (60.0, 0.0)


def test_several_that_were_first_rated_later_are_counted() -> None:
    late = [skill(number, (SPRING, 30), (SUMMER, 60)) for number in (7, 8)]
    made = figure(of(*changed(5).skills, *late))
    assert "; 2 are compared with their first rating after that day; " in made.reading


@pytest.mark.parametrize(
    ("days", "then", "which"),
    [
        ((9, 9, 9), "12 March 2026", "on 12 March 2026"),
        ((40, 9, 41), "12 March 2026 or later", "on 12 March 2026 or later"),
    ],
)
def test_where_nothing_was_rated_by_the_first_day_the_first_rating_names_the_outline(
    days: tuple[int, ...], then: str, which: str
) -> None:
    first = [START + dt.timedelta(day) for day in days]
    made = figure(of(*(skill(place, (day, 30), (SUMMER, 60)) for place, day in enumerate(first))))
    assert made.series[0].name == then
    assert made.reading == f"Of 3 skills first rated {which} and again since, all 3 are rated higher; {OWN}."


@pytest.mark.parametrize(
    ("steps", "so_far"), [((), "none was"), ((5,), "1 was"), ((5, 5), "2 were")], ids=["none", "one", "two"]
)
def test_fewer_than_three_are_no_outline_and_claim_nothing(steps: tuple[int, ...], so_far: str) -> None:
    made = figure(changed(*steps))
    assert made.is_empty
    assert (made.n, made.table.rows, made.claims) == (0, (), ())
    assert made.reading == (
        f"An outline takes 3 skills that were rated again after 3 March 2026, and so far {so_far}."
    )


def test_of_forty_those_rated_most_often_are_drawn_by_name_and_all_are_in_the_table() -> None:
    made = figure(FORTY)
    # With 1 + number % 15 ratings, skills 0, 15 and 30 have one; those with 10 and more are the most rated.
    drawn = [int(name.removeprefix("Skill ")) for name in reversed(made.y.labels)]
    assert drawn == [9, 10, 11, 12, 13, 14, 24, 25, 26, 27, 28, 29]
    assert [len(series.points) for series in made.series] == [MOST, MOST]
    assert len(made.table.rows) == made.n == 37
    assert made.reading == (
        "Of 37 skills rated again after 1 January 2026, all 37 are rated higher; "
        f"drawn are the 12 rated most often, 25 others left out; {OWN}."
    )


def test_among_equally_often_rated_ones_the_first_names_are_drawn() -> None:
    made = figure(changed(*range(13)))
    assert made.y.labels[::-1] == tuple(f"Skill {number}" for number in range(12))
    assert "1 other left out" in made.reading


def test_a_period_of_one_day_has_no_then_and_now() -> None:
    day = after(10)
    history = dataclasses.replace(changed(5, 10, 15), start=day, end=day)
    assert figure(history).is_empty
