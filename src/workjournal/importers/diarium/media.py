"""The folders of Diarium's files: media/2025-06-09_190339000, by the date of the entry to the millisecond."""

import re
from collections import defaultdict
from collections.abc import Sequence
from pathlib import PurePosixPath

_FOLDER = re.compile(r"(\d{4}-\d\d-\d\d_\d{6})\d{0,7}", re.ASCII)


class Media:
    """Files by the moment their folder is called after; each folder belongs to one entry."""

    def __init__(self, names: Sequence[str]) -> None:
        self._files: defaultdict[str, list[str]] = defaultdict(list)
        self._seconds: defaultdict[str, list[str]] = defaultdict(list)
        for name in names:
            for part in PurePosixPath(name).parts[:-1]:
                found = _FOLDER.fullmatch(part)
                if found:
                    self._files[part].append(name)
                    if part not in self._seconds[found[1]][-1:]:
                        self._seconds[found[1]].append(part)
                    break

    def take(self, moment: str) -> list[str]:
        """The files of the entry of "2025-06-09_190339000"; a folder that differs in its milliseconds will do."""
        exact = self._files.pop(moment, None)
        if exact is not None:
            return exact
        folders = [folder for folder in self._seconds.get(moment[:17], ()) if folder in self._files]
        return self._files.pop(folders[0]) if len(folders) == 1 else []
