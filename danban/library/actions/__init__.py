"""Writing the library: references, outlines and their versions, presentations."""
