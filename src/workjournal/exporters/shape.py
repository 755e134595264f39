"""Whether an export becomes a folder, an archive or one file: its name says so."""

import enum
from pathlib import Path

from workjournal.errors import JournalError
from workjournal.exporters.exporter import Exporter
from workjournal.exporters.sealed import ENDING as SEALED

ARCHIVE = ".zip"


class NotEncrypted(JournalError):
    """The name {name} says that the export is encrypted, but no passphrase was given. Give one, or choose a name without .age."""


class Shape(enum.Enum):
    """What is written."""

    FOLDER = "folder"
    ARCHIVE = "archive"
    LONE = "lone"


def shape_of(exporter: Exporter, path: Path) -> Shape:
    """An archive for ".zip", one file for the format's own ending, else a folder; of an encrypted one an archive.

    A format that holds no files is one file under any other name.
    """
    name = path.name.lower()
    inner = name.removesuffix(SEALED)
    if inner.endswith(ARCHIVE):
        return Shape.ARCHIVE
    if (exporter.ending and inner.endswith(exporter.ending)) or not exporter.holds_files:
        return Shape.LONE
    return Shape.ARCHIVE if inner != name else Shape.FOLDER


def target_of(exporter: Exporter, path: Path, *, encrypted: bool) -> Path:
    """The path with what its name lacks: what is encrypted ends in ".age".

    Raises:
        NotEncrypted
    """
    says_so = path.name.lower().endswith(SEALED)
    if says_so and not encrypted:
        raise NotEncrypted(name=path.name)
    if says_so or not encrypted:
        return path
    archived = ARCHIVE if shape_of(exporter, path) is Shape.FOLDER else ""
    return path.with_name(path.name + archived + SEALED)
