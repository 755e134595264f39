"""One measure: what it is, a value to log, its run chart, its values, what changed the work, the goals that use it."""

from pathlib import Path
from uuid import UUID

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QLabel, QLineEdit, QPushButton, QVBoxLayout, QWidget

from workjournal.charts.figure import Figure
from workjournal.domain.measure import Direction, Measure
from workjournal.errors import JournalError
from workjournal.journal.journal import Journal
from workjournal.journal.measures import Value
from workjournal.ui import errors, form, tab_order, tasks, theme
from workjournal.ui.parts import goal_words, measure_figure, measure_value, measure_words
from workjournal.ui.parts.measure_changes import MeasureChanges
from workjournal.ui.parts.measure_log import MeasureLog
from workjournal.ui.parts.measure_values import MeasureValues
from workjournal.ui.parts.saved_page import SavedPage
from workjournal.ui.tasks import Task
from workjournal.ui.widgets.chart_card import ChartCard
from workjournal.ui.widgets.prose_edit import ProseEdit
from workjournal.ui.widgets.row_list import Row, RowList
from workjournal.ui.widgets.segments import Segments

_WORDS = ("name", "unit", "direction", "description")
_LEVELS = ("baseline", "target")
_CHART_HEIGHT = 340
Read = tuple[Measure, list[Value], Figure]


