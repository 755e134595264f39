"""By which timeformat jrnl's dates are read, given or guessed."""

import datetime as dt
import random
from collections.abc import Iterator

import pytest

from workjournal.importers.jrnl.date_forms import candidates
from workjournal.importers.jrnl.dates import choose, choose_all
from workjournal.importers.jrnl.timeformat import MOST_SIGNS, NoSuchDate, NotAFormat, timeformat

DAY, MINUTE = dt.date(2026, 3, 5), dt.time(14, 7)


@pytest.mark.parametrize(
    "written",
    [
        *(
            "%Y-%m-%d %H:%M",
            "%F %r",
            "%F %T",
            "%d.%m.%Y %H:%M",
            "%A %d %b %Y, %H:%M",
            "%a, %d %B %Y %I:%M %p",
            "%c",
        ),
        *(
            "%m/%d/%Y %I:%M%p",
            "%d/%m/%y %H:%M",
            "%Y%m%dT%H%M",
            "%Y-%j %H.%M",
            "%-d. %-m. %Y %Hh%M",
            "%e-%h-%Y %R",
        ),
        *(
            "%Y/%m/%d %H:%M:%S.%f",
            "%Y年%m月%d日 %H:%M",
            "%d %b %Y - %l:%M %P",
            "100%% %Y %m %d %k:%M",
            "%D %H:%M %d",
        ),
    ],
)
def test_a_timeformat_reads_what_it_writes(written: str) -> None:
    now = dt.datetime.combine(DAY, MINUTE)
    found = timeformat(written).read(now.strftime(written))
    assert found
    assert (found.date, found.time, found.zone, found.says_more, found.vague) == (
        DAY,
        MINUTE,
        "",
        False,
        False,
    )


@pytest.mark.parametrize("text", ["Thursday 05 March 2026", "THU 5 mar. 2026", "thu.  05 MARCH 2026"])
def test_names_are_english_in_any_case_and_length(text: str) -> None:
    found = timeformat("%A %d %B %Y").read(text)
    assert found
    assert (found.date, found.time) == (DAY, None)


@pytest.mark.parametrize(
    ("text", "zone", "says_more"),
    [
        ("2026-03-05 14:07 +02:00", "+02:00", False),
        ("2026-03-05 14:07 -0330", "-03:30", False),
        ("2026-03-05 14:07 Z", "+00:00", False),
        ("2026-03-05 14:07:00.250 +0200", "+02:00", True),
    ],
)
def test_an_offset_is_a_zone(text: str, zone: str, says_more: bool) -> None:
    (form,) = candidates(text)
    found = timeformat(form).read(text)
    assert found
    assert (found.time, found.zone, found.says_more) == (MINUTE, zone, says_more)


@pytest.mark.parametrize(
    ("text", "hour"),
    [("12:30 AM", 0), ("12:30 PM", 12), ("1:30 a.m.", 1), ("11:30 pm", 23), ("15:30 PM", 15)],
)
def test_twelve_is_the_beginning_of_each_half(text: str, hour: int) -> None:
    found = timeformat("%I:%M %p").read(text)
    assert found
    assert (found.date, found.time) == (None, dt.time(hour, 30))


@pytest.mark.parametrize("written", ["%", "%Q", "noon", "%d", "%Y " * (MOST_SIGNS + 1), "%C%y", "%d %"])
def test_what_is_no_timeformat(written: str) -> None:
    with pytest.raises(NotAFormat):
        timeformat(written)


@pytest.mark.parametrize("text", ["30.02.2026", "00.01.2026", "01.13.2026", "01.01.0000"])
def test_a_day_that_never_was(text: str) -> None:
    with pytest.raises(NoSuchDate):
        timeformat("%d.%m.%Y").read(text)
    with pytest.raises(NoSuchDate):
        timeformat("%Y-%j").read("2026-366")


@pytest.mark.parametrize(
    ("text", "form"),
    [
        ("2026-03-05 14:07", "%Y-%m-%d %H:%M"),
        ("2026-03-05 02:07:00 PM", "%Y-%m-%d %I:%M:%S %p"),
        ("Thursday, 05 Mar 2026, 14:07", "%a, %d %b %Y, %H:%M"),
        ("Thu Mar  5 14:07:00 2026", "%a %b  %d %H:%M:%S %Y"),
        ("5. March 2026 at 2:07 pm", "%d. %b %Y at %I:%M %p"),
        ("2026-03-05T14:07:00", "%Y-%m-%dT%H:%M:%S"),
        ("20260305 1407", "%Y%m%d %H%M"),
        ("5.3.26 14.07", "%d.%m.%y %H.%M"),
        ("2026-03-05 Thu 14:07", "%Y-%m-%d %a %H:%M"),
        ("2026-03-05 14h07", "%Y-%m-%d %Hh%M"),
        ("5 Mar 2026 2 PM", "%d %b %Y %I %p"),
        ("03/05/2026 2:07 PM", "%m/%d/%Y %I:%M %p"),
        ("2026-03 14:07", "%Y-%m %H:%M"),
    ],
)
def test_the_likeliest_timeformat_of_a_date(text: str, form: str) -> None:
    assert candidates(text)[0] == form


@pytest.mark.parametrize(
    "text",
    [
        "",
        "1",
        "x",
        "May",
        "2026",
        "see 2026-03-05",
        "[",
        "1.2",
        "1 2 3 4 5 6 7 8",
        "12345",
        "5%",
        "12-34-56-78",
    ],
)
def test_what_is_no_date(text: str) -> None:
    assert not any(timeformat(form).names_days for form in candidates(text))


def dates(form: str) -> Iterator[str]:
    chance = random.Random(7)
    when = dt.datetime(2025, 1, 1, 9, tzinfo=dt.UTC)
    for _ in range(60):
        when += dt.timedelta(hours=chance.randint(1, 90))
        yield when.strftime(form)


@pytest.mark.parametrize(
    "form", ["%d/%m/%Y %H:%M", "%m/%d/%Y %H:%M", "%d.%m.%y %H:%M", "%m-%d-%y %I:%M %p", "%y-%m-%d"]
)
def test_all_dates_together_tell_the_order_of_day_and_month(form: str) -> None:
    chosen = choose(list(dates(form)))
    assert chosen
    assert (chosen.format.written, chosen.doubtful) == (form, False)


@pytest.mark.parametrize("form", ["%d/%m/%Y", "%m/%d/%Y"])
def test_days_up_to_12_tell_it_by_running_forward(form: str) -> None:
    days = [dt.date(2025, month, day) for month in range(1, 7) for day in (2, 5, 11)]
    chosen = choose([day.strftime(form) for day in days])
    assert chosen
    assert (chosen.format.written, chosen.doubtful) == (form, False)


def test_where_nothing_tells_the_order_that_is_said() -> None:
    chosen = choose(["01/02/2026 10:00", "see above", "03/04/2026 10:00"])
    assert chosen
    assert chosen.doubtful
    same = choose(["02/02/2026 10:00"])
    assert same
    assert not same.doubtful


def test_dates_written_in_several_ways_are_all_read() -> None:
    mixed = [
        *dates("%d/%m/%Y %H:%M"),
        "2026-03-05 14:07",
        "5 Mar 2026 14:07",
        "12:15:20",
        "1/2/26",
        "words only",
    ]
    forms = [chosen.format.written for chosen in choose_all(mixed)]
    assert forms == ["%d/%m/%Y %H:%M", "%Y-%m-%d %H:%M", "%d %b %Y %H:%M"]
