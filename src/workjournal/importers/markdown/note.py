"""One note in Markdown, or in plain text, as an item."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Any

from workjournal.importers import trees
from workjournal.importers.days.names import DayNames, Named
from workjournal.importers.days.written import When
from workjournal.importers.item import Given, Item, Trouble, Weight, fingerprint
from workjournal.importers.limits import TooMuch
from workjournal.importers.linked_files import LinkedFiles
from workjournal.importers.markdown.front_matter import split
from workjournal.importers.markdown.links import PICTURES, Converted, converted, ending
from workjournal.importers.markdown.note_fields import NoteFields, fields_of
from workjournal.importers.markdown.own_pages import is_about, is_own, own_fields, own_passages
from workjournal.importers.texts import NotReadable, decoded
from workjournal.importers.trees import SourceUnreadable, Tree, shown

MARKDOWN = ("md", "markdown", "mdown", "mkd")
_DRAWING = "excalidraw-plugin"
_TEXT_MARKS = (b"\xff\xfe", b"\xfe\xff")


@dataclass(frozen=True)
class Notes:
    """Where notes are read from, and what is known of all of them."""

    tree: Tree
    files: LinkedFiles
    days: DayNames

    def read(self, path: str) -> Iterator[Given]:
        """The note at that path, and what is wrong with it.

        Raises:
            SourceUnreadable, TooMuch: where it is the only one.
        """
        place = shown(path)
        try:
            content = trees.read(self.tree, path)
        except (SourceUnreadable, TooMuch) as error:
            if self.tree.is_file:
                raise
            yield Trouble(place, str(error).replace(" Nothing was imported.", ""))
            return
        if b"\0" in content and not content.startswith(_TEXT_MARKS):
            yield Trouble(place, "It is no text.")
            return
        text = decoded(content)
        yield from self._markdown(path, text) if ending(path) in MARKDOWN else self._plain(path, text)

    def _plain(self, path: str, text: str) -> Iterator[Given]:
        named = self._named(path)
        yield from _given(path, text, named, NoteFields(), Converted(text.strip("\n")), ())

    def _markdown(self, path: str, text: str) -> Iterator[Given]:
        place = shown(path)
        said: dict[str, Any] = {}
        body = text
        try:
            said, body = split(text)
        except NotReadable as error:
            yield Trouble(place, f"Its front matter stays in the text: {error}.", Weight.PARTLY)
        if _DRAWING in said:
            yield Trouble(place, "It is a drawing of Excalidraw, not a note.", Weight.LEFT_OUT)
        elif is_about(body):
            yield Trouble(place, "It only tells about the export that it is part of.", Weight.LEFT_OUT)
        else:
            yield from self._note(path, text, said, body)

    def _note(self, path: str, text: str, said: Mapping[str, Any], body: str) -> Iterator[Given]:
        fields = fields_of(said, self.days.order)
        folder = path.rpartition("/")[0]
        if is_own(said):
            own_fields(fields)
            made = self._own_text(body, folder, fields)
        else:
            made = converted(body.strip("\n"), folder, self.files)
            _add_files(made, converted(_linked(said), folder, self.files))
        for trouble in fields.troubles:
            yield Trouble(shown(path), trouble, Weight.PARTLY)
        for name in made.missing:
            kind = "picture" if ending(name) in PICTURES else "file"
            yield Trouble(shown(path), f"The {kind} {shown(name)} is not in the export.", Weight.PARTLY)
        files = tuple(self.files.use(file, name) for file, name in made.files.items())
        for given in _given(path, text, self._named(path), fields, made, said):
            yield replace(given, files=files) if isinstance(given, Item) else given

    def _own_text(self, body: str, folder: str, fields: NoteFields) -> Converted:
        """The story of an own page; its other texts go to the fields. Its tags are told there alone."""
        story, values, attached = own_passages(body, fields.title)
        made = replace(converted(story, folder, self.files), tags=[])
        for key, text in values.items():
            value = converted(text, folder, self.files)
            fields.values[key] = value.text
            _add_files(made, value)
        listed = converted(attached, folder, self.files)
        _add_files(made, listed)
        if attached and listed.text.count("](") <= listed.text.count("\n"):  # some of it is not in the export
            made.text = f"{made.text}\n\n{listed.text}".strip("\n")
        return made

    def _named(self, path: str) -> Named | None:
        return self.days.of(_stem(path))


def _linked(said: Mapping[str, Any]) -> str:
    """The wikilinks in the fields of a note, such as that of its cover."""
    every = (each for value in said.values() for each in (value if isinstance(value, list) else [value]))
    return "\n".join(each for each in every if isinstance(each, str) and "[[" in each)


def _add_files(made: Converted, further: Converted) -> None:
    """Attach what is named elsewhere than in the text, by a name that is free."""
    there = {name.casefold() for name in made.files.values()}
    for file, name in further.files.items():
        if file not in made.files:
            free = name if name.casefold() not in there else file.replace("/", " - ")
            made.files[file] = free
            there.add(free.casefold())


def _given(
    path: str, text: str, named: Named | None, fields: NoteFields, made: Converted, said: object
) -> Iterator[Given]:
    name = _stem(path).rpartition("/")[2]
    if named and not made.text.strip() and not said and not named.title:
        yield Trouble(shown(path), "It is empty.", Weight.LEFT_OUT)
        return
    when = _when(named, fields)
    title = fields.title or (named.title if named else name) or ("" if made.text.strip() else name)
    unknown = dict(fields.unknown)
    if when and when is fields.made and when.is_whole:
        del unknown[fields.made_by]
    _keep(unknown, "path", path)
    if made.links:
        _keep(unknown, "wikilinks", made.links)
    yield Item(
        key=fields.key or fingerprint(name, text),
        place=shown(path),
        title=title,
        text=made.text,
        date=when.date if when else None,
        time=fields.time or (when.time if when else None),
        zone=when.zone if when else "",
        tags=_together(fields.tags, made.tags),
        people=fields.people,
        starred=fields.starred,
        kind=fields.kind,
        values=fields.values,
        unknown=unknown,
    )


def _when(named: Named | None, fields: NoteFields) -> When | None:
    """The day its fields tell, else that of its name, else the one on which it was made; the time of the same day."""
    day = fields.day
    if named and day and day.time is None and day.date == named.date:
        return replace(day, time=named.time)
    return day or (When(named.date, named.time) if named else fields.made)


def _keep(unknown: dict[str, Any], key: str, value: Any) -> None:
    """Beside what the note says itself by that name."""
    unknown[f"{key} of the note" if key in unknown else key] = value


def _together(first: tuple[str, ...], second: list[str]) -> tuple[str, ...]:
    found: dict[str, str] = {}
    for name in (*first, *second):
        found.setdefault(name.casefold(), name)
    return tuple(found.values())


def _stem(path: str) -> str:
    """The path without its ending."""
    return path[: -len(ending(path)) - 1] if ending(path) else path
