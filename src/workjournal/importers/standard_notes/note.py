"""One note of Standard Notes as an item."""

import datetime as dt
from collections.abc import Iterator

from workjournal.importers.attached_files import AttachedFiles
from workjournal.importers.entry_fields import EntryFields
from workjournal.importers.html.converting import as_markdown
from workjournal.importers.item import Given, Item, Trouble, Weight, fingerprint
from workjournal.importers.standard_notes.items import Items
from workjournal.importers.standard_notes.lexical import Super
from workjournal.importers.standard_notes.tasks import from_tasks
from workjournal.importers.texts import NotReadable
from workjournal.importers.trees import shown

_EDITORS = {
    "super-editor": "super",
    "plus-editor": "rich-text",
    "bold-editor": "rich-text",
    "advanced-checklist": "task",
}
"""Kinds of notes by what the name of their editor holds, for those from before there was "noteType"."""
_NEVER = "1970-01-01"
"""The date of what was not yet saved to the server."""
_OWN = "org.standardnotes.sn"


def note_of(fields: EntryFields, items: Items) -> Iterator[Given]:
    """The item, and what is wrong with it."""
    content = EntryFields(fields.look("content"), fields.place)
    fields.drop("content")
    fields.drop("content_type")
    title = " ".join(content.text("title").split())
    if content.flag("trashed"):
        called = f" (“{shown(title)}”)" if title else ""
        yield Trouble(fields.place, f"It is in the trash of Standard Notes{called}.", Weight.LEFT_OUT)
        return
    uuid = fields.text("uuid").strip()
    key = uuid or fingerprint(fields.look("created_at"), title, content.look("text"))
    attached = AttachedFiles()
    text = _text(content, attached, items)
    clock, zone = _clock(fields, content)
    missing = items.files_of(uuid)
    content.faults += [
        f"The file {shown(name or 'without a name')} is not in the backup." for name in missing
    ]
    starred = content.flag("starred")
    yield Item(
        key=key,
        place=fields.place,
        title=title,
        text=text,
        date=clock.date() if clock else None,
        time=clock.time() if clock else None,
        zone=zone,
        tags=items.tags_of(uuid),
        starred=starred,
        files=attached.files,
        unknown={**fields.rest(), **content.rest(), **({"files": missing} if missing else {})},
    )
    yield from fields.troubles()
    yield from content.troubles()


def _clock(fields: EntryFields, content: EntryFields) -> tuple[dt.datetime | None, str]:
    """When it was begun; for what the server never had, when it was last changed."""
    app = content.look("appData")
    own = app.get(_OWN) if isinstance(app, dict) else None
    changed = own.get("client_updated_at") if isinstance(own, dict) else None
    moments = {
        "created_at": fields.look("created_at"),
        "changed": changed,
        "updated_at": fields.look("updated_at"),
    }
    known = {name: said for name, said in moments.items() if not str(said).startswith(_NEVER)}
    reading = EntryFields(known, fields.place)
    found = reading.moment(tuple(known))
    fields.faults += reading.faults
    return found


def _text(content: EntryFields, attached: AttachedFiles, items: Items) -> str:
    """Its text as Markdown. The text of an editor with a form of its own is kept beside as well."""
    written, kind = content.text("text"), _kind(content)
    text = written
    try:
        if kind == "super" and written.strip():
            note = Super(written, attached, items)
            text = note.markdown
            content.keep("text", note.state)
            content.faults += note.faults
        elif kind == "task" and written.lstrip().startswith("{"):
            text = from_tasks(written)
            content.keep("text", written)
    except NotReadable as error:
        content.faults.append(f"Its text is kept as it is: {error}.")
    if kind == "rich-text":
        text = attached.relinked(as_markdown(attached.taken_out(written)))
    for name in ("preview_plain", "preview_html"):
        preview = content.look(name)
        if isinstance(preview, str) and preview.rstrip("…. ") in written:
            content.drop(name)  # the beginning of the text once more
    return text


def _kind(content: EntryFields) -> str:
    """The kind of note, which says what its text is."""
    kind, editor = content.look("noteType"), content.look("editorIdentifier")
    if isinstance(kind, str) and kind not in {"", "unknown"}:
        return kind
    named = (kind for part, kind in _EDITORS.items() if isinstance(editor, str) and part in editor)
    return next(named, "plain-text")
