"""Starts the program in a process forked from one that has the libraries loaded: those are two thirds of a command's time.

The program's own modules are loaded anew each time, with arguments, surroundings and streams of its own, and it ends as
any process does.
"""

import json
import os
import subprocess
import sys
import tempfile
from collections.abc import Mapping, Sequence
from pathlib import Path

LIBRARIES: tuple[str, ...] = (
    "alembic.migration",
    "argon2",
    "click",
    "cryptography.hazmat.primitives.ciphers.aead",
    "filelock",
)
LIBRARIES += (
    "markdown_it",
    "numpy",
    "pikepdf",
    "platformdirs",
    "pypdfium2",
    "sqlalchemy.orm",
    "sqlcipher3.dbapi2",
)
SERVER = """
import gc, importlib, json, os, runpy, sys
requests, answers = (int(number) for number in sys.argv[1:3])
for name in sys.argv[3:]:
    importlib.import_module(name)
gc.freeze()
with os.fdopen(requests) as lines:
    for line in lines:
        asked = json.loads(line)
        child = os.fork()
        if not child:
            break
        code = os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])
        os.write(answers, f"{code}\\n".encode())
    else:
        sys.exit()
os.close(answers)
for number, (stream, flags) in enumerate(zip(asked["streams"], (os.O_RDONLY, os.O_WRONLY, os.O_WRONLY))):
    opened = os.open(stream, flags)
    os.dup2(opened, number)
    os.close(opened)
os.environ.clear()
os.environ.update(asked["environment"])
sys.argv = ["workjournal", *asked["arguments"]]
runpy.run_module("workjournal", run_name="__main__", alter_sys=True)
"""


class Loaded:
    """The process with the libraries, for programs with the same settings of Python."""

    def __init__(self, environment: Mapping[str, str]) -> None:
        asked, self._requests = os.pipe()
        self._answers, answered = os.pipe()
        self._streams = tempfile.TemporaryDirectory()
        self._process = subprocess.Popen(
            [sys.executable, "-c", SERVER, str(asked), str(answered), *LIBRARIES],
            pass_fds=(asked, answered),
            env=dict(environment),
        )
        os.close(asked)
        os.close(answered)

    def run(
        self, arguments: Sequence[str], environment: Mapping[str, str], said: str
    ) -> subprocess.CompletedProcess[str]:
        """As `subprocess.run` of the program with captured output."""
        streams = [Path(self._streams.name, name) for name in ("in", "out", "beside")]
        for stream, content in zip(streams, (said, "", ""), strict=True):
            stream.write_text(content, encoding="utf-8")
        asked = {"arguments": arguments, "environment": dict(environment), "streams": [*map(str, streams)]}
        os.write(self._requests, f"{json.dumps(asked)}\n".encode())
        code = int(os.read(self._answers, 100) or b"-1")
        output, beside = (stream.read_text(encoding="utf-8") for stream in streams[1:])
        return subprocess.CompletedProcess([*arguments], code, output, beside)

    def stop(self) -> None:
        os.close(self._requests)
        self._process.wait()
        os.close(self._answers)
        self._streams.cleanup()
