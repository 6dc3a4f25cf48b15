"""The least a check-in can cost: a Django view without middleware that inserts one row."""
