"""From a start to a window: which database, whether it can be opened, who is there."""
