"""Notes in Markdown and in plain text, in a folder or an archive, or one of them alone."""

from collections.abc import Iterator

from workjournal.importers.importer import Asked, Importer, NotThisFormat
from workjournal.importers.item import Given
from workjournal.importers.markdown.folder import PLAIN_TEXT, SETTINGS, is_hidden, read_notes
from workjournal.importers.markdown.links import ending
from workjournal.importers.markdown.note import MARKDOWN
from workjournal.importers.trees import Tree

_NOTES = (*MARKDOWN, *PLAIN_TEXT)


def _accepts(tree: Tree) -> bool:
    return any(ending(name) in _NOTES and (tree.is_file or not is_hidden(name)) for name in tree.names())


def _read(tree: Tree, asked: Asked) -> Iterator[Given]:
    if not _accepts(tree):
        raise NotThisFormat(
            name=tree.name, format="Markdown", reason="there is no file in it that ends in .md or .txt"
        )
    yield from read_notes(tree, asked, _NOTES)


MARKDOWN_FILES = Importer(
    key="markdown",
    title="Markdown or text files",
    about="A folder or ZIP of .md and .txt files, one for each note, or a single one.",
    accepts=_accepts,
    read=_read,
    settings=SETTINGS,
)
