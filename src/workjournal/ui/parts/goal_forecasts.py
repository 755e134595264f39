"""What was forecast of a goal that has started: the sealed one that counts, and later ones beside it."""

import datetime as dt

from PySide6.QtCore import QCoreApplication, QDateTime, QLocale, Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from workjournal.domain.forecast import Forecast
from workjournal.domain.goal import Goal, GoalState
from workjournal.ui import form
from workjournal.ui.parts import goal_words
from workjournal.ui.widgets.chip import Chip
from workjournal.ui.widgets.icon_label import IconLabel


class GoalForecasts(QFrame):
    """A card; each forecast's seal is checked whenever it is shown. `revise` asks for another one."""

    figure: QLabel
    figure_words: QLabel
    said_reasons: QLabel
    seal: QLabel
    seal_icon: IconLabel
    intact_chip: Chip
    revised: QWidget
    revisions_place: QVBoxLayout
    revise: QPushButton

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        form.fill(self, "goal_forecasts")
        self.setProperty("role", "card")
        self.revisions: list[Revision] = []

    def show_goal(self, goal: Goal) -> None:
        """Show the forecasts of a goal; hidden before it has started, when there is no seal yet."""
        forecast = goal.forecast
        self.setVisible(goal.state is not GoalState.PLANNED)
        for widget in (self.figure, self.figure_words, self.intact_chip, self.seal_icon):
            widget.setVisible(forecast is not None)
        self.said_reasons.setVisible(bool(forecast and forecast.reasons))
        self.revise.setVisible(goal.state is GoalState.ACTIVE and forecast is not None)
        if forecast is None:
            self.seal.setText(self.tr("This goal started without a forecast."))
        else:
            self.figure.setText(self.tr("{value} %").format(value=forecast.probability))
            self.figure_words.setText(self._chance(forecast.by))
            self.said_reasons.setText(forecast.reasons)
            self.seal.setText(seal_words(forecast))
            show_seal(self.intact_chip, forecast)
        self._show_revisions(goal.revisions)

    def _chance(self, by: dt.date | None) -> str:
        if by is None:
            return self.tr("chance of success")
        return self.tr("chance of success by {day}").format(day=goal_words.day(by))

    def _show_revisions(self, forecasts: list[Forecast]) -> None:
        for line in self.revisions:
            self.revisions_place.removeWidget(line)
            line.hide()
            line.deleteLater()
        self.revisions = [Revision(forecast, self) for forecast in forecasts]
        for line in self.revisions:
            self.revisions_place.addWidget(line)
        self.revised.setVisible(bool(forecasts))


class Revision(QWidget):
    """A later forecast: its figure, its day, whether its seal holds, its reasons, when it was made."""

    def __init__(self, forecast: Forecast, parent: QWidget) -> None:
        super().__init__(parent)
        figure = _words(self, self.tr("{value} %").format(value=forecast.probability), "strong")
        by = self.tr("by {day}").format(day=goal_words.day(forecast.by)) if forecast.by else ""
        self.chip = Chip(self)
        show_seal(self.chip, forecast)
        head = QHBoxLayout()
        head.setSpacing(8)
        head.addWidget(figure)
        head.addWidget(_words(self, by, "muted"), 1)
        head.addWidget(self.chip)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addLayout(head)
        texts = ((forecast.reasons, "text2"), (seal_words(forecast), "caption"))
        for text, role in texts:
            if text.strip():
                label = _words(self, text, role)
                label.setWordWrap(True)
                label.setMinimumWidth(1)
                column.addWidget(label)
        self.setAccessibleName(f"{figure.text()} {by}, {self.chip.text()}".replace(" ,", ","))

    def spoken(self) -> str:
        """All its words."""
        return "\n".join(label.text() for label in self.findChildren(QLabel))


def show_seal(chip: Chip, forecast: Forecast) -> None:
    """Let a chip say whether the seal holds."""
    intact = forecast.holds()
    chip.setText(_tr("Intact") if intact else _tr("Seal broken"))
    chip.set_icon("shield-check" if intact else "triangle-alert")
    chip.set_tone("ok" if intact else "danger")
    chip.updateGeometry()


def seal_words(forecast: Forecast) -> str:
    """When it was sealed, and whether it was changed since."""
    if forecast.sealed_at is None:
        return _tr("Its seal is missing, so it may have been changed.")
    when = QDateTime.fromSecsSinceEpoch(int(forecast.sealed_at.timestamp()))
    words = _tr("Sealed {when}.") if forecast.holds() else _tr("Sealed {when}, but changed since then.")
    return words.format(when=QLocale().toString(when, "d MMM yyyy, HH:mm"))


def _tr(text: str) -> str:
    return QCoreApplication.translate("GoalForecasts", text)


def _words(parent: QWidget, text: str, role: str) -> QLabel:
    label = QLabel(text, parent)
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setProperty("role", role)
    return label
