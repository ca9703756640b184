"""For administrators: people, rights, settings, sign-in, doctor and repair."""
