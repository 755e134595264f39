"""jrnl: its texts, its JSON, its encrypted files."""
