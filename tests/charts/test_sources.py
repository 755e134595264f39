"""Sources of learning: shares of those episodes that name one, quarter by quarter, and no ideal mix."""

import datetime as dt

import pytest

from chart_histories import END, LONG_AGO, START, TWENTY_YEARS, episode
from workjournal.charts.sources import figure
from workjournal.domain.episode import Source
from workjournal.domain.history import History

E, X, D = Source.EXPERIENCE, Source.EXPOSURE, Source.EDUCATION


def of(*named: tuple[int, Source | None], end: dt.date = END) -> History:
    return History(
        START,
        end,
        tuple(episode(number, day, None, source=source) for number, (day, source) in enumerate(named)),
    )


def test_each_quarter_shares_out_its_own_and_one_without_any_is_blank() -> None:
    made = figure(of((0, E), (1, E), (2, X), (3, D), (4, None), (200, X)))
    assert made.x.labels == ("Q1 2026", "Q2 2026", "Q3 2026", "Q4 2026")
    by_name = {series.name: series for series in made.series}
    assert by_name["Experience"].points == ((0.0, 50.0), (2.0, 0.0))
    assert by_name["Exposure"].points == ((0.0, 25.0), (2.0, 100.0))
    assert by_name["Exposure"].told == ("25 % (1 of 4)", "100 % (1 of 1)")
    first = [str(one.id) for one in of((0, E), (1, E), (2, X), (3, D), (4, None), (200, X)).episodes]
    assert by_name["Experience"].ids == ("", ""), "two, and none"
    assert by_name["Exposure"].ids == (first[2], first[5])
    assert [series.place for series in made.series] == [0, 1, 2, 3, 4]
    assert {series.form for series in made.series} == {"bars"}
    assert made.table.rows == (
        ("Q1 2026", "2", "1", "1", "0", "0", "1"),
        ("Q3 2026", "0", "1", "0", "0", "0", "0"),
    )


def test_shares_of_a_quarter_add_up() -> None:
    made = figure(TWENTY_YEARS)
    for x in range(len(made.x.labels)):
        shares = [up for series in made.series for across, up in series.points if across == x]
        assert sum(shares) == pytest.approx(100)


def test_a_long_period_is_shown_in_years() -> None:
    assert figure(TWENTY_YEARS).x.labels == tuple(str(year) for year in range(LONG_AGO.year, END.year + 1))
    assert figure(TWENTY_YEARS).table.headers[0] == "Year"


@pytest.mark.parametrize(
    ("named", "reading"),
    [
        ((E,), "Experience is named in the one episode that names a source."),
        ((E, None), "Experience is named in the one episode that names a source; 1 of 2 episodes name none."),
        ((E, E, X), "Experience is named most, in 2 of 3 episodes that name a source."),
        (
            (E, X, None, None),
            "Experience and exposure are named most, each in 1 of 2 episodes that name a source; 2 of 4 episodes name none.",
        ),
        (
            (*(E,) * 9, X, X, X, None),
            "Experience is named most, in 75 % of the episodes that name a source; 8 % of the episodes name none.",
        ),
        ((None,), "No episode in this period names the source of its learning yet."),
    ],
)
def test_readings(named: tuple[Source | None, ...], reading: str) -> None:
    made = figure(of(*((day, source) for day, source in enumerate(named))))
    assert made.reading == reading
    assert made.counts_entries
    assert made.n == sum(source is not None for source in named)


def test_there_is_no_ideal_to_measure_oneself_by() -> None:
    made = figure(TWENTY_YEARS)
    assert not made.marks
    assert not made.zones
    assert len(made.series) == len(Source)
