"""Release runs as the window shows them: what was released, what is held."""
