"""What is known: frozen records, and selections of them."""
