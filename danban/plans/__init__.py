"""The cascade: each unit derives its plan from the one above, two bodies approve, it is numbered and issued."""
