"""Which episodes are wanted, as chosen in the boxes above the list; all of them combine."""

import datetime as dt
from collections.abc import Mapping, Sequence
from uuid import UUID

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from workjournal.domain.episode import Kind
from workjournal.journal.episode_filter import EpisodeFilter
from workjournal.journal.journal import Journal
from workjournal.ui import words
from workjournal.ui.widgets.choice_box import Choice, ChoiceBox
from workjournal.ui.widgets.date_field import DateField
from workjournal.ui.widgets.even_flow import EvenFlow

BOXES = ("period", "kind", "tag", "person", "skill", "goal", "reflected")
WEEK, MONTH, YEAR, OWN = "week", "month", "year", "own"


class EpisodeFilters(QObject):
    """Offers what there is, and reads what was chosen.

    Args:
        journal: whose names are offered.
        bar: holds the boxes, as many a line as fit.
        boxes: by the names in BOXES.
        own_range: holds the two days; shown for a period of one's own.
        days: the first and the last of such a period.
        beside: what else stands in the bar, behind the boxes.
    """

    changed = Signal()

    def __init__(
        self,
        journal: Journal,
        bar: QWidget,
        boxes: Mapping[str, ChoiceBox],
        own_range: QWidget,
        days: tuple[DateField, DateField],
        beside: Sequence[QWidget] = (),
    ) -> None:
        super().__init__(bar)
        self._journal, self._boxes, self._own_range, self._days = journal, boxes, own_range, days
        self._setting = False
        flow = EvenFlow(bar)
        flow.setContentsMargins(0, 0, 0, 0)
        for part in (*(boxes[name] for name in BOXES), *beside):
            flow.addWidget(part)
        for name in BOXES:
            boxes[name].changed.connect(self._tell)
        for day in days:
            day.changed.connect(self._tell)
        self._offer()

    def refresh(self) -> None:
        """Offer the names that there are now; what was chosen stays so."""
        self._setting = True
        for name, labels, none in (
            ("tag", self._journal.tags, self.tr("Any tag")),
            ("person", self._journal.people, self.tr("Anyone")),
            ("skill", self._journal.skills, self.tr("Any skill")),
        ):
            self._boxes[name].set_choices([Choice(each, each) for each in labels.names()], none=none)
        goals = [Choice(goal.id, goal.title) for goal in self._journal.goals.all()]
        self._boxes["goal"].set_choices(goals, none=self.tr("Any goal"))
        self._setting = False
        self._own_range.setVisible(self._boxes["period"].choice == OWN)

    def wanted(self) -> EpisodeFilter:
        """What was chosen."""
        first, last = self._period()
        chosen = {name: box.choice for name, box in self._boxes.items()}
        kind, goal, reflected = chosen["kind"], chosen["goal"], chosen["reflected"]
        return EpisodeFilter(
            start=first,
            end=last,
            kind=kind if isinstance(kind, Kind) else None,
            tag=_text(chosen["tag"]),
            person=_text(chosen["person"]),
            skill=_text(chosen["skill"]),
            goal=goal if isinstance(goal, UUID) else None,
            reflected=reflected if isinstance(reflected, bool) else None,
        )

    def clear(self) -> None:
        """Want everything again."""
        self._setting = True
        for box in self._boxes.values():
            box.choice = None
        for day in self._days:
            day.day = None
        self._setting = False
        self._tell()

    def _offer(self) -> None:
        self._boxes["period"].set_choices(
            [
                Choice(WEEK, self.tr("This week")),
                Choice(MONTH, self.tr("This month")),
                Choice(YEAR, self.tr("This year")),
                Choice(OWN, self.tr("Own range")),
            ],
            none=self.tr("All time"),
        )
        self._boxes["kind"].set_choices(words.kind_choices(), none=self.tr("Any kind"))
        self._boxes["reflected"].set_choices(
            [
                Choice(value=True, label=self.tr("Reflected")),
                Choice(value=False, label=self.tr("Not reflected")),
            ],
            none=self.tr("Reflected?"),
        )

    def _period(self) -> tuple[dt.date | None, dt.date | None]:
        today, chosen = self._journal.today(), self._boxes["period"].choice
        if chosen == OWN:
            return self._days[0].day, self._days[1].day
        if chosen == WEEK:
            since = (today.isoweekday() - self._own_range.locale().firstDayOfWeek().value) % 7
            return today - dt.timedelta(days=since), None
        if chosen == MONTH:
            return today.replace(day=1), None
        return (today.replace(month=1, day=1) if chosen == YEAR else None), None

    def _tell(self) -> None:
        if not self._setting:
            self._own_range.setVisible(self._boxes["period"].choice == OWN)
            self.changed.emit()


def _text(value: object) -> str | None:
    return value if isinstance(value, str) else None
