"""Day One, and Day One Classic."""
