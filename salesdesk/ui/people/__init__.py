"""People and roles: who there is, what they may, what they have."""
