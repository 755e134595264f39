"""A journal as a folder of Markdown pages, one for each thing, which link to each other; what is attached lies beside."""

from collections.abc import Iterator

from workjournal.exporters.exporter import Exporter
from workjournal.exporters.file_names import Names, pages
from workjournal.exporters.markdown_page import Places, page
from workjournal.exporters.record import Record, Sheaf
from workjournal.exporters.sink import Sink

FOLDER = "attachments"
ABOUT = "About this export"


def write(sheaf: Sheaf, sink: Sink) -> None:
    """A page each; then one that says what this is."""
    titles = {**sheaf.titles, **{entry.id: entry.title for entry in sheaf.entries}}
    places = Places(pages(sheaf.entries), titles, files := {})
    names = Names()
    for record in _records(sheaf):
        for file in record.every_file():
            if file.pieces is not None:
                files[file.id] = f"{FOLDER}/{names.of_file(file.name)}"
                with sink.file(files[file.id]) as content:
                    for piece in file.pieces():
                        content.write(piece)
        with sink.file(places.pages[record.id].path) as written:
            written.write(page(record, places).encode())
        files.clear()  # no other page refers to them
    with sink.file(f"{ABOUT}.md") as written:
        written.write(_about(sheaf).encode())


def _records(sheaf: Sheaf) -> Iterator[Record]:
    for noun in sheaf.nouns:
        yield from sheaf.read(noun)


def _about(sheaf: Sheaf) -> str:
    told = [
        f"# {ABOUT}",
        f"Written by Workjournal on {sheaf.made:%Y-%m-%d at %H:%M}. {sheaf.about}",
        "These files are not encrypted: whoever can read the disk can read them.",
        "\n".join(f"- {noun.heading}: {count:,}" for noun, count in sheaf.counts().items()),
        *sheaf.left_out,
    ]
    return "\n\n".join(part for part in told if part) + "\n"


MARKDOWN = Exporter(
    key="markdown",
    title="Markdown folder",
    about="A page for each thing with front matter and links, for Obsidian and any editor; attachments beside.",
    ending="",
    usual="",
    write=write,
)
