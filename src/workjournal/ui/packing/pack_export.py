"""Exporting a pack: how is asked, then where, then it is written where it can be watched and given up."""

from collections.abc import Iterable
from functools import partial
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QObject, Signal
from PySide6.QtWidgets import QWidget

from workjournal.domain.entity import Audience
from workjournal.domain.pack import Pack
from workjournal.journal.journal import Journal
from workjournal.ui.dialogs.export_pack import ExportPackDialog, Sharing
from workjournal.ui.guards.work_line import WorkLine
from workjournal.ui.marked import QT_TRANSLATE_NOOP
from workjournal.ui.parts.pack_preview import Preview
from workjournal.ui.save_place import ask_path
from workjournal.ui.tasks import Report

STEPS = 3
"""About as many pauses as an export makes, in which it can be given up."""
_NAMES = {
    Audience.MANAGER: QT_TRANSLATE_NOOP("PackExport", "Review pack {day}"),
    Audience.NEXT_JOB: QT_TRANSLATE_NOOP("PackExport", "Portfolio {day}"),
    Audience.OWN: QT_TRANSLATE_NOOP("PackExport", "Year in review {day}"),
}


class PackExport(QObject):
    """Asks over its parent; `line` shows the work."""

    exported = Signal(object)
    """The path of the file."""
    addressed = Signal(str)
    """With whom it is shared, as it was said at last."""

    def __init__(self, journal: Journal, over: QWidget, line: WorkLine) -> None:
        super().__init__(over)
        self._journal, self._over, self._line = journal, over, line

    def ask(self, preview: Preview, recipient: str, people: Iterable[str]) -> ExportPackDialog:
        """Ask how it is to be shared; the very bytes of the preview are what is written."""
        for_others = preview.choice.audience is not Audience.OWN
        dialog = ExportPackDialog(self._over, recipient, people, for_others=for_others)
        dialog.settled.connect(partial(self._ask_where, preview))
        dialog.open()
        return dialog

    def _ask_where(self, preview: Preview, sharing: Sharing) -> None:
        self.addressed.emit(sharing.recipient)
        name = file_name(self._journal, preview.choice.audience, "pdf")
        path = ask_path(self._over, self.tr("Export as PDF"), name, self.tr("PDF (*.pdf)"))
        if path is not None:
            self._line.run(
                self.tr("Exporting: the finished file is searched for what must not leave…"),
                lambda report: self._write(preview, sharing, path, report),
                lambda _: self.exported.emit(path),
            )

    def _write(self, preview: Preview, sharing: Sharing, path: Path, report: Report) -> Pack:
        """In a thread."""
        done = 0

        def between() -> None:
            nonlocal done
            done += 1
            report(min(1.0, done / STEPS), "")

        return self._journal.packs.export(
            preview.choice,
            path,
            preview.pdf,
            recipient=sharing.recipient,
            password=sharing.password,
            keep=sharing.keep,
            between=between,
        )


def file_name(journal: Journal, audience: Audience, ending: str) -> str:
    """What the file is called unless another name is typed: nothing of what is in it."""
    name = QCoreApplication.translate("PackExport", _NAMES[audience])
    return f"{name.format(day=journal.today().isoformat())}.{ending}"
