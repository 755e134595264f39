"""A recovery code while it is typed: which group cannot be right, long before the vault is asked."""

from dataclasses import dataclass

from workjournal.vault.slots.recovery_code import ALPHABET, GROUPS, IN_A_GROUP, NotACode, groups_of, read_code


@dataclass(frozen=True)
class TypedCode:
    """What was typed so far.

    Attributes:
        groups: in the letters that are meant, as far as they were typed.
        wrong: places (from 0) of groups that cannot be right.
        mistake: the first mistake in words, "" while there is none.
        whole: all nine groups are there and fit each other.
    """

    groups: tuple[str, ...] = ()
    wrong: frozenset[int] = frozenset()
    mistake: str = ""
    whole: bool = False


def look_at(typed: str) -> TypedCode:
    """Read what was typed so far; quick enough for every key. The last group may still be growing."""
    try:
        groups = _in_fours(groups_of(typed))
    except NotACode as error:
        return TypedCode(mistake=_reason(error))
    wrong = frozenset(place for place, group in enumerate(groups) if _is_wrong(group, place, len(groups)))
    try:
        read_code("-".join(groups))
    except NotACode as error:
        finished = len(groups) >= GROUPS and len(groups[-1]) >= IN_A_GROUP
        return TypedCode(groups, wrong, _reason(error) if wrong or finished else "")
    return TypedCode(groups, whole=True)


def same_group(typed: str, group: str) -> bool:
    """Whether a single group was typed as it stands on the sheet."""
    try:
        return groups_of(typed) == [group]
    except NotACode:
        return False


def _in_fours(groups: list[str]) -> tuple[str, ...]:
    """Somebody stopped typing hyphens: the last group grows into the next ones, which is no mistake."""
    last = groups[-1] if groups else ""
    fours = [last[start : start + IN_A_GROUP] for start in range(0, len(last), IN_A_GROUP)]
    return (*groups[:-1], *fours)


def _is_wrong(group: str, place: int, count: int) -> bool:
    growing = place == count - 1 and len(group) < IN_A_GROUP
    return not set(group) <= set(ALPHABET) or (len(group) != IN_A_GROUP and not growing)


def _reason(error: NotACode) -> str:
    words = str(error.fields["reason"])
    return f"{words[:1].upper()}{words[1:]}."
