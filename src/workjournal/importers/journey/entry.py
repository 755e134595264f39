"""One entry of Journey as an item."""

from collections.abc import Iterator, Mapping
from typing import Any

from workjournal.importers.attached_files import AttachedFiles
from workjournal.importers.entry_fields import EntryFields
from workjournal.importers.fields import Keys
from workjournal.importers.html.converting import as_markdown
from workjournal.importers.item import Given, Item
from workjournal.importers.texts import cleaned

_DATES = ("date_journal", "dateOfJournal")
_FILES = ("photos", "attachments", "audios", "videos")
_STARS = ("favourite", "favorite", "starred")
_FORMS = ("html", "markdown")
_NOTHING = 1e300
"""A latitude or temperature as large as that is none: Journey writes the largest of floating-point numbers."""
_UNSAID = ("mood", "sentiment", "activity")
"""Zero is what these have where nothing was chosen (help.journey.cloud, Zapier API)."""


def is_entry(value: Any) -> bool:
    """Whether a value of a JSON file is an entry."""
    return isinstance(value, dict) and any(name in value for name in _DATES)


def entry_of(fields: EntryFields, attached: AttachedFiles, keys: Keys) -> Iterator[Given]:
    """The item, and what is wrong with it."""
    key = keys.key(_id(fields), *(fields.look(name) for name in (*_DATES, "text", *_FILES)))
    clock, zone = fields.moment(_DATES, "timezone")
    for name in _FILES:
        fields.attach(name, attached)
    yield Item(
        key=key,
        place=fields.place,
        text=_text(fields, attached),
        date=clock.date() if clock else None,
        time=clock.time() if clock else None,
        zone=zone,
        tags=fields.names("tags"),
        starred=any([fields.flag(name) for name in _STARS]),  # noqa: C419 - each is to be taken
        files=attached.files,
        unknown={name: value for name, value in _told(fields.rest()).items() if name != "id" or value != key},
    )
    yield from fields.troubles()


def _id(fields: EntryFields) -> str:
    own = fields.look("id")
    return cleaned(own).strip() if isinstance(own, str) else ""


def _text(fields: EntryFields, attached: AttachedFiles) -> str:
    text = fields.text("text")
    preview, form = fields.look("preview_text"), fields.look("type")
    if isinstance(preview, str) and text.startswith(cleaned(preview).rstrip("….")):
        fields.drop("preview_text")  # the beginning of the text once more
    if form in _FORMS:
        fields.drop("type")
    text = attached.taken_out(text)
    return attached.relinked(text if form == "markdown" else as_markdown(text))


def _told(rest: Mapping[str, Any]) -> dict[str, Any]:
    """What says something: without the signs that Journey writes where nothing is known."""
    kept: dict[str, Any] = {}
    for name, found in rest.items():
        value = _told(found) if isinstance(found, dict) else found
        is_unsaid = (name in _UNSAID and value == 0) or (name == "weather" and value == {"id": -1})
        if value not in ("", None, {}, []) and not _is_nothing(value) and not is_unsaid:
            kept[name] = value
    return kept


def _is_nothing(value: Any) -> bool:
    if isinstance(value, str):  # as `plain` keeps large figures
        return value.startswith("1.79769313486231") and value.lower().endswith("e+308")
    return isinstance(value, float) and abs(value) > _NOTHING
