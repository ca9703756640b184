"""The audit: who did what, in plain words."""
