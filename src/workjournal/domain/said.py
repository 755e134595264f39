"""What a thing's JSON says, as one plain text beside it: the index over words reads no JSON."""

from collections.abc import Iterator


def said(*values: object) -> str:
    """The texts in JSON values that are not empty, each from a line of its own."""
    return "\n".join(text for value in values for text in _texts(value) if text.strip())


def _texts(value: object) -> Iterator[str]:
    """Of answers their values; of lists each item, or what is its "text": of levels and prompts nothing else is prose."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, list | tuple):
        for each in value:
            yield from _texts(each.get("text", "") if isinstance(each, dict) else each)
    elif isinstance(value, dict):
        for each in value.values():
            yield from _texts(each)
