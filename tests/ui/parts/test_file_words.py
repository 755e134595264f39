"""Words for files."""

import datetime as dt
from uuid import uuid4

import pytest
from PySide6.QtCore import QLocale

from workjournal.domain.attachment import Attachment
from workjournal.exporters.picture_details import PictureDetails
from workjournal.journal.attaching import LARGEST_READ
from workjournal.ui.parts import file_words

ENGLISH = QLocale(QLocale.Language.English)


def file(name: str, media_type: str, size: int = 10) -> Attachment:
    return Attachment(episode_id=uuid4(), name=name, media_type=media_type, size=size, sha256="", content=b"")


@pytest.mark.parametrize(
    ("name", "media_type", "kind", "icon"),
    [
        ("a.PNG", "image/png", "PNG picture", "image"),
        ("a.mp4", "video/mp4", "MP4 film", "play"),
        ("a.ogg", "audio/ogg", "OGG sound", "activity"),
        ("a.txt", "text/plain", "TXT text", "file-text"),
        ("a.pdf", "application/pdf", "PDF file", "file"),
        ("README", "application/octet-stream", "File", "file"),
        ("a.backup2026", "application/octet-stream", "File", "file"),
    ],
)
def test_kinds(name: str, media_type: str, kind: str, icon: str) -> None:
    assert (file_words.kind(file(name, media_type)), file_words.icon(file(name, media_type))) == (kind, icon)


def test_what_can_be_shown_here() -> None:
    assert file_words.is_picture(file("a.png", "image/png", LARGEST_READ))
    assert not file_words.is_picture(file("a.png", "image/png", LARGEST_READ + 1))
    assert not file_words.is_picture(file("a.svg", "image/svg+xml"))  # it may hold a program
    assert not file_words.is_picture(file("a.pdf", "application/pdf"))


def test_a_screenshot_is_called_after_its_minute() -> None:
    now = dt.datetime(2026, 11, 29, 21, 30, tzinfo=dt.UTC)
    assert file_words.screenshot_name(now) == "Screenshot 2026-11-29 21.30.png"


def test_what_a_picture_tells() -> None:
    day = dt.datetime(2026, 5, 3, 9, 5)  # noqa: DTZ001 - the camera's own clock
    assert file_words.told_by(PictureDetails("Kettle", day, (-33.5, -70.01)), ENGLISH) == (
        "Kettle · 3 May 2026, 09:05 · 33.5000° S 70.0100° W"
    )
    assert file_words.told_by(PictureDetails(others=("a comment",)), ENGLISH) == "further notes"
    assert file_words.told_by(PictureDetails("Kettle", others=("a comment",)), ENGLISH) == "Kettle"
