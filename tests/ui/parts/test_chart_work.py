"""Where a point leads: to the thing whose id it has, whatever that is."""

import datetime as dt
from uuid import UUID

import pytest

from workjournal.domain.action import ActionState
from workjournal.domain.episode import Kind
from workjournal.domain.history import (
    EpisodePoint,
    History,
    MeasurePoints,
    PlanPoint,
    RecallPoint,
    SkillPoints,
)
from workjournal.domain.measure import Direction
from workjournal.domain.spacing import Grade
from workjournal.ui.parts.chart_work import work_behind

DAY = dt.date(2026, 11, 19)
HISTORY = History(
    start=DAY,
    end=DAY,
    episodes=(EpisodePoint(UUID(int=1), DAY, Kind.WORK, 40, None),),
    recalls=(RecallPoint(UUID(int=2), DAY, Grade.GOOD, 3, 4.0),),
    plans=(PlanPoint(UUID(int=3), DAY, ActionState.OPEN, None),),
    measures=(MeasurePoints(UUID(int=4), "Picks", "", Direction.HIGHER, None, None, ()),),
    skills=(SkillPoints(UUID(int=5), "Planning", ((DAY, 40),)),),
)


@pytest.mark.parametrize(
    ("number", "screen"), [(1, "episode"), (2, "lessons"), (3, "actions"), (4, "measures"), (5, "skills")]
)
def test_each_kind_of_thing_has_its_screen(number: int, screen: str) -> None:
    assert work_behind(HISTORY, str(UUID(int=number))) == (screen, UUID(int=number))


def test_a_day_is_its_work_and_anything_else_is_nowhere() -> None:
    assert work_behind(HISTORY, "2026-11-19") == ("today", DAY)
    assert work_behind(HISTORY, str(UUID(int=9))) is None
    assert work_behind(HISTORY, "week 47") is None
