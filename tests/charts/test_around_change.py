"""Before and after a change: what was on either side, and not a word of why."""

import datetime as dt

import pytest

from chart_histories import END, START, after, measure
from workjournal.charts.around_change import MOST, figure
from workjournal.charts.figure import Figure
from workjournal.domain.history import ChangePoint, History, MeasurePoints

CHANGE = ChangePoint(after(100), "New scanner")


def daily(number: int, *values: float, first: int = 90) -> MeasurePoints:
    return measure(number, tuple((after(first + place), value) for place, value in enumerate(values)))


def figure_of(
    *measures: MeasurePoints, changes: tuple[ChangePoint, ...] = (CHANGE,), start: dt.date = START
) -> Figure:
    return figure(History(start, END, measures=measures, changes=changes))


def test_eight_on_either_side_with_their_medians() -> None:
    made = figure_of(daily(0, *range(10), *range(50, 60)))
    (panel,) = made.panels
    by_name = {series.name: series for series in panel.series}
    assert by_name["Before"].points == tuple((x, float(10 + x)) for x in range(-MOST, 0))
    assert by_name["After"].points == tuple((x, float(49 + x)) for x in range(1, MOST + 1))
    assert by_name["After"].told[0] == "50 %, 11 April 2026"
    assert by_name["Before"].ids == by_name["After"].ids == (str(measure(0, ()).id),) * MOST
    assert by_name["Median before"].ids == ()
    assert by_name["Median before"].points == ((-8.0, 5.5), (-1.0, 5.5))
    assert by_name["Median after"].label == "53.5 %"
    assert [(mark.at, mark.label) for mark in panel.marks] == [(0, "New scanner")]
    assert made.n == len(made.table.rows) == 16
    assert made.table.rows[0] == ("Measure 0", "before", "2026-04-03", "2 %", "5.5 %")
    assert (
        made.reading
        == panel.reading
        == (
            "The median of Measure 0 was 5.5 % before and 53.5 % after, and their values do not overlap; "
            "this coincides with “New scanner” (11 April 2026)."
        )
    )


def test_a_difference_within_the_usual_is_said_to_overlap() -> None:
    made = figure_of(daily(0, *(50, 54, 50, 54) * 2, 50, 54, *(51, 53, 55, 54) * 2))
    assert "was 52 % before and 53.5 % after, and their values overlap; this coincides with" in made.reading


def test_equal_medians_are_said_to_be_the_same_and_coincide_with_nothing() -> None:
    made = figure_of(daily(0, *(50, 54, 50, 54) * 5))
    assert made.reading == (
        "The median of Measure 0 is the same before and after “New scanner” (11 April 2026): 52 %."
    )
    near = figure_of(daily(0, *(100_000.001,) * 10, *(100_000.002,) * 10))
    assert "100000 % before and 100000 % after, and their values do not overlap" in near.reading


@pytest.mark.parametrize("values", [(1.0,) * 10, (1.0,) * 12])
def test_too_few_on_one_side_are_drawn_and_not_compared(values: tuple[float, ...]) -> None:
    made = figure_of(daily(0, *values))
    assert made.reading == (
        f"Too few to compare: Measure 0 has 8 values before and {len(values) - 10} after “New scanner” (11 April 2026)."
    )
    assert "Median after" not in {series.name for series in made.panels[0].series}


def test_what_lies_before_another_change_is_no_part_of_it() -> None:
    values = daily(0, *(9,) * 6, *(5,) * 4, *(5,) * 4)
    earlier = ChangePoint(after(96), "New role")
    of_others = ChangePoint(after(98), "Not its own", measure(1, ()).id)
    made = figure_of(values, changes=(earlier, of_others, CHANGE))
    assert [row[2] for row in made.table.rows if row[1] == "before"] == [
        after(day).isoformat() for day in range(96, 100)
    ]
    assert made.reading.endswith(": 5 %.")


def test_several_measures_in_one_sentence() -> None:
    apart, same, few = daily(0, *range(20)), daily(1, *(1, 2) * 10), daily(2, 1, 2)
    assert figure_of(apart, same, few).reading == (
        "Of 2 measures, 1 had all values after apart from those before, 1 more had too few values; "
        "this coincides with “New scanner” (11 April 2026)."
    )
    assert figure_of(same, daily(3, *(1, 2) * 10)).reading == (
        "Of 2 measures, none had all values after “New scanner” (11 April 2026) apart from those before."
    )
    assert figure_of(few, daily(3, 1)).reading.startswith("Too few values before or after")


def test_only_the_measures_it_concerns() -> None:
    one, other = daily(0, *range(20)), daily(1, *range(20))
    made = figure_of(one, other, changes=(ChangePoint(after(100), "New scanner", other.id),))
    assert [panel.title for panel in made.panels] == ["Measure 1"]


def test_the_last_change_of_the_period_and_all_of_its_day() -> None:
    day = (ChangePoint(after(100), "New role"), ChangePoint(after(100), "New tool."))
    made = figure_of(daily(0, *range(20)), changes=(ChangePoint(after(20), "Older"), *day))
    assert made.reading.endswith("coincides with “New role” and “New tool” (11 April 2026).")
    assert len(made.panels[0].marks) == 2


def test_without_a_change_or_a_value_there_is_nothing() -> None:
    before = figure_of(daily(0, *range(20)), start=after(101))
    assert before.reading == "No change was marked in this period."
    assert before.is_empty
    bare = figure_of(measure(0, ()))
    assert bare.reading == "No measure that “New scanner” (11 April 2026) concerns has a value yet."
    assert bare.is_empty
