"""How much an import may be: beyond it a file is no journal but an attack, or a mistake."""

from workjournal.errors import JournalError

MEGABYTE = 1024 * 1024
MOST_FILES = 200_000
"""In a folder or an archive."""
LARGEST_TEXT = 256 * MEGABYTE
"""Bytes of one text that is read as a whole (Day One's JSON of twenty years is some 50)."""
MOST_BYTES = 32 * 1024 * MEGABYTE
"""Unpacked bytes of an archive: attachments of up to 1 GB make large ones."""
MOST_EXPANSION, EXPANSION_FROM = 200, 16 * MEGABYTE
"""How often what is packed may grow, from a size on below which it harms nobody. Texts grow some ten times."""
DEEPEST = 40
"""Levels of folders, and of lists within lists."""
MOST_NODES = 5_000_000
"""Values in one JSON text."""
LARGEST_YAML, MOST_YAML_NODES = 16 * MEGABYTE, 200_000
"""Letters and values of one YAML text, which takes a hundred times the memory and the time (a month of RedNotebook's
is some 100 KB)."""


class TooMuch(JournalError):
    """{name} is refused: {what}. Nothing was imported."""
