"""Dân Bàn: the yearly cycle of the people's delegate conferences, from plan to answer."""
