"""Everything Qt: the window, its screens and dialogs, and the kit they are made of.

The kit (all but screens, entrance, dialogs of a feature and the main window) knows no journal: it loads before one
is opened, so it may import PySide6, resources, settings and errors, nothing heavier. To add a screen, see screen.py;
a widget, widgets/; a colour or a role for the forms, theme.py and resources/ui/style.qss.
"""
