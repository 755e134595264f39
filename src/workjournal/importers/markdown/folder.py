"""Notes in a folder and the files they refer to, read one by one; what none of them refers to is told."""

from collections.abc import Iterator, Sequence

from workjournal.importers.days.formats import DayFormat, day_format
from workjournal.importers.days.names import DayNames
from workjournal.importers.days.written import Order, order_of
from workjournal.importers.importer import Asked, Setting, SettingRefused
from workjournal.importers.item import Given, Note, Trouble, Weight
from workjournal.importers.linked_files import LinkedFiles
from workjournal.importers.markdown.links import ending
from workjournal.importers.markdown.note import MARKDOWN, Notes
from workjournal.importers.texts import NotReadable
from workjournal.importers.trees import Tree, shown

PLAIN_TEXT = ("txt", "text")
SETTINGS = (
    Setting(
        "names",
        "Names of daily notes",
        "How they are named, such as YYYY-MM-DD or DD.MM.YYYY, with folders as YYYY/MM/DD.",
    ),
    Setting("order", "Order of day and month", 'What 03/04/2024 means: "day first" or "month first".'),
)
_KINDS = {
    "canvas": "It is a canvas, not a note.",
    "base": "It is a base, which shows notes but is none.",
    "excalidraw": "It is a drawing of Excalidraw, not a note.",
}


def order_said(asked: Asked) -> Order | None:
    """What the person says of day and month; None to see by the days.

    Raises:
        SettingRefused
    """
    said = asked.setting("order").casefold()
    if not said:
        return None
    if said.split()[0] in {"day", "d", "dmy"}:
        return Order.DAY
    if said.split()[0] in {"month", "m", "mdy"}:
        return Order.MONTH
    raise SettingRefused(setting="The order", value=said, reason='it is "day first" or "month first"')


def formats_said(asked: Asked) -> list[DayFormat]:
    """The format of names that the person gave, if any.

    Raises:
        SettingRefused
    """
    said = asked.setting("names")
    try:
        return [day_format(said)] if said else []
    except NotReadable as error:
        raise SettingRefused(setting="The name of daily notes", value=said, reason=error) from error


def is_hidden(path: str) -> bool:
    """Whether a program keeps it for itself: `.obsidian`, `.trash`."""
    return any(part.startswith(".") for part in path.split("/"))


def read_notes(
    tree: Tree,
    asked: Asked,
    notes: tuple[str, ...],
    formats: Sequence[DayFormat] = (),
    templates: Sequence[str] = (),
) -> Iterator[Given]:
    """The notes of these endings, then a trouble for each other file that no note refers to.

    Args:
        formats: how daily notes are named, as the source says.
        templates: folders whose notes are patterns for others.
    """
    names = [name for name in tree.names() if not is_hidden(name)]
    order, about_order = _order(names, order_said(asked))
    files = LinkedFiles(tree, [name for name in names if ending(name) not in MARKDOWN])
    reader = Notes(tree, files, DayNames((*formats_said(asked), *formats), order))
    yield from about_order
    for name in names:
        if any(name.startswith(f"{folder}/") for folder in templates):
            yield Trouble(shown(name), "It is a template for notes.", Weight.LEFT_OUT)
            files.used.add(name)
        elif ending(name) in notes:
            yield from reader.read(name)
    for name in names:
        if ending(name) not in notes and name not in files.used:
            yield Trouble(shown(name), _KINDS.get(ending(name), "No note refers to it."), Weight.LEFT_OUT)
    hidden = len(tree.names()) - len(names)
    if hidden:
        files_are = "1 hidden file" if hidden == 1 else f"{hidden:,} hidden files"
        was = "was" if hidden == 1 else "were"
        yield Note(f"{files_are}, such as a setting or what is in the trash, {was} passed over.")


def _order(names: Sequence[str], said: Order | None) -> tuple[Order | None, list[Note]]:
    found = order_of([name.rpartition("/")[2] for name in names]) if said is None else None
    if found is None:
        return said, []
    first = "the day" if found[0] is Order.DAY else "the month"
    return found[0], [Note(f"In names of notes such as 03-04-2024, {first} was read first.")]
