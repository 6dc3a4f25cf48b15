"""Those sent from above: leaders and sectors who attend, cadres in charge of an area, what they inspected."""
