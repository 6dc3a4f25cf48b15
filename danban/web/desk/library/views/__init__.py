"""Pages of the library, a module a group of pages."""
