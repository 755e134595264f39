"""Journals of other programs, one file each: a tree of files → items, one by one. IMPORTERS is the order of detection.

May import: domain, errors. To add one: a module with an Importer, its name in IMPORTERS, a sample in
tests/importers; the screen, the terminal, de-duplication, undo and the tests over all of them follow.
"""

from workjournal.errors import JournalError
from workjournal.importers.day_one.classic import DAY_ONE_CLASSIC
from workjournal.importers.day_one.journal import DAY_ONE
from workjournal.importers.diarium.journal import DIARIUM
from workjournal.importers.importer import ArchiveInside, Importer, UnknownFormat
from workjournal.importers.joplin.journal import JOPLIN
from workjournal.importers.journey.journal import JOURNEY
from workjournal.importers.jrnl.journal import JRNL
from workjournal.importers.markdown.files import MARKDOWN_FILES
from workjournal.importers.markdown.obsidian import OBSIDIAN
from workjournal.importers.rednotebook.journal import REDNOTEBOOK
from workjournal.importers.standard_notes.backup import STANDARD_NOTES
from workjournal.importers.table.sheet import TABLE
from workjournal.importers.trees import SourceUnreadable, Tree, shown
from workjournal.importers.workjournal.journal import WORKJOURNAL

IMPORTERS: tuple[Importer, ...] = (
    WORKJOURNAL,
    REDNOTEBOOK,
    JOPLIN,
    JRNL,
    OBSIDIAN,
    DAY_ONE,
    DAY_ONE_CLASSIC,
    STANDARD_NOTES,
    JOURNEY,
    DIARIUM,
    TABLE,
    MARKDOWN_FILES,
)
_ARCHIVES = (".zip", ".jex", ".tar", ".age")


def importer(key: str) -> Importer:
    """The importer of that key.

    Raises:
        UnknownFormat: names those there are.
    """
    for known in IMPORTERS:
        if known.key == key:
            return known
    raise UnknownFormat(name=f'"{key}"', known=", ".join(known.key for known in IMPORTERS))


def detected(tree: Tree) -> Importer:
    """The importer for these files.

    Raises:
        UnknownFormat; SourceUnreadable: nothing is in it, or all of that had to be left out.
    """
    for known in IMPORTERS:
        if known.accepts(tree):
            return known
    if not tree.names():
        left = [each.what.removeprefix("It was left out: ").rstrip(".") for each in tree.left_out[:1]]
        raise SourceUnreadable(name=tree.name, reason=left[0] if left else "there is nothing in it")
    inside = next((name for name in tree.names() if name.lower().endswith(_ARCHIVES)), "")
    if inside and not tree.is_file:
        raise ArchiveInside(name=tree.name, inside=shown(inside))
    raise UnknownFormat(name=tree.name, known=", ".join(known.title for known in IMPORTERS))


def also_seen(tree: Tree, chosen: Importer) -> list[Importer]:
    """Of which other programs there seem to be entries; text and tables, which stand beside most journals, apart."""
    return [
        known for known in IMPORTERS if known not in {chosen, TABLE, MARKDOWN_FILES} and _sees(known, tree)
    ]


def _sees(known: Importer, tree: Tree) -> bool:
    try:
        return known.accepts(tree)
    except JournalError:  # what cannot be read is told where it is read
        return False
