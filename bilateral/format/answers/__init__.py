"""What language models answer: JSON with positions, to the data that YAML would give."""
