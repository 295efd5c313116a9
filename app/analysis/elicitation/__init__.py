"""Ways to ask an officer for weights and values, each turned into numbers and checked."""
