"""Pages of the year: bring a plan in, review its draft, launch, amend, copy and close."""
