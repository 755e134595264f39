"""A measure: which values reach its target, and how far one has come."""

import datetime as dt

import pytest

from workjournal.domain.check_in import NotFinite
from workjournal.domain.entity import new_id
from workjournal.domain.measure import Direction, Measure, Reading

DAY = dt.date(2026, 11, 19)


@pytest.mark.parametrize(
    ("direction", "value", "reached"),
    [
        (Direction.HIGHER, 9.9, False),
        (Direction.HIGHER, 10.0, True),
        (Direction.HIGHER, 11.0, True),
        (Direction.LOWER, 10.1, False),
        (Direction.LOWER, 10.0, True),
        (Direction.LOWER, -5.0, True),
    ],
)
def test_the_target_is_reached_from_the_side_that_is_worse(
    direction: Direction, value: float, reached: bool
) -> None:
    assert Measure(name="x", direction=direction, target=10.0).reaches_target(value) is reached
    assert Measure(name="x", direction=direction).reaches_target(value) is None


@pytest.mark.parametrize(
    ("baseline", "target", "value", "share"),
    [
        (20.0, 10.0, 20.0, 0.0),
        (20.0, 10.0, 15.0, 0.5),
        (20.0, 10.0, 10.0, 1.0),
        (20.0, 10.0, 25.0, -0.5),
        (0.0, 4.0, 6.0, 1.5),
        (None, 10.0, 5.0, None),
        (10.0, None, 5.0, None),
        (10.0, 10.0, 5.0, None),
    ],
)
def test_the_share_of_the_way(
    baseline: float | None, target: float | None, value: float, share: float | None
) -> None:
    assert Measure(name="x", baseline=baseline, target=target).progress(value) == share


@pytest.mark.parametrize("value", [float("nan"), float("inf"), float("-inf")])
def test_a_value_is_a_finite_number(value: float) -> None:
    things = (
        Measure(name="x", baseline=value),
        Measure(name="x", target=value),
        Reading(measure_id=new_id(), date=DAY, value=value),
    )
    for thing in things:
        with pytest.raises(NotFinite):
            thing.check()


def test_name_and_unit_are_one_line() -> None:
    measure = Measure(name=" Days \n late ", unit=" % ")
    measure.check()
    assert (measure.name, measure.unit) == ("Days late", "%")
