"""The wizard that brings customers and contacts in from a spreadsheet."""
