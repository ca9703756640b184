"""The database itself: engine, faults, repeating, stopping, types."""
