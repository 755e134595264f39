"""The file that was shared: its hash, whether another one is it, and the copy that may be kept."""

from functools import partial
from pathlib import Path
from uuid import UUID

from PySide6.QtCore import QStandardPaths, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QFileDialog, QFrame, QLabel, QPushButton, QVBoxLayout, QWidget

from workjournal.domain.pack import Pack
from workjournal.errors import JournalError
from workjournal.journal.journal import Journal
from workjournal.ui import errors, form, tab_order, tasks, theme
from workjournal.ui.parts import shared_words
from workjournal.ui.parts.pdf_preview import PdfPreview
from workjournal.ui.widgets.drop_zone import DropZone
from workjournal.ui.widgets.elided_label import ElidedLabel
from workjournal.ui.widgets.flow import FlowLayout
from workjournal.ui.widgets.icon_label import IconLabel

_PAGES_HEIGHT = 620


class SharedFile(QFrame):
    """A card on the page of a pack. A copy is read and drawn only when somebody wants to see it."""

    toast = Signal(str, object)
    drop_asked = Signal(UUID)
    came = Signal(object)
    """A part that must be in sight."""

    sha256: ElidedLabel
    copy_hash: QPushButton
    drop_place: QVBoxLayout
    answer_row: QWidget
    answer_icon: IconLabel
    answer: QLabel
    problem: QLabel
    not_kept: QLabel
    kept_part: QWidget
    kept_words: QLabel
    kept_buttons: QWidget
    pages_place: QVBoxLayout

    def __init__(self, journal: Journal, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        form.fill(self, "shared_file")
        self._journal = journal
        self._pack: Pack | None = None
        self.pages: PdfPreview | None = None
        self._compares = self.tr("It is compared byte for byte, and not kept")
        self.drop = DropZone(
            self, "file-text", self.tr("Is this the file I shared?"), self._compares, self.tr("Choose a file")
        )
        self.drop.choose.setObjectName("choose_file")
        self.drop.choose.setAccessibleDescription(self.tr("Is this the file I shared?"))
        self.drop_place.addWidget(self.drop)
        self.look = QPushButton(self.tr("Show its pages"))
        self.save_copy = QPushButton(self.tr("Save it again"))
        self.let_go = QPushButton(self.tr("Remove the copy"))
        row = FlowLayout(self.kept_buttons, gap=8)
        row.setContentsMargins(0, 0, 0, 0)
        for button in (self.look, self.save_copy, self.let_go):
            row.addWidget(button)
        self._connect()

    def show_pack(self, pack: Pack, *, kept: bool) -> None:
        """Tell of this pack; pages of another one than before are put away."""
        if self._pack is None or self._pack.id != pack.id or not kept:
            self._hide_pages()
        if self._pack is None or self._pack.id != pack.id:
            self._say("", "")
            self._complain("")
        self._pack = pack
        self.sha256.setText(pack.sha256)
        self.kept_part.setVisible(kept)
        self.not_kept.setVisible(not kept)
        words = self.tr("A copy of its pages is kept, encrypted with the journal.")
        if pack.protected:
            words = self.tr("A copy of its pages is kept, encrypted with the journal. It has no password.")
        self.kept_words.setText(words)

    def compare(self, file: Path) -> None:
        """Tell whether a file is the one that was shared."""
        pack = self._pack
        if pack is None:
            return
        self._say("", "")
        self._complain("")
        self.drop.say(self.tr("Reading {name}…").format(name=file.name))
        matches = self._journal.meetings.matches
        failed = partial(self._failed, pack)
        tasks.run(lambda _: matches(pack.id, file), partial(self._answer, pack, file), self, failed=failed)

    def _connect(self) -> None:
        self.copy_hash.clicked.connect(lambda: QGuiApplication.clipboard().setText(self.sha256.text()))
        self.drop.choose.clicked.connect(self._choose)
        self.drop.dropped.connect(lambda files: self.compare(files[0]) if files else None)
        self.look.clicked.connect(self._toggle)
        self.save_copy.clicked.connect(self._save)
        self.let_go.clicked.connect(lambda: self.drop_asked.emit(self._pack.id) if self._pack else None)

    # Is this the file?

    def _choose(self) -> None:
        name, _ = QFileDialog.getOpenFileName(self, self.tr("Is this the file I shared?"))
        if name:
            self.compare(Path(name))

    def _answer(self, pack: Pack, file: Path, same: bool) -> None:
        if not self._is_shown(pack):
            return
        self.drop.say(self._compares)
        if same:
            self._say(self.tr("{name} is the file that was shared.").format(name=file.name), "circle-check")
        else:
            words = self.tr("{name} is another file, or it was changed since.")
            self._say(words.format(name=file.name), "circle-x")

    def _say(self, text: str, icon: str) -> None:
        self.answer.setText(text)
        self.answer_icon.set_icon(icon)
        self.answer_icon.set_tone("ok" if icon == "circle-check" else "warn")
        self.answer_row.setVisible(bool(text))

    # The copy

    def _toggle(self) -> None:
        if self.pages is not None and self.pages.isVisibleTo(self):
            self._hide_pages()
        elif self._pack is not None:
            pack, pdf_of = self._pack, self._journal.meetings.pdf_of
            self._complain("")
            self.look.setEnabled(False)
            failed = partial(self._failed, pack)
            tasks.run(lambda _: pdf_of(pack.id), partial(self._show, pack), self, failed=failed)

    def _show(self, pack: Pack, pdf: bytes) -> None:
        self.look.setEnabled(True)
        if not self._is_shown(pack):
            return
        if self.pages is None:  # most packs are only read about
            self.pages = PdfPreview(self)
            self.pages.setFixedHeight(theme.px(_PAGES_HEIGHT))
            self.pages_place.addWidget(self.pages)
            tab_order.chain(self)
        self.look.setText(self.tr("Hide its pages"))
        self.pages.show_pdf(pdf)
        self.pages.show()
        self.pages.view.setFocus()
        self.came.emit(self.pages)

    def _hide_pages(self) -> None:
        """And let go of them: they are not to be kept in memory for nothing."""
        if self.pages is not None:
            self.pages.show_pdf(b"")
            self.pages.hide()
        self.look.setText(self.tr("Show its pages"))

    def _save(self) -> None:
        pack = self._pack
        if pack is None:
            return
        folder = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
        name = f"{shared_words.paper(pack)} {pack.date.isoformat()}.pdf"
        path, _ = QFileDialog.getSaveFileName(
            self, self.tr("Save an unencrypted copy"), str(Path(folder) / name), self.tr("PDF (*.pdf)")
        )
        if path:
            where = Path(path) if Path(path).suffix else Path(path).with_suffix(".pdf")
            copy = self._journal.meetings.copy_pdf
            told = self.tr("Unencrypted copy saved as {name}").format(name=where.name)
            tasks.run(
                lambda _: copy(pack.id, where),
                lambda _: self.toast.emit(told, None),
                self,
                failed=partial(self._failed, pack),
                essential=True,
            )

    def _failed(self, pack: Pack, error: Exception) -> None:
        self.look.setEnabled(True)
        self.drop.say(self._compares)
        if not isinstance(error, JournalError):
            errors.report(error, self)
        elif self._is_shown(pack):
            self._complain(str(error))

    def _complain(self, text: str) -> None:
        self.problem.setText(text)
        self.problem.setVisible(bool(text))

    def _is_shown(self, pack: Pack) -> bool:
        return self._pack is not None and self._pack.id == pack.id
