"""Making and changing SalesDesk's tables: revisions, rights, indexes."""
