"""The small window for quick capture: unlock, write one text, gone.

What is seen before the journal is open (window.py, unlock.py) loads no database; page.py comes after that.
May import: the entrance's pages, parts, widgets. The program that runs for one capture alone is ui/lone_capture.py.
"""
