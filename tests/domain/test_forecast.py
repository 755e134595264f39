"""A sealed forecast: what it was is fixed, and what was changed since is told."""

import datetime as dt
from collections.abc import Callable
from uuid import UUID

import pytest

from workjournal.domain.entity import new_id
from workjournal.domain.forecast import Forecast, ForecastSealed

NOW = dt.datetime(2026, 11, 2, 9, 30, tzinfo=dt.UTC)
DUE = dt.date(2027, 1, 31)
OLD = "a928cfb92f87f8ba24c5afec9b5407e9084b6b735cf05e94d1fcabe495082cab"


def sealed() -> Forecast:
    forecast = Forecast(goal_id=new_id(), probability=60, reasons="Twice before")
    forecast.seal(NOW, DUE)
    return forecast


def set_to(name: str, value: object) -> Callable[[Forecast], None]:
    return lambda forecast: setattr(forecast, name, value)


@pytest.mark.parametrize(
    "change",
    [
        set_to("probability", 65),
        set_to("reasons", "Twice before."),
        set_to("reasons", ""),
        set_to("goal_id", new_id()),
        set_to("by", DUE + dt.timedelta(days=1)),
        set_to("by", None),
        set_to("sealed_at", NOW + dt.timedelta(seconds=1)),
        set_to("sealed_at", None),  # taken for one that never was sealed
        set_to("digest", ""),
        set_to("digest", "0" * 64),
    ],
    ids=lambda change: str(change.__closure__[0].cell_contents),
)
def test_whatever_is_changed_breaks_the_seal_and_cannot_be_kept(change: Callable[[Forecast], None]) -> None:
    forecast = sealed()
    assert forecast.is_intact()
    forecast.check()
    change(forecast)
    assert not forecast.is_intact()
    with pytest.raises(ForecastSealed):
        forecast.check()


def test_one_that_is_not_sealed_can_be_changed() -> None:
    forecast = Forecast(goal_id=new_id(), probability=60)
    forecast.probability = 70
    forecast.check()
    assert forecast.is_intact()


def test_it_is_sealed_once() -> None:
    forecast = sealed()
    with pytest.raises(ForecastSealed):
        forecast.seal(NOW + dt.timedelta(days=1), DUE)
    assert (forecast.sealed_at, forecast.by) == (NOW, DUE)


def test_the_seal_is_over_the_time_and_not_its_zone() -> None:
    forecast = sealed()
    forecast.sealed_at = NOW.astimezone(dt.timezone(dt.timedelta(hours=9)))
    assert forecast.is_intact()


def test_a_seal_without_a_day_is_that_of_the_schemas_before() -> None:
    """Seals made up to schema 0003 must hold: this is one of them, computed there."""
    forecast = Forecast(goal_id=UUID(int=7), probability=60, reasons="Twice before")
    forecast.seal(NOW)
    assert forecast.digest == OLD
