"""What can be done to customers: rules, menu, dialogs, undo."""
