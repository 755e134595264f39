"""The widgets that know no journal, for forms: loaded with the first form that names one."""

from PySide6.QtWidgets import QWidget

from workjournal.ui.widgets.adaptive import Adaptive
from workjournal.ui.widgets.badge_fields import BadgeFields
from workjournal.ui.widgets.card_list import CardList
from workjournal.ui.widgets.chip import Chip
from workjournal.ui.widgets.choice_box import ChoiceBox
from workjournal.ui.widgets.code_grid import CodeGrid
from workjournal.ui.widgets.date_field import DateField
from workjournal.ui.widgets.dated_points import DatedPoints
from workjournal.ui.widgets.due_list import DueList
from workjournal.ui.widgets.empty_state import EmptyState
from workjournal.ui.widgets.gap_list import GapList
from workjournal.ui.widgets.idea_list import IdeaList
from workjournal.ui.widgets.label_field import LabelField
from workjournal.ui.widgets.palette_list import PaletteList
from workjournal.ui.widgets.prose_edit import ProseEdit
from workjournal.ui.widgets.prose_tools import ProseTools
from workjournal.ui.widgets.rail import Rail
from workjournal.ui.widgets.rated_list import RatedList
from workjournal.ui.widgets.rating import Rating
from workjournal.ui.widgets.ring import Ring
from workjournal.ui.widgets.row_list import RowList
from workjournal.ui.widgets.segments import Segments
from workjournal.ui.widgets.step_bar import StepBar
from workjournal.ui.widgets.time_field import TimeField
from workjournal.ui.widgets.timeline import Timeline
from workjournal.ui.widgets.toast import Toast
from workjournal.ui.widgets.way_button import WayButton
from workjournal.ui.widgets.week_strip import WeekStrip

KIT: tuple[type[QWidget], ...] = (
    Adaptive,
    BadgeFields,
    CardList,
    Chip,
    ChoiceBox,
    CodeGrid,
    DateField,
    DatedPoints,
    DueList,
    EmptyState,
    GapList,
    IdeaList,
    LabelField,
    PaletteList,
    ProseEdit,
    ProseTools,
    Rail,
    RatedList,
    Rating,
    Ring,
    RowList,
    Segments,
    StepBar,
    TimeField,
    Timeline,
    Toast,
    WayButton,
    WeekStrip,
)
