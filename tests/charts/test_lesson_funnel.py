"""What became of lessons: each bar counts for itself, of all that were written."""

from chart_histories import END, START, after, lesson
from workjournal.charts.lesson_funnel import CHART, figure
from workjournal.domain.history import History, LessonPoint
from workjournal.domain.lesson import LessonState


def read(*lessons: LessonPoint) -> str:
    return figure(History(START, END, lessons=lessons)).reading


def test_bars_and_table_count_the_same() -> None:
    lessons = (
        lesson(0, 1),  # recalled
        lesson(1, 2, LessonState.APPLIED, applied=2),
        lesson(2, 3, LessonState.SHARED),  # recalled too
        lesson(3, 4, LessonState.RETIRED),
    )
    made = figure(History(START, END, lessons=lessons))
    (bars,) = made.series
    assert bars.form == "bars"
    assert bars.points == ((0.0, 4.0), (1.0, 2.0), (2.0, 1.0), (3.0, 1.0))
    assert bars.told == ("4 of 4", "2 of 4", "1 of 4", "1 of 4")
    assert bars.ids == ("", "", str(lessons[1].id), str(lessons[2].id))
    assert made.x.labels == tuple(row[0] for row in made.table.rows)
    assert made.table.rows[1] == ("Recalled", "2", "50 %")
    assert (
        made.reading
        == "Of 4 lessons written in this period, by its end 2 were recalled, 1 applied and 1 shared."
    )


def test_one_lesson_is_told_without_figures() -> None:
    assert read(lesson(0, 1)) == "The one lesson written in this period was recalled by its end."
    assert read(lesson(1, 1)).endswith("was not recalled, applied or shared by its end.")
    assert "was recalled and applied by its end" in read(lesson(2, 1, applied=3))


def test_what_came_after_the_period_is_not_known_on_its_last_day() -> None:
    written = lesson(0, 10, LessonState.SHARED, applied=1)  # recalled on day 13, applied on 15, shared on 18

    def stages(day: int) -> list[float]:
        made = figure(History(START, after(day), lessons=(written,)))
        return [count for _, count in made.series[0].points]

    assert [stages(day) for day in (12, 13, 15, 17, 18)] == [
        [1, 0, 0, 0],
        [1, 1, 0, 0],
        [1, 1, 1, 0],
        [1, 1, 1, 0],
        [1, 1, 1, 1],
    ]


def test_it_counts_activity_and_is_for_no_pack() -> None:
    assert CHART.private
