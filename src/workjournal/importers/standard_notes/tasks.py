"""The Advanced Checklist of Standard Notes: {"groups": [{"name", "tasks": [{"description", "completed"}]}]}."""

from typing import Any

from workjournal.importers.html.pieces import escaped
from workjournal.importers.texts import NotReadable, cleaned, from_json


def from_tasks(text: str) -> str:
    """Each group as a heading and a checklist, in Markdown.

    Raises:
        NotReadable
    """
    value = from_json(text)
    groups = value.get("groups") if isinstance(value, dict) else None
    if not isinstance(groups, list) or not all(isinstance(group, dict) for group in groups):
        raise NotReadable("it is no checklist that is known")
    return "\n\n".join(made for made in map(_group, groups) if made)


def _group(group: dict[str, Any]) -> str:
    name, tasks = _line(group.get("name")), group.get("tasks")
    if not isinstance(tasks, list) or not all(isinstance(task, dict) for task in tasks):
        raise NotReadable("it is no checklist that is known")
    lines = [
        f"- [{'x' if task.get('completed') is True else ' '}] {_line(task.get('description'))}"
        for task in tasks
    ]
    return "\n\n".join(part for part in (f"## {name}" if name else "", "\n".join(lines)) if part)


def _line(value: Any) -> str:
    return escaped(" ".join(cleaned(value).split())) if isinstance(value, str) else ""
