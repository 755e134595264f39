"""How to search, by examples that can be tried."""

from PySide6.QtCore import QCoreApplication

from workjournal.ui.marked import QT_TRANSLATE_NOOP
from workjournal.ui.widgets.row_list import Row

_EXAMPLES = (
    (QT_TRANSLATE_NOOP("SearchExamples", "harbour plan"), QT_TRANSLATE_NOOP("SearchExamples", "Both words, in any order")),
    (QT_TRANSLATE_NOOP("SearchExamples", '"capacity plan"'), QT_TRANSLATE_NOOP("SearchExamples", "The words one after the other")),
    (QT_TRANSLATE_NOOP("SearchExamples", "deleg*"), QT_TRANSLATE_NOOP("SearchExamples", "Words that begin so; the last word does anyway while you type")),
    (QT_TRANSLATE_NOOP("SearchExamples", "plan -rota"), QT_TRANSLATE_NOOP("SearchExamples", "Not those with this word; a minus works before everything")),
    ("kind:challenge from:2026-01", QT_TRANSLATE_NOOP("SearchExamples", "Of one kind, since January 2026; also to: and on:")),
    ("kind:lesson", QT_TRANSLATE_NOOP("SearchExamples", "Only lessons; or reflection, goal, check-in, action, attachment …")),
    ("tag:planning has:attachment", QT_TRANSLATE_NOOP("SearchExamples", "With a tag and a file; also person:, skill: and goal:")),
    ("is:unreflected from:2026", QT_TRANSLATE_NOOP("SearchExamples", "Not reflected yet; or is:open, is:done, is:shared")),
)  # fmt: skip


def rows() -> list[Row]:
    """An example each; the id is the line."""
    made = []
    for line, meaning in _EXAMPLES:
        told = QCoreApplication.translate("SearchExamples", line)
        made.append(Row(told, told, QCoreApplication.translate("SearchExamples", meaning), "search"))
    return made
