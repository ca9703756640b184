"""Sample data: made-up customers whose past keeps every rule, the same for the same seed."""
