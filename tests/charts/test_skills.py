"""Skills: a panel each, points always, a line and a word only from eight ratings on; forty stay readable."""

import numpy as np
import pytest
from scipy.stats import theilslopes

from chart_histories import END, FORTY, START, after, rising_skill, skill
from workjournal.charts.figure import on_axis
from workjournal.charts.skills import figure
from workjournal.domain.history import History, SkillPoints


def of(*skills: SkillPoints) -> History:
    return History(START, END, skills=skills)


def test_each_rating_is_a_point_and_the_line_and_word_come_with_the_eighth() -> None:
    few, enough = figure(of(rising_skill(0, 7))), figure(of(rising_skill(0, 8)))
    assert [len(series.points) for series in few.panels[0].series] == [7]
    assert few.reading == "Can't tell yet how the one rated skill changes: it takes 8 ratings over time."
    assert few.panels[0].reading == "Can't tell yet whether it changes: 7 of at least 8 ratings."
    points, line = enough.panels[0].series
    assert points.points[0] == (on_axis(START), 10.0)
    assert len(points.points) == 8
    assert line.label == "rising"
    assert enough.reading == "Of the one skill with 8 ratings or more, rising: Skill 0."


def test_each_rating_leads_to_its_skill_and_the_line_to_nothing() -> None:
    one, other = rising_skill(3, 8), skill(7, (after(2), 40))
    rated, single = figure(of(one, other)).panels
    ratings, line = rated.series
    assert ratings.ids == (str(one.id),) * 8
    assert line.ids == ()
    assert single.series[0].ids == (str(other.id),)


def test_the_line_is_theil_sen() -> None:
    levels = (20, 35, 15, 60, 40, 55, 50, 90, 70)
    rated = tuple((after(11 * place + place % 3), level) for place, level in enumerate(levels))
    (start, low), (end, high) = figure(of(skill(0, *rated))).panels[0].series[1].points
    expected = theilslopes(levels, [on_axis(day) for day, _ in rated])
    assert (high - low) / (end - start) == pytest.approx(expected.slope)
    middle = np.median([on_axis(day) for day, _ in rated])
    assert low + expected.slope * (middle - start) == pytest.approx(np.median(levels))


def test_those_with_most_ratings_come_first_and_the_rest_are_named_or_counted() -> None:
    made = figure(FORTY)
    counts = [panel.n for panel in made.panels]
    assert len(counts) == 12
    assert counts == sorted(counts, reverse=True)
    assert made.reading.endswith("; not drawn: Skill 39, Skill 8, Skill 23 and 25 more.")
    assert {row[0] for row in made.table.rows} == {f"Skill {number}" for number in range(40)}
    assert made.n == len(made.table.rows) == sum(1 + number % 15 for number in range(40))


def test_equal_numbers_of_ratings_keep_the_order_of_their_names() -> None:
    made = figure(of(*(skill(number, (after(number), 50)) for number in range(13))))
    assert [panel.title for panel in made.panels] == [f"Skill {number}" for number in range(12)]
    assert made.reading == (
        "Can't tell yet how the 12 skills drawn change: it takes 8 ratings over time; not drawn: Skill 12."
    )


def test_only_ratings_of_the_period_are_drawn_and_a_skill_without_any_has_no_panel() -> None:
    made = figure(of(skill(0, (after(-9), 20), (after(0), 30)), skill(1, (after(-9), 80))))
    assert [panel.title for panel in made.panels] == ["Skill 0"]
    assert made.table.rows == (("Skill 0", "2026-01-01", "30"),)


def test_equal_ratings_and_those_of_one_day_have_no_word() -> None:
    flat = skill(0, *((after(7 * week), 50) for week in range(20)))
    one_day = skill(1, *((after(3), 10 * place) for place in range(10)))
    made = figure(of(flat, one_day))
    assert made.reading == "Can't tell yet whether the one skill with 8 ratings or more rises or falls."
    assert [series.label for panel in made.panels for series in panel.series] == ["", "", ""]


def test_rising_and_falling_are_told_apart() -> None:
    falling = skill(1, *((after(9 * place), 90 - 5 * place) for place in range(12)))
    made = figure(of(rising_skill(0, 10), falling))
    assert made.reading == "Of the 2 skills with 8 ratings or more, rising: Skill 0; falling: Skill 1."


def test_all_panels_share_their_axes() -> None:
    made = figure(FORTY)
    assert {(panel.x, panel.y) for panel in made.panels} == {(made.x, made.y)}
    assert (made.x.low, made.x.high) == (on_axis(START), on_axis(END))
