from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, time
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtWidgets import QCheckBox, QLabel, QLineEdit, QPushButton, QSpinBox, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from workjournal import resources
from workjournal.ui import form
from workjournal.ui.widgets.date_field import DateField
from workjournal.ui.widgets.label_field import LabelField
from workjournal.ui.widgets.prose_edit import ProseEdit
from workjournal.ui.widgets.rating import Rating

FIELDS = {
    "title_": "QLineEdit",
    "story": "ProseEdit",
    "stretch": "Rating",
    "day": "DateField",
    "tags": "LabelField",
    "done": "QCheckBox",
    "count": "QSpinBox",
    "save": "QPushButton",
}


@dataclass
class Thing:
    title: str = ""
    story: str = ""
    stretch: int | None = None
    day: date | None = None
    tags: list[str] | None = None
    done: bool = False

    def save(self) -> None:
        raise AssertionError


class Sheet(QWidget):
    title_: QLineEdit
    story: ProseEdit
    stretch: Rating
    day: DateField
    tags: LabelField
    done: QCheckBox
    count: QSpinBox
    save: QPushButton


class Wanting(QWidget):
    recalled: QPushButton


Write = Callable[[dict[str, str]], None]


@pytest.fixture
def write(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Write:
    """Writes the form "sample" with these children."""
    real = resources.path
    monkeypatch.setattr(
        resources,
        "path",
        lambda *parts: tmp_path / parts[-1] if parts[-1] == "sample.ui" else real(*parts),
    )

    def written(children: dict[str, str]) -> None:
        items = "".join(
            f'<item><widget class="{kind}" name="{name}"/></item>' for name, kind in children.items()
        )
        (tmp_path / "sample.ui").write_text(
            '<?xml version="1.0"?><ui version="4.0"><class>Sheet</class><widget class="QWidget" name="Sheet">'
            f'<layout class="QVBoxLayout" name="column">{items}</layout></widget></ui>',
            encoding="utf-8",
        )

    return written


@pytest.fixture
def sheet(write: Write, qtbot: QtBot) -> Sheet:
    write(FIELDS)
    made = Sheet()
    qtbot.addWidget(made)
    form.fill(made, "sample")
    return made


def test_the_owner_becomes_the_root_and_gets_attributes(sheet: Sheet) -> None:
    assert isinstance(sheet.layout(), QVBoxLayout)
    assert isinstance(sheet.stretch, Rating)
    assert sheet.save.parentWidget() is sheet


def test_what_is_missing_is_told(write: Write, qtbot: QtBot) -> None:
    write({})
    owner = Wanting()
    qtbot.addWidget(owner)
    with pytest.raises(form.FormError, match=r"sample\.ui has no QPushButton named 'recalled'"):
        form.fill(owner, "sample")


@pytest.mark.no_qt_log
def test_a_broken_form_is_told(tmp_path: Path, write: Write, qtbot: QtBot) -> None:
    write({})
    (tmp_path / "sample.ui").write_text("<ui", encoding="utf-8")
    owner = QWidget()
    qtbot.addWidget(owner)
    with pytest.raises(form.FormError, match=r"sample\.ui"):
        form.fill(owner, "sample")


def test_values_go_there_and_back(sheet: Sheet) -> None:
    thing = Thing("Pushed back", "a\u00a0b\n\n- c", 65, date(2026, 11, 19), ["Launch", "Conflict"], done=True)
    form.show(sheet, thing)
    assert sheet.title_.text() == "Pushed back"
    copied = Thing()
    form.read(sheet, copied)
    assert copied == thing


def test_none_stays_none(sheet: Sheet) -> None:
    form.show(sheet, {"stretch": 40, "day": date(2026, 1, 1)})
    form.show(sheet, Thing())
    values = form.read(sheet)
    assert values["stretch"] is None
    assert values["day"] is None
    assert values["tags"] == []
    assert "save" not in values


def test_a_spin_box_with_a_word_for_none(sheet: Sheet) -> None:
    sheet.count.setSpecialValueText("–")
    form.show(sheet, {"count": 5})
    assert form.read(sheet, names=("count",)) == {"count": 5}
    form.show(sheet, {"count": None})
    assert form.read(sheet, names=("count",)) == {"count": None}


def test_only_names_asked_for(sheet: Sheet) -> None:
    form.show(sheet, {"title": "a", "story": "b"}, ("title",))
    assert sheet.story.text == ""
    assert form.read(sheet, names=("title",)) == {"title": "a"}


def test_what_is_equal_is_not_set(sheet: Sheet) -> None:
    class Watched(Thing):
        sets = 0

        def __setattr__(self, name: str, value: object) -> None:
            Watched.sets += 1
            super().__setattr__(name, value)

    thing = Watched("Same", tags=[])
    form.show(sheet, thing)
    Watched.sets = 0
    form.read(sheet, thing)
    assert Watched.sets == 0


def test_times_and_dates_of_qt_come_as_pythons(write: Write, qtbot: QtBot) -> None:
    write({"begin": "QDateEdit", "at": "QTimeEdit"})
    owner = QWidget()
    qtbot.addWidget(owner)
    form.fill(owner, "sample")
    form.show(owner, {"begin": date(2026, 11, 19), "at": time(16, 40)})
    assert form.read(owner) == {"begin": date(2026, 11, 19), "at": time(16, 40)}


def test_a_form_within_a_form(write: Write, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    class Nested(QWidget):
        def __init__(self, parent: QWidget | None = None) -> None:
            super().__init__(parent)
            form.fill(self, "palette")

    monkeypatch.setitem(form._BY_NAME, "Nested", Nested)
    form._promoted.cache_clear()
    write({"inner": "Nested", "after": "QLabel"})
    owner = QWidget()
    qtbot.addWidget(owner)
    form.fill(owner, "sample")
    after = owner.findChild(QLabel, "after")
    assert after is not None
    assert after.parentWidget() is owner
    assert owner.findChild(QLineEdit, "query") is not None


def test_every_field_tells_of_changes(sheet: Sheet, qtbot: QtBot) -> None:
    for name, field in form.fields(sheet).items():
        assert form.changed(field), name
    with qtbot.waitSignal(form.changed(sheet.title_)):
        sheet.title_.setText("x")


def test_filled_widgets_go_with_their_owner(write: Write, qtbot: QtBot) -> None:
    write(FIELDS)
    for _ in range(20):
        owner = Sheet()
        form.fill(owner, "sample")
        owner.deleteLater()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
