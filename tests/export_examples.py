"""The verbs of exporting: each reads, and changes nothing."""

from service_examples import Verbs
from workjournal.journal.exporting.choice import Choice

EXPORTS: Verbs = {
    "exports.formats": (lambda journal, _: journal.exports.formats(), set()),
    "exports.suggested_name": (lambda journal, _: journal.exports.suggested_name("json"), set()),
    "exports.count": (lambda journal, _: journal.exports.count(Choice()), set()),
    "exports.run": (
        lambda journal, one: journal.exports.run(Choice(), "text", one.folder / "journal.txt", replace=True),
        set(),
    ),
}
