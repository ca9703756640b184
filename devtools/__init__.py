"""What dev.py stands on: the system's packages and the virtual environments."""
