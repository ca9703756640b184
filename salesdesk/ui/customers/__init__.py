"""Customers: the table of all customers, its filters and saved views."""
