"""What leaves the vault on purpose: plain values in, bytes out; never a session, never a temporary file.

May import: charts, domain, resources, errors. Typst, pikepdf and pypdfium2 live here. A new format of the journal is one
file with an Exporter, and its name in EXPORTERS; none of them loads anything heavy before it writes.
"""

from workjournal.exporters.exporter import Exporter, UnknownExport
from workjournal.exporters.journal_csv import CSV
from workjournal.exporters.journal_markdown import MARKDOWN
from workjournal.exporters.journal_text import TEXT

JSON = Exporter(
    key="json",
    title="JSON",
    about="Everything, without loss, to be imported again; its form is described in docs/journal-export.schema.json.",
    ending=".json",
    usual=".zip",
    write=None,  # journal_json.py, which knows the tables
)
EXPORTERS: tuple[Exporter, ...] = (JSON, MARKDOWN, CSV, TEXT)


def exporter(key: str) -> Exporter:
    """The exporter of that key.

    Raises:
        UnknownExport: names those there are.
    """
    for known in EXPORTERS:
        if known.key == key:
            return known
    raise UnknownExport(key=key, known=", ".join(known.key for known in EXPORTERS))
