"""The roll of households, who is planned, named, invited and who came."""
