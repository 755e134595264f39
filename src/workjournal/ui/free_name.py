"""A name for a file that writes over none."""

from pathlib import Path


def free(target: Path) -> Path:
    """The path itself, or with a number where a file of that name is there already."""
    number = 2
    found = target
    while found.exists():
        found = target.with_stem(f"{target.stem} ({number})")
        number += 1
    return found
