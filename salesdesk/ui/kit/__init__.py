"""What every screen is built from; it knows no customer, service or screen."""
