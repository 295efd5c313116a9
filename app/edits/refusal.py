"""What an edit says when it cannot be done."""


class EditRefused(ValueError):
    """An edit broke a rule; nothing was changed.

    `message` is an English sentence with named placeholders, the key by which it is translated;
    `arguments` fill them. As text the exception is the English sentence.
    """

    def __init__(self, message: str, **arguments: object) -> None:
        super().__init__(message.format(**arguments))
        self.message = message
        self.arguments = arguments
