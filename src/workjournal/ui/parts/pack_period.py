"""For whom a review pack is made, which time it is about, and on which paper it comes."""

import datetime as dt

from PySide6.QtCore import Property, QStringListModel, Signal
from PySide6.QtWidgets import QFrame, QLabel, QLineEdit, QWidget

from workjournal.domain.entity import Audience
from workjournal.domain.pack import Paper
from workjournal.domain.period import months_back
from workjournal.journal.journal import Journal
from workjournal.journal.preferences import LANGUAGE, PAPER
from workjournal.ui import form
from workjournal.ui.parts.pack_draft import OnePack, Period
from workjournal.ui.widgets.choice_box import ChoiceBox
from workjournal.ui.widgets.completer import Completer
from workjournal.ui.widgets.date_field import DateField
from workjournal.ui.widgets.segments import Choice, Segments

_DAY = dt.timedelta(days=1)
_EARLY_MONTHS = 2
"""Of a year in which there is little to look back on yet, so that the last one is offered first."""


class PackPeriod(QFrame):
    """First and last day, typed or by a quick choice; its USER property `period` is None while they make no sense.

    Paper and language are preferences of the journal, which it keeps by itself.
    """

    changed = Signal()
    """The days, or with whom it is shared."""
    preferred = Signal()
    """Another paper or language counts from now on."""

    audience: Segments
    quick: Segments
    start: DateField
    end: DateField
    period_problem: QLabel
    recipient_part: QWidget
    recipient: QLineEdit
    paper: Segments
    language: ChoiceBox

    def __init__(self, journal: Journal, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        form.fill(self, "pack_period")
        self._journal = journal
        self._quiet = False
        self._offered: dict[str, Period] = {}
        self._known = QStringListModel(self)
        self.recipient.setCompleter(Completer(self._known, self))
        self._set_choices()
        self.period_problem.hide()
        for field in (self.start, self.end):
            field.changed.connect(self._tell)
        self.audience.changed.connect(self._fit_audience)
        self.quick.changed.connect(self._take)
        self.recipient.textChanged.connect(self.changed)
        self.paper.changed.connect(lambda: self._prefer(PAPER, self.paper.choice))
        self.language.changed.connect(lambda: self._prefer(LANGUAGE, self.language.choice))

    def refresh(self, last_shared: dt.date | None) -> None:
        """Read the preferences and names again; `last_shared` is the last day the last such pack was about."""
        preferences = self._journal.preferences
        self.paper.choice = Paper(preferences.get(PAPER) or Paper.A4)
        self.language.choice = preferences.get(LANGUAGE)
        self._known.setStringList(sorted(self._journal.people.names(), key=str.casefold))
        self.offer(self._journal.today(), last_shared)

    def show_pack(self, one: OnePack) -> None:
        """Show of a pack what is chosen here."""
        self._set_period((one.start, one.end))
        self.recipient.setText(one.recipient)

    def offer(self, today: dt.date, last_shared: dt.date | None) -> None:
        """Offer the usual periods up to today."""
        offered = self._usual_periods(today)
        if last_shared is not None and last_shared < today:
            offered[self.tr("Since the last one")] = (last_shared + _DAY, today)
        if offered != self._offered:
            self._offered = offered
            self.quick.set_choices([Choice(name, name) for name in offered])
        self._mark()

    def usual(self) -> Period:
        """The period to begin with: since the last pack, or the first one offered."""
        periods = list(self._offered.values())
        return periods[2] if len(periods) > 2 else periods[0]

    def _usual_periods(self, today: dt.date) -> dict[str, Period]:
        def back(months: int) -> Period:
            return months_back(today, months) + _DAY, today

        if self.audience.choice is Audience.OWN:
            this = (dt.date(today.year, 1, 1), today)
            last = (dt.date(today.year - 1, 1, 1), dt.date(today.year - 1, 12, 31))
            years = {self.tr("This year"): this, self.tr("Last year"): last}
            return dict(reversed(years.items())) if today.month <= _EARLY_MONTHS else years
        if self.audience.choice is Audience.NEXT_JOB:
            return {self.tr("Last 12 months"): back(12), self.tr("Last 3 years"): back(36)}
        return {self.tr("Last month"): back(1), self.tr("Last quarter"): back(3)}

    def _set_choices(self) -> None:
        self.audience.set_choices(
            [
                Choice(Audience.MANAGER, self.tr("Manager")),
                Choice(Audience.NEXT_JOB, self.tr("Next job")),
                Choice(Audience.OWN, self.tr("Archive")),
            ]
        )
        self.audience.choice = Audience.MANAGER
        self.paper.set_choices([Choice(Paper.A4, self.tr("A4")), Choice(Paper.LETTER, self.tr("Letter"))])
        self.paper.choice = Paper.A4
        # Each in its own language: who looks for one may not read the other.
        self.language.set_choices([Choice("", "English"), Choice("de", "Deutsch")])
        self.language.choice = ""

    def _prefer(self, key: str, value: object) -> None:
        """A4 and English are what "" stands for."""
        wanted = "" if value == Paper.A4 else str(value)
        if wanted != self._journal.preferences.get(key):
            self._journal.preferences.set(key, wanted)
            self.preferred.emit()

    def _fit_audience(self) -> None:
        """What is for oneself is handed to nobody."""
        self.recipient_part.setVisible(self.audience.choice is not Audience.OWN)

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
