"""The window: Qt, models, delegates and dialogs."""
