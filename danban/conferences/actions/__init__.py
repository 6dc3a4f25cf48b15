"""Writing conferences: when and where they meet, their agendas, what became of each."""
