"""What else is in a tree: files that an importer did not read are named, since somebody may miss them."""

from collections.abc import Iterable, Iterator

from workjournal.importers.item import Note
from workjournal.importers.trees import shown

_NAMED = 5


def note_of_unread(names: Iterable[str], program: str) -> Iterator[Note]:
    """One Note about all of them, the first by name; none where there are none, or hidden ones alone."""
    left = [shown(name) for name in names if not any(part.startswith(".") for part in name.split("/"))]
    if left:
        files_are = "1 file is" if len(left) == 1 else f"{len(left):,} files are"
        more = " …" if len(left) > _NAMED else "."
        named = ", ".join(left[:_NAMED])
        yield Note(f"{files_are} none that {program} keeps entries in, and not read: {named}{more}")
