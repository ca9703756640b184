"""The rules as plain Python: no Qt, no SQL, the standard library only."""
