"""Settings: what everybody shares, and what is one person's own."""
