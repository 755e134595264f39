"""A PDF to look at: its pages with page and zoom above them, and words to find in them."""

from PySide6.QtCore import QEvent, QSignalBlocker, Qt
from PySide6.QtGui import QAction, QActionGroup, QKeyEvent, QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QMenu,
    QPushButton,
    QSpinBox,
    QVBoxLayout,
    QWidget,
)

from workjournal.ui import form
from workjournal.ui.parts.pdf_finding import PdfFinding
from workjournal.ui.parts.pdf_view import PdfView
from workjournal.ui.prose.writing_keys import FIND, is_key, keeps
from workjournal.ui.widgets.pdf_zoom import Fit, Zoom

_PER_CENT = (0.5, 1.0, 1.5, 2.0, 3.0)


class PdfPreview(QWidget):
    """Takes the bytes of a PDF without a password and keeps one's place when it gets others.

    With the keyboard in it Ctrl+F finds; Ctrl++, Ctrl+- and Ctrl+0 zoom; in the pages Page Up, Page Down, Home and End
    turn them.
    """

    column: QVBoxLayout
    bar: QWidget
    bar_row: QHBoxLayout
    page_label: QLabel
    number: QSpinBox
    count: QLabel
    smaller: QPushButton
    size_: QPushButton
    larger: QPushButton
    search: QPushButton
    find_bar: QWidget
    find_line: QFrame
    words: QLineEdit
    hits: QLabel
    before: QPushButton
    after: QPushButton
    done: QPushButton

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        form.fill(self, "pdf_preview")
        self.view = PdfView()
        self.view.setObjectName("view")
        self.view.setAccessibleName(self.tr("Preview"))
        self.column.addWidget(self.view, 1)
        self.finding = PdfFinding(self.view)
        self._sizes: dict[Zoom, QAction] = {}
        self._make_sizes()
        self._connect()
        self.find_bar.hide()
        self.find_line.hide()
        self.bar.setMinimumWidth(1)
        self.find_bar.setMinimumWidth(1)
        self._say_page(0, 0)
        self._say_size()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit_bar()

    def event(self, event: QEvent) -> bool:
        """With the keyboard in here, the key for finding is no shortcut of the window."""
        return keeps(event, FIND) or super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if is_key(event, FIND):
            self._find(opened=True)
        else:
            super().keyPressEvent(event)

    def show_pdf(self, pdf: bytes) -> None:
        """Show the pages of these bytes; the old ones stay until the new are drawn. Empty bytes have none."""
        self.view.show_pdf(pdf)

    def _make_sizes(self) -> None:
        menu, group = QMenu(self), QActionGroup(self)
        group.setExclusionPolicy(QActionGroup.ExclusionPolicy.ExclusiveOptional)
        named: dict[Zoom, str] = {
            Fit.WIDTH: self.tr("Fit the width"),
            Fit.PAGE: self.tr("Fit the page"),
            **{zoom: self._per_cent(zoom) for zoom in _PER_CENT},
            1.0: self.tr("{size}, as on paper").format(size=self._per_cent(1.0)),
        }
        for zoom, words in named.items():
            action = menu.addAction(words)
            action.setCheckable(True)
            action.triggered.connect(lambda _=False, zoom=zoom: self._fit(zoom))
            group.addAction(action)
            self._sizes[zoom] = action
        menu.insertSeparator(self._sizes[_PER_CENT[0]])
        self._sizes[Fit.WIDTH].setShortcut(QKeySequence("Ctrl+0"))
        self.size_.setMenu(menu)

    def _connect(self) -> None:
        self.view.turned.connect(self._say_page)
        self.view.shown.connect(self._fit_bar)
        self.view.zoomed.connect(self._say_size)
        self.number.valueChanged.connect(lambda number: self.view.turn_to(number - 1))
        self.smaller.clicked.connect(lambda: self.view.zoom_by(-1))
        self.larger.clicked.connect(lambda: self.view.zoom_by(1))
        for keys, steps in (("Ctrl++", 1), ("Ctrl+=", 1), ("Ctrl+-", -1)):
            QShortcut(QKeySequence(keys), self, lambda steps=steps: self.view.zoom_by(steps))
        self.search.clicked.connect(lambda opened: self._find(opened=opened))
        self.done.clicked.connect(lambda: self._find(opened=False))
        self.words.textChanged.connect(self.finding.seek)
        self.words.returnPressed.connect(lambda: self.finding.step(1))
        self.after.clicked.connect(lambda: self.finding.step(1))
        self.before.clicked.connect(lambda: self.finding.step(-1))
        self.finding.changed.connect(self._say_hits)
        inside = Qt.ShortcutContext.WidgetWithChildrenShortcut
        for keys in ("Shift+Return", "Shift+Enter"):
            QShortcut(QKeySequence(keys), self.find_bar, lambda: self.finding.step(-1), context=inside)
        QShortcut(QKeySequence("Escape"), self.find_bar, lambda: self._find(opened=False), context=inside)

    def _find(self, *, opened: bool) -> None:
        self.search.setChecked(opened)
        self.find_bar.setVisible(opened)
        self.find_line.setVisible(opened)
        if opened:
            self.words.setFocus()
            self.words.selectAll()
            self.finding.seek(self.words.text())
        else:
            self.finding.seek("")
            self.view.setFocus()

    def _fit(self, zoom: Zoom) -> None:
        self.view.zoom_to(zoom)
        self.view.setFocus()

    def _say_page(self, page: int, pages: int) -> None:
        count = self.locale().toString(pages)
        with QSignalBlocker(self.number):
            self.number.setMaximum(max(1, pages))
            self.number.setValue(page + 1)
        self.count.setText(self.tr("of {count}").format(count=count))
        self.number.setAccessibleName(self.tr("Page, of {count}").format(count=count))
        for part in (self.number, self.size_, self.smaller, self.larger, self.search):
            part.setEnabled(pages > 0)

    def _say_size(self) -> None:
        fit, size = self.view.fit, self._per_cent(self.view.zoom())
        self.size_.setText(size)
        words = {Fit.WIDTH: self.tr("{size}, fits the width"), Fit.PAGE: self.tr("{size}, fits the page")}
        told = words[fit].format(size=size) if isinstance(fit, Fit) else size
        self.size_.setAccessibleName(self.tr("Size of the pages: {size}").format(size=told))
        for zoom, action in self._sizes.items():
            action.setChecked(zoom == fit)

    def _say_hits(self) -> None:
        finding = self.finding
        number = self.locale().toString
        if finding.hits:
            told = self.tr("{number} of {count}").format(
                number=number(finding.at + 1), count=number(len(finding.hits))
            )
        else:
            told = self.tr("Not found") if finding.words.strip() and not finding.seeking else ""
        self.hits.setText(told)
        self.words.setAccessibleDescription(told)
        for button in (self.before, self.after):
            button.setEnabled(bool(finding.hits))

    def _fit_bar(self) -> None:
        """Where there is no room for all, go without what has a name or keys elsewhere too."""
        spare = (self.page_label, self.smaller, self.larger)
        hidden = sum(part.sizeHint().width() + self.bar_row.spacing() for part in spare if part.isHidden())
        roomy = self.bar_row.sizeHint().width() + hidden <= self.width()
        for part in spare:
            part.setVisible(roomy)

    def _per_cent(self, zoom: float) -> str:
        return self.tr("{value} %").format(value=self.locale().toString(round(100 * zoom)))
