"""Writing: one store for each table or group of tables."""
