"""The demonstration: one made-up project with everything in it, and people who never lived."""
