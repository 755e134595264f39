"""The end of the working day: said once, at the user's hour, and without a word out of the journal."""

import datetime as dt
import re
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar

from PySide6.QtCore import QLocale, QObject, Qt, QTimer, Signal

from workjournal.domain import reminding
from workjournal.domain.reminding import DaySoFar, Hours, Snooze, Told
from workjournal.errors import JournalError
from workjournal.settings import Settings
from workjournal.ui import tasks

if TYPE_CHECKING:
    from workjournal.journal.journal import Journal

RECORDED = "WORKJOURNAL_RECORDED"
"""In the environment of the process that follows a lock: the day of which something is written down already."""
ON, OFF, NEVER_ASKED = "on", "off", ""
LOOK_MS = 20_000


@dataclass(frozen=True)
class Notice:
    """What is said: a heading, and perhaps a sentence with numbers."""

    heading: str
    words: str = ""


class Reminders(QObject):
    """Looks at the clock, and at the journal while one is open. While it is locked nothing but the time is told."""

    due = Signal(object)
    """A Notice, to be shown now."""
    ask = Signal()
    """Somebody has saved an episode and was never asked whether they want to be reminded."""
    _saved = Signal(object)

    recorded_on: ClassVar[str] = ""
    """The day of which something is written down, as far as is known while the journal is locked; in memory alone."""

    def __init__(
        self, parent: QObject, settings: Settings, clock: Callable[[], dt.datetime] | None = None
    ) -> None:
        super().__init__(parent)
        self._settings = settings
        self._clock = clock or (lambda: dt.datetime.now().astimezone())
        self._journal: Journal | None = None
        self._unsubscribe: Callable[[], None] = lambda: None
        self._looking = False
        self._timer = QTimer(self, interval=LOOK_MS)
        self._timer.timeout.connect(self.look)
        # Saves may come from a Task's thread.
        self._saved.connect(self._after_save, Qt.ConnectionType.QueuedConnection)

    def start(self) -> None:
        """Look at the clock from now on."""
        self._timer.start()

    def enter(self, journal: "Journal") -> None:
        """A journal is open."""
        self.leave()
        self._journal = journal
        self._unsubscribe = journal.subscribe(self._saved.emit)

    def leave(self) -> None:
        """It is being closed: remember of it only whether the day is written down."""
        if self._journal is not None:
            from workjournal.journal.day_so_far import is_recorded

            today = self._clock().date()
            with suppress(JournalError):
                Reminders.recorded_on = today.isoformat() if is_recorded(self._journal, today) else ""
        self._unsubscribe()
        self._unsubscribe = lambda: None
        self._journal = None

    def look(self) -> None:
        """Say it, if it is time."""
        now = self._clock()
        wanted = self._settings.reminders == ON and not self._looking
        if not wanted or not reminding.is_due(hours(self._settings), told(self._settings), now):
            return
        if self._journal is None:
            if Reminders.recorded_on != now.date().isoformat():
                self._say(Notice(self.tr("Time to look back on the day")))
            return
        from workjournal.journal.day_so_far import so_far

        journal, self._looking = self._journal, True
        tasks.run(lambda _report: so_far(journal, now.date()), self._tell, self, failed=self._tell_time)

    def put_off(self, snooze: Snooze) -> None:
        """Not now."""
        self._keep(reminding.put_off(self._clock(), snooze))

    def _tell(self, day: DaySoFar) -> None:
        self._looking = False
        if self._journal is None:  # locked meanwhile
            return
        if day.is_silent(tell_due=self._settings.remind_due):
            self._keep(reminding.said(self._clock()))
            return
        number = day.check_ins + day.reviews if self._settings.remind_due else 0
        counted = self._counted(day) if number else ""
        heading = self.tr("Worth a minute today") if day.recorded else self.tr("Time to look back on the day")
        self._say(Notice(heading, counted))

    def _tell_time(self, error: Exception) -> None:
        """A journal that cannot be read tells so where it is shown; the time is the time."""
        self._looking = False
        if not isinstance(error, JournalError):
            raise error
        self._say(Notice(self.tr("Time to look back on the day")))

    def _counted(self, day: DaySoFar) -> str:
        goals = self.tr("%n stretch goal(s) to look at", "", day.check_ins)
        periods = self.tr("%n period(s) to look back on", "", day.reviews)
        shown = [words for words, number in ((goals, day.check_ins), (periods, day.reviews)) if number]
        return (
            self.tr("{one}, {other}.").format(one=shown[0], other=shown[1]) if shown[1:] else f"{shown[0]}."
        )

    def _say(self, notice: Notice) -> None:
        self._keep(reminding.said(self._clock()))
        self.due.emit(notice)

    def _after_save(self, changed: frozenset[type]) -> None:
        if self._settings.reminders == NEVER_ASKED and any(kind.__name__ == "Episode" for kind in changed):
            self._settings.reminders = OFF  # asked once, whatever becomes of the question
            self._settings.save()
            self.ask.emit()

    def _keep(self, what: Told) -> None:
        self._settings.reminded = what.day.isoformat() if what.day else ""
        self._settings.snoozed = what.until.isoformat() if what.until else ""
        self._settings.save()


def hours(settings: Settings) -> Hours:
    """The hours in the settings; what cannot be read is the usual."""
    try:
        at = dt.time.fromisoformat(settings.remind_at)
    except ValueError:
        at = Hours().at
    return Hours(at.replace(tzinfo=None), working_days(settings))


def working_days(settings: Settings) -> frozenset[int]:
    """The user's own, 1 Monday to 7 Sunday; as long as none were chosen, those of this country."""
    chosen = frozenset(map(int, re.findall("[1-7]", settings.remind_days)))
    return chosen or frozenset(day.value for day in QLocale().weekdays())


def told(settings: Settings) -> Told:
    """What was said last; what cannot be read was never said."""
    try:
        day = dt.date.fromisoformat(settings.reminded)
        until = dt.datetime.fromisoformat(settings.snoozed) if settings.snoozed else None
    except ValueError:
        return Told()
    return Told(day, until if until is None or until.tzinfo else until.astimezone())
