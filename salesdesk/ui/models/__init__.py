"""Qt models over pages of rows."""
