"""Speed as ratios: what the product does against a reference that anyone can run, in turn, in one run."""
