"""The filters of a search as conditions on a place `p`; each reads an index, and none the texts of episodes."""

from collections.abc import Callable

from workjournal.domain.query import THINGS

# What is put into these statements are names of tables; values are bound by name.
# ruff: noqa: S608

# What lies in the trash has no place. "> ''" has an index walked: without it a whole table would be read.
_REFLECTED = (
    "SELECT r.episode_id FROM reflection_episode r JOIN search_place s ON s.thing_id = r.reflection_id"
    " WHERE r.episode_id > ''"
)
_LABELLED = {
    "tag": ("episode",),
    "person": ("episode",),
    "skill": ("episode", "lesson", "goal"),
}
_OF_SKILL = ("skill_rating", "credential")
_OF_GOAL = ("episode", "reflection", "action", "check_in", "forecast")
_GOALS = "SELECT id FROM goal WHERE trashed_at IS NULL AND instr(casefold(title), casefold(:{value}))"
_HAS = {
    "attachment": ("SELECT episode_id FROM attachment WHERE trashed_at IS NULL",),
    "reflection": (
        _REFLECTED,
        "SELECT goal_id FROM reflection WHERE goal_id > '' AND trashed_at IS NULL",
    ),
    "link": ("SELECT id FROM episode WHERE source_link != '' AND trashed_at IS NULL",),
    "note": (
        "SELECT id FROM episode WHERE private_note != '' AND trashed_at IS NULL",
        "SELECT id FROM pack WHERE notes != ''",
    ),
    "goal": (
        *(f"SELECT id FROM {table} WHERE goal_id > ''" for table in ("episode", "reflection", "action")),
        "SELECT lesson_id FROM lesson_goal WHERE lesson_id > ''",
    ),
    "lesson": (
        "SELECT reflection_id FROM lesson WHERE reflection_id > '' AND trashed_at IS NULL",
        (
            "SELECT r.episode_id FROM lesson l CROSS JOIN reflection_episode r USING (reflection_id)"
            " WHERE l.reflection_id > '' AND l.trashed_at IS NULL"
        ),
        "SELECT episode_id FROM application WHERE episode_id > '' AND trashed_at IS NULL",
        (
            "SELECT g.goal_id FROM lesson_goal g JOIN search_place s ON s.thing_id = g.lesson_id"
            " WHERE g.goal_id > ''"
        ),
    ),
}
_SHARED = " UNION ALL ".join(
    f"SELECT id FROM {table} WHERE audiences > ''{' AND trashed_at IS NULL' * (table == 'episode')}"
    for table in ("episode", "lesson", "goal", "action")
)
_IS = {
    "unreflected": "p.kind = 'episode' AND NOT EXISTS (SELECT 1 FROM reflection_episode r JOIN search_place s"
    " ON s.thing_id = r.reflection_id WHERE r.episode_id = p.thing_id)",
    "shared": f"p.kind = 'pack' OR p.thing_id IN ({_SHARED})",
    "open": "p.thing_id IN (SELECT id FROM action WHERE state = 'open' AND trashed_at IS NULL"
    " UNION ALL SELECT id FROM goal WHERE state IN ('planned', 'active'))",
    "done": "p.thing_id IN (SELECT id FROM action WHERE state = 'done'"
    " UNION ALL SELECT id FROM goal WHERE state NOT IN ('planned', 'active'))",
}


def condition(name: str, value: str, bound: str) -> str:
    """That a filter holds: kind, tag, person, skill, goal, has or is, and its value.

    `bound` is the name under which the value is bound; where it is only a word of ours, nothing is.
    """
    return _CONDITIONS[name](value, bound)


def _kind(value: str, bound: str) -> str:
    if value in THINGS:
        return f"p.kind = '{THINGS[value]}'"
    return f"p.thing_id IN (SELECT id FROM episode WHERE kind = :{bound} AND trashed_at IS NULL)"


def _label(label: str, bound: str) -> str:
    """The things that have the label of that name, in any case; a rating or credential belongs to its skill."""
    named = f"IN (SELECT id FROM {label} WHERE casefold(name) = casefold(:{bound}))"
    things = [f"SELECT {noun}_id FROM {noun}_{label} WHERE {label}_id {named}" for noun in _LABELLED[label]]
    if label == "skill":
        things += [f"SELECT id FROM {table} WHERE skill_id {named}" for table in _OF_SKILL]
    return f"p.thing_id IN ({' UNION ALL '.join(things)})"


def _goal(_value: str, bound: str) -> str:
    """The goals with these letters in their title, and all that belongs to them."""
    goals = _GOALS.format(value=bound)
    things = [f"SELECT id FROM {table} WHERE goal_id IN ({goals})" for table in _OF_GOAL]
    things += [goals, f"SELECT lesson_id FROM lesson_goal WHERE goal_id IN ({goals})"]
    return f"p.thing_id IN ({' UNION ALL '.join(things)})"


_CONDITIONS: dict[str, Callable[[str, str], str]] = {
    "kind": _kind,
    "tag": lambda _, bound: _label("tag", bound),
    "person": lambda _, bound: _label("person", bound),
    "skill": lambda _, bound: _label("skill", bound),
    "goal": _goal,
    "has": lambda value, _: f"p.thing_id IN ({' UNION ALL '.join(_HAS[value])})",
    "is": lambda value, _: _IS[value],
}
