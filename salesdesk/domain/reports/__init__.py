"""The reports: what each figure is, what it counts, and how a reader may ask for it."""
