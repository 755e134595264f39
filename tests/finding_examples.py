"""Calls of every verb of the search; the queries have every filter, so that none reads the texts of episodes."""

from service_examples import Verbs
from workjournal.domain.keeping import Preference

QUERIES = (
    *("depot", "moved dep*", '"the depot"', "-depot", "会議", "-会議", "σοφός", "straße"),
    *("kind:challenge", "kind:lesson kind:goal", "-kind:win depot", "tag:depot", 'person:"Ada Holm"'),
    *("skill:planning", "goal:stock", "from:2026-01 to:2026-12", "-on:today", "depot from:2026 -on:2026-01"),
    *(f"has:{each}" for each in ("attachment", "reflection", "link", "note", "goal", "lesson")),
    *(f"depot -has:{each}" for each in ("attachment", "reflection", "link", "note", "goal", "lesson")),
    *(f"is:{each}" for each in ("unreflected", "shared", "open", "done")),
    *(f"-is:{each} depot" for each in ("unreflected", "shared", "open", "done")),
)

SEARCH: Verbs = {
    "search.find": (
        lambda journal, _: [
            journal.search.find(query, newest_first=newest) for query in QUERIES for newest in (True, False)
        ],
        set(),
    ),
    "search.suggest": (lambda journal, _: journal.search.suggest("depto tag:dpot"), set()),
    "search.save": (lambda journal, _: journal.search.save("Mine", "depot"), {Preference}),
    "search.saved": (lambda journal, _: journal.search.saved(), set()),
    "search.named": (lambda journal, _: journal.search.named("mine"), set()),
    "search.rename": (lambda journal, _: journal.search.rename("Mine", "Ours"), {Preference}),
    "search.drop": (lambda journal, _: journal.search.drop("ours"), {Preference}),
}
