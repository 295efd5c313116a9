"""How the window looks: colours by meaning, typefaces, and the painter of pictures."""
