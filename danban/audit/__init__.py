"""The diary of the house: one entry a deed, never changed, linked so that a change would show."""
