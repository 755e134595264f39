"""What surrounds the text one is writing at: its menu, spelling, templates, earlier versions, focus mode.

`desk.py` follows the keyboard from field to field, so that no screen has to know of it. May import: dialogs, widgets,
services; never a screen. A text is found by the nearest parent of its field that says `text_owner`.
"""
