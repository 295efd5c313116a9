"""The handbook in the application: the pages of docs, read without a network."""
