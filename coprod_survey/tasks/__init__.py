"""Work that nobody waits for: kept in the database, rung for in the queue, done in a person's language."""
