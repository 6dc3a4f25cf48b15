"""The program ``danban``."""

from danban.cli.program import main

__all__ = ["main"]
