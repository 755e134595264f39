"""Day One Classic (version 1): a folder "Journal.dayone", or a ZIP of it, with a property list for each entry.

"entries/<UUID>.doentry" has "UUID", "Creation Date" (in UTC), "Time Zone", "Starred", "Tags", "Entry Text" (Markdown
as it was typed) and more about place, weather, steps and music; "photos/<UUID>.jpg" is the photo of that entry. Early
versions wrote no zone. Many other programs wrote entries as well, some with dates or letters that Apple's would not.
"""

from collections.abc import Iterator
from functools import partial
from pathlib import PurePosixPath

from workjournal.importers.day_one.journal import zone_note
from workjournal.importers.day_one.plist import LARGEST, from_plist
from workjournal.importers.fields import Fields, Keys
from workjournal.importers.importer import Asked, Importer, NotThisFormat
from workjournal.importers.item import File, Given, Item, Trouble, Weight
from workjournal.importers.texts import NotReadable
from workjournal.importers.trees import SourceUnreadable, Tree, read, shown
from workjournal.importers.unread import note_of_unread

_ENTRY, _PHOTOS = ".doentry", "photos"
_FIELDS = frozenset(("Entry Text", "Creation Date", "UUID"))


def _entries(tree: Tree) -> list[str]:
    return [name for name in tree.names() if name.lower().endswith(_ENTRY)]


def _is_photo(name: str) -> bool:
    return PurePosixPath(name).parent.name.lower() == _PHOTOS


def _accepts(tree: Tree) -> bool:
    return bool(_entries(tree))


def _read(tree: Tree, _asked: Asked) -> Iterator[Given]:
    names = _entries(tree)
    if not names:
        raise NotThisFormat(
            name=tree.name, format="Day One Classic", reason=f"there is no {_ENTRY} file in it"
        )
    photos, keys, without_zone = _Photos(tree), Keys(), 0
    for name in names:
        try:
            fields = _fields(tree, name)
        except (NotReadable, SourceUnreadable) as error:
            reason = error.fields["reason"] if isinstance(error, SourceUnreadable) else error
            yield Trouble(shown(name), f"It was not read: {reason}.")
            continue
        yield from _given(fields, name, photos, keys)
        without_zone += fields.zone_missing
    yield from (Trouble(shown(name), "No entry has this photo.", Weight.LEFT_OUT) for name in photos.unused())
    read_already = set(names)
    others = (name for name in tree.names() if name not in read_already and not _is_photo(name))
    yield from note_of_unread(others, DAY_ONE_CLASSIC.title)
    if without_zone:
        yield zone_note(without_zone)


def _fields(tree: Tree, name: str) -> Fields:
    if tree.size(name) > LARGEST:
        raise NotReadable("it is larger than any entry")
    value = from_plist(read(tree, name, LARGEST))
    if not isinstance(value, dict) or _FIELDS.isdisjoint(value):
        raise NotReadable("it is no entry")
    return Fields({str(key): each for key, each in value.items()}, shown(name))


def _given(fields: Fields, name: str, photos: "_Photos", keys: Keys) -> Iterator[Given]:
    said = fields.look("Entry Text")
    if said is not None and not isinstance(said, str):
        yield Trouble(fields.place, "It was not read: what should be its text is none.")
        return
    own, date = fields.text("UUID").strip() or PurePosixPath(name).stem, fields.look("Creation Date")
    if keys.is_repeated(own, date, said):
        yield Trouble(fields.place, "The same entry came before.", Weight.LEFT_OUT)
        return
    clock, zone = fields.clock("Creation Date", "Time Zone")
    key = keys.key(own, date, said)
    item = Item(
        key=key,
        place=fields.place,
        text=fields.text("Entry Text"),
        date=clock.date() if clock else None,
        time=clock.time() if clock else None,
        zone=zone,
        tags=fields.tags("Tags"),
        starred=fields.flag("Starred"),
        files=photos.of(name, own),
        unknown={**fields.rest(), **({} if own == key else {"UUID": own})},
    )
    yield from fields.troubles()
    yield item


class _Photos:
    """The photos beside the entries, by the UUID that is their name."""

    def __init__(self, tree: Tree) -> None:
        self._tree = tree
        self._named: dict[tuple[str, str], str] = {}
        for name in tree.names():
            path = PurePosixPath(name)
            if _is_photo(name) and not path.name.startswith("."):
                self._named.setdefault((str(path.parent.parent), path.stem.upper()), name)
        self._unused = dict.fromkeys(self._named.values())

    def of(self, entry: str, uuid: str) -> tuple[File, ...]:
        """That of an entry, if it has one."""
        name = self._named.get((str(PurePosixPath(entry).parent.parent), uuid.upper()))
        if name is None:
            return ()
        self._unused.pop(name, None)
        opened = partial(self._tree.opened, name)
        return (File(name=PurePosixPath(name).name, size=self._tree.size(name), opened=opened),)

    def unused(self) -> Iterator[str]:
        """Those that no entry has."""
        yield from self._unused


DAY_ONE_CLASSIC = Importer(
    key="day-one-classic",
    title="Day One Classic",
    about='The folder "Journal.dayone" of the first Day One, or a ZIP of it.',
    accepts=_accepts,
    read=_read,
)
