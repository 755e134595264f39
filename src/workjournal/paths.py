"""Where the program keeps what is not a journal: its own settings."""

import os
import tempfile
from pathlib import Path

from platformdirs import user_config_path, user_data_path, user_documents_path


def settings_file() -> Path:
    """The per-machine settings: look and the last vault's folder, never anything out of a journal."""
    folder = os.environ.get("WORKJOURNAL_CONFIG")
    return (Path(folder) if folder else user_config_path("workjournal", appauthor=False)) / "settings.json"


def ledger_file() -> Path:
    """What was seen of each vault on this machine: counts and digests, no names and no text."""
    return settings_file().with_name("ledger.json")


def suggested_vault() -> Path:
    """The folder that is proposed for a first vault."""
    return user_documents_path() / "Work journal"


def places_for_a_vault() -> tuple[Path, ...]:
    """Folders that suit a vault, the most obvious one first: Documents may be a cloud client's."""
    home = Path.home() / "Work journal"
    return (suggested_vault(), home, user_data_path("workjournal", appauthor=False) / "journal")


def private_places() -> tuple[Path, ...]:
    """Folders for files that are gone when the program ends, the best one first: where there is one, in memory only."""
    in_memory, temporary = os.environ.get("XDG_RUNTIME_DIR", ""), Path(tempfile.gettempdir())
    return (Path(in_memory), temporary) if os.path.isabs(in_memory) else (temporary,)  # noqa: PTH117 - a text
