"""What the page for importing and exporting is made of: how each is chosen, looked at, done, told and taken back.

May import: dialogs, guards, packing, parts and the services, never a screen.
"""
