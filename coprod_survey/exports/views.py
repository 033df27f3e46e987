"""Pages: none yet."""

blueprints = ()
