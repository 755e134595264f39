"""The verbs of writing: earlier versions, templates, spelling."""

from service_examples import Verbs
from workjournal.domain.keeping import Preference
from workjournal.domain.text_template import TextTemplate

WRITING: Verbs = {
    "revisions.versions": (lambda journal, one: journal.revisions.versions(one.episode.id, "story"), set()),
    "text_templates.all": (lambda journal, _: journal.text_templates.all(), set()),
    "text_templates.keep": (
        lambda journal, _: journal.text_templates.keep([TextTemplate("Stand-up", "{day}")]),
        {Preference},
    ),
    "spelling.languages": (lambda journal, _: journal.spelling.languages(), set()),
    "spelling.choose": (lambda journal, _: journal.spelling.choose(("en_GB",)), {Preference}),
    "spelling.own_words": (lambda journal, _: journal.spelling.own_words(), set()),
    "spelling.add": (lambda journal, _: journal.spelling.add("depotplan"), {Preference}),
    "spelling.remove": (lambda journal, _: journal.spelling.remove("depotplan"), {Preference}),
    "spelling.names": (lambda journal, _: journal.spelling.names(), set()),
}
