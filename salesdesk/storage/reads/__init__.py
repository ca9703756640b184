"""One module per screen's reading: SQL to frozen rows."""
