"""Which file of a tree a note means by what it writes: by its path, or by its name alone as Obsidian does."""

import unicodedata
from collections import defaultdict
from collections.abc import Sequence

from workjournal.importers.item import File
from workjournal.importers.trees import Tree

_LOOKED_AT = 500
"""Files of the same name in other folders; there are never so many, but in an attack."""


class LinkedFiles:
    """The files of a tree that notes may refer to; `used` are those that one did."""

    def __init__(self, tree: Tree, names: Sequence[str]) -> None:
        self._tree = tree
        self._by_path = {_plain(name): name for name in reversed(names)}
        self._by_name: defaultdict[str, list[str]] = defaultdict(list)
        for path in sorted(self._by_path, key=lambda path: (len(path), path)):
            self._by_name[path.rpartition("/")[2]].append(path)
        self.used: set[str] = set()

    def find(self, target: str, folder: str, *, is_path: bool) -> str:
        """The file meant by `target` in a note in `folder`, or "".

        Args:
            is_path: whether it is a path from the note first, as in Markdown, not a name within the whole.
        """
        target = _plain(target.replace("\\", "/"))
        if target.rpartition("/")[2] not in self._by_name:
            return ""  # as most links to notes
        folder = _plain(folder)
        absolute, relative = _joined("", target.lstrip("/")), _joined(folder, target)
        tries = (relative, absolute) if is_path or target.startswith(".") else (absolute, relative)
        found = next((self._by_path[path] for path in tries if path and path in self._by_path), "")
        return found or self._nearest(absolute or relative or target.rpartition("/")[2], folder)

    def use(self, path: str, name: str) -> File:
        """The file to attach, under that name."""
        self.used.add(path)
        return File(name=name, size=self._tree.size(path), opened=lambda: self._tree.opened(path))

    def _nearest(self, path: str, folder: str) -> str:
        """The one below the note's own folder, else the one with the shortest path (Obsidian's getFirstLinkpathDest)."""
        tail = "/" + path
        same = [
            each
            for each in self._by_name.get(path.rpartition("/")[2], ())[:_LOOKED_AT]
            if f"/{each}".endswith(tail)
        ]
        below = [each for each in same if each.startswith(f"{folder}/")] if folder else []
        found = next(iter(below or same), "")
        return self._by_path[found] if found else ""


def _plain(path: str) -> str:
    """A path as paths are compared: macOS takes letters with signs apart, and Windows knows no case."""
    return unicodedata.normalize("NFC", path).casefold()


def _joined(folder: str, target: str) -> str:
    """A path from a folder on, without "." and ".."; "" where it leads out of the tree."""
    parts = [] if target.startswith("/") or not folder else folder.split("/")
    for part in target.split("/"):
        if part == "..":
            if not parts:
                return ""
            parts.pop()
        elif part not in {"", "."}:
            parts.append(part)
    return "/".join(parts)
