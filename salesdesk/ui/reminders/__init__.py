"""Reminders: when they come, their list, and when it is quiet."""
