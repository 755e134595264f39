"""Standard Notes: its decrypted backup."""
