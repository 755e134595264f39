"""Writes docs/journal-export.schema.json, the published form of a journal's export, from the mapped classes."""

from pathlib import Path

from workjournal.exporters.journal_schema import NAME, written

if __name__ == "__main__":
    (Path(__file__).parents[1] / "docs" / NAME).write_text(written(), encoding="utf-8")
