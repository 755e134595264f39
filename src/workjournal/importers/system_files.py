"""Files that no person and no journal wrote: a system puts them beside others, and into what it packs."""

import re

_OF_SYSTEMS = re.compile(
    r"(?:.*/)?(?:__MACOSX/.*|\._[^/]*|\.DS_Store|\.localized|Icon\r|Thumbs\.db|ehthumbs\.db|desktop\.ini|\.directory)",
    re.IGNORECASE | re.DOTALL,
)


def is_of_a_system(name: str) -> bool:
    """Whether a name in a tree is one of these.

    A Mac keeps what its disk knows of a file in "._name" beside it where another disk cannot hold that; what it packs
    has these in a folder "__MACOSX" of their own. The others say how a folder looks.
    """
    return _OF_SYSTEMS.fullmatch(name) is not None
