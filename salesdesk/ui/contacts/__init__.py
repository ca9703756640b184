"""Contacts: the form that logs one, what is typed in it, and what waits to be sent."""
