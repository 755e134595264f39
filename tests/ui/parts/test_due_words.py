"""What is worth a minute: every kind has words, a review those of its period."""

import datetime as dt

import pytest

from workjournal.domain.action import Action
from workjournal.domain.period import Interval, Period
from workjournal.journal.agenda import Due, DueKind
from workjournal.ui.parts.due_words import due_row

DAY = dt.date(2026, 9, 30)  # a Wednesday, the last of a month and of a quarter


def review(interval: Interval, day: dt.date, today: dt.date) -> tuple[str, str]:
    period = Period.of(interval, day)
    row = due_row(Due(DueKind.REVIEW, period, "", period.end), today)
    return row.title, row.second


@pytest.mark.parametrize("kind", [kind for kind in DueKind if kind is not DueKind.REVIEW])
def test_every_kind_has_words(kind: DueKind) -> None:
    thing = Action(date=DAY, text="x").id
    row = due_row(Due(kind, thing, "Its own name", DAY), DAY)
    assert row.title
    assert row.action
    assert "{" not in row.second


@pytest.mark.parametrize(
    ("interval", "days", "title", "second"),
    [
        (Interval.WEEK, 2, "Review your week", "Ends on Sunday"),
        (Interval.WEEK, 6, "Review last week", "Ended on Sunday"),
        (Interval.MONTH, -1, "Review September", "Ends on Wednesday"),
        (Interval.MONTH, 0, "Review September", "Ends today"),
        (Interval.QUARTER, 10, "Review the 3rd quarter", "Ended on 30 September"),
    ],
)
def test_a_review_is_called_after_its_period(interval: Interval, days: int, title: str, second: str) -> None:
    assert review(interval, DAY, DAY + dt.timedelta(days=days)) == (title, second)


def test_recalls_are_counted_and_never_named() -> None:
    title = due_row(Due(DueKind.RECALL, None, "", DAY, 1), DAY).title
    assert title == "Recall a lesson"
    assert due_row(Due(DueKind.RECALL, None, "", DAY, 4), DAY).title.startswith("Recall 4 lesson")
