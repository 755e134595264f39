"""The reflection methods, one file each. To add one: a module with METHOD and its name in METHODS.

Forms, drafts, the terminal, Markdown, the pack and the tests follow from the tuple. Where two methods ask for the
same thing they use the same key, so that an answer stays when the method is changed half-way.
"""

from workjournal.domain.methods import (
    after_action_full,
    after_action_short,
    carl,
    deal,
    five_whys,
    four_ls,
    gibbs,
    kolb,
    period_review,
    plus_delta,
    premortem,
    probe_card,
    start_stop_continue,
    what_so_what,
    woop,
)
from workjournal.domain.methods.method import Method, UnknownMethod

METHODS: tuple[Method, ...] = (
    after_action_short.METHOD,
    after_action_full.METHOD,
    what_so_what.METHOD,
    gibbs.METHOD,
    kolb.METHOD,
    carl.METHOD,
    deal.METHOD,
    four_ls.METHOD,
    start_stop_continue.METHOD,
    plus_delta.METHOD,
    five_whys.METHOD,
    premortem.METHOD,
    woop.METHOD,
    probe_card.METHOD,
    period_review.METHOD,
)
DEFAULT = METHODS[0]


def method(key: str) -> Method:
    """The shipped method of that key.

    Raises:
        UnknownMethod: names those there are.
    """
    for known in METHODS:
        if known.key == key:
            return known
    raise UnknownMethod(key=key, known=", ".join(known.key for known in METHODS))
