"""What a document is: frozen values of pydantic, each field with its Vietnamese title."""
