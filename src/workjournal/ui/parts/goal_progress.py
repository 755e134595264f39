"""How a goal is going: the line of its check-ins, what was said in them, and the episodes that are evidence."""

import datetime as dt
from uuid import UUID

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLabel, QWidget

from workjournal.domain.episode import Episode
from workjournal.domain.goal import CheckIn, Goal
from workjournal.journal.episodes import EpisodeFilter
from workjournal.journal.journal import Journal
from workjournal.ui import form, words
from workjournal.ui.parts import goal_words
from workjournal.ui.widgets.check_in_list import CheckInList, CheckInRow
from workjournal.ui.widgets.progress_line import Line, ProgressLine
from workjournal.ui.widgets.row_list import Row, RowChip, RowList

_MOST = 50


class GoalProgress(QWidget):
    """Shows only; `episode` asks for one of the episodes."""

    episode = Signal(UUID)

    line: ProgressLine
    check_ins: CheckInList
    none_yet: QLabel
    count: QLabel
    line_card_title: QLabel
    evidence: RowList
    no_evidence: QLabel
    evidence_count: QLabel

    def __init__(self, journal: Journal, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._journal = journal
        form.fill(self, "goal_progress")
        self.evidence.opened.connect(self.episode)

    def show_goal(self, goal: Goal, today: dt.date) -> None:
        """Read everything again."""
        progress = _points(goal, "progress")
        confidence = _points(goal, "confidence")
        if goal.start is not None and goal.confidence_before is not None:
            confidence = ((goal.start, goal.confidence_before), *confidence)
        lines = [Line(self.tr("Progress"), progress, 0), Line(self.tr("Confidence"), confidence, 1)]
        self.line.set_lines(lines, goal.start or today, goal.closed or today)
        self.line.setVisible(max(len(progress), len(confidence)) > 1)
        self.line_card_title.setText(self.tr("How it went") if goal.closed else self.tr("How it is going"))
        newest_first = goal.check_ins[::-1]
        self.check_ins.set_rows([self._check_in(check_in) for check_in in newest_first])
        self.check_ins.setVisible(bool(newest_first))
        self.none_yet.setVisible(not newest_first)
        self.count.setText(self.tr("%n check-in(s)", "", len(newest_first)) if newest_first else "")
        self._show_evidence(goal.id)

    def _show_evidence(self, goal_id: UUID) -> None:
        wanted = EpisodeFilter(goal=goal_id)
        episodes = self._journal.episodes.newest(wanted, limit=_MOST)
        self.evidence.set_rows([self._episode(episode) for episode in episodes])
        self.evidence.setVisible(bool(episodes))
        self.no_evidence.setVisible(not episodes)
        whole = self._journal.episodes.count(wanted) if len(episodes) == _MOST else len(episodes)
        told = self.tr("%n episode(s)", "", whole)
        if whole > _MOST:
            told = self.tr("the newest {shown} of {whole}").format(shown=_MOST, whole=whole)
        self.evidence_count.setText(told if episodes else "")

    def _check_in(self, check_in: CheckIn) -> CheckInRow:
        numbers = (
            (self.tr("Progress {value}"), check_in.progress),
            (self.tr("Confidence {value}"), check_in.confidence),
            (self.tr("Measure {value}"), self._measure(check_in)),
        )
        said = (
            (self.tr("What changed"), check_in.changed),
            (self.tr("Feedback received"), check_in.feedback),
            (self.tr("Help needed"), check_in.help_needed),
        )
        return CheckInRow(
            id=check_in.id,
            day=goal_words.day(check_in.date, "d MMM"),
            numbers=" · ".join(text.format(value=value) for text, value in numbers if value is not None),
            said=tuple((label, text) for label, text in said if text),
        )

    def _measure(self, check_in: CheckIn) -> str | None:
        if check_in.measure_value is None:
            return None
        return self.locale().toString(check_in.measure_value, "g", 6)

    @staticmethod
    def _episode(episode: Episode) -> Row:
        kind = RowChip(
            words.kind_word(episode.kind), words.kind_tone(episode.kind), words.kind_icon(episode.kind)
        )
        block = (goal_words.day(episode.date, "MMM").upper().rstrip("."), goal_words.day(episode.date, "d"))
        second = " ".join(episode.result[:300].split()) or words.excerpt(episode)
        return Row(episode.id, episode.title, second, block=block, chips=(kind,))


def _points(goal: Goal, field: str) -> tuple[tuple[dt.date, int], ...]:
    given = ((check_in.date, getattr(check_in, field)) for check_in in goal.check_ins)
    return tuple((day, value) for day, value in given if value is not None)
