"""What people are told: each fact once a person and channel, kept, sent, read."""
