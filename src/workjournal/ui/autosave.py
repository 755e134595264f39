"""Keeping while typing: there is no Save button to forget."""

from collections.abc import Callable, Collection, Iterator
from contextlib import contextmanager

from PySide6.QtCore import QObject, QTime, QTimer, Signal
from PySide6.QtWidgets import QLineEdit, QTextEdit, QWidget

from workjournal.errors import JournalError
from workjournal.ui import errors, form, slow_saves

RETRY_MS = 5000


class Autosave(QObject):
    """Watches fields and keeps their values a second after the last key, and every three seconds meanwhile.

    self.autosave = Autosave(self, self._keep, ("title", "story"))
    with self.autosave.quiet(): form.show(self, episode)
    self.autosave.flush()                      # in leave()

    `keep` gets the values by name. If it saves in a Task it returns False, and whoever receives the result calls
    `confirm()`; otherwise they count as kept when it returns. What raises stays unkept and is tried again: by itself
    every five seconds, with one message for all of it.
    """

    kept = Signal(QTime)
    """The values are safe since that time of day."""
    dirtied = Signal()
    """Something was typed that is not kept yet."""
    unkept = Signal(str)
    """It could not be kept, and why."""

    def __init__(
        self,
        owner: QWidget,
        keep: Callable[[dict[str, object]], object],
        names: Collection[str] = (),
        *,
        quiet_ms: int = 1000,
        longest_ms: int = 3000,
        clock: Callable[[], QTime] = QTime.currentTime,
    ) -> None:
        super().__init__(owner)
        self._owner, self._keep, self._names, self._clock = owner, keep, names, clock
        self._beside: Callable[[], object] = lambda: None
        self._dirty = False
        self._muted = 0
        self._troubled = False
        self._quiet = QTimer(self, singleShot=True, interval=quiet_ms)
        self._longest = QTimer(self, singleShot=True, interval=longest_ms)
        self._retry = QTimer(self, singleShot=True, interval=RETRY_MS)
        for timer in (self._quiet, self._longest, self._retry):
            timer.timeout.connect(self._keep_by_itself)
        for field in self.fields().values():
            form.changed(field).connect(self.touch)

    @property
    def dirty(self) -> bool:
        """Whether something waits to be kept."""
        return self._dirty

    def fields(self) -> dict[str, QWidget]:
        """What is watched, by name."""
        return form.fields(self._owner, self._names)

    def keep_beside(self, keep: Callable[[], object]) -> None:
        """Have `keep` called each time the values are safe, for what is typed and is no value yet."""
        self._beside = keep

    def touch(self) -> None:
        """Something changed: keep it soon. Also for what is not a field."""
        if self._muted:
            return
        if not self._dirty:
            self._dirty = True
            self.dirtied.emit()
        self._quiet.start()
        if not self._longest.isActive():
            self._longest.start()

    def flush(self) -> None:
        """Keep now what is not kept."""
        if self._flush() is not False:
            self._flush_beside()
            self.confirm()

    def confirm(self) -> None:
        """Say that what was handed to `keep` is safe."""
        self._troubled = False
        self.kept.emit(self._clock())

    def forget(self) -> None:
        """Drop what waits: the thing it belongs to was saved, or went into the trash."""
        self._stop()
        self._dirty = False
        self._flush_beside()

    def freeze(self) -> None:
        """Nothing can be kept here: the fields are only read."""
        self._muted += 1
        for field in self.fields().values():
            if isinstance(field, QLineEdit | QTextEdit):
                field.setReadOnly(True)
            else:
                field.setEnabled(False)

    def _flush(self) -> object:
        """Hand over what is not kept; False if there was nothing, or if it is not safe yet."""
        self._stop()
        if not self._dirty:
            return False
        self._dirty = False
        try:
            return self._keep(form.read(self._owner, names=self._names))
        except BaseException:
            self._dirty = True
            raise

    def _flush_beside(self) -> None:
        try:
            self._beside()
        except BaseException:
            self._dirty = True
            raise

    def _keep_by_itself(self) -> None:
        self._by_itself(self._flush, lambda: self._by_itself(self._flush_beside, self.confirm))

    def _by_itself(self, keep: Callable[[], object], then: Callable[[], object]) -> None:
        """By a timer: nobody waits, so it may take its time, and trouble is told once until it is over."""
        done: object = False
        try:
            with slow_saves.may_wait(self, lambda _: then(), self._not_kept) as handed:
                done = keep()
        except JournalError as error:
            self._not_kept(error)
        else:
            if done is not False and not handed:
                then()

    def _not_kept(self, error: Exception) -> None:
        told, self._troubled, self._dirty = self._troubled, True, True
        self._retry.start()
        self.unkept.emit(str(error))
        if not told:
            errors.report(error)

    def _stop(self) -> None:
        for timer in (self._quiet, self._longest, self._retry):
            timer.stop()

    @contextmanager
    def quiet(self) -> Iterator[None]:
        """Fill the fields without that counting as typing."""
        self._muted += 1
        try:
            yield
        finally:
            self._muted -= 1
