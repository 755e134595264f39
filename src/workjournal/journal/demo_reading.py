"""Reads the demo's story, and refuses one that contradicts itself."""

import tomllib
from pathlib import Path
from typing import Any

from workjournal.journal.demo_checking import check
from workjournal.journal.demo_goal_script import CheckInScript, GoalScript, RevisionScript
from workjournal.journal.demo_growth_script import (
    ChangeScript,
    CredentialScript,
    LevelScript,
    MeasureScript,
    NeedScript,
    ProfileScript,
    PulseScript,
    RatingScript,
    ReadingScript,
    SkillScript,
)
from workjournal.journal.demo_meeting_script import AgreementScript, FeedbackScript, MeetingScript
from workjournal.journal.demo_script import (
    ActionScript,
    BrokenScript,
    CommitmentScript,
    EpisodeScript,
    LessonScript,
    LineScript,
    MethodScript,
    PersonScript,
    ReflectionScript,
    ReviewScript,
    Script,
    Slots,
)

_KINDS: dict[str, type] = {
    "person": PersonScript,
    "skill": SkillScript,
    "episode": EpisodeScript,
    "method": MethodScript,
    "reflection": ReflectionScript,
    "review": ReviewScript,
    "line": LineScript,
    "commitment": CommitmentScript,
    "lesson": LessonScript,
    "action": ActionScript,
    "goal": GoalScript,
    "measure": MeasureScript,
    "change": ChangeScript,
    "rating": RatingScript,
    "credential": CredentialScript,
    "profile": ProfileScript,
    "pulse": PulseScript,
    "meeting": MeetingScript,
}
_INSIDE: dict[tuple[type, str], type] = {
    (GoalScript, "checkin"): CheckInScript,
    (GoalScript, "revision"): RevisionScript,
    (SkillScript, "level"): LevelScript,
    (MeasureScript, "reading"): ReadingScript,
    (ProfileScript, "need"): NeedScript,
    (ReviewScript, "commitment"): CommitmentScript,
    (MeetingScript, "agreement"): AgreementScript,
    (MeetingScript, "feedback"): FeedbackScript,
}


def read(folder: Path) -> tuple[Script, Slots]:
    """The story in the TOML files of a folder, and the words that change from year to year.

    Raises:
        BrokenScript: an unknown or missing field, or a reference to nothing.
    """
    slots: Slots = {}
    found: dict[str, list[Any]] = {kind: [] for kind in _KINDS}
    for file in sorted(folder.glob("*.toml")):
        for kind, entries in tomllib.loads(file.read_text(encoding="utf-8")).items():
            if kind == "slots":
                slots.update(entries)
            elif kind not in _KINDS:
                raise BrokenScript(f"{file.name}: there is no [[{kind}]]")
            else:
                found[kind] += [_built(_KINDS[kind], entry, file.name) for entry in entries]
    script = Script(**{kind: tuple(entries) for kind, entries in found.items()})
    check(script)
    return script, slots


def _built(kind: type, entry: dict[str, Any], file: str) -> Any:
    inside = {
        name: tuple(_built(part, each, file) for each in entry[name])
        for (whole, name), part in _INSIDE.items()
        if whole is kind and name in entry
    }
    try:
        return kind(**{**entry, **inside})
    except TypeError as error:
        raise BrokenScript(f"{file}, {entry.get('key', entry.get('text', '?'))}: {error}") from error
