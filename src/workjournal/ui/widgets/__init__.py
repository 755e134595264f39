"""Widgets of the window, one file each, usable in forms by their class names.

They import Qt and the theme, nothing of the journal. One that holds a value has a USER property with a notify
signal, by which form.py and autosave.py reach it. To add one: a file here, its class in kit.py (or in
later.py, if it is for one screen and imports what that needs), a test.
"""
