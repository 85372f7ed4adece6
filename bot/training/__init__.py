"""How the trained tiers of own words are made and judged; needs the dependency group `train`."""
