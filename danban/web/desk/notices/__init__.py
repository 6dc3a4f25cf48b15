"""Pages of the inbox, the outbox and reminders."""
