"""When notices leave, and who may do what with them."""
