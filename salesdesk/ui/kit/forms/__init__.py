"""Dialogs with fields: the frame, and fields for dates, texts, files and choices."""
