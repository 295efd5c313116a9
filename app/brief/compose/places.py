"""Where a claim is written, told with the claim."""


def located(text: str, locator: str) -> str:
    """A claim with those places of its locator that its own words do not name yet.

    locator: places apart by semicolons. Texts that tell their places themselves stay as they are.
    """
    places = [place.strip() for place in locator.split(";")]
    missing = [place for place in places if place and place not in text]
    if not missing:
        return text
    told = "; ".join(missing)
    return f"{text} ({told})" if text else told
