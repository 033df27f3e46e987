"""Other people's formats, and our own, to and from survey documents."""
