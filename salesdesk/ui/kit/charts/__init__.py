"""Charts, imported when the first one is shown."""
