"""The guides in the window: the page that belongs to a screen, and a search through all."""
