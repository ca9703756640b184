"""Pictures of every screen, drawn with made-up data: `dev.py screenshots`."""
