"""YAML to records and back."""
