"""Customers and contacts from spreadsheets: read, checked, written in batches, taken back."""
