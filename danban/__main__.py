"""``python -m danban`` is the same program as ``danban``."""

from danban.cli import main

main()
