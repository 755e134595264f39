"""What an exporter is."""

from collections.abc import Callable
from dataclasses import dataclass

from workjournal.errors import JournalError
from workjournal.exporters.record import Sheaf
from workjournal.exporters.sink import Sink


class UnknownExport(JournalError):
    """There is no export as "{key}". There are: {known}."""


@dataclass(frozen=True)
class Exporter:
    """A format in which a journal can be read elsewhere.

    Attributes:
        key: "markdown".
        title: "Markdown folder".
        about: what it is good for, in one line.
        ending: of the file where it is one file alone, such as ".txt"; "" where it cannot be.
        usual: how a name for it ends where nobody chose one; "" is a folder.
        write: puts a sheaf into a sink, and raises only what these raise. None for JSON, which is written from rows.
        holds_files: whether what is attached comes with it.
    """

    key: str
    title: str
    about: str
    ending: str
    usual: str
    write: Callable[[Sheaf, Sink], None] | None
    holds_files: bool = True
