"""The screens, one `.ui` and one class each; SCREENS is their order, the first is shown after unlocking.

May import: the kit and the services, never the store, the vault or another screen. To add one: resources/ui/x.ui,
a module with XScreen and its name in SCREENS; rail, palette, shortcuts, refresh and the tests over it follow.
"""

from workjournal.ui.screen import Screen
from workjournal.ui.screens.actions import ActionsScreen
from workjournal.ui.screens.backups import BackupsScreen
from workjournal.ui.screens.check import CheckScreen
from workjournal.ui.screens.episode import EpisodeScreen
from workjournal.ui.screens.episodes import EpisodesScreen
from workjournal.ui.screens.goal import GoalScreen
from workjournal.ui.screens.goals import GoalsScreen
from workjournal.ui.screens.growth import GrowthScreen
from workjournal.ui.screens.help import HelpScreen
from workjournal.ui.screens.lessons import LessonsScreen
from workjournal.ui.screens.measures import MeasuresScreen
from workjournal.ui.screens.methods import MethodsScreen
from workjournal.ui.screens.names import NamesScreen
from workjournal.ui.screens.pack import PackScreen
from workjournal.ui.screens.profiles import ProfilesScreen
from workjournal.ui.screens.recall import RecallScreen
from workjournal.ui.screens.reflection import ReflectionScreen
from workjournal.ui.screens.reflections import ReflectionsScreen
from workjournal.ui.screens.safety import SafetyScreen
from workjournal.ui.screens.search import SearchScreen
from workjournal.ui.screens.settings import SettingsScreen
from workjournal.ui.screens.shared_packs import SharedPacksScreen
from workjournal.ui.screens.skills import SkillsScreen
from workjournal.ui.screens.today import TodayScreen
from workjournal.ui.screens.transfer import TransferScreen
from workjournal.ui.screens.week import WeekScreen

SCREENS: tuple[type[Screen], ...] = (
    TodayScreen,
    EpisodesScreen,
    EpisodeScreen,
    NamesScreen,
    ReflectionsScreen,
    ReflectionScreen,
    MethodsScreen,
    GoalsScreen,
    GoalScreen,
    SkillsScreen,
    ProfilesScreen,
    MeasuresScreen,
    LessonsScreen,
    RecallScreen,
    ActionsScreen,
    GrowthScreen,
    WeekScreen,
    PackScreen,
    SharedPacksScreen,
    SearchScreen,
    SafetyScreen,
    BackupsScreen,
    CheckScreen,
    TransferScreen,
    HelpScreen,
    SettingsScreen,
)
