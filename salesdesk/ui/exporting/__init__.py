"""Exporting a list: the dialog, and tables as pages."""
