"""The blank form for a meeting: the one file that is written of it. It needs no journal, and holds nothing of one."""

from pathlib import Path

from workjournal.domain.pack import Paper
from workjournal.exporters.meeting_form import typeset
from workjournal.journal import pack_writing
from workjournal.journal.pack_errors import PackUnwritable


class FormUnwritable(PackUnwritable):
    """The form could not be written to {path}: {reason}. Nothing was left there."""


def save_form(path: Path, language: str, paper: Paper) -> None:
    """Write the form as a PDF; an older file of that name is replaced.

    Args:
        language: a tag such as "de"; English where the form has no words for it.

    Raises:
        FormUnwritable
    """
    target = path.resolve()
    if target.exists() and not target.is_file():
        raise FormUnwritable(path=path, reason="it is not a file")
    try:
        pack_writing.write(target, typeset(language, paper), lambda _: [], lambda: None)
    except PackUnwritable as error:
        raise FormUnwritable(**error.fields) from error
