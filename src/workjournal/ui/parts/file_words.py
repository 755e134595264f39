"""Words for files: of what kind they are, what a picture tells, what a screenshot is called."""

import datetime as dt
from pathlib import PurePath
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QDateTime, QLocale

from workjournal.domain.attachment import Attachment
from workjournal.ui.marked import QT_TRANSLATE_NOOP

if TYPE_CHECKING:
    from workjournal.exporters.picture_details import PictureDetails

_KINDS = {
    "image": (QT_TRANSLATE_NOOP("FileWords", "{ending} picture"), "image"),
    "video": (QT_TRANSLATE_NOOP("FileWords", "{ending} film"), "play"),
    "audio": (QT_TRANSLATE_NOOP("FileWords", "{ending} sound"), "activity"),
    "text": (QT_TRANSLATE_NOOP("FileWords", "{ending} text"), "file-text"),
}
_OTHER = (QT_TRANSLATE_NOOP("FileWords", "{ending} file"), "file")
_PLAIN = QT_TRANSLATE_NOOP("FileWords", "File")
_SCREENSHOT = QT_TRANSLATE_NOOP("FileWords", "Screenshot {when}")
_FURTHER = QT_TRANSLATE_NOOP("FileWords", "further notes")
_LONGEST_ENDING = 5


def icon(file: Attachment) -> str:
    """The icon for its kind."""
    return _KINDS.get(file.media_type.partition("/")[0], _OTHER)[1]


def kind(file: Attachment) -> str:
    """Its kind in a word or two: "PNG picture"."""
    ending = PurePath(file.name).suffix.lstrip(".").upper()
    if not ending or len(ending) > _LONGEST_ENDING:
        return _tr(_PLAIN)
    words, _ = _KINDS.get(file.media_type.partition("/")[0], _OTHER)
    return _tr(words).format(ending=ending)


def size(file: Attachment, locale: QLocale) -> str:
    """How large it is, in three figures."""
    return locale.formattedDataSize(file.size, 1, QLocale.DataSizeFormat.DataSizeTraditionalFormat)


def is_picture(file: Attachment) -> bool:
    """Whether it can be shown here."""
    from workjournal.journal.attaching import LARGEST_READ

    kinds = {"png", "jpeg", "webp", "gif", "bmp", "x-ms-bmp", "tiff"}
    top, _, rest = file.media_type.partition("/")
    return top == "image" and rest in kinds and file.size <= LARGEST_READ


def screenshot_name(now: dt.datetime) -> str:
    """What a picture from the clipboard is called: "Screenshot 2026-11-29 21.30.png"."""
    return f"{_tr(_SCREENSHOT).format(when=f'{now:%Y-%m-%d %H.%M}')}.png"


def told_by(details: "PictureDetails", locale: QLocale) -> str:
    """What a picture tells besides itself, in one line."""
    told = [details.camera] if details.camera else []
    if details.taken is not None:
        told.append(locale.toString(_moment(details.taken), "d MMMM yyyy, HH:mm"))
    if details.place is not None:
        north, east = details.place
        told.append(
            f"{_figure(north, locale)}° {'N' if north >= 0 else 'S'} {_figure(east, locale)}° {'E' if east >= 0 else 'W'}"
        )
    if details.others and not told:
        told.append(_tr(_FURTHER))
    return " · ".join(told)


def _moment(taken: dt.datetime) -> QDateTime:
    return QDateTime(taken.year, taken.month, taken.day, taken.hour, taken.minute, taken.second)


def _figure(degrees: float, locale: QLocale) -> str:
    return locale.toString(abs(degrees), "f", 4)


def _tr(text: str) -> str:
    return QCoreApplication.translate("FileWords", text)
