"""Who is about to break out: a model of what went before, judged on what it had not seen."""
