"""The files of an episode, where it is edited and where it is reflected on. They open the dialogs they need.

May import: dialogs, parts, widgets and services, never a screen.
"""
