"""What went wrong with single entries, as rows of a table."""

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication

from workjournal.domain.intake import Intake
from workjournal.journal.imports import Trouble, Weight
from workjournal.ui.marked import QT_TRANSLATE_NOOP
from workjournal.ui.widgets.wrapped_table import WrappedTable

_HEADERS = (
    QT_TRANSLATE_NOOP("Troubles", "Where"),
    QT_TRANSLATE_NOOP("Troubles", "What is wrong"),
    QT_TRANSLATE_NOOP("Troubles", "So it"),
)
_COST = {
    Weight.FAILED: QT_TRANSLATE_NOOP("Troubles", "does not come in"),
    Weight.PARTLY: QT_TRANSLATE_NOOP("Troubles", "comes in without"),
    Weight.LEFT_OUT: QT_TRANSLATE_NOOP("Troubles", "is left out"),
}
_WHERE, HIGHEST = 200, 260


def of_intake(intake: Intake) -> list[Trouble]:
    """Those that were kept with an import."""
    return [Trouble(each["place"], each["what"], Weight(each["weight"])) for each in intake.troubles]


def show(table: WrappedTable, troubles: Sequence[Trouble]) -> None:
    """Show these; none hides the table."""
    if troubles:
        rows = [(each.place, each.what, _tr(_COST[each.weight])) for each in troubles]
        headers = [_tr(header) for header in _HEADERS]
        table.show_table(headers, rows, widths={0: _WHERE, 2: 0}, highest=HIGHEST)
    table.setVisible(bool(troubles))


def _tr(text: str) -> str:
    return QCoreApplication.translate("Troubles", text)
