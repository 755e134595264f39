"""The verbs of importing."""

from pathlib import Path
from typing import Any
from uuid import UUID

from service_examples import Verbs
from workjournal.domain.entity import new_id
from workjournal.domain.episode import Episode
from workjournal.domain.intake import Intake, Origin
from workjournal.domain.label import Tag
from workjournal.journal.journal import Journal

OLD = """\
[2024-06-16 09:00] Counted the second depot.
Forty crates too many. @count

[2024-06-17 18:05] Told Priya. *
"""


def old_journal(folder: Path) -> Path:
    """A jrnl of two entries with a tag, one of them starred."""
    file = folder / "old.txt"
    file.write_text(OLD, encoding="utf-8")
    return file


def _last(journal: Journal) -> UUID:
    """The newest import; where the save of one was refused, one that is not there."""
    return next((each.id for each in journal.imports.past()), new_id())


def _run(journal: Journal, one: Any) -> object:
    return journal.imports.run(old_journal(one.folder))


IMPORTS: Verbs = {
    "imports.formats": (lambda journal, _: journal.imports.formats(), set()),
    "imports.look": (lambda journal, one: journal.imports.look(old_journal(one.folder)), set()),
    "imports.columns": (lambda journal, one: journal.imports.columns(old_journal(one.folder)), set()),
    "imports.run": (_run, {Intake, Origin, Episode, Tag}),
    "imports.past": (lambda journal, _: journal.imports.past(), set()),
    "imports.identify": (lambda journal, _: journal.imports.identify(str(_last(journal))[-12:]), set()),
    "imports.origin": (
        lambda journal, _: [journal.imports.origin(each.id) for each in journal.episodes.newest()],
        set(),
    ),
    "imports.undo": (lambda journal, _: journal.imports.undo(_last(journal)), {Intake, Episode, Tag}),
    "imports.redo": (lambda journal, _: journal.imports.redo(_last(journal)), {Intake, Episode, Tag}),
}
