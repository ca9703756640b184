"""The doctor: what in the database breaks the rules, and its repair."""
