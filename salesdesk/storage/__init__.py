"""SQL: engine, tables, units of work and reads."""
