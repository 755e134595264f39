"""This program's own export as JSON."""
