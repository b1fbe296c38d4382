"""Compares findings with the truth."""
