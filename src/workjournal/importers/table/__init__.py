"""CSV, and other tables."""
