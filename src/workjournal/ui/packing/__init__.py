"""What is asked while a pack is made: how a thing is told, under which names, and where the file goes.

May import: dialogs, guards, parts and the services, never a screen.
"""
