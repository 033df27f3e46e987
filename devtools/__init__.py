"""What `dev.py` does: the standard library only, so that it works from a bare clone."""
