"""Notes in Markdown: Obsidian, and folders and files of anybody."""
