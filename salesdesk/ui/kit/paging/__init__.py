"""Lists of any length: pages around what is in sight."""
