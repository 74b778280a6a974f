"""Questions: what happened when, who said what, and how it compares."""
