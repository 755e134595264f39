"""Keeping while typing: there is no Save button to forget."""

from collections.abc import Callable, Collection, Iterator
from contextlib import contextmanager

from PySide6.QtCore import QObject, QTime, QTimer, Signal
from PySide6.QtWidgets import QWidget

from workjournal.ui import form


class Autosave(QObject):
    """Watches fields and keeps their values a second after the last key, and every three seconds meanwhile.

    self.autosave = Autosave(self, self._keep, ("title", "story"))
    with self.autosave.quiet(): form.show(self, episode)
    self.autosave.flush()                      # in leave()

    `keep` gets the values by name. If it saves in a Task it returns False, and whoever receives the result calls
    `confirm()`; otherwise they count as kept when it returns. What raises stays unkept and is tried again.
    """

    kept = Signal(QTime)
    """The values are safe since that time of day."""
    dirtied = Signal()
    """Something was typed that is not kept yet."""

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
        self._dirty = False
        self._muted = 0
        self._quiet = QTimer(self, singleShot=True, interval=quiet_ms)
        self._longest = QTimer(self, singleShot=True, interval=longest_ms)
        self._quiet.timeout.connect(self.flush)
        self._longest.timeout.connect(self.flush)
        for field in form.fields(owner, names).values():
            form.changed(field).connect(self.touch)

    @property
    def dirty(self) -> bool:
        """Whether something waits to be kept."""
        return self._dirty

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
        self._quiet.stop()
        self._longest.stop()
        if not self._dirty:
            return
        self._dirty = False
        try:
            done = self._keep(form.read(self._owner, names=self._names))
        except BaseException:
            self._dirty = True
            raise
        if done is not False:
            self.confirm()

    def confirm(self) -> None:
        """Say that what was handed to `keep` is safe."""
        self.kept.emit(self._clock())

    def forget(self) -> None:
        """Drop what waits: the thing it belongs to went into the trash."""
        self._quiet.stop()
        self._longest.stop()
        self._dirty = False

    @contextmanager
    def quiet(self) -> Iterator[None]:
        """Fill the fields without that counting as typing."""
        self._muted += 1
        try:
            yield
        finally:
            self._muted -= 1
