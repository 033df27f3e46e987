"""Review: people without an account read a draft, say what they think, try it out and approve it."""
