"""The reports: permission first, then the figures, each with the mark of its rows."""
