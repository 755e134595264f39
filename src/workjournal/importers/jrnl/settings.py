"""What jrnl's configuration says of how a journal is written: asked of the person, or found in the chosen files."""

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from pathlib import PurePosixPath
from typing import Any

from workjournal.importers import trees
from workjournal.importers.importer import Asked, Setting, SettingRefused
from workjournal.importers.item import Note
from workjournal.importers.jrnl.timeformat import NotAFormat, TimeFormat, timeformat
from workjournal.importers.limits import TooMuch
from workjournal.importers.texts import NotReadable, from_json, from_yaml
from workjournal.importers.trees import SourceUnreadable, Tree

TIMEFORMAT = Setting(
    key="timeformat",
    title="How dates are written",
    hint='The timeformat in jrnl.yaml, such as "%d.%m.%Y %H:%M". Empty: told by the dates.',
)
TAGSYMBOLS = Setting(
    key="tagsymbols",
    title="Signs before tags",
    hint='The tagsymbols in jrnl.yaml, such as "#@". Empty: "@", and "#" before a letter.',
)
_CONFIGURATIONS: Mapping[str, Callable[[str], Any]] = {"jrnl.yaml": from_yaml, ".jrnl_config": from_json}
"""Of versions 2 and later, and of 1; by the end of a file's name."""
_IN_A_TAG = r"[-+*#/\w]+"
_SIGN_OF_ITS_OWN = r"[{signs}](?<!\S.)"
"""Behind a blank or at the beginning. (What stands before is looked at last: thus it is fast.)"""
_ANY = re.compile(_SIGN_OF_ITS_OWN.format(signs="@#") + rf"(?:(?<=@)|(?=[^\W\d_]))({_IN_A_TAG})")
"""Tags where nothing says which signs they have. jrnl's own signs were "@", later "#@"; #12 is more likely a number."""
_HASH = re.compile(_SIGN_OF_ITS_OWN.format(signs="#") + r"[^\W\d_]")


@dataclass(frozen=True)
class Settings:
    """How journals are written; `journals` are the names of those the configuration knows, `files` what it says of one."""

    timeformat: TimeFormat | None = None
    signs: str = ""
    extension: str = ""
    journals: frozenset[str] = frozenset()
    files: Mapping[str, "Settings"] = field(default_factory=dict)

    def of(self, name: str) -> "Settings":
        """Those for one file, by its name or that of a folder it is in."""
        parts = reversed(PurePosixPath(name).parts)
        return next((self.files[part] for part in parts if part in self.files), self)

    def tags(self, text: str) -> tuple[str, ...]:
        """The tags in a text, without their signs, each once: as jrnl finds them, behind a blank."""
        if self.signs:
            signs = "".join(map(re.escape, self.signs))
            pattern = re.compile(_SIGN_OF_ITS_OWN.format(signs=signs) + f"({_IN_A_TAG})")
            found = [each.lstrip(self.signs) for each in pattern.findall(text)]
        else:
            found = _ANY.findall(text)
        return once(each for each in found if any(map(str.isalnum, each))) if found else ()

    def takes_hashes(self, text: str) -> bool:
        """Whether a "#" is taken for the sign of a tag though nothing says that it is."""
        return not self.signs and bool(_HASH.search(text))


def once(names: Iterator[str]) -> tuple[str, ...]:
    """Each name once, though jrnl knows no capitals in tags; as it was written first."""
    kept: dict[str, str] = {}
    for name in names:
        kept.setdefault(name.casefold(), name)
    return tuple(kept.values())


def is_configuration(name: str) -> bool:
    """Whether a file is jrnl's configuration, not a journal."""
    return name.rpartition("/")[2] in _CONFIGURATIONS


def settled(tree: Tree, asked: Asked) -> tuple[Settings, list[Note]]:
    """The settings that were asked for; for the rest those of a configuration among the files; and what was found.

    Raises:
        SettingRefused: for one that was asked for.
    """
    found, notes = _configured(tree)
    given = {setting.key: asked.setting(setting.key) for setting in (TIMEFORMAT, TAGSYMBOLS)}
    try:
        own = _settings({key: value for key, value in given.items() if value})
    except _WrongSetting as error:
        raise SettingRefused(setting=f"The {error.key}", value=error.value, reason=error.reason) from None
    return _over(own, found), notes


class _WrongSetting(ValueError):
    def __init__(self, key: str, value: str, reason: str) -> None:
        super().__init__(key)
        self.key, self.value, self.reason = key, value, reason


def _configured(tree: Tree) -> tuple[Settings, list[Note]]:
    name = "" if tree.is_file else next((name for name in tree.names() if is_configuration(name)), "")
    return _read(tree, name) if name else (Settings(), [])


def _read(tree: Tree, name: str) -> tuple[Settings, list[Note]]:
    place = trees.shown(name)
    try:
        fields = _CONFIGURATIONS[PurePosixPath(name).name](trees.text(tree, name))
        fields = fields if isinstance(fields, dict) else {}
        whole = _settings(fields)
        known = dict(_journals(fields))
        single = {name: _over(_settings(own), whole) for name, own in known.items() if own}
    except _WrongSetting as error:
        return Settings(), [
            Note(f'{place} was not used: its {error.key} cannot be "{error.value}": {error.reason}.')
        ]
    except NotReadable as error:
        return Settings(), [Note(f"{place} was not used: {error}.")]
    except (SourceUnreadable, TooMuch):
        return Settings(), [Note(f"{place} was not used: it cannot be read.")]
    if whole == Settings() and not known:
        return whole, [Note(f"{place} says nothing of how dates and tags are written.")]
    return replace(whole, journals=frozenset(known), files=single), [
        Note(f"How dates and tags are written was taken from {place}.")
    ]


def _journals(fields: Mapping[str, Any]) -> Iterator[tuple[str, dict[str, Any]]]:
    """The names of journals' files and folders, and what is said of that one alone."""
    journals = fields.get("journals")
    for said in journals.values() if isinstance(journals, dict) else ():
        own = said if isinstance(said, dict) else {}
        path = own.get("journal") if own else said
        if isinstance(path, str):
            yield PurePosixPath(path.replace("\\", "/")).name, own


def _settings(fields: Mapping[Any, Any]) -> Settings:
    """Raises: _WrongSetting."""
    texts = {key: value for key, value in fields.items() if isinstance(value, str)}
    signs = texts.get(TAGSYMBOLS.key, "")
    if any(sign.isalnum() or sign.isspace() for sign in signs):
        raise _WrongSetting(TAGSYMBOLS.key, signs, "it has letters, figures or blanks in it")
    written = texts.get(TIMEFORMAT.key, "")
    try:
        form = timeformat(written) if written else None
    except NotAFormat as error:
        raise _WrongSetting(TIMEFORMAT.key, written, str(error)) from None
    return Settings(form, signs, texts.get("extension", "").strip().lstrip("."))


def _over(own: Settings, rest: Settings) -> Settings:
    return Settings(
        own.timeformat or rest.timeformat,
        own.signs or rest.signs,
        own.extension or rest.extension,
        rest.journals,
        {name: _over(own, single) for name, single in rest.files.items()},
    )
