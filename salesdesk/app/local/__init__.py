"""What is kept on this computer: profiles, secrets, outbox, drafts, reminders."""
