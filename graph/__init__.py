"""The model of the domain and everything computed on it."""
