"""What the charts are about, for the list in which they are chosen."""

from PySide6.QtCore import QCoreApplication

from workjournal.charts.chart import Chart
from workjournal.ui.marked import QT_TRANSLATE_NOOP

_GROUPS: tuple[tuple[str, tuple[str, ...]], ...] = (
    (QT_TRANSLATE_NOOP("ChartGroups", "Rhythm and energy"), ("cadence", "energy", "zones")),
    (
        QT_TRANSLATE_NOOP("ChartGroups", "Difficulty and stretch"),
        ("difficulty", "stretch_map", "challenges", "sources"),
    ),
    (QT_TRANSLATE_NOOP("ChartGroups", "Goals and plans"), ("confidence", "calibration", "plans")),
    (
        QT_TRANSLATE_NOOP("ChartGroups", "Skills and measures"),
        ("skills", "skill_outlines", "measures", "around_change"),
    ),
    (
        QT_TRANSLATE_NOOP("ChartGroups", "Reflection and lessons"),
        ("lesson_funnel", "reflection_lag", "retention"),
    ),
)
_OTHERS = QT_TRANSLATE_NOOP("ChartGroups", "More")


def group_of(chart: Chart) -> str:
    """What a chart is about; "More" for one that nobody has put into a group."""
    found = next((group for group, keys in _GROUPS if chart.key in keys), _OTHERS)
    return QCoreApplication.translate("ChartGroups", found)


def grouped(charts: tuple[Chart, ...]) -> dict[str, list[Chart]]:
    """Charts by what they are about; the groups in their own order, the charts as they come."""
    names = [
        QCoreApplication.translate("ChartGroups", group) for group in (*(g for g, _ in _GROUPS), _OTHERS)
    ]
    made = {name: [chart for chart in charts if group_of(chart) == name] for name in names}
    return {name: members for name, members in made.items() if members}
