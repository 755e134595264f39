"""Outlines on the unit square: clockwise from the top, closed, with rings and with names on their side of the rim."""

import dataclasses

import pytest

from chart_histories import FORTY, START, after, skill
from figure_examples import OUTLINES, POINTS, categories
from workjournal.charts import skill_outlines
from workjournal.domain.history import History
from workjournal.exporters.plot import Plot, plot
from workjournal.exporters.plot_round import LONGEST_NAME


def drawn() -> Plot:
    made = plot(OUTLINES, "en")
    assert made is not None
    return made


def test_values_run_outwards_from_the_middle_clockwise_from_the_top() -> None:
    then, now = drawn()["series"]
    assert then["points"] == [
        pytest.approx(place) for place in ((0.5, 0.6), (0.7, 0.5), (0.5, 0.2), (0.5, 0.5))
    ]
    assert now["points"] == [
        pytest.approx(place) for place in ((0.5, 0.75), (0.7, 0.5), (0.5, 0.0), (0.1, 0.5))
    ]
    assert then["closed"]
    assert now["closed"]
    assert (then["marker"], now["marker"]) == ("square", "circle")
    assert then["dash"] != now["dash"] == ()


def test_four_rings_go_once_around() -> None:
    rings = drawn()["outline"]["rings"]
    assert [ring[0] for ring in rings] == [
        pytest.approx((0.5, 0.5 + part / 2)) for part in (0.25, 0.5, 0.75, 1)
    ]
    assert all(ring[0] == ring[-1] and len(ring) == 5 for ring in rings)


def test_names_stand_on_their_side_of_the_rim() -> None:
    names = drawn()["outline"]["names"]
    assert [(name["label"], name["side"]) for name in names] == [
        ("Coaching", "middle"),
        ("Delegating", "right"),
        ("Planning", "middle"),
        ("Safety", "left"),
    ]
    assert names[1]["at"] == pytest.approx((1.0, 0.5))
    assert drawn()["outline"]["foot"] == pytest.approx(0)


def test_an_odd_outline_ends_above_the_foot_of_its_circle() -> None:
    rated = tuple(skill(number, (START, 10), (after(9), 20)) for number in range(3))
    made = plot(skill_outlines.figure(History(START, after(99), skills=rated)), "en")
    assert made is not None
    assert made["outline"]["foot"] == pytest.approx(0.25)


def test_a_long_name_is_cut() -> None:
    long = "Speaking to a room of people who would rather be somewhere else"
    made = plot(dataclasses.replace(OUTLINES, y=categories("A", "B", "C", long)), "en")
    assert made is not None
    label = made["outline"]["names"][0]["label"]
    assert label.endswith("…")
    assert len(label) <= LONGEST_NAME


def test_other_figures_have_no_outline() -> None:
    made = plot(POINTS, "en")
    assert made is not None
    assert made["outline"] is None
    assert not any(series["closed"] for series in made["series"])


def test_twelve_of_forty_skills_have_a_name_each() -> None:
    made = plot(skill_outlines.figure(FORTY), "en")
    assert made is not None
    names = made["outline"]["names"]
    assert [name["side"] for name in names] == ["middle", *["right"] * 5, "middle", *["left"] * 5]
