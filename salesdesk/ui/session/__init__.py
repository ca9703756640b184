"""What screens and dialogs are handed for a session: context, connection, feed, notices."""
