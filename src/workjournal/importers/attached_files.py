"""The files of one item: those of the tree that it names, and those that its text holds in itself."""

import base64
import binascii
import io
import re
from collections import Counter
from functools import partial
from pathlib import PurePosixPath

from workjournal.domain import percent
from workjournal.importers.item import File
from workjournal.importers.linked_files import LinkedFiles
from workjournal.importers.markdown.targets import Link, relinked

_HELD = re.compile(
    r"data:([\w.+-]{1,80}/[\w.+-]{1,80})(?:;[\w=.+-]{1,80})*?;base64,([A-Za-z0-9+/\s]*+={0,2})", re.ASCII
)
"""A file within an address (RFC 2397)."""
_HELD_BY_A_LINK = re.compile(rf"(?<=[\"'(<]){_HELD.pattern}(?=[\"')>])", re.ASCII)
_ENDINGS = {
    "jpeg": "jpg",
    "svg+xml": "svg",
    "x-icon": "ico",
    "plain": "txt",
    "mpeg": "mp3",
    "quicktime": "mov",
}
_ELSEWHERE = re.compile(r"[A-Za-z][\w+.-]+:|#")
_UNFIT = re.compile(r'[\\/:*?"<>|\x00-\x1f\x7f]')
_PICTURES = frozenset(
    {"png", "jpg", "jpeg", "gif", "bmp", "svg", "webp", "avif", "heic", "heif", "tif", "tiff"}
)


class AttachedFiles:
    """Each under a name of its own, by which the text refers to it."""

    def __init__(self, known: LinkedFiles | None = None, folder: str = "") -> None:
        self._known, self._folder = known, folder
        self._files: dict[str, File] = {}
        self._names: set[str] = set()
        self._count = Counter[str]()

    @property
    def files(self) -> tuple[File, ...]:
        return tuple(self._files.values())

    def find(self, named: str) -> str:
        """The file of the tree that is meant, or ""."""
        named = percent.decoded(named)
        if self._known is None or not named.strip("/. "):
            return ""
        return self._known.find(named, self._folder, is_path=True)

    def add(self, path: str, wanted: str = "") -> str:
        """Attach a file of the tree, under the name wanted or its own; the name that it has here."""
        assert self._known is not None
        if path not in self._files:
            name = self._distinct(_UNFIT.sub("_", wanted).strip(" .") or PurePosixPath(path).name)
            self._files[path] = self._known.use(path, name)
        return self._files[path].name

    def add_held(self, address: str, wanted: str = "") -> str:
        """Attach what an address of the kind `data:` holds; its name here, or "" where it holds nothing readable."""
        found = _HELD.fullmatch(address.strip())
        content = _content(found[2]) if found else b""
        if not found or not content:
            return ""
        kind = found[1].rpartition("/")[2].lower()
        name = self._distinct(_UNFIT.sub("_", wanted).strip(" .") or f"embedded.{_ENDINGS.get(kind, kind)}")
        self._files[f"data:{name}"] = File(name=name, size=len(content), opened=partial(io.BytesIO, content))
        return name

    def taken_out(self, text: str) -> str:
        """A text with names in place of the files that it holds in itself."""
        if ";base64," not in text:
            return text
        return _HELD_BY_A_LINK.sub(lambda found: self.add_held(found[0]) or found[0], text)

    def relinked(self, text: str) -> str:
        """Markdown whose links to files of the tree lead to what is attached here."""
        return relinked(text, self._to_file)

    def _to_file(self, link: Link) -> str:
        name = link.target if link.target in self._names else ""
        if not name and not _ELSEWHERE.match(link.target):
            path = self.find(link.target)
            name = self.add(path) if path else ""
        return link.to_file(name, is_picture=is_picture(name)) if name else link.written

    def _distinct(self, name: str) -> str:
        """The name, with a figure where another file has it, in capitals or small letters."""
        path, found = PurePosixPath(name), name
        while found.casefold() in self._count:
            self._count[name.casefold()] += 1
            found = f"{path.stem} ({self._count[name.casefold()]}){path.suffix}"
        self._count[found.casefold()] = 1
        self._names.add(found)
        return found


def is_picture(name: str) -> bool:
    """Whether a file is a picture, by its name."""
    return PurePosixPath(name).suffix.lower().removeprefix(".") in _PICTURES


def _content(letters: str) -> bytes:
    try:
        return base64.b64decode("".join(letters.split()), validate=True)
    except (binascii.Error, ValueError):
        return b""
