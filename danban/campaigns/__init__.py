"""The yearly cycle: a plan is read, reviewed and launched; every unit then owes what it owes."""
