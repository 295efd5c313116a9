"""Questions of foreign policy: who accepts what, what holds, what is crossed, in which future."""
