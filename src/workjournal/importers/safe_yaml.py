"""YAML as plain values: texts, figures, days, lists, mappings. Nothing in it makes an object or calls anything."""

import re
from collections.abc import Callable
from typing import Any

import yaml

from workjournal.importers.limits import DEEPEST, LARGEST_YAML, MEGABYTE, MOST_YAML_NODES


class BadYaml(ValueError):
    """Why a text is no YAML that is read here, as the end of a sentence."""


_LONGEST_FIGURE = 100
"""Letters of a figure or a day; the figures of a longer one are worth nothing to a journal and take long to count."""
_OF_PYTHON_2 = ("tag:yaml.org,2002:python/unicode", "tag:yaml.org,2002:python/str")


_PLAIN_WORDS = (
    ("bool", r"true|True|TRUE|false|False|FALSE", "tTfF"),
    ("int", r"[-+]?(?:0|[1-9][0-9]*)", "-+0123456789"),
    (
        "float",
        r"[-+]?(?:(?:\.[0-9]+|[0-9]+\.[0-9]*)(?:[eE][-+]?[0-9]+)?|[0-9]+[eE][-+]?[0-9]+|\.(?:inf|Inf|INF))|\.(?:nan|NaN|NAN)",
        "-+.0123456789",
    ),
)
"""Which words are no texts by YAML 1.2 (section 10.3.2). By 1.1, which PyYAML follows, 10:30 was 630, `no` was false and
007 was 7: what people write in their notes would be lost. Figures to other bases than ten stay as they are written."""


def _resolve_as_yaml_1_2(loader: Any) -> None:
    names = {f"tag:yaml.org,2002:{name}" for name, _, _ in _PLAIN_WORDS}
    loader.yaml_implicit_resolvers = {
        letter: [(tag, pattern) for tag, pattern in known if tag not in names]
        for letter, known in loader.yaml_implicit_resolvers.items()
    }
    for name, pattern, letters in _PLAIN_WORDS:
        loader.add_implicit_resolver(
            f"tag:yaml.org,2002:{name}", re.compile(rf"(?:{pattern})\Z"), list(letters)
        )


class _Loader(getattr(yaml, "CSafeLoader", yaml.SafeLoader)):  # type: ignore[misc] # which of them is there
    """Knows the texts of Python 2 as texts; every other tag of a language is refused by its parent."""


def _as_written(construct: Callable[[Any, yaml.Node], Any]) -> Callable[[Any, yaml.Node], Any]:
    """A value that looks like a figure or a day and is none, such as 2024-13-01, or is endless, is the text it is.

    It spoils nothing beside it.
    """

    def constructed(loader: Any, node: yaml.Node) -> Any:
        text = loader.construct_scalar(node)
        if len(text) > _LONGEST_FIGURE:
            return text
        try:
            return construct(loader, node)
        except (ValueError, OverflowError):
            return text

    return constructed


for _kind in ("int", "float", "timestamp"):
    _tag = f"tag:yaml.org,2002:{_kind}"
    _Loader.add_constructor(_tag, _as_written(yaml.SafeLoader.yaml_constructors[_tag]))
for _tag in _OF_PYTHON_2:
    _Loader.add_constructor(_tag, yaml.SafeLoader.construct_yaml_str)
_resolve_as_yaml_1_2(_Loader)


def load(text: str) -> Any:
    """The value of the first document.

    References are refused: by them a few lines stand for a billion values, and no journal here writes any.

    Raises:
        BadYaml
    """
    if len(text) > LARGEST_YAML:
        raise BadYaml(f"it has more than {LARGEST_YAML // MEGABYTE} MB of YAML")
    try:
        _check_events(text)
        return yaml.load(text, Loader=_Loader)  # noqa: S506 - a safe loader
    except yaml.MarkedYAMLError as error:
        line = f" in line {error.problem_mark.line + 1}" if error.problem_mark else ""
        raise BadYaml(f"it is not valid YAML{line}: {error.problem}") from None
    except (yaml.YAMLError, ValueError, RecursionError, OverflowError, TypeError, AttributeError) as error:
        if isinstance(error, BadYaml):
            raise
        raise BadYaml("it is not valid YAML") from None


def _check_events(text: str) -> None:
    depth = 0
    for count, event in enumerate(yaml.parse(text, Loader=_Loader)):
        if count > MOST_YAML_NODES:
            raise BadYaml(f"it has more than {MOST_YAML_NODES} values")
        if isinstance(event, yaml.AliasEvent):
            raise BadYaml("it refers to a part of itself")
        depth += isinstance(event, yaml.CollectionStartEvent) - isinstance(event, yaml.CollectionEndEvent)
        if depth > DEEPEST:
            raise BadYaml(f"it is nested more than {DEEPEST} deep")
