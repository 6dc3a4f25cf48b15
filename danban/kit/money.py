"""Money is a whole number of đồng, never a fraction and never below zero."""

from danban.kit.vietnamese import number


def dong(amount: int) -> str:
    """3045000000 → "3.045.000.000 đ"."""
    return f"{number(amount)} đ"
