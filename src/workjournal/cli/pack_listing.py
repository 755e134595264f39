"""What could be in a pack, listed so that a file for --items can be made of it."""

from workjournal.cli.pack_choosing import Chosen, could_hold
from workjournal.cli.plain import Record, plain
from workjournal.cli.printing import note, print_json, print_table, short
from workjournal.journal.journal import Journal
from workjournal.journal.pack_fields import PackField
from workjournal.journal.pack_items import PackItem


def print_items(journal: Journal, chosen: Chosen, *, as_json: bool) -> None:
    """The offered things of the chosen sections: as JSON with every text as it would leave."""
    found = could_hold(chosen.choice, chosen.offer)
    if as_json:
        fields = journal.packs.every_field(chosen.choice)
        print_json([_record(item, chosen, fields[item.id]) for item in found])
        return
    if not found:
        note("Nothing in this period could be in it.")
        return
    rows = [
        (
            short(item.id),
            item.section,
            "yes" if item.id in chosen.choice.items else "–",
            item.told.isoformat() if item.told else "–",
            str(len(item.pictures) or "–"),
            item.title,
        )
        for item in found
    ]
    print_table(("Id", "Section", "Ticked", "Told", "Pictures", "Title"), rows)
    note("--json tells every text as it would leave, so that a file for --items can be made of it.")


def _record(item: PackItem, chosen: Chosen, fields: tuple[PackField, ...]) -> Record:
    """`fields` are the texts by key as they would leave, with names replaced; the two lists say of which keys it is so."""
    return {
        "id": str(item.id),
        "section": item.section,
        "title": item.title,
        "note": plain(item.note),
        "ticked": item.id in chosen.choice.items,
        "shared": item.shared,
        "told": plain(item.told),
        "fields": {field.key: field.text for field in fields},
        "reworded": [field.key for field in fields if field.reworded],
        "changed_since": [field.key for field in fields if field.changed_since],
        "pictures": [{"id": str(picture), "name": name} for picture, name in item.pictures],
    }
