"""Why a command could not do what was asked."""


class Failure(Exception):
    """A sentence for the user, and the exit status that goes with it."""

    def __init__(self, sentence: str, status: int = 1) -> None:
        super().__init__(sentence)
        self.status = status
