"""Sources: files in, statements out, written once."""