class MeasurePage(SavedPage[Measure]):
    """What it is is the draft "measure:ID"; a value or a change half written is a draft of its own.

    Values are read and drawn in a Task: there may be thousands, out of a file.
    """

    _draft = "measure"
    _fields = ("name", "unit", "direction", *_LEVELS, "description")

    trash_asked = Signal(UUID)
    goal = Signal(UUID)
    sheet = Signal(Path)
    toast = Signal(str, object)
    came = Signal(object)
    """A part of the page that must be in sight."""

    name: QLineEdit
    trash: QPushButton
    log_place: QVBoxLayout
    chart_place: QVBoxLayout
    values_place: QVBoxLayout
    changes_place: QVBoxLayout
    unit: QLineEdit
    direction: Segments
    baseline: QLineEdit
    target: QLineEdit
    numbers_problem: QLabel
    description: ProseEdit
    keep: QPushButton
    goals_card: QFrame
    goals: RowList

    def __init__(self, journal: Journal, parent: QWidget | None = None) -> None:
        super().__init__(journal, parent)
        self._task: Task | None = None
        self._loaded: UUID | None = None
        form.fill(self, "measure_page")
        self.direction.set_choices(measure_words.directions())
        self.log, self.changes = MeasureLog(journal, self), MeasureChanges(journal, self)
        self.chart = ChartCard(measure_figure.KEY, self.tr("Run chart"), self, alone=True)
        self.chart.setMinimumHeight(theme.px(_CHART_HEIGHT))
        self.values = MeasureValues(journal, self)
        self._beside = (self.log, self.chart, self.values, self.changes)
        places = (self.log_place, self.chart_place, self.values_place, self.changes_place)
        for place, part in zip(places, self._beside, strict=True):
            place.addWidget(part)
        self._watch()
        self._connect()
        self._show()

    def _connect(self) -> None:
        self.keep.clicked.connect(self._keep_new)
        self.trash.clicked.connect(self._ask_trash)
        self.name.textChanged.connect(lambda _: self._say_problem(""))
        for field in self._levels().values():
            field.editingFinished.connect(self._settle)
            field.textChanged.connect(lambda _: self._forget_problem())
        self.unit.editingFinished.connect(self._settle)
        for way in Direction:
            self.direction.button(way).clicked.connect(self._settle)
        for part in (self.log, self.changes, self.values):
            part.toast.connect(self.toast)
        for card in (self.log, self.changes):
            card.came.connect(self.came)
        self.values.change_asked.connect(self.log.begin)
        self.values.goal.connect(self.goal)
        self.values.sheet.connect(self.sheet)
        self.chart.opened.connect(lambda thing: self.values.open_value(UUID(thing)))
        self.goals.opened.connect(self.goal)

    def leave(self) -> bool:
        self.log.leave()
        self.changes.leave()
        return super().leave()

    # What a SavedPage says

    def _find(self, thing_id: UUID) -> Measure:
        return self._journal.measures.get(thing_id)

    def _blank(self) -> Measure:
        return Measure(name="")

    def _fill(self, thing: Measure) -> None:
        form.show(self, thing, _WORDS)
        for name, field in self._levels().items():
            level = getattr(thing, name)
            field.setText("" if level is None else measure_value.written(level))

    def _words(self, thing: Measure) -> list[object]:
        return [getattr(thing, name) for name in self._fields]

    def _write(self, thing: Measure) -> None:
        levels = self._read_levels()
        form.read(self, thing, _WORDS)
        thing.baseline, thing.target = levels["baseline"], levels["target"]
        self._journal.measures.save(thing)

    def _show_rest(self, thing: Measure) -> None:
        known = self._thing is not None
        for part in (self.trash, *self._beside):
            part.setVisible(known)
        self.keep.setVisible(not known)
        goals = self._journal.measures.goals_of(thing.id) if known else []
        looks = [(goal, goal_words.look(goal.state)) for goal in goals]
        self.goals.set_rows(
            [Row(goal.id, goal.title, look.word, look.icon, look.tone) for goal, look in looks]
        )
        self.goals_card.setVisible(bool(goals))
        if known:
            self.log.show_measure(thing)
            self.changes.show_measure(thing)
            self._load(thing)
        else:
            self._forget()

    def _show_typed(self) -> None:
        self._check_levels()

    # Values, read and drawn beside the window

    def _load(self, measure: Measure) -> None:
        if self._task is not None:
            self._task.cancel()
        if self._loaded != measure.id:
            self._loaded = measure.id
            self.chart.wait()
            self.values.wait()
        self._task = tasks.run(lambda _: self._read(measure), self._show_read, self)

    def _read(self, measure: Measure) -> Read:
        """In a thread: pyqtgraph loads here too, which takes half a second the first time."""
        import workjournal.ui.widgets.chart_view  # noqa: F401 - imported ahead, for ChartCard

        values = self._journal.measures.values(measure.id)
        changes = self._journal.measures.changes(measure.id)
        return measure, values, measure_figure.figure(measure, values, changes, self._journal.today())

    def _show_read(self, read: Read) -> None:
        measure, values, figure = read
        self.values.show_values(measure, values)
        drawn_before = self.chart.view is not None
        self.chart.show_figure(figure)
        if self.chart.view is not None and not drawn_before:
            tab_order.chain(self)  # made after all the rest, it would be Tab's last

    def _forget(self) -> None:
        """None is open: what is read later is of the next one."""
        if self._task is not None:
            self._task.cancel()
        self._task = self._loaded = None
        self.log.forget_measure()
        self.changes.forget_measure()

    # Numbers as they are typed

    def _levels(self) -> dict[str, QLineEdit]:
        return {"baseline": self.baseline, "target": self.target}

    def _read_levels(self) -> dict[str, float | None]:
        """Raises: NoNumber."""
        called = {"baseline": self.tr("The baseline"), "target": self.tr("The target")}
        unit = " ".join(self.unit.text().split())
        return {
            name: measure_words.read(field.text(), called[name], unit)
            for name, field in self._levels().items()
        }

    def _settle(self) -> None:
        """The chart and the list follow as soon as a number, the unit or the direction is there."""
        self._check_levels()
        if self._thing is not None and self.is_changed() and not self.numbers_problem.text():
            self._save()

    def _check_levels(self) -> None:
        """Say below the fields what is no number; it stays as it is typed."""
        self.numbers_problem.clear()
        with errors.inline(self.numbers_problem.setText):
            self._read_levels()
        self.numbers_problem.setVisible(bool(self.numbers_problem.text()))

    def _forget_problem(self) -> None:
        """What is wrong is told when one is done with typing; what has become right, at once."""
        if self.numbers_problem.text():
            self._check_levels()

    def _say_problem(self, text: str) -> None:
        """Above, but not what stands below the numbers already."""
        super()._say_problem(text)
        self._check_levels()
        self.problem.setVisible(bool(text) and text != self.numbers_problem.text())

    def _keep_new(self) -> None:
        super()._keep_new()
        if self.numbers_problem.text():
            self._wrong().setFocus()

    def _wrong(self) -> QLineEdit:
        """The first of the fields with no number in it."""
        for field in self._levels().values():
            try:
                measure_words.read(field.text(), "", self.unit.text())
            except JournalError:
                return field
        return self.name

    def _ask_trash(self) -> None:
        if self._thing is not None:
            self.trash_asked.emit(self._thing.id)
