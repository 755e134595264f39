"""JSON-LD from elsewhere, read without harm: one text, address or day out of the many forms each can have.

JSON-LD lets a value be written alone or as a list, a thing as its address or as an object, a text in several
languages, and `@id` for `id`. Source: W3C, JSON-LD 1.1, 4.2 (strings in languages) and 4.3 (lists and sets).
"""

import datetime as dt
import json
import re
from collections.abc import Iterator

from workjournal.errors import JournalError

DEEPEST = 40
"""Objects and lists within one another. Badges have about ten; Python itself gives up at a thousand."""
LONGEST = 10_000
"""Characters of a text that is shown."""
LANGUAGE = re.compile(r"@none|[A-Za-z]{2,3}(-[A-Za-z0-9]{1,8})*")
QUOTED = re.compile(r'"[^"\\]*+(?:\\.[^"\\]*+)*+"?+', re.DOTALL)
# Control characters, marks that turn the direction of the writing around, halves of characters.
UNSEEN = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\ud800-\udfff\ufeff]")
# Where the type of a thing says more than what kind of thing it is.
TELLING = {"recipient", "verification", "verify", "credentialStatus", "proof"}
EPOCH = dt.datetime(1970, 1, 1, tzinfo=dt.UTC)

Path = tuple[str, ...]


class NotJson(JournalError):
    """The badge's text is not valid JSON: {what}. Get the file once more from where it came."""


class NestedTooDeep(JournalError):
    """The badge's text has more than {limit} levels within one another, which no badge needs. It was not read."""


def parse(text: str) -> object:
    """What the JSON says. Raises: NotJson, NestedTooDeep."""
    level = 0
    for mark in re.sub(r"[^][{}]+", "", QUOTED.sub("", text)):
        level += 1 if mark in "[{" else -1
        if level > DEEPEST:
            raise NestedTooDeep(limit=DEEPEST)
    try:
        return json.loads(text)
    except json.JSONDecodeError as error:
        raise NotJson(what=f"{error.msg} in line {error.lineno}, column {error.colno}") from None
    except ValueError:
        raise NotJson(what="it holds a number of thousands of digits") from None


def clean(text: str) -> str:
    """A text without what is not seen, and not without end; a file packed into an address is only named."""
    text = UNSEEN.sub("", text.replace("\r\n", "\n")).strip()
    if text.startswith("data:") and len(text) > 200:
        return f"{text.partition(',')[0][:100]} ({len(text):,} characters, not shown)"
    return text if len(text) <= LONGEST else f"{text[:LONGEST]}… (shortened)"


def text_in(value: object) -> str:
    """The text of a value; of several languages English, or else the first. Nothing for an object."""
    if isinstance(value, bool):
        return "yes" if value else "no"
    match value:
        case str() | int() | float():
            return clean(str(value))
        case list():
            return clean(", ".join(filter(None, map(text_in, _in_one_language(value)))))
        case {"@value": inner}:
            return text_in(inner)
        case dict() if _is_language_map(value):
            return text_in(value[_best(list(value))])
    return ""


def _is_language_map(value: dict[str, object]) -> bool:
    """Whether there are only languages and their texts. `id` is Indonesian, but not where it holds an address."""
    return (
        bool(value)
        and all(map(LANGUAGE.fullmatch, value))
        and all(isinstance(each, str | list) for each in value.values())
        and ":" not in str(value.get("id", ""))
    )


def _best(languages: list[str]) -> str:
    ranks = {language: (language.lower().partition("-")[0] != "en", len(language)) for language in languages}
    return min((one for one in languages if not ranks[one][0]), key=ranks.__getitem__, default=languages[0])


def _in_one_language(values: list[object]) -> list[object]:
    """Those of one language where every text tells its own; all of them otherwise."""
    spoken = [each.get("@language") for each in values if isinstance(each, dict)]
    tags = [tag for tag in spoken if isinstance(tag, str)]
    if not tags or len(tags) < len(values):
        return values
    best = _best(tags)
    return [value for value, tag in zip(values, tags, strict=True) if tag == best]


def thing(value: object) -> dict[str, object]:
    """An object; of several the first; one that is only an address has nothing but its `id`."""
    if isinstance(value, list):
        value = next((each for each in value if isinstance(each, dict | str)), None)
    if isinstance(value, str):
        return {"id": value}
    return value if isinstance(value, dict) else {}


def things(value: object) -> list[dict[str, object]]:
    """One or several objects, each as `thing` gives it."""
    return [found for each in (value if isinstance(value, list) else [value]) if (found := thing(each))]


def address(value: dict[str, object]) -> str:
    """By what an object is known: a web address, a DID or a URN."""
    return text_in(value.get("id")) or text_in(value.get("@id"))


def kinds(value: dict[str, object]) -> list[str]:
    """The types of an object, without the vocabulary they are from."""
    found = value.get("type", value.get("@type"))
    names = found if isinstance(found, list) else [found]
    return [re.split("[#/:]", clean(name))[-1] for name in names if isinstance(name, str)]


def _is_of_parts(value: object) -> bool:
    """Whether it is a list of more than texts, alone or with their language."""
    return isinstance(value, list) and any(
        isinstance(each, list) or (isinstance(each, dict) and "@value" not in each) for each in value
    )


def day(value: object) -> dt.date | None:
    """The day of a time in ISO 8601, in the zone it is written in, or of seconds since 1970 (RFC 7519); None for all else."""
    if isinstance(value, int | float) and not isinstance(value, bool):
        try:
            return (EPOCH + dt.timedelta(seconds=value)).date()
        except (OverflowError, ValueError):
            return None
    try:
        return dt.datetime.fromisoformat(text_in(value)).date()
    except ValueError:
        return None


def leaves(value: object, path: Path = (), label: Path = ()) -> Iterator[tuple[Path, str, str]]:
    """Each text of a document in the order of the document: where it lies, what to call it, the text.

    Contexts and mere types are left out. Members of a list share a path; their labels are numbered.
    """
    if text := "" if _is_of_parts(value) else text_in(value):
        yield path, _title(label), text
    elif isinstance(value, list):
        for number, each in enumerate(value, 1):
            yield from leaves(each, path, (*label, str(number)) if len(value) > 1 else label)
    elif isinstance(value, dict):
        for key, each in value.items():
            name = key.removeprefix("@")
            if name != "context" and (name != "type" or TELLING.intersection(path)):
                yield from leaves(each, (*path, name), (*label, name))


def _title(label: Path) -> str:
    """`("recipient", "identityType")` as "Recipient › identity type"."""
    named = label
    if label[:1] == ("credentialSubject",) and len(label) > 1:  # it says nothing to a reader
        named = ("recipient", "name") if label[1:] == ("name",) else label[1:]
    words = (re.sub(r"(?<=[a-z])(?=[A-Z])", " ", clean(name)).lower()[:60] for name in named)
    joined = " › ".join(words)
    return joined[:1].upper() + joined[1:]
