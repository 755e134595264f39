"""The terminal program: one module per noun, never Qt.

May import: journal, domain, charts, settings, paths, errors and click. To add a command: write it in its noun's
module and name it in program.COMMANDS; `--help` lists it from there without loading anything.
"""

from workjournal.cli.program import run

__all__ = ["run"]
