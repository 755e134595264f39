"""Joplin: JEX, its folder of the same files, its Markdown export."""
