"""Alembic revisions of SalesDesk's own tables."""
