"""What people do to organisations, projects and what belongs to a project: one noun a module."""
