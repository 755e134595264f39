"""What the program puts on the clipboard: marked as confidential for clipboard managers, and taken away at the end.

macOS has such a mark too (org.nspasteboard.ConcealedType), but Qt writes only kinds of its own naming there.
"""

import sys

from PySide6.QtCore import QMimeData
from PySide6.QtGui import QClipboard, QGuiApplication
from PySide6.QtWidgets import QApplication

OURS = "application/x-workjournal"
"""On everything that this program has put there, so that it takes away nothing else."""
_WINDOWS = 'application/x-qt-windows-mime;value="{}"'
MARKS = {
    OURS: b"1",
    **({
        _WINDOWS.format("ExcludeClipboardContentFromMonitorProcessing"): b"1",
        _WINDOWS.format("CanIncludeInClipboardHistory"): bytes(4),
        _WINDOWS.format("CanUploadToCloudClipboard"): bytes(4),
    } if sys.platform == "win32" else {"x-kde-passwordManagerHint": b"secret"}),
}  # fmt: skip
_LEFT_OUT = {"application/x-qt-image", "application/vnd.oasis.opendocument.text"}
"""The picture is copied as one; a text of the journal is plain."""
_MODES = (QClipboard.Mode.Clipboard, QClipboard.Mode.Selection)


def guard(app: QApplication) -> None:
    """Mark from now on whatever is copied or selected anywhere in the program."""
    clipboard = app.clipboard()
    clipboard.dataChanged.connect(lambda: _mark(QClipboard.Mode.Clipboard))
    clipboard.selectionChanged.connect(lambda: _mark(QClipboard.Mode.Selection))


def clear() -> None:
    """Take away what this program has put there; what came from another one stays."""
    clipboard = QGuiApplication.clipboard()
    for mode in _modes():
        found = clipboard.mimeData(mode)
        if _is_ours(mode) and found is not None and found.hasFormat(OURS):
            clipboard.clear(mode)


def _mark(mode: QClipboard.Mode) -> None:
    clipboard = QGuiApplication.clipboard()
    if not _is_ours(mode):
        return
    found = clipboard.mimeData(mode)
    if found is None or not found.formats() or found.hasFormat(OURS):
        return
    marked = QMimeData()
    for kind in found.formats():
        if kind not in _LEFT_OUT:
            marked.setData(kind, found.data(kind))
    if found.hasImage():
        marked.setImageData(found.imageData())
    for kind, value in MARKS.items():
        marked.setData(kind, value)
    clipboard.setMimeData(marked, mode)


def _modes() -> list[QClipboard.Mode]:
    clipboard = QGuiApplication.clipboard()
    return [mode for mode in _MODES if mode is _MODES[0] or clipboard.supportsSelection()]


def _is_ours(mode: QClipboard.Mode) -> bool:
    """Whether this program has put there what is there. Without a screen nobody else can."""
    clipboard = QGuiApplication.clipboard()
    owned = clipboard.ownsClipboard() if mode is QClipboard.Mode.Clipboard else clipboard.ownsSelection()
    return owned or QGuiApplication.platformName() == "offscreen"
