"""What notes of Standard Notes refer to: tags, files, each other."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from typing import Any

from workjournal.importers.texts import cleaned

_MOST_LEVELS = 20


class Items:
    """The items of a backup by what points at what."""

    def __init__(self, listed: Sequence[Any]) -> None:
        self._tags: dict[str, Any] = {}
        self._titles: dict[str, str] = {}
        files: list[Any] = []
        for each in listed:
            content = each.get("content") if isinstance(each, dict) else None
            if (
                not isinstance(content, dict)
                or each.get("deleted") is True
                or not isinstance(each.get("uuid"), str)
            ):
                continue
            kind = each.get("content_type")
            self._titles[each["uuid"]] = _text(content, "name" if kind == "SN|File" else "title")
            if kind == "Tag":
                self._tags[each["uuid"]] = content
            elif kind == "SN|File":
                files.append(each)
        self._tags_of = self._by_note(self._path, self._tags.items())
        self._files_of = self._by_note(self.title, ((each["uuid"], each["content"]) for each in files))

    def tags_of(self, note: str) -> tuple[str, ...]:
        """The tags of a note; one below another is told with it: "Work/Planning"."""
        return tuple(dict.fromkeys(name for name in self._tags_of.get(note, ()) if name))

    def files_of(self, note: str) -> list[str]:
        """The names of its files, which are in no backup."""
        return self._files_of.get(note, [])

    def title(self, uuid: str) -> str:
        """What an item is called, or ""."""
        return self._titles.get(uuid, "")

    def _by_note(self, name: Any, contents: Any) -> dict[str, list[str]]:
        found: defaultdict[str, list[str]] = defaultdict(list)
        for uuid, content in contents:
            told = name(uuid)
            for reference in _references(content):
                if reference.get("reference_type") != "TagToParentTag":
                    found[reference["uuid"]].append(told)
        return found

    def _path(self, tag: str) -> str:
        names: list[str] = []
        seen: set[str] = set()
        while tag in self._tags and tag not in seen and len(names) < _MOST_LEVELS:
            seen.add(tag)
            names.append(self.title(tag))
            above = (each["uuid"] for each in _references(self._tags[tag]) if _points_up(each))
            tag = next(above, "")
        return "/".join(name for name in reversed(names) if name)


def _points_up(reference: dict[str, Any]) -> bool:
    return reference.get("reference_type") == "TagToParentTag"


def _references(content: dict[str, Any]) -> Iterator[dict[str, Any]]:
    listed = content.get("references")
    for each in listed if isinstance(listed, list) else ():
        if isinstance(each, dict) and isinstance(each.get("uuid"), str):
            yield each


def _text(content: dict[str, Any], name: str) -> str:
    value = content.get(name)
    return " ".join(cleaned(value).split()) if isinstance(value, str) else ""
