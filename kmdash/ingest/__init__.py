"""File to Reading: read safely, recognise, keep every cell accounted for, ask what is not certain."""
