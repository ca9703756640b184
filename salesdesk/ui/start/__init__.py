"""Before the window: first start, connection, and what stands in the way."""
