"""Pages of official papers, a module a group of pages."""
