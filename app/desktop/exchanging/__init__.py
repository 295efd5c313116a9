"""Tables and documents of other programs: taken in with a mapping, given out in other formats."""
