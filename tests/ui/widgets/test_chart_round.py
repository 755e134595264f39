"""Outlines around a middle: round, closed, named at the rim where nothing covers anything, walked once around."""

from itertools import combinations

import numpy as np
import pytest
from PySide6.QtCore import QLocale, QPoint, QPointF, QRectF, QSize, Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from ui.showing import show_active
from workjournal.charts.figure import Axis, DataTable, Figure, Series
from workjournal.ui import theme
from workjournal.ui.widgets.chart_frame import Frame
from workjournal.ui.widgets.chart_layout import frame
from workjournal.ui.widgets.chart_view import ChartView

ENGLISH = QLocale("en_GB")
NAMES = (
    "Planning",
    "Speaking to a room of people who would rather be elsewhere",
    "التخطيط والتنظيم وإدارة فرق العمل الكبيرة في المستودعات الجديدة",
    "在很多人面前清楚地说明一个复杂的计划并且回答所有人提出的问题以及后续的所有安排",
    "Delegating",
    "Feedback",
    "Negotiation",
    "Reading figures",
    "Hiring",
    "Writing",
    "Coaching",
    "Safety",
)


def outlines(count: int, then: tuple[float, ...] = (), now: tuple[float, ...] = ()) -> Figure:
    """So many of NAMES, the first on top; 40 then and 80 now where nothing else is given."""

    def points(levels: tuple[float, ...]) -> tuple[tuple[float, float], ...]:
        return tuple((level, float(count - 1 - place)) for place, level in enumerate(levels))

    ids = tuple(f"skill-{place}" for place in range(count))
    told = tuple(f"{level:g}, rated 9 Jan 2026" for level in then or (40.0,) * count)
    return Figure(
        "outlines",
        "Skills",
        "",
        "A reading.",
        count,
        Axis("number", "Rating", 0, 100),
        Axis("category", "", -0.5, count - 0.5, NAMES[:count][::-1]),
        (
            Series("3 March 2026", points(then or (40.0,) * count), 1, "square", "dash", ids=ids, told=told),
            Series("20 November 2026", points(now or (80.0,) * count), 0, "circle", "solid", ids=ids),
        ),
        DataTable(("Skill",), (("Planning",),)),
        outlines=True,
    )


def shown(qtbot: QtBot, figure: Figure) -> ChartView:
    view = ChartView(figure)
    qtbot.addWidget(view)
    view.setLocale(ENGLISH)
    view.resize(520, 300)
    show_active(qtbot, view)
    qtbot.waitUntil(lambda: view._spots is not None)
    return view


def laid(count: int, wide: int, high: int) -> Frame:
    return frame(outlines(count), QSize(wide, high), ENGLISH)


def test_it_is_round_and_the_first_row_is_on_top_and_the_others_follow_clockwise(qtbot: QtBot) -> None:
    view = shown(qtbot, outlines(4, then=(20, 40, 60, 0)))
    assert view._frame is not None
    assert view._spots is not None
    plot = view._frame.plot
    assert plot.width() == plot.height()
    r, middle = plot.width() / 2, plot.center()
    wanted = [(0, -0.2), (0.4, 0), (0, 0.6), (0, 0)]
    places = view._spots.places[view._spots.series == 0]
    assert places == pytest.approx(np.array([(middle.x() + x * r, middle.y() + y * r) for x, y in wanted]))


@pytest.mark.parametrize(("wide", "high"), [(200, 160), (380, 200), (520, 230), (1000, 560)])
@pytest.mark.parametrize("count", [3, 4, 5, 6, 7, 11, 12])
def test_no_name_leaves_the_card_or_covers_the_outline_or_another(count: int, wide: int, high: int) -> None:
    made = laid(count, wide, high)
    assert [name.text for name in made.rim] == list(NAMES[:count])
    card, middle = QRectF(0, 0, wide, high), made.plot.center()
    for name in made.rim:
        assert card.contains(name.rect)
        assert name.rect.width() > 20
        nearest = QPointF(
            min(max(middle.x(), name.rect.left()), name.rect.right()),
            min(max(middle.y(), name.rect.top()), name.rect.bottom()),
        )
        assert np.hypot(*(nearest - middle).toTuple()) >= made.plot.width() / 2 + 8
        assert not any(name.rect.intersects(entry.rect) for entry in made.key)
    for one, other in combinations(made.rim, 2):
        assert not one.rect.intersects(other.rect)


