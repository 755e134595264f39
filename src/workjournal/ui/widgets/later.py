"""Widgets of the screens, for forms: loaded with the first form that names one, since some know the journal.

A widget that knows nothing of the journal belongs into kit.py.
"""

from PySide6.QtWidgets import QWidget

from workjournal.ui.widgets.action_list import ActionList
from workjournal.ui.widgets.audience_ticks import AudienceTicks
from workjournal.ui.widgets.bad_rows import BadRows
from workjournal.ui.widgets.chip_set import ChipSet
from workjournal.ui.widgets.chosen_list import ChosenList
from workjournal.ui.widgets.contents_list import ContentsList
from workjournal.ui.widgets.figure_table import FigureTable
from workjournal.ui.widgets.heat_map import HeatLegend, HeatMap
from workjournal.ui.widgets.help_text import HelpText
from workjournal.ui.widgets.hit_list import HitList
from workjournal.ui.widgets.lesson_list import LessonList
from workjournal.ui.widgets.month_calendar import MonthCalendar
from workjournal.ui.widgets.paged_list import PagedList
from workjournal.ui.widgets.progress_line import ProgressLine
from workjournal.ui.widgets.prompt_form import PromptForm
from workjournal.ui.widgets.saved_mark import SavedMark
from workjournal.ui.widgets.tag_table import TagTable
from workjournal.ui.widgets.wrapped_table import WrappedTable

LATER: tuple[type[QWidget], ...] = (
    ActionList,
    AudienceTicks,
    BadRows,
    ChipSet,
    ChosenList,
    ContentsList,
    FigureTable,
    HeatLegend,
    HeatMap,
    HelpText,
    HitList,
    LessonList,
    MonthCalendar,
    PagedList,
    ProgressLine,
    PromptForm,
    SavedMark,
    TagTable,
    WrappedTable,
)
