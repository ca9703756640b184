"""What lists and panels show: one module a screen; read-only."""