@pytest.mark.parametrize("count", [3, 5, 7])
def test_the_outline_of_an_odd_number_stays_in_its_card(count: int) -> None:
    made = laid(count, 520, 230)
    lowest = max(made.at((100, row)).y() for row in range(count))
    assert made.plot.top() > 0
    assert lowest <= 230 - 4


def test_the_outline_takes_what_the_names_leave() -> None:
    assert laid(12, 1000, 560).plot.width() >= 400
    assert laid(12, 520, 230).plot.width() > 140


def test_both_outlines_are_closed_and_in_their_colours(qtbot: QtBot) -> None:
    view = shown(qtbot, outlines(4))
    app = QApplication.instance()
    assert isinstance(app, QApplication)
    try:
        for tokens in (theme.LIGHT, theme.DARK):
            theme.apply(app, tokens.name)
            image = view.drawing().toImage()
            assert view._frame is not None
            # Half-way from the last row to the first: in the middle of the closing line.
            for level, ink in ((80.0, tokens.series[0]), (40.0, tokens.series[1])):
                at = (view._frame.at((level, 0)) + view._frame.at((level, 3))) / 2
                near = {
                    image.pixelColor(round(at.x()) + x, round(at.y()) + y).name().upper()
                    for x in range(-6, 7)
                    for y in range(-6, 7)
                }
                assert ink in near
    finally:
        theme.apply(app, "light")


def test_rings_stand_at_every_quarter(qtbot: QtBot) -> None:
    view = shown(qtbot, outlines(4, (5, 5, 5, 5), (5, 5, 5, 5)))
    assert view._frame is not None
    image = view.drawing().toImage()
    for level in (25.0, 50.0, 75.0, 100.0):
        at = (view._frame.at((level, 3)) + view._frame.at((level, 2))) / 2
        row = [image.pixelColor(round(at.x()) + x, round(at.y())) for x in range(-3, 4)]
        assert any(each != theme.color("surface") for each in row)
    between = (view._frame.at((88.0, 3)) + view._frame.at((88.0, 2))) / 2
    assert image.pixelColor(between.toPoint()) == theme.color("surface")


def test_a_point_tells_its_skill_whole_both_days_and_when_it_was_rated(qtbot: QtBot) -> None:
    view = shown(qtbot, outlines(4))
    told = view._read_out(1)
    assert told.heading == NAMES[1]
    assert told.spoken() == f"{NAMES[1]}, 3 March 2026: 40, rated 9 Jan 2026, 20 November 2026: 80"


def test_arrow_keys_walk_around_and_from_one_outline_to_the_other(qtbot: QtBot) -> None:
    view = shown(qtbot, outlines(5))
    view.setFocus()
    at = [view._which(view._at)]
    keys = [Qt.Key.Key_Right, Qt.Key.Key_Down, Qt.Key.Key_Down, Qt.Key.Key_Left, Qt.Key.Key_Left]
    for key in (*keys, Qt.Key.Key_Up, Qt.Key.Key_Up, Qt.Key.Key_Right, Qt.Key.Key_End, Qt.Key.Key_Home):
        qtbot.keyClick(view, key)
        at.append(view._which(view._at))
    assert at[:6] == [(0, 0), (0, 1), (1, 1), (1, 1), (1, 0), (1, 4)]
    assert at[6:] == [(0, 4), (0, 4), (0, 0), (0, 4), (0, 0)]
    with qtbot.waitSignal(view.opened) as opened:
        qtbot.keyClick(view, Qt.Key.Key_Return)
    assert opened.args == ["skill-0"]


def test_a_click_opens_the_skill(qtbot: QtBot) -> None:
    view = shown(qtbot, outlines(6))
    assert view._spots is not None
    place = QPoint(*(round(value) for value in view._spots.places[8]))
    with qtbot.waitSignal(view.opened) as opened:
        qtbot.mouseMove(view, place)
        qtbot.mouseClick(view, Qt.MouseButton.LeftButton, pos=place)
    assert opened.args == ["skill-2"]


def test_points_stand_where_they_are_though_they_cover_each_other(qtbot: QtBot) -> None:
    view = shown(qtbot, outlines(4, (0, 0, 0, 0), (0, 0, 0, 0)))
    assert view._frame is not None
    assert view._spots is not None
    middle = view._frame.plot.center().toTuple()
    assert all(place == pytest.approx(middle) for place in view._spots.places)
