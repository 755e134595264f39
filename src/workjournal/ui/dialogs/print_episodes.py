"""Episodes are printed: what and on what is chosen beside the very pages, then the printer, or a file to save them in."""

from collections.abc import Callable, Sequence
from functools import partial
from typing import TYPE_CHECKING, TypeVar, cast

from PySide6.QtCore import QSize, Signal
from PySide6.QtGui import QHideEvent
from PySide6.QtWidgets import (
    QCheckBox,
    QDialog,
    QLabel,
    QProgressBar,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from workjournal.domain.pack import Paper
from workjournal.errors import JournalError
from workjournal.journal.journal import Journal
from workjournal.ui import errors, form, tab_order, tasks, theme
from workjournal.ui.parts.pdf_preview import PdfPreview
from workjournal.ui.save_place import ask_path
from workjournal.ui.tasks import Report, Task
from workjournal.ui.widgets.choice_box import Choice, ChoiceBox
from workjournal.ui.window_words import in_the_window

if TYPE_CHECKING:
    # Typesetting and the printing system load when somebody prints.
    from PySide6.QtPrintSupport import QPrinter

    from workjournal.journal.printing import How, Printed, Subject

T = TypeVar("T")
_CHOICES = 280
_SIZE, _EDGE = QSize(1160, 860), 40
_FINE = 1000


class PrintEpisodesDialog(QDialog):
    """Shows the pages of the first subject at once, and makes them anew after each change."""

    printed = Signal(str)
    """What to tell once it is done; the dialog is closed."""

    subject: ChoiceBox
    paper: ChoiceBox
    reflections: QCheckBox
    private_notes: QCheckBox
    choices: QScrollArea
    told: QLabel
    boxes: QLabel
    no_printer: QLabel
    pages_column: QVBoxLayout
    problem: QLabel
    waiting: QProgressBar
    close_: QPushButton
    save: QPushButton
    print_: QPushButton

    def __init__(self, parent: QWidget, journal: Journal, subjects: Sequence[Choice]) -> None:
        """The value of each choice is a `journal.printing.Subject`."""
        super().__init__(parent)
        form.fill(self, "print_episodes")
        self._journal = journal
        self._task: Task | None = None
        self._is_printing = self._is_saving = False
        self.made: Printed | None = None
        self.pages = PdfPreview(self)
        self.pages.setObjectName("pages")
        self.pages_column.addWidget(self.pages)
        self.choices.setFixedWidth(theme.px(_CHOICES))
        self._offer(subjects)
        self._connect()
        room = parent.window().size() - QSize(_EDGE, _EDGE)
        self.resize(QSize(theme.px(_SIZE.width()), theme.px(_SIZE.height())).boundedTo(room))
        tab_order.chain(self)
        self._make()

    @classmethod
    def ask(
        cls, parent: QWidget, journal: Journal, subjects: Sequence[Choice], told: Callable[[str], object]
    ) -> "PrintEpisodesDialog":
        """Open it over `parent` and go on; `told` hears at last what was done."""
        dialog = cls(parent, journal, subjects)
        dialog.printed.connect(told)
        dialog.open()
        return dialog

    def reject(self) -> None:
        """While it prints, that ends first; what is being written is written."""
        if self._is_printing:
            self._stop()
        elif not self._is_saving:
            super().reject()

    def hideEvent(self, event: QHideEvent) -> None:
        """However it is closed, by a lock too, its pages go with it."""
        super().hideEvent(event)
        if not event.spontaneous():
            self.deleteLater()

    def _offer(self, subjects: Sequence[Choice]) -> None:
        from workjournal.ui import printing

        self.subject.set_choices(subjects)
        self.subject.choice = subjects[0].value
        self.paper.set_choices([Choice(Paper.A4, self.tr("A4")), Choice(Paper.LETTER, self.tr("Letter"))])
        self.paper.choice = self._journal.printing.usual().paper
        possible = printing.is_possible()
        self.no_printer.setVisible(not possible)
        self.print_.setVisible(possible)
        self.save.setProperty("role", "" if possible else "primary")
        (self.print_ if possible else self.save).setDefault(True)
        self.problem.hide()
        self.boxes.hide()

    def _connect(self) -> None:
        for box in (self.subject, self.paper):
            box.changed.connect(self._make)
        for tick in (self.reflections, self.private_notes):
            tick.toggled.connect(self._make)
        self.close_.clicked.connect(self.reject)
        self.save.clicked.connect(self._save)
        self.print_.clicked.connect(self._print)

    # The pages

    def _make(self) -> None:
        """Typeset what is chosen now; the pages that are seen stay until the new ones are there."""
        if self._task is not None:
            self._task.cancel()
        self.made = None
        self._say("")
        self.told.setText(self.tr("Typesetting…"))
        subject, how = cast("Subject", self.subject.choice), self._how()
        self._run(lambda report: self._journal.printing.typeset(subject, how, report), self._take, self._bare)

    def _how(self) -> "How":
        from workjournal.journal.printing import How

        paper = self.paper.choice
        assert isinstance(paper, Paper)
        return How(
            reflections=self.reflections.isChecked(),
            private_notes=self.private_notes.isChecked(),
            paper=paper,
            language=self._journal.printing.usual().language,
        )

    def _take(self, made: "Printed") -> None:
        self.made = made
        self.pages.show_pdf(made.pdf)
        pages = self.tr("1 page") if made.pages == 1 else self.tr("{count} pages").format(count=made.pages)
        told = self.tr("%n episode(s) on {pages}", "", made.episodes).format(pages=pages)
        self.told.setText(told)
        words = self.tr(
            "No font of this computer has these signs. Boxes or their names stand for them: {signs}"
        )
        self.boxes.setText(words.format(signs=" ".join(made.boxes)))
        self.boxes.setVisible(bool(made.boxes))
        self._make_ready()

    def _bare(self) -> None:
        self.pages.show_pdf(b"")
        self.told.setText("")
        self.boxes.hide()

    # Out of the journal

    def _print(self) -> None:
        from workjournal.ui import printing

        made, paper = self.made, self.paper.choice
        assert made is not None
        assert isinstance(paper, Paper)
        printing.ask(self, paper, made.pages, partial(self.send, made.pdf))

    def send(self, pdf: bytes, printer: "QPrinter") -> None:
        """Print on this one."""
        from workjournal.ui import printing

        self._is_printing = True
        self.told.setText(self.tr("Printing…"))
        self._run(partial(printing.send, printer, pdf), self._sent, self._restore)

    def _sent(self, sides: int) -> None:
        one = self.tr("1 page sent to the printer")
        many = self.tr("{count} pages sent to the printer").format(count=sides)
        self._finish(one if sides == 1 else many)

    def _stop(self) -> None:
        if self._task is not None:
            self._task.cancel()
        self._restore()
        self._say(self.tr("Stopped. The pages that the printer has already may still come out."))

    def _restore(self) -> None:
        """After a printing or saving that did not come about the pages are as they were."""
        self._task = None
        self._is_printing = self._is_saving = False
        if self.made is not None:
            self._take(self.made)

    def _save(self) -> None:
        made = self.made
        assert made is not None
        name = self.tr("Work journal {day}.pdf").format(day=self._journal.today().isoformat())
        path = ask_path(self, self.tr("Save as PDF, unencrypted"), name, self.tr("PDF (*.pdf)"))
        if path is not None:
            told = self.tr("Saved in {folder}").format(folder=path.parent)
            save = partial(self._journal.printing.save, made.pdf, path)
            self._is_saving = True
            self._run(lambda _report: save(), lambda _: self._finish(told), self._restore)

    def _finish(self, told: str) -> None:
        paper = self.paper.choice
        assert isinstance(paper, Paper)
        self._is_printing = self._is_saving = False
        self._journal.printing.remember(paper)
        self.accept()
        self.printed.emit(told)

    # What all work has

    def _run(
        self, work: Callable[[Report], T], then: Callable[[T], object], undone: Callable[[], object]
    ) -> None:
        self._say("")
        done, failed = partial(self._done, then), partial(self._failed, undone)
        self._task = tasks.run(work, done, self, failed=failed, progress=self._progress)
        self.waiting.setValue(0)
        self._make_ready()

    def _progress(self, fraction: float, _text: str) -> None:
        self.waiting.setValue(round(_FINE * fraction))

    def _done(self, then: Callable[[T], object], result: T) -> None:
        self._task = None
        then(result)

    def _failed(self, undone: Callable[[], object], error: Exception) -> None:
        self._task = None
        undone()
        self._make_ready()
        if isinstance(error, JournalError):
            self._say(in_the_window(str(error)))
        else:
            errors.report(error, self)

    def _make_ready(self) -> None:
        idle = self._task is None
        self.waiting.setVisible(not idle)
        self.choices.setEnabled(not (self._is_printing or self._is_saving))
        for button in (self.save, self.print_):
            button.setEnabled(idle and self.made is not None)
        self.close_.setText(self.tr("Stop") if self._is_printing else self.tr("Close"))

    def _say(self, problem: str) -> None:
        self.problem.setText(problem)
        self.problem.setVisible(bool(problem))
