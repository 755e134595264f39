"""When to be reminded, and whether the program stays in the tray: settings of this machine."""

import datetime as dt

from PySide6.QtCore import QLocale
from PySide6.QtWidgets import QCheckBox, QFrame, QHBoxLayout, QLabel, QPushButton, QWidget

from workjournal.settings import Settings
from workjournal.ui import form, tab_order, theme
from workjournal.ui.dialogs.fitted import Fitted
from workjournal.ui.reminders import OFF, ON, hours
from workjournal.ui.widgets.time_field import TimeField

WEEK, WIDTH = 7, 480


class RemindersDialog(Fitted):
    """Saves what is chosen when it is agreed to. `tray` tells whether this desktop shows icons in one."""

    remind: QCheckBox
    when: QWidget
    at: TimeField
    days: QFrame
    due: QCheckBox
    stay: QCheckBox
    tray_words: QLabel
    problem: QLabel
    cancel: QPushButton
    agree: QPushButton

    def __init__(self, parent: QWidget | None, settings: Settings, *, tray: bool) -> None:
        super().__init__(parent)
        form.fill(self, "reminders")
        self.setMinimumWidth(theme.px(WIDTH))
        self._settings = settings
        self.day_buttons = self._make_days()
        self._show(tray=tray)
        self.remind.toggled.connect(self.when.setEnabled)
        tab_order.chain(self)
        self.agree.setDefault(True)
        self.cancel.clicked.connect(self.reject)
        self.agree.clicked.connect(self._save)
        self.remind.setFocus()

    def _make_days(self) -> dict[int, QPushButton]:
        """A chip for each day, from the first of the week here on; by isoweekday."""
        row = QHBoxLayout(self.days)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(6)
        first, locale = self.locale().firstDayOfWeek().value, self.locale()
        made = {}
        for place in range(WEEK):
            day = (first - 1 + place) % WEEK + 1
            button = QPushButton(locale.standaloneDayName(day, QLocale.FormatType.ShortFormat), self.days)
            button.setAccessibleName(locale.standaloneDayName(day))
            button.setCheckable(True)
            button.setProperty("role", "chip")
            row.addWidget(button)
            made[day] = button
        row.addStretch(1)
        return made

    def _show(self, *, tray: bool) -> None:
        wanted = hours(self._settings)
        working = wanted.days
        if not self._settings.reminders:  # nothing was ever chosen: the working days of this country
            working = frozenset(day.value for day in self.locale().weekdays())
        self.remind.setChecked(self._settings.reminders == ON)
        self.when.setEnabled(self.remind.isChecked())
        self.at.moment = wanted.at
        for day, button in self.day_buttons.items():
            button.setChecked(day in working)
        self.due.setChecked(self._settings.remind_due)
        self.stay.setChecked(self._settings.stay_in_tray)
        self.stay.setEnabled(tray)
        self.tray_words.setText(
            self.tr("Its icon in the tray captures, opens, locks and quits.")
            if tray
            else self.tr(
                "This desktop shows no icons in a tray, so a reminder appears in the window while that is open, "
                "and the program ends with its window."
            )
        )
        self.problem.hide()

    def _save(self) -> None:
        chosen = sorted(day for day, button in self.day_buttons.items() if button.isChecked())
        at = self.at.moment
        if self.remind.isChecked() and (at is None or not chosen):
            self.problem.setText(self.tr("Say at what time, and on which days."))
            self.problem.show()
            (self.at if at is None else self.day_buttons[1]).setFocus()
            return
        settings = self._settings
        settings.reminders = ON if self.remind.isChecked() else OFF
        settings.remind_at = (at or dt.time.fromisoformat(settings.remind_at)).isoformat("minutes")
        settings.remind_days = "".join(map(str, chosen))
        settings.remind_due = self.due.isChecked()
        settings.stay_in_tray = self.stay.isChecked()
        settings.reminded = settings.snoozed = (
            ""  # other hours: what was said for the old ones does not count
        )
        settings.save()
        self.accept()
