"""What the writer's clock showed."""

import datetime as dt

import pytest

from workjournal.importers.zones import instant, local


@pytest.mark.parametrize(
    ("moment", "zone", "clock", "taken"),
    [
        ("2024-04-16T23:00:00Z", "Europe/Dublin", "2024-04-17 00:00:00", "Europe/Dublin"),
        ("2024-01-16T23:00:00Z", " Europe/Dublin ", "2024-01-16 23:00:00", " Europe/Dublin "),
        ("2024-03-31T01:30:00Z", "Europe/Berlin", "2024-03-31 03:30:00", "Europe/Berlin"),
        ("2024-04-16T23:00:00.999Z", "+02:00", "2024-04-17 01:00:00", "+02:00"),
        ("2024-04-16T23:00:00", "GMT-0330", "2024-04-16 19:30:00", "GMT-0330"),
        ("2024-04-16T23:00:00+05:00", "UTC+1", "2024-04-16 19:00:00", "UTC+1"),
        ("2024-04-16T23:00:00Z", "Z", "2024-04-16 23:00:00", "Z"),
    ],
)
def test_an_instant_by_the_clock_of_a_zone(moment: str, zone: str, clock: str, taken: str) -> None:
    there, known = local(instant(moment), zone)
    assert (str(there), known) == (clock, taken)
    assert there.tzinfo is None


@pytest.mark.parametrize(
    "zone",
    [
        "",
        " ",
        "Mars/Base",
        "../../etc/passwd",
        "/etc/localtime",
        "America",
        "+25:00",
        "+02:99",
        "a\0b",
        "x" * 5000,
        "\ud800",
    ],
)
def test_a_zone_that_is_none_is_that_of_this_computer(zone: str) -> None:
    moment = dt.datetime(2024, 4, 16, 23, tzinfo=dt.UTC)
    here = moment.astimezone()
    offset = f"{here:%z}"
    assert local(moment, zone) == (here.replace(tzinfo=None), f"{offset[:3]}:{offset[3:5]}")


@pytest.mark.parametrize(
    ("text", "moment"),
    [
        ("2024-04-16T23:00:00Z", dt.datetime(2024, 4, 16, 23, tzinfo=dt.UTC)),
        (" 2024-04-16 23:00 ", dt.datetime(2024, 4, 16, 23, tzinfo=dt.UTC)),
        ("2024-04-16", dt.datetime(2024, 4, 16, tzinfo=dt.UTC)),
        ("20240416T230000.1234567+0200", dt.datetime(2024, 4, 16, 21, 0, 0, 123456, dt.UTC)),
    ],
)
def test_iso_8601_is_an_instant(text: str, moment: dt.datetime) -> None:
    assert instant(text) == moment
    assert instant(text).tzinfo is not None


@pytest.mark.parametrize(
    "text", ["", "soon", "2024-13-01", "16.04.2024", "2024-04-16T25:00", "2024-04-16T23:00:00+99:00"]
)
def test_another_text_is_none(text: str) -> None:
    with pytest.raises(ValueError, match=r".*"):
        instant(text)
