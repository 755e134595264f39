"""Workjournal: a local, encrypted journal that turns work into learning. The map is in README.md."""
