"""The door of phones and of the wall."""
