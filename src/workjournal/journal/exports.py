"""A journal, or a part of it, written out for other programs: readable, or encrypted under a passphrase."""

from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace
from pathlib import Path

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from workjournal.domain.attachment import Attachment
from workjournal.domain.entity import Entity
from workjournal.exporters import EXPORTERS, exporter, sealed
from workjournal.exporters.exporter import Exporter
from workjournal.exporters.sealed import Unsealed
from workjournal.exporters.shape import Shape, shape_of, target_of
from workjournal.exporters.sink import LoneSink, Sink, ZipSink
from workjournal.journal.exporting import writing
from workjournal.journal.exporting.choice import Choice
from workjournal.journal.exporting.index import PAGES
from workjournal.journal.exporting.matching import among
from workjournal.journal.exporting.reach import chosen
from workjournal.journal.exporting.reading import sheaf
from workjournal.journal.exporting.rows import contents
from workjournal.journal.exporting.writing import ExportUnwritable
from workjournal.journal.service import called
from workjournal.store.copying import part
from workjournal.store.integrity import Report, unheard
from workjournal.store.store import Store

_WRITING = "Writing"
_SEALING = 0.9
"""How far everything is by the time it is to be encrypted."""


@dataclass(frozen=True)
class Exported:
    """What was written: where, in how many files and bytes, and how many things of each sort ("role profile": 2).

    `left_out` are sentences about what could not be had, such as a damaged attachment.
    """

    path: Path
    files: int
    bytes: int
    things: Mapping[str, int]
    left_out: tuple[str, ...] = ()


class Exports:
    """The verbs for exporting. Nothing here changes the journal."""

    def __init__(self, store: Store) -> None:
        self.store = store

    def formats(self) -> Sequence[Exporter]:
        """What can be written."""
        return EXPORTERS

    def suggested_name(self, key: str, *, encrypted: bool = False) -> str:
        """A name for an export of today.

        Raises:
            UnknownExport
        """
        day = self.store.clock().astimezone().date().isoformat()
        return target_of(
            exporter(key), Path(f"Workjournal {day}{exporter(key).usual}"), encrypted=encrypted
        ).name

    def count(self, choice: Choice) -> dict[str, int]:
        """How many of each sort a choice holds, the trash apart: "episode", "attachment" …; those of which there are none too.

        Raises:
            NoSuchTag
        """
        with self.store.reading() as session:
            return _counted(session, choice)

    def run(
        self,
        choice: Choice,
        key: str,
        target: Path,
        *,
        passphrase: str | None = None,
        replace: bool = False,
        report: Report = unheard,
    ) -> Exported:
        """Write what was chosen to a new file or folder; see `exporters/shape.py` for which of them it becomes.

        Args:
            choice: what of the journal.
            key: of the format.
            target: in a folder that is there, outside the vault. An encrypted export's name gets ".age" behind it.
            passphrase: what it is encrypted under; None leaves it readable for everybody.
            replace: whether a file, or a folder that an export made, may be replaced.
            report: told how far it is; what it raises gives it up, and nothing is left of it.

        Raises:
            UnknownExport, NoSuchTag, ExportThere, NotAnExport, ExportUnwritable, NotEncrypted, NoExportPassphrase,
            TooLargeToSeal, TooLargeForOneFile
        """
        format_ = exporter(key)
        path = target_of(format_, self._outside(target), encrypted=passphrase is not None)
        shape = shape_of(format_, path)
        if passphrase is None:
            with self._sink(path, shape, replace=replace) as sink:
                exported = self._write(choice, format_, sink, shape, report)
                report(1.0, _WRITING)  # the last time that it can be given up
        else:
            sealed.check(passphrase)
            with writing.new_file(path, replace=replace) as file:
                whole = Unsealed()
                with _in_memory(whole, shape, self.store) as sink:
                    exported = self._write(choice, format_, sink, shape, part(report, 0.0, _SEALING))
                report(_SEALING, "Encrypting")
                file.write(sealed.sealed(whole.getvalue(), passphrase))
                report(1.0, _WRITING)
        return _measured(exported, path)

    def _write(self, choice: Choice, format_: Exporter, sink: Sink, shape: Shape, report: Report) -> Exported:
        if format_.write is None:
            return self._write_rows(choice, sink, shape, report)
        troubles: list[str] = []
        with self.store.reading() as session:
            whole = sheaf(self.store, session, choice, troubles, report, with_files=format_.holds_files)
            format_.write(whole, sink)
        counts = whole.counts()
        things = {called(kind): counts[noun] for kind, noun in PAGES.items() if noun in counts}
        return Exported(Path(), sink.files, 0, things, tuple(troubles))

    def _write_rows(self, choice: Choice, sink: Sink, shape: Shape, report: Report) -> Exported:
        from workjournal.exporters import journal_json

        write = journal_json.write_lone if shape is Shape.LONE else journal_json.write
        with contents(self.store, choice, self.store.clock()) as rows:
            written = write(rows, sink, report)
        things = {table.replace("_", " "): number for table, number in written.counts.items() if number}
        return Exported(Path(), sink.files, 0, things, tuple(written.left_out))

    @contextmanager
    def _sink(self, path: Path, shape: Shape, *, replace: bool) -> Iterator[Sink]:
        if shape is Shape.FOLDER:
            with writing.new_folder(path, replace=replace) as folder:
                yield folder
            return
        with writing.new_file(path, replace=replace) as file:
            if shape is Shape.LONE:
                yield LoneSink(file)
            else:
                with ZipSink(file, self.store.clock().astimezone()) as archive:
                    yield archive

    def _outside(self, target: Path) -> Path:
        """Never into the vault: what is readable has no place there.

        Raises:
            ExportUnwritable
        """
        try:
            path = target.expanduser().absolute()
            lies_in = path.resolve().is_relative_to(self.store.keys.folder.resolve())
        except (OSError, RuntimeError) as error:  # links in a circle; "~nobody"
            raise ExportUnwritable(path=target, reason="there is no such folder") from error
        if lies_in:
            raise ExportUnwritable(path=target, reason="it lies in the journal's own folder")
        if path.name in {"", ".."}:
            raise ExportUnwritable(path=target, reason="it has no name of its own")
        return path


@contextmanager
def _in_memory(whole: Unsealed, shape: Shape, store: Store) -> Iterator[Sink]:
    if shape is Shape.LONE:
        yield LoneSink(whole)
    else:
        with ZipSink(whole, store.clock().astimezone()) as archive:
            yield archive


def _counted(session: Session, choice: Choice) -> dict[str, int]:
    wanted, found = chosen(session, choice), dict[str, int]()
    kinds: tuple[type[Entity], ...] = (*PAGES, Attachment)
    for kind in kinds:
        ids = wanted[kind.__tablename__]
        living = [kind.trashed_at.is_(None), *([] if ids is None else [among(kind.id, ids)])]
        found[called(kind)] = session.scalar(select(func.count(kind.id)).where(*living)) or 0
    return found


def _measured(exported: Exported, path: Path) -> Exported:
    files = [each for each in path.rglob("*") if each.is_file()] if path.is_dir() else [path]
    return replace(exported, path=path, bytes=sum(each.stat().st_size for each in files))
