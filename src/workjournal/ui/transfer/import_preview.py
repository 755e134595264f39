"""What is in a file: how it is read, how much it is, its first entries, and what cannot be read."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QLabel, QPushButton, QVBoxLayout, QWidget

from workjournal.charts.figure import DataTable
from workjournal.journal.imports import Columns, Importer, Preview, Sample, Setting, Wishes
from workjournal.ui import form, theme, words
from workjournal.ui.transfer import troubles
from workjournal.ui.transfer.column_fields import ColumnFields
from workjournal.ui.transfer.setting_fields import SettingFields
from workjournal.ui.transfer.telling import TELLING
from workjournal.ui.widgets.choice_box import Choice, ChoiceBox
from workjournal.ui.widgets.elided_label import ElidedLabel
from workjournal.ui.widgets.figure_table import FigureTable
from workjournal.ui.widgets.icon_label import IconLabel
from workjournal.ui.widgets.wrapped_table import WrappedTable

_ROW, _SHOWN = 32, 8
"""Pixels of a row of the entries, and how many are seen at once."""


class ImportPreview(QFrame):
    """Nothing is saved yet. Another format or setting is asked for, and the file is looked at again."""

    changed = Signal()
    """It is to be read otherwise."""

    sign: IconLabel
    name: ElidedLabel
    another: QPushButton
    counts: QLabel
    format: ChoiceBox
    more: QPushButton
    settings: QWidget
    settings_column: QVBoxLayout
    noted: QFrame
    notes: QLabel
    entries_heading: QLabel
    entries: FigureTable
    troubles: WrappedTable
    troubles_heading: QLabel

    def __init__(self, importers: Sequence[Importer], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._importers = {importer.key: importer for importer in importers}
        form.fill(self, "import_preview")
        self.columns, self.fields = ColumnFields(self), SettingFields(self)
        for fields in (self.columns, self.fields):
            self.settings_column.addWidget(fields)
            fields.changed.connect(self.changed)
        self.settings.hide()
        self.columns.hide()
        self.more.toggled.connect(self.settings.setVisible)
        self.format.set_choices([Choice(importer.key, importer.title) for importer in importers])
        self.format.changed.connect(self._choose)

    def wanted(self) -> Wishes:
        """How it is to be read."""
        return Wishes(format=str(self.format.choice or ""), settings=self._said())

    def show_preview(self, seen: Preview, read: Wishes, columns: Columns | None, *, folder: bool) -> None:
        """Show what was found, and how it was read; of a table its columns too."""
        self.name.setText(seen.name)
        self.sign.set_icon("folder" if folder else "file")
        self.counts.setText(TELLING.found(seen))
        self._show_format(seen.format, read, columns)
        self.notes.setText("\n".join(note.what for note in seen.notes))
        self.noted.setVisible(bool(seen.notes))
        self._show_entries(seen.samples, seen.found - seen.failed)
        self.troubles_heading.setVisible(bool(seen.troubles))
        troubles.show(self.troubles, seen.troubles)

    def _said(self) -> dict[str, str]:
        return {**(self.columns.values() if not self.columns.isHidden() else {}), **self.fields.values()}

    def _show_format(self, key: str, read: Wishes, columns: Columns | None) -> None:
        self.format.blockSignals(True)
        self.format.choice = key
        self.format.blockSignals(False)
        settings: Sequence[Setting] = self._importers[key].settings if key in self._importers else ()
        if columns is not None:
            self.columns.show_columns(settings, columns, read.settings)
            settings = [setting for setting in settings if setting.key not in columns.fields]
        if columns is not None and self.columns.isHidden():
            self.more.setChecked(True)  # what the columns are is the first thing to look at
        self.columns.setVisible(columns is not None)
        self.fields.show_settings(settings, read.settings)
        self.more.setVisible(bool(settings) or columns is not None)
        if self.more.isHidden():
            self.more.setChecked(False)

    def _show_entries(self, samples: Sequence[Sample], number: int) -> None:
        headers = (
            self.tr("Entry"),
            self.tr("Day"),
            self.tr("Time"),
            self.tr("Tags"),
            self.tr("Files"),
            self.tr("State"),
        )
        self.entries.show_table(DataTable(headers, tuple(self._row(sample) for sample in samples)))
        more = number > len(samples)
        self.entries_heading.setText(
            self.tr("The first %Ln entries", "", len(samples)) if more else self.tr("The entries")
        )
        seen = min(len(samples), _SHOWN) + (0.5 if len(samples) > _SHOWN else 0)
        self.entries.setFixedHeight(
            theme.px(_ROW * seen) + self.entries.horizontalHeader().sizeHint().height() + 4
        )
        for part in (self.entries_heading, self.entries):
            part.setVisible(bool(samples))

    def _row(self, sample: Sample) -> tuple[str, ...]:
        return (
            sample.title,
            sample.date.isoformat() if sample.date else "–",
            words.clock(sample.time),
            ", ".join(sample.tags),
            str(sample.files or ""),
            self.tr("here already") if sample.known else self.tr("new"),
        )

    def _choose(self) -> None:
        """Settings belong to a format, so another one begins without."""
        self.fields.show_settings((), {})
        self.columns.hide()
        self.changed.emit()
