"""A simulated year of a whole house on a moved clock; see `python -m benchmarks.year --help`."""
