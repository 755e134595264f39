"""What the periods of reviews are called: "Week of 23–29 November 2026", "November 2026", "4th quarter 2026"."""

import datetime as dt

from PySide6.QtCore import QCoreApplication

from workjournal.domain.period import Interval, Period
from workjournal.ui import words
from workjournal.ui.marked import QT_TRANSLATE_NOOP

_QUARTERS = (
    QT_TRANSLATE_NOOP("PeriodWords", "1st quarter {year}"),
    QT_TRANSLATE_NOOP("PeriodWords", "2nd quarter {year}"),
    QT_TRANSLATE_NOOP("PeriodWords", "3rd quarter {year}"),
    QT_TRANSLATE_NOOP("PeriodWords", "4th quarter {year}"),
)


def title(period: Period) -> str:
    """What a period is called."""
    start, end = period.start, period.end
    if period.interval is Interval.MONTH:
        return words.dated(start, "MMMM yyyy")
    if period.interval is Interval.QUARTER:
        return _tr(_QUARTERS[(start.month - 1) // 3]).format(year=start.year)
    form = "d MMMM yyyy" if start.year != end.year else "d MMMM" if start.month != end.month else "d"
    gap = "–" if form == "d" else " – "
    return _tr("Week of {days}").format(
        days=f"{words.dated(start, form)}{gap}{words.dated(end, 'd MMMM yyyy')}"
    )


def ending(period: Period, today: dt.date) -> str:
    """When it ends or ended: "Ends on Sunday 29 November"."""
    day = words.dated(period.end, "dddd d MMMM")
    if period.end == today:
        return _tr("Ends today")
    return (_tr("Ends on {day}") if period.end > today else _tr("Ended on {day}")).format(day=day)


def _tr(text: str) -> str:
    return QCoreApplication.translate("PeriodWords", text)
