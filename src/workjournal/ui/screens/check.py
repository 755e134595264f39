"""Check: whether everything in the journal can be read, what is damaged, and the way out of it."""

from pathlib import Path

from PySide6.QtCore import QLocale
from PySide6.QtWidgets import QFrame, QLabel, QPushButton, QScrollArea, QVBoxLayout, QWidget

from workjournal.journal.checks.findings import Finding, Report, Severity
from workjournal.journal.journal import Journal
from workjournal.ui import errands
from workjournal.ui.dialogs.beside import BesideDialog
from workjournal.ui.dialogs.prove import ProveDialog
from workjournal.ui.guards import beside_work, copy_words
from workjournal.ui.guards.finding_aside import FindingAside
from workjournal.ui.guards.work_line import WorkLine
from workjournal.ui.marked import QT_TRANSLATE_NOOP
from workjournal.ui.screen import Screen
from workjournal.ui.widgets.empty_state import EmptyState
from workjournal.ui.widgets.icon_label import IconLabel
from workjournal.ui.widgets.row_list import Row, RowList
from workjournal.ui.window_words import in_the_window

FEW = 6
"""So many findings are shown whole; more of them scroll."""


class CheckScreen(Screen):
    """Reads everything when asked; what was found stays until the next check."""

    name = "check"
    title = QT_TRANSLATE_NOOP("CheckScreen", "Check")
    icon = "activity"
    help = "backups#check"
    under = "safety"

    back: QPushButton
    check: QPushButton
    empty: EmptyState
    page_scroll: QScrollArea
    line_place: QVBoxLayout
    trouble: QFrame
    trouble_words: QLabel
    verdict_card: QFrame
    verdict_icon: IconLabel
    verdict: QLabel
    counted: QLabel
    checked: QWidget
    findings_card: QFrame
    count: QLabel
    findings: RowList
    aside_column: QVBoxLayout

    def __init__(self, journal: Journal) -> None:
        super().__init__(journal)
        self._found: tuple[Finding, ...] = ()
        self._report: Report | None = None
        self.line, self.finding = WorkLine(), FindingAside(read_only=journal.read_only)
        self.line_place.addWidget(self.line)
        self.aside_column.addWidget(self.finding)
        self.aside_column.addStretch(1)
        for later in (self.trouble, self.verdict_card, self.findings_card, self.page_scroll, self.check):
            later.hide()
        self._connect()

    def refresh(self) -> None:
        self.line.renew()

    def arrive(self, what: object) -> None:  # noqa: ARG002 - there is nothing particular to show
        (self.findings if self._found else self.check if self._report else self.empty).setFocus()

    def _connect(self) -> None:
        self.back.clicked.connect(lambda: self.go.emit("safety", None))
        self.check.clicked.connect(self._check)
        self.empty.acted.connect(self._check)
        self.line.busy.connect(self._busy)
        self.line.failed.connect(self._complain)
        self.findings.selectionModel().currentChanged.connect(self._choose)
        self.findings.opened.connect(lambda _: self.page_scroll.ensureWidgetVisible(self.finding))
        self.finding.backups_asked.connect(lambda: self.go.emit("backups", None))
        self.finding.safety_asked.connect(lambda: self.go.emit("safety", None))
        self.finding.rescue_asked.connect(self._rescue)
        self.finding.mend_asked.connect(self._ask_to_mend)
        self.finding.clear_asked.connect(self._clear)

    def _check(self) -> None:
        self.line.run(self.tr("Reading everything there is…"), self._journal.check, self._show)

    def _busy(self, busy: bool) -> None:
        if busy:
            self._complain("")
        self.check.setEnabled(not busy)
        self.finding.set_busy(busy)
        self._show_page(empty=not busy and self._report is None and self.trouble.isHidden())

    def _show_page(self, *, empty: bool) -> None:
        self.empty.setVisible(empty)
        self.page_scroll.setVisible(not empty)
        self.check.setVisible(not empty)

    def _show(self, report: Report) -> None:
        self._report = report
        self._found = tuple(sorted(report.findings, key=lambda finding: finding.severity is Severity.NOTE))
        damaged = sum(finding.severity is Severity.DAMAGE for finding in self._found)
        notes = len(self._found) - damaged
        self.verdict_icon.set_icon("triangle-alert" if damaged else "shield-check")
        self.verdict_icon.set_tone("danger" if damaged else "ok")
        self.verdict.setText(
            self.tr("Damage in %n place(s)", "", damaged) if damaged else self.tr("Everything can be read")
        )
        self.counted.setText(self._told(report, notes))
        self.checked.setVisible(not self._found)
        self.count.setText(self.tr("%n finding(s)", "", len(self._found)))
        self._show_findings()
        self.verdict_card.show()
        self._show_page(empty=False)
        (self.findings if self._found else self.check).setFocus()

    def _told(self, report: Report, notes: int) -> str:
        """As in "1,204 episodes, 310 lessons, checked in 3 s."."""
        held = copy_words.holds(report.counts, 5) or self.tr("An empty journal")
        seconds = (
            self.tr("{seconds} s").format(seconds=QLocale().toString(round(report.seconds)))
            if report.seconds >= 1
            else self.tr("less than a second")
        )
        told = self.tr("{held}, checked in {seconds}.").format(held=held, seconds=seconds)
        if notes:
            told += " " + self.tr("%n thing(s) good to know.", "", notes)
        return told

    def _show_findings(self) -> None:
        rows = [self._row(place, finding) for place, finding in enumerate(self._found)]
        self.findings_card.setVisible(bool(rows))
        self.findings.set_rows(rows)
        self.findings.set_fit(len(rows) <= FEW)
        if len(rows) > FEW:
            self.findings.setFixedHeight(self.findings.sizeHintForRow(0) * (2 * FEW + 1) // 2)
        self.findings.choose(0)
        self._choose()

    def _row(self, place: int, finding: Finding) -> Row:
        damage = finding.severity is Severity.DAMAGE
        word = self.tr("Damage") if damage else self.tr("Good to know")
        icon, tone = ("triangle-alert", "danger") if damage else ("info", "info")
        return Row(place, finding.what, f"{word} · {finding.where}", icon, tone)

    def _choose(self) -> None:
        place = self.findings.current_id()
        self.finding.show_finding(self._found[place] if isinstance(place, int) and self._found else None)

    def _rescue(self) -> None:
        dialog = BesideDialog(self.window(), beside_work.rescuing(self._journal))
        dialog.settled.connect(self._open)
        dialog.open()

    def _open(self, folder: object) -> None:
        assert isinstance(folder, Path)
        self.errand.emit(errands.Open(folder))

    def _ask_to_mend(self) -> None:
        dialog = ProveDialog(
            self.window(),
            self.tr("Mend the header"),
            self.tr(
                "A whole header out of vault.json.old or of a backup takes the place of the damaged one, which is kept "
                "beside it. It has the ways in of that time."
            ),
            self.tr("Mend it"),
            self._journal.mend_header,
        )
        dialog.settled.connect(self._mended)
        dialog.open()

    def _mended(self, place: object) -> None:
        self.toast.emit(self.tr("The header was mended out of {place}").format(place=place), None)
        self._check()

    def _clear(self) -> None:
        journal = self._journal
        self.line.run(
            self.tr("Removing the files that nothing names…"),
            lambda _report: journal.remove_unreferenced(),
            lambda _: self._check(),
        )

    def _complain(self, trouble: str) -> None:
        self.trouble_words.setText(in_the_window(trouble))
        self.trouble.setVisible(bool(trouble))
        self._show_page(empty=not trouble and self._report is None and not self.line.is_busy())
