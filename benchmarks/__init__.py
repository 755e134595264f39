"""`make bench`: each operation against a floor measured in the same run, so that no machine's speed is judged."""
