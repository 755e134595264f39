"""The journals that can be made beside this one, as the dialog needs to know them."""

from pathlib import Path

from PySide6.QtCore import QCoreApplication

from workjournal.journal import restoring as restored
from workjournal.journal.checks.findings import Finding
from workjournal.journal.copies.folders import Copy
from workjournal.journal.journal import Journal
from workjournal.ui.dialogs.beside import Made, Making
from workjournal.ui.guards import copy_words
from workjournal.ui.marked import QT_TRANSLATE_NOOP
from workjournal.ui.tasks import Report
from workjournal.ui.window_words import in_the_window

_RESTORE = QT_TRANSLATE_NOOP("BesideWork", "Restore the backup of {moment}")
_RESTORE_WORDS = QT_TRANSLATE_NOOP(
    "BesideWork",
    "A new journal is made of it in a folder of its own; the present one is not touched. It opens with what opened the "
    "journal when the backup was made.",
)
_RESTORED = QT_TRANSLATE_NOOP("BesideWork", "The backup was restored and compared: {held}, in {folder}.")
_RESCUE_WORDS = QT_TRANSLATE_NOOP(
    "BesideWork",
    "A new journal is made of all that can still be read, in a folder of its own; the damaged one is only read. It opens "
    "with the same passphrases and codes. What is lost is named at the end.",
)
_RESCUED = QT_TRANSLATE_NOOP(
    "BesideWork", "This came over into {folder}: {held}. Keep the damaged journal until you are sure."
)


def restoring(journal: Journal, copy: Copy, moment: str, *, asks: bool) -> Making:
    """A journal out of a backup; one of an earlier key `asks` for a secret of that time."""

    def work(target: Path, secret: str, report: Report) -> Made:
        journal.backups.restore(copy, target, secret, report)
        held = copy_words.holds(copy.counts) or _tr(QT_TRANSLATE_NOOP("BesideWork", "all of it"))
        return Made(target, _tr(_RESTORED).format(held=held, folder=target))

    return Making(
        _tr(_RESTORE).format(moment=moment),
        _tr(_RESTORE_WORDS),
        _tr(QT_TRANSLATE_NOOP("BesideWork", "Restore")),
        restored.free_name(journal.folder),
        asks,
        work,
    )


def rescuing(journal: Journal) -> Making:
    """A journal out of what can be read of a damaged one."""

    def work(target: Path, secret: str, report: Report) -> Made:
        rescued = journal.rescue(secret, target, report)
        held = copy_words.holds(rescued.rows, 5) or _tr(QT_TRANSLATE_NOOP("BesideWork", "nothing"))
        told = _tr(_RESCUED).format(held=held, folder=target)
        return Made(target, told, tuple(_line(finding) for finding in rescued.findings))

    return Making(
        _tr(QT_TRANSLATE_NOOP("BesideWork", "Rescue what can be read")),
        _tr(_RESCUE_WORDS),
        _tr(QT_TRANSLATE_NOOP("BesideWork", "Rescue it")),
        restored.free_name(journal.folder),
        asks=True,
        work=work,
    )


def _line(finding: Finding) -> str:
    return f"{finding.where}: {finding.what} {in_the_window(finding.way_out)}"


def _tr(text: str) -> str:
    return QCoreApplication.translate("BesideWork", text)
