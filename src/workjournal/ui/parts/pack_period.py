"""Which time a review pack is about, and for whom it is made."""

import datetime as dt

from PySide6.QtCore import Property, Signal
from PySide6.QtWidgets import QFrame, QLabel, QWidget

from workjournal.domain.entity import Audience
from workjournal.domain.period import months_back
from workjournal.ui import form
from workjournal.ui.widgets.date_field import DateField
from workjournal.ui.widgets.segments import Choice, Segments

Period = tuple[dt.date, dt.date]


class PackPeriod(QFrame):
    """First and last day, typed or by a quick choice; its USER property `period` is None while they make no sense."""

    changed = Signal()

    period_label: QLabel
    quick: Segments
    start: DateField
    end: DateField
    audience: Segments
    period_problem: QLabel

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        form.fill(self, "pack_period")
        self._quiet = False
        self._offered: dict[str, Period] = {}
        self.audience.set_choices(
            [Choice(Audience.MANAGER, self.tr("Manager")), Choice(Audience.NEXT_JOB, self.tr("Next job"))]
        )
        self.audience.choice = Audience.MANAGER
        self.period_problem.hide()
        for field in (self.start, self.end, self.audience):
            field.changed.connect(self._tell)
        self.quick.changed.connect(self._take)

    def offer(self, today: dt.date, last_shared: dt.date | None) -> None:
        """Offer the usual periods up to today; `last_shared` is the last day the last pack was about."""
        day = dt.timedelta(days=1)
        offered = {
            self.tr("Last month"): (months_back(today, 1) + day, today),
            self.tr("Last quarter"): (months_back(today, 3) + day, today),
        }
        if last_shared is not None and last_shared < today:
            offered[self.tr("Since the last pack")] = (last_shared + day, today)
        if offered != self._offered:
            self._offered = offered
            self.quick.set_choices([Choice(name, name) for name in offered])
        self._mark()

    def usual(self) -> Period:
        """The period to begin with: since the last pack, or the last month."""
        periods = list(self._offered.values())
        return periods[2] if len(periods) > 2 else periods[0]

    def _take(self) -> None:
        wanted = self._offered.get(str(self.quick.choice))
        if wanted is not None and not self._quiet:
            self._set_period(wanted)

    def _tell(self) -> None:
        if self._quiet:
            return
        self._mark()
        self.changed.emit()

    def _mark(self) -> None:
        """Show which quick choice the days are, and whether they make sense."""
        period = self._get_period()
        self._quiet = True
        self.quick.choice = next((name for name, known in self._offered.items() if known == period), None)
        self._quiet = False
        self.period_problem.setText(self.tr("The last day is before the first, or one of them is missing."))
        self.period_problem.setVisible(period is None)

    def _get_period(self) -> Period | None:
        start, end = self.start.day, self.end.day
        return (start, end) if start is not None and end is not None and start <= end else None

    def _set_period(self, period: Period | None) -> None:
        self._quiet = True
        self.start.day, self.end.day = period or (None, None)
        self._quiet = False
        self._tell()

    period: Period | None = Property(object, _get_period, _set_period, user=True, notify=changed)  # type: ignore[assignment] # a property of Qt reads as its value
