"""Files on their way into the journal: dropped, pasted or chosen; a picture from the clipboard too."""

from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path
from uuid import UUID

from PySide6.QtCore import QBuffer, QIODevice, QMimeData, QObject, Signal
from PySide6.QtGui import QImage

from workjournal.domain.attachment import Attachment
from workjournal.errors import JournalError
from workjournal.journal.journal import Journal
from workjournal.ui.attached.file_work import FileWork
from workjournal.ui.parts.file_words import screenshot_name
from workjournal.ui.tasks import Report
from workjournal.ui.widgets.drop_zone import local_files, picture_in
from workjournal.ui.window_words import in_the_window

Take = Callable[[UUID, Report], Attachment]


class FileTaking(QObject):
    """Keeps copies of what it is given. `ready` puts the episode into the journal if it is not there yet."""

    told = Signal(str)
    """What could not be kept, and why; "" at the beginning."""

    def __init__(
        self, journal: Journal, ready: Callable[[str], UUID], work: FileWork, parent: QObject
    ) -> None:
        super().__init__(parent)
        self._journal, self._ready, self._work = journal, ready, work

    def files(self, given: Sequence[Path]) -> None:
        """Keep copies of these files; a folder is refused, and the files beside it are kept."""
        folders = [path for path in given if path.is_dir()]
        files = [path for path in given if path not in folders]
        refused = [
            self.tr("“{name}” is a folder. Drop the files in it, or a ZIP file.").format(name=path.name)
            for path in folders
        ]
        self.told.emit("\n".join(refused))
        if files:
            takes = [(path.name, partial(_take_file, self._journal, path)) for path in files]
            self._take(files[0].stem, takes, refused)

    def picture(self, image: QImage) -> None:
        """Keep a picture that is in no file, under the time it came."""
        self.told.emit("")
        name = screenshot_name(self._journal.now())
        self._take(
            name.removesuffix(".png"), [(name, partial(_take_picture, self._journal, name, image))], []
        )

    def paste(self, offered: QMimeData | None) -> None:
        """Keep the files or the picture on the clipboard."""
        if offered is not None and (files := local_files(offered)):
            self.files(files)
        elif offered is not None and not (image := picture_in(offered)).isNull():
            self.picture(image)
        else:
            self.told.emit(self.tr("There is neither a file nor a picture on the clipboard."))

    def _take(self, title: str, takes: Sequence[tuple[str, Take]], refused: Sequence[str]) -> None:
        episode_id = self._ready(title)

        def work(report: Report) -> list[str]:
            """What one can mend is told of each; the others are kept."""
            troubles = []
            for place, (name, take) in enumerate(takes):
                try:
                    take(episode_id, _part(report, place, len(takes), name))
                except JournalError as trouble:
                    troubles.append(in_the_window(str(trouble)))
            return troubles

        self._work.run(
            self.tr("Encrypting"), work, lambda troubles: self.told.emit("\n".join([*refused, *troubles]))
        )


def _part(report: Report, place: int, number: int, name: str) -> Report:
    """One of several files: how far all of them are, and the name of the one."""
    return lambda fraction, _text: report((place + fraction) / number, name)


def _take_file(journal: Journal, path: Path, episode_id: UUID, report: Report) -> Attachment:
    report(0.0, "")
    return journal.episodes.attach(episode_id, path, report)


def _take_picture(journal: Journal, name: str, image: QImage, episode_id: UUID, report: Report) -> Attachment:
    """As PNG, which is made in memory."""
    report(0.0, "")
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    image.save(buffer, "PNG")  # type: ignore[call-overload] # PySide's stubs want bytes, and its code a text
    return journal.attachments.add(episode_id, name, bytes(buffer.data().data()), report)
