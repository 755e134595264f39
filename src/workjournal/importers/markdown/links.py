"""Markdown as Obsidian and others write it, with its links to files and notes made into plain Markdown.

Wikilinks become what Obsidian shows for them; an embedded file becomes an attachment at its place. Where what is shown
says less than what was written, that is kept beside the text.
"""

import re
from dataclasses import dataclass, field

from workjournal.domain import percent
from workjournal.importers.html.pieces import bracketed, link, picture
from workjournal.importers.linked_files import LinkedFiles
from workjournal.importers.markdown.mask import hide, without_code
from workjournal.importers.markdown.tags import tags_of
from workjournal.importers.markdown.targets import Link, relinked

PICTURES = ("png", "jpg", "jpeg", "gif", "bmp", "svg", "webp", "avif", "heic", "heif", "tif", "tiff", "jfif")
_OTHERS = (
    *(
        "pdf",
        "mp3",
        "wav",
        "m4a",
        "ogg",
        "3gp",
        "flac",
        "webm",
        "opus",
        "aac",
        "mp4",
        "mov",
        "mkv",
        "ogv",
        "avi",
    ),
    *(
        "doc",
        "docx",
        "odt",
        "xls",
        "xlsx",
        "ods",
        "ppt",
        "pptx",
        "odp",
        "csv",
        "zip",
        "txt",
        "rtf",
        "eml",
        "msg",
    ),
)
_FILES = frozenset((*PICTURES, *_OTHERS))
_NOTES = frozenset(("md", "markdown", "mdown", "mkd", "canvas", "base"))
_WIKILINK = re.compile(r"(?P<embedded>!?)\[\[(?P<inner>[^\[\]\n]+)\]\]")
_SIZE = re.compile(r"[0-9]{1,5}(?:x[0-9]{1,5})?")
_SCHEME = re.compile(r"[a-z][a-z0-9+.-]{1,20}:", re.IGNORECASE)


@dataclass
class Converted:
    """A text in plain Markdown.

    Attributes:
        files: the name under which each file is attached, by its path.
        missing: files that it embeds and that are not there, once each.
        links: what was written where less is shown now, in order.
        tags: those in the text, without their sign.
    """

    text: str = ""
    files: dict[str, str] = field(default_factory=dict)
    missing: dict[str, None] = field(default_factory=dict)
    links: list[str] = field(default_factory=list)
    tags: list[str] = field(default_factory=list)


def converted(text: str, folder: str, known: LinkedFiles) -> Converted:
    """The text of a note in `folder`, as plain Markdown."""
    conversion = _Conversion(folder, known)
    text = relinked(text, conversion.link) if "](" in text or "]:" in text or "<" in text else text
    return conversion.unlinked(text)


def ending(path: str) -> str:
    """What is behind the last point of a file's name, in small letters; "" for none."""
    name = path.rpartition("/")[2]
    return name.rpartition(".")[2].lower() if "." in name[1:] else ""


def shown(link: str) -> str:
    """What Obsidian shows for what is inside of a wikilink, a link to a block without the block's id."""
    target, _, alias = link.replace("\\|", "|").partition("|")
    path, _, part = target.strip().partition("#")
    told = " > ".join(each for each in (path, *part.split("#")) if each and not each.startswith("^"))
    return alias.strip() or told or target.strip()


class _Conversion:
    def __init__(self, folder: str, known: LinkedFiles) -> None:
        self._folder, self._known = folder, known
        self._made = Converted()
        self._names = _Names()

    def link(self, link: Link) -> str:
        """What to write for a link of Markdown or HTML: to a file, by the name under which it is attached."""
        target = link.target
        is_elsewhere = _SCHEME.match(target) and not target.startswith("file:")
        if is_elsewhere or target.startswith(("#", "//")) or link.written.lstrip().startswith("[^"):
            return link.written
        file = self._file_of_address(target, is_embedded=link.embeds)
        if not file:
            return link.written
        if link.element == "img" or "#" in target:
            self._made.links.append(link.written if link.element else target)
        name = self._attached(file)
        return link.to_file(name, is_picture=ending(name) in PICTURES)

    def unlinked(self, text: str) -> Converted:
        """The text without wikilinks."""
        masked = without_code(text)
        pieces: list[str] = []
        prose: list[str] = []  # as masked, without the wikilinks, which may hold "#" behind a blank
        done = 0
        for found in _WIKILINK.finditer(masked):
            inner = text[found.start("inner") : found.end("inner")]
            pieces += (text[done : found.start()], self._wikilink(found["embedded"], inner))
            prose += (masked[done : found.start()], hide(found[0]))
            done = found.end()
        self._made.text = "".join((*pieces, text[done:]))
        self._made.tags = tags_of("".join((*prose, masked[done:])))
        return self._made

    def _wikilink(self, sign: str, inner: str) -> str:
        target, _, alias = (part.strip() for part in inner.replace("\\|", "|").partition("|"))
        path, _, part = target.partition("#")
        file = self._file(path, is_path=False)
        words = [word for word in map(str.strip, alias.split("|")) if word and not _SIZE.fullmatch(word)]
        if not file or part or alias != "|".join(words):
            self._made.links.append(f"{sign}[[{inner}]]")
        if file:
            name = self._attached(file)
            told = " | ".join(words) or name
            return picture(told, name) if ending(name) in PICTURES else link(bracketed(told), name)
        if sign and ending(path) in _FILES:
            self._made.missing[path] = None
        return shown(inner)

    def _file_of_address(self, target: str, *, is_embedded: bool) -> str:
        """The file of an address, which may be written with percent signs and with a part behind "#"."""
        whole = percent.decoded(target)
        path = percent.decoded(target.partition("#")[0]).partition("?")[0]
        file = (
            ""
            if target.startswith("file:")
            else self._file(whole, is_path=True) or self._file(path, is_path=True)
        )
        if not file and (is_embedded or ending(path) in _FILES) and ending(path) not in _NOTES:
            self._made.missing[path] = None
        return file

    def _file(self, target: str, *, is_path: bool) -> str:
        if not target or ending(target) in _NOTES:
            return ""
        return self._known.find(target, self._folder, is_path=is_path)

    def _attached(self, path: str) -> str:
        """The name under which a file is attached; two files have two."""
        if path not in self._made.files:
            self._made.files[path] = self._names.distinct(path.rpartition("/")[2])
        return self._made.files[path]


class _Names:
    """Gives each name once, whatever its capitals: "plan (2).pdf"."""

    def __init__(self) -> None:
        self._taken: dict[str, int] = {}

    def distinct(self, name: str) -> str:
        stem, point, last = name.rpartition(".")
        found = name
        while found.casefold() in self._taken:
            self._taken[name.casefold()] += 1
            number = self._taken[name.casefold()]
            found = f"{stem} ({number}){point}{last}" if stem else f"{last} ({number})"
        self._taken[found.casefold()] = 1
        return found
