"""Pages of units: the tree and its picker, editions of the structure, lists in and out."""
