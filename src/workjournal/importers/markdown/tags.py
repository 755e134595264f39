"""Tags within a Markdown text, by Obsidian's rules."""

import re

from workjournal.importers.markdown.mask import without_notes

_TAG = re.compile(
    r"(?<!\S)#([^\u2000-\u200c\u200e-\u206f\u2e00-\u2e7f'!\"#$%&()*+,.:;<=>?@^`{|}~\[\]\\\s\0]++)"
)
"""Behind a blank or at the start of a line, up to a sign that no tag has (https://help.obsidian.md/tags, tag-wrangler's
Tag.js). U+200D joins the parts of an emoji."""


def tags_of(masked: str) -> list[str]:
    """The tags of a text whose code is hidden, without their sign: each once, as it is written first; no figures alone."""
    if "#" not in masked:
        return []
    found: dict[str, str] = {}
    for tag in _TAG.findall(without_notes(masked)):
        name = tag.strip("/")
        if name and not name.isdigit():
            found.setdefault(name.casefold(), name)
    return list(found.values())
