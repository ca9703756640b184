"""What screens with lists share: table, rows, filters, footer, choosing, copying."""
