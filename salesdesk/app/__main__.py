"""`python -m salesdesk.app`: the command line, for a process that the program starts of itself."""

from salesdesk.app.cli import entry

entry()
