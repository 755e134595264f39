import gc
import threading
import weakref

import pytest
from PySide6.QtCore import QObject, QThread
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot
from shiboken6 import delete

from workjournal.ui import errors, tasks


@pytest.fixture
def owner(qtbot: QtBot) -> QWidget:
    made = QWidget()
    qtbot.addWidget(made)
    return made


def test_the_result_comes_on_the_gui_thread(owner: QWidget) -> None:
    got: list[object] = []
    tasks.run(
        lambda _: QThread.currentThread(), lambda there: got.extend([there, QThread.currentThread()]), owner
    )
    tasks.wait_all()
    assert got[1] is owner.thread()
    assert got[0] is not got[1]


def test_progress(owner: QWidget) -> None:
    told: list[tuple[float, str]] = []

    def work(report: tasks.Report) -> None:
        for step in range(3):
            report(step / 2, f"{step}")

    tasks.run(work, lambda _: None, owner, progress=lambda fraction, text: told.append((fraction, text)))
    tasks.wait_all()
    assert told == [(0.0, "0"), (0.5, "1"), (1.0, "2")]


def test_cancelling_stops_the_work_and_drops_the_result(owner: QWidget) -> None:
    begun, go_on = threading.Event(), threading.Event()
    reached: list[str] = []

    def work(report: tasks.Report) -> str:
        begun.set()
        go_on.wait(5)
        report(0.5, "")
        reached.append("end")
        return "result"

    task = tasks.run(work, reached.append, owner)
    assert begun.wait(5)
    task.cancel()
    go_on.set()
    tasks.wait_all()
    assert reached == []


def test_a_result_is_dropped_when_its_owner_is_gone(qtbot: QtBot) -> None:
    owner = QWidget()
    go_on = threading.Event()
    reached: list[object] = []
    tasks.run(lambda _: go_on.wait(5), reached.append, owner)
    delete(owner)
    go_on.set()
    tasks.wait_all()
    assert reached == []


def test_errors_go_to_who_asked_for_them(owner: QWidget) -> None:
    caught: list[Exception] = []
    tasks.run(lambda _: 1 // 0, lambda _: None, owner, failed=caught.append)
    tasks.wait_all()
    assert isinstance(caught[0], ZeroDivisionError)


def test_other_errors_go_to_the_one_place(owner: QWidget, monkeypatch: pytest.MonkeyPatch) -> None:
    caught: list[BaseException] = []
    monkeypatch.setattr(errors, "report", caught.append)
    tasks.run(lambda _: 1 // 0, lambda _: None, owner)
    tasks.wait_all()
    assert isinstance(caught[0], ZeroDivisionError)


def test_many_at_once(owner: QWidget) -> None:
    got: list[int] = []
    for number in range(200):
        tasks.run(lambda _, number=number: number, got.append, owner)  # type: ignore[misc] # mypy cannot infer it
    tasks.wait_all()
    assert sorted(got) == list(range(200))


def test_what_is_done_holds_nobody() -> None:
    """Freed together with its owner, in the worker, a Task crashed Qt."""
    waiting = QObject()
    known = weakref.ref(waiting)
    task = tasks.run(lambda _: 1, lambda _: None, waiting)
    tasks.wait_all()
    del waiting
    gc.collect()
    assert known() is None
    assert not task.cancelled


def test_no_widget_is_destroyed_by_the_worker_that_happens_to_collect(owner: QWidget) -> None:
    """Cycles are collected by whichever thread allocates. Seen failing, and Qt crashing, with collecting left on."""
    died_in: list[int] = []

    def allocate(_: tasks.Report) -> None:
        for _each in range(200):
            assert all(kept is not None for kept in [list[int]() for _ in range(1000)])

    for _ in range(20):
        gone = QWidget()
        gone.itself = gone  # type: ignore[attr-defined] # a cycle, as callbacks make them
        weakref.finalize(gone, lambda: died_in.append(threading.get_ident()))
        del gone
        tasks.run(allocate, lambda _: None, owner)
    tasks.wait_all()
    assert gc.isenabled()
    gc.collect()
    assert set(died_in) == {threading.get_ident()}
    assert len(died_in) == 20
