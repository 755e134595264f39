"""Settings of this machine. They hold looks and paths, never a word out of a journal."""

import json
import os
from dataclasses import asdict, dataclass, fields
from pathlib import Path

from workjournal.paths import settings_file


@dataclass
class Settings:
    """What the program remembers between starts.

    Attributes:
        theme: "system", "light" or "dark".
        scale: size of everything, 1.0 = 100 %.
        last_vault: folder of the vault opened last, or "".
        window: the window's size and place as Qt writes them, in base64.
    """

    theme: str = "system"
    scale: float = 1.0
    last_vault: str = ""
    window: str = ""

    @classmethod
    def load(cls) -> "Settings":
        """Read the settings; a missing or unreadable file gives the defaults, since nothing in it is precious."""
        try:
            stored = json.loads(settings_file().read_text(encoding="utf-8"))
        except (OSError, ValueError):
            return cls()
        if not isinstance(stored, dict):
            return cls()
        known = {
            field.name: stored[field.name]
            for field in fields(cls)
            if isinstance(stored.get(field.name), type(field.default))
        }
        return cls(**known)

    def save(self) -> None:
        """Write the settings beside the old ones and swap; a full or read-only home is no reason to stop work."""
        target = settings_file()
        beside = target.with_name(f"{target.name}.{os.getpid()}")
        try:
            target.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
            beside.write_text(json.dumps(asdict(self), indent=1), encoding="utf-8")
            beside.chmod(0o600)
            beside.replace(target)
        except OSError:
            beside.unlink(missing_ok=True)

    def remember(self, vault: Path) -> None:
        """Keep the vault's folder for the next start."""
        self.last_vault = str(vault.resolve())
        self.save()
