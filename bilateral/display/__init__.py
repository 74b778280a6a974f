"""Text, Markdown and HTML primitives with their escaping; they know no records."""
