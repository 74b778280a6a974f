"""The text of a source: folded, divided, and searched for words that are said to stand in it."""
