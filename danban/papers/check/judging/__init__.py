"""What departs from the form, one module for each part of a paper; every judge yields remarks."""
