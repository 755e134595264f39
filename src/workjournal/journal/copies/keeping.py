"""Which copies stay: of the newest 7 days, 5 weeks and 12 months that have any, the newest of each."""

import datetime as dt
from collections.abc import Callable, Iterable, Sequence

from workjournal.journal.copies.folders import Copy, State

DAYS, WEEKS, MONTHS = 7, 5, 12
ALL_OF_THE_LAST = dt.timedelta(days=1)
"""A copy made before an import outlives the daily one at least for a day."""


def kept(made: Iterable[dt.datetime], now: dt.datetime) -> set[dt.datetime]:
    """Of copies made at these moments, those that stay; the newest always does.

    Days, weeks and months are those of the zone of `now`. Only verified copies should be given: another one would take
    the place of one that can be restored.
    """
    newest_first = sorted(set(made), reverse=True)
    local = {moment: moment.astimezone(now.tzinfo) for moment in newest_first}
    periods: tuple[tuple[int, Callable[[dt.datetime], tuple[int, ...]]], ...] = (
        (DAYS, lambda moment: (moment.year, moment.month, moment.day)),
        (WEEKS, lambda moment: moment.isocalendar()[:2]),
        (MONTHS, lambda moment: (moment.year, moment.month)),
    )
    stay = {moment for moment in newest_first if moment > now - ALL_OF_THE_LAST}
    for most, period in periods:
        newest: dict[tuple[int, ...], dt.datetime] = {}
        for moment in newest_first:
            newest.setdefault(period(local[moment]), moment)
        stay.update(sorted(newest.values(), reverse=True)[:most])
    return stay


def superfluous(copies: Sequence[Copy], now: dt.datetime) -> list[Copy]:
    """The copies of one place that may go.

    The newest verified one never does, and none that cannot be restored as it is: that one is left to be looked at.
    """
    whole = [copy for copy in copies if copy.state in {State.VERIFIED, State.EARLIER_KEY}]
    verified = [copy.made for copy in whole if copy.state is State.VERIFIED]
    stay = kept((copy.made for copy in whole), now) | kept(verified[:1], now)
    return [copy for copy in whole if copy.made not in stay]
