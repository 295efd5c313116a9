"""The words by which a table says what its rows and columns are, in English, French and German."""

import enum
import re
import unicodedata

from app.edits.texts import plain_text


class Meaning(enum.Enum):
    """What the head of a row or column says stands in it."""

    OPTIONS = "options"
    CRITERIA = "criteria"
    WEIGHT = "weight"
    DIRECTION = "direction"
    UNIT = "unit"
    WORST = "worst"
    BEST = "best"
    DESCRIPTION = "description"
    CODE = "code"
    GROUP = "group"
    RESULT = "result"
    """A sum or a rank, which follows from the rest."""


_WORDS = {
    Meaning.OPTIONS: (
        "option options alternative alternatives action actions variante variantes varianten "
        "handlungsoption handlungsoptionen"
    ),
    Meaning.CRITERIA: "criterion criteria critere criteres kriterium kriterien",
    Meaning.WEIGHT: (
        "weight weights weighting swing swings importance poids ponderation ponderations "
        "coefficient coefficients gewicht gewichte gewichtung"
    ),
    Meaning.DIRECTION: (
        "direction preference maxmin minmax goal optimum sens optimisation richtung optimierung "
        "praferenz"
    ),
    Meaning.UNIT: "unit units unite unites einheit einheiten",
    Meaning.WORST: "worst pire schlechtester schlechteste schlechtestes",
    Meaning.BEST: "best meilleur meilleure bester beste bestes",
    Meaning.DESCRIPTION: (
        "description descriptions notes note remark remarks comment comments remarque remarques "
        "commentaire beschreibung bemerkung bemerkungen anmerkung"
    ),
    Meaning.CODE: "code id no nr n short abbreviation kurzel abkurzung abreviation",
    Meaning.RESULT: (
        "total sum score value overall rank ranking result results somme note rang classement "
        "resultat summe gesamt gesamtwert ergebnis rangfolge"
    ),
}
_MEANINGS = {word: meaning for meaning, words in _WORDS.items() for word in words.split()}
_PHRASES = {
    "swing weight": Meaning.WEIGHT,
    "swing weights": Meaning.WEIGHT,
    "preference direction": Meaning.DIRECTION,
    "sens de preference": Meaning.DIRECTION,
    "le pire": Meaning.WORST,
    "le meilleur": Meaning.BEST,
    "worst value": Meaning.WORST,
    "best value": Meaning.BEST,
    "weighted sum": Meaning.RESULT,
    "total score": Meaning.RESULT,
    "total value": Meaning.RESULT,
    "overall value": Meaning.RESULT,
    "somme ponderee": Meaning.RESULT,
    "gewichtete summe": Meaning.RESULT,
}
_MORE = re.compile(r"max\w*|plus|higher|more|high|haut|eleve|hoch|hoher|mehr")
_LESS = re.compile(r"min\w*|moins|lower|less|low|bas|faible|niedrig\w*|weniger|kleiner")
_GAINS = frozenset({"benefit", "gain", "nutzen", "benefice"})
_COSTS = frozenset({"cost", "kosten", "cout"})
_FILLERS = frozenset(
    {
        *("is", "are", "better", "best", "good", "the", "a", "as", "possible"),
        *("est", "meilleur", "mieux", "c", "le", "la", "zu", "ist", "sind", "besser", "gut"),
    }
)
_BRANCH = re.compile("(?:branch|group|groupe|gruppe)(?: [0-9]+)?")
_BRACKETS = re.compile(r"[\(\[{][^\)\]}]*[\)\]}]")
_UNIT = re.compile(
    r"^(?P<name>.*\S)\s*\[(?P<unit>[^\[\]]{1,30})\]$|"
    r"^(?P<named>.*\S)\s*\((?P<sign>[%‰€$£]|[^()]{0,12}[%€$£][^()]{0,12})\)$",
    re.DOTALL,
)


def meaning_of(text: str) -> Meaning | None:
    """What a head says, such as “Poids (%)” for weights; None where it is a name."""
    words = _fold(_BRACKETS.sub(" ", text))
    if _BRANCH.fullmatch(words):
        return Meaning.GROUP
    if words in _PHRASES:
        return _PHRASES[words]
    return _MEANINGS.get(words.replace(" ", "") if words in ("max min", "min max") else words)


def direction_of(text: str) -> int | None:
    """1 where a text says that more is better, −1 for less, None where it says neither."""
    if text.strip() in ("↑", "↗", "+"):
        return 1
    if text.strip() in ("↓", "↘", "-", "−"):
        return -1
    words = [word for word in _fold(text).split() if word not in _FILLERS]
    signs = [_sign(word) for word in words]
    return signs[0] if signs and None not in signs else None


def _sign(word: str) -> int | None:
    if _MORE.fullmatch(word) or word in _GAINS:
        return 1
    return -1 if _LESS.fullmatch(word) or word in _COSTS else None


def is_direction(text: str) -> bool:
    """Whether a text says a direction and could not be a criterion's name, as “Cost” could."""
    return direction_of(text) is not None and _fold(text) not in _GAINS | _COSTS


def is_missing(text: str) -> bool:
    """Whether a text in place of a number says that there is none."""
    return _fold(text) in {
        "",
        "na",
        "n a",
        "nv",
        "k a",
        "nc",
        "s o",
        "missing",
        "manquant",
        "fehlt",
    }


def split_unit(text: str) -> tuple[str, str]:
    """A criterion's name and the unit in brackets behind it, which may be empty."""
    match = _UNIT.match(text)
    if match is None:
        return text, ""
    return match["name"] or match["named"], match["unit"] or match["sign"]


def _fold(text: str) -> str:
    """A text without case, accents and punctuation."""
    flat = unicodedata.normalize("NFKD", plain_text(text[:200]).casefold())
    kept = "".join(c if c.isalnum() else " " for c in flat if unicodedata.category(c) != "Mn")
    return " ".join(kept.split())
