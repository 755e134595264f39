"""The links of a note in Joplin's Markdown: paths from the note on, with percent signs where Joplin puts them."""

from collections.abc import Callable
from pathlib import PurePosixPath

from workjournal.domain import percent
from workjournal.importers.attached_files import AttachedFiles, is_picture
from workjournal.importers.linked_files import LinkedFiles
from workjournal.importers.markdown.targets import Link
from workjournal.importers.trees import shown

NOTES = (".md", ".markdown", ".html")
RESOURCES = "_resources"
"""The folder of what notes show and link to."""


class Links:
    """Where the links of a note lead: to files, which are attached, and to other notes, which are named."""

    def __init__(
        self, name: str, known: LinkedFiles, linked: LinkedFiles, title: Callable[[str], str]
    ) -> None:
        self._folder = PurePosixPath(name).parent.as_posix().removeprefix(".")
        self._linked, self._title = linked, title
        self.attached = AttachedFiles(known, self._folder)
        self.replaced: list[str] = []
        self.missing: dict[str, None] = {}
        self.faults: list[str] = []

    def change(self, link: Link) -> str:
        """What stands in place of a link."""
        path = percent.decoded(link.target.partition("#")[0])
        if not path or path.startswith("//") or ":" in path.partition("/")[0]:
            return link.written
        if path.lower().endswith(NOTES):
            note = self._linked.find(path, self._folder, is_path=True)
            if note:
                self.replaced.append(link.written)
                return link.to_words(self._title(note))
        found = self.attached.find(link.target) or self.attached.find(link.target.partition("?")[0])
        if found:
            name = self.attached.add(found)
            return link.to_file(name, is_picture=is_picture(name))
        if path not in self.missing and (RESOURCES in path.split("/") or link.embeds):
            self.missing[path] = None
            self.faults.append(f"The file {shown(path)} is not in the export.")
        return link.written
