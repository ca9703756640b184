"""What a text with phone numbers holds: each number, what stands beside it, and what is none.

One reading for the form, the import, the search, links and duplicates (docs/rules.md, "Phone
numbers"). A text is cleaned of what surrounds numbers, cut where one number ends and the next
begins, and each piece is asked of phonenumbers. No number is guessed into being: what has lost a
digit, or holds a letter in the place of one, is a fault in words.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from functools import lru_cache

import phonenumbers
from phonenumbers import NumberParseException, PhoneNumberFormat, PhoneNumberType
from phonenumbers import PhoneNumber as Parsed

from salesdesk.domain.phones import NUMBER_LENGTH, PhoneNumber
from salesdesk.domain.refusals import Reason, Why

#: Fewer digits than this beside another number are a room or a house, not a number.
_SHORTEST = 5
#: With fewer national digits nobody can be called from elsewhere.
_FEWEST_NATIONAL = 7
#: From so many digits on, what begins as a number does is a whole one.
_WHOLE = 9
#: What can be called and has no more digits than this is one number and not two.
_LONGEST_OF_ONE = 13
#: No country's numbers are longer; more digits are called only where they are in use.
_MOST_NATIONAL = 12
#: So many words of digits are tried in every way to cut them into numbers.
_MOST_WORDS = 10
_SHOWN = 40
_REMEMBERED = 16_384

#: Marks of our own around an extension while the text is cut: no typed text holds them.
_MARK, _ZERO = "\ue000", 0xE010

#: Where the short way is proven to come to the same as the long one.
_PROVEN = "ID"
_PLAIN = re.compile(r"\+?[0-9]{2,}(?:[ -][0-9]{3,})*")
_WRAPPED = re.compile(r'="([^"]*)"')
_POINT = re.compile(r"(\d{6,})[.,]0+")
#: A spreadsheet's marks between thousands.
_THOUSANDS = re.compile(r"\+?\d{1,3}(?:,\d{3}){3,}")
_POWER = re.compile(r"(\d)(?:[.,](\d+))?\s*[eE]\s*\+?(\d{1,2})")
_CHAT_LINK = re.compile(
    r"(?:https?://)?(?:api\.whatsapp\.com/send/?\?phone=|wa\.me/)\+?(\d+)(?:[?&]\S*)?/?",
    re.IGNORECASE,
)
_CHAT_ID = re.compile(r"\+?(\d+)@(?:c\.us|s\.whatsapp\.net)\b", re.IGNORECASE)
_SCHEME = re.compile(r"\b(?:p|tel|sms|callto|whatsapp|phone-context)\s*:\s*(?://)?", re.IGNORECASE)
_EXTENSION = re.compile(
    r"(?<=\d)[\s,;()\].-]*(?:ext(?:ension|n)?|pes(?:awat)?|x|#)\s*[.:=]*\s*(\d{1,6})\)?(?![\d])",
    re.IGNORECASE,
)
_DAY = r"(?:0?[1-9]|[12]\d|3[01])"
_MONTH = r"(?:0?[1-9]|1[0-2])"
_DATE = re.compile(
    rf"(?<![\d.+/-])(?:(?:19|20)\d\d([-/.]){_MONTH}\1{_DAY}|{_DAY}([-/.]){_MONTH}\2(?:19|20)\d\d)"
    r"(?![\d./-])"
)
#: When somebody may be called: '08:00', '8.00 - 17.00'.
_HOURS = re.compile(
    r"(?<![\d:.])(?:\d{1,2}:\d{2}(?![\d:])|\d{1,2}\.\d{2}\s*-\s*\d{1,2}\.\d{2}(?![\d.]))"
)
_HIDDEN_SIGNS = "-/.: "
_KINDS = (
    r"(?:nomor|no|whats\s?app|wa|hp|handphone|ponsel|mobile|mob|cell|telepon|telpon|telp|tlp|tel|"
    r"phone|ph|office|kantor|rumah|home|work|fax|faks|sms|call)"
)
#: 'No. HP: 0812…', 'HP 2: 0812…': the figure counts the numbers and is no part of one.
_KIND_BEFORE = re.compile(
    rf"(?<![^\W\d_])(?:{_KINDS}\.?\s*(?:[1-9]\s*[:.)=]\s|[1-9]\s*[:)=]|[:.=])?\s*)+(?=[+(\d])",
    re.IGNORECASE,
)
_KIND_BEHIND = re.compile(rf"(?<=\d)\s*{_KINDS}(?![^\W\d_])\.?", re.IGNORECASE)
_TRUNK = re.compile(r"(?<=\d)[\s.-]*\(0\)")
_COUNTER = re.compile(r"(?<=\d)\s*\(\s*\d{1,2}\s*\)\s*$")
_CUT = re.compile(r":::|[/,;|\n\r\t]|\s&\s|\s(?:dan|atau|and|or)\s", re.IGNORECASE)
_RUN = re.compile(r"\+?[\s(]*\d[\d\s().\-]*")
_AREA = re.compile(r"\(?0\d{1,4}\)?")
_AGAIN = re.compile(r"^\s*\+?\s*(\d{1,3})[\s-]*\+\s*(?=\1)")
#: A whole number with a fraction behind it is a figure, or one that a program took for a figure.
_FRACTION = re.compile(r"\d{6,}[.,]\d{1,2}")
#: '5550351-52' are two numbers in short: the second is no number by itself.
_SHORT_FORM = re.compile(r"(?P<whole>.*\d)(?:[\s.-]+(?=\d{1,3}$)|\s+-\s+)(?P<rest>\d{1,4})")
_PLACEHOLDERS = ("12345678901234567890", "01234567890123456789", "98765432109876543210")


@dataclass(frozen=True, slots=True)
class PhoneText:
    """What a text holds.

    Attributes:
        numbers: every number, each once, in the order of the text.
        faults: why parts of it are no numbers.
    """

    numbers: tuple[PhoneNumber, ...] = ()
    faults: tuple[Reason, ...] = ()

    @property
    def callable(self) -> tuple[PhoneNumber, ...]:
        """Those that can be called."""
        return tuple(one for one in self.numbers if one.callable)


@lru_cache(maxsize=_REMEMBERED)
def read(text: str, region: str) -> PhoneText:
    """The numbers of a text as people type it; `region` is the office's, such as 'ID'."""
    at_once = _plain_mobile(text, region)
    return PhoneText((at_once,)) if at_once is not None else read_at_length(text, region)


def read_at_length(text: str, region: str) -> PhoneText:
    """The same without the short way for numbers that stand alone."""
    typed = _unwrapped(plain(text))
    whole, fault = _mended(typed)
    if fault is not None:
        return PhoneText((), (fault,))
    reader = _Reader(region)
    for piece in _pieces(_marked(whole)):
        reader.take(piece)
    return reader.result()


def _plain_mobile(text: str, region: str) -> PhoneNumber | None:
    """A mobile number of the office's country and nothing else; None: it takes a longer look.

    Nearly every number of a list is one of these. The longer way comes to the same, which a test
    proves for generated spellings, and takes forty times as long.
    """
    if _PLAIN.fullmatch(text) is None:
        return None
    prefixes, mobile = _mobile_of(region)
    digits = text.replace(" ", "").replace("-", "")
    national = next((digits.removeprefix(one) for one in prefixes if digits.startswith(one)), "")
    if mobile is None or mobile.fullmatch(national) is None or len(set(national)) == 1:
        return None
    return PhoneNumber(f"{prefixes[0]}{national}", text, True)


@lru_cache(maxsize=8)
def _mobile_of(region: str) -> tuple[tuple[str, ...], re.Pattern[str] | None]:
    """How mobile numbers of a country begin, E.164 first, and what follows; None: not proven."""
    code = phonenumbers.country_code_for_region(region)
    found = phonenumbers.PhoneMetadata.metadata_for_region(region) if code else None
    trunk = phonenumbers.ndd_prefix_for_region(region, True)
    mobile = found.mobile.national_number_pattern if found and found.mobile else None
    if mobile is None or trunk != "0" or region != _PROVEN:
        return (), None
    return (f"+{code}", str(code), trunk), re.compile(mobile)


def plain(text: str) -> str:
    """The text with ordinary digits, dashes and spaces, and without invisible characters."""
    if text.isascii():
        return text.replace("_", "-").strip()
    kept = []
    for character in unicodedata.normalize("NFKC", text):
        category = unicodedata.category(character)
        if category in {"Pd", "Pc"}:
            kept.append("-")
        elif category == "Nd":
            kept.append(str(unicodedata.digit(character)))
        elif category not in {"Cf", "Co"}:
            kept.append(character)
    return "".join(kept).strip()


def without_links(text: str) -> str:
    """The text with the numbers of chat links and chat ids as they are dialled."""
    for pattern in (_CHAT_LINK, _CHAT_ID):
        text = pattern.sub(lambda found: f" {_abroad(found[1])} ", text)
    return _TRUNK.sub(" ", _SCHEME.sub(" ", text))


def digits_of(text: str) -> str:
    """Its digits."""
    return "".join(character for character in text if character in "0123456789")


def e164(number: Parsed) -> str:
    """The number in the form that is stored."""
    return phonenumbers.format_number(number, PhoneNumberFormat.E164)


@lru_cache(maxsize=_REMEMBERED // 4)
def parsed(run: str, region: str) -> Parsed | None:
    """The number of a run of digits, where it can be called; None: it cannot."""
    digits = digits_of(run)
    code = str(phonenumbers.country_code_for_region(region))
    if run.lstrip().startswith("+") and not digits.startswith("0"):
        return _of_country(digits, region)
    if digits.startswith("00"):
        return _of_country(digits[2:], region)
    at_home = _possible(digits, region)
    if digits.startswith("0"):
        return at_home
    abroad = _of_country(digits, region)
    if abroad is None:
        return at_home
    own = digits.startswith(code)
    if at_home is None:
        return abroad if own or phonenumbers.is_valid_number(abroad) else None
    if own and phonenumbers.is_valid_number(abroad):
        return abroad
    if _dialled_at_home(at_home, region) or not phonenumbers.is_valid_number(abroad):
        return at_home
    return abroad


def _dialled_at_home(number: Parsed, region: str) -> bool:
    """Whether people dial this number of the office's country without the digit of its trunk.

    Where there is such a digit, only a mobile number goes without it in a spreadsheet.
    """
    if not phonenumbers.is_valid_number(number):
        return False
    if phonenumbers.ndd_prefix_for_region(region, True) != "0":
        return True
    return phonenumbers.number_type(number) in {
        PhoneNumberType.MOBILE,
        PhoneNumberType.FIXED_LINE_OR_MOBILE,
    }


def _of_country(digits: str, region: str) -> Parsed | None:
    """A number with its country's code in front; a doubled one is taken off once."""
    number = _possible(f"+{digits}", region)
    if number is not None and phonenumbers.is_valid_number(number):
        return number
    for length in (1, 2, 3):
        code, rest = digits[:length], digits[length:]
        if rest.startswith(code):
            once = _possible(f"+{rest}", region)
            if (
                once is not None
                and str(once.country_code) == code
                and phonenumbers.is_valid_number(once)
            ):
                return once
    return number


def _possible(text: str, region: str) -> Parsed | None:
    """By its length alone: which ranges are in use changes with every release of the library."""
    try:
        number = phonenumbers.parse(text, region)
    except NumberParseException:
        return None
    if not phonenumbers.is_possible_number(number) or len(e164(number)) > NUMBER_LENGTH:
        return None
    if len(str(number.national_number)) < _FEWEST_NATIONAL:
        return None
    if len(str(number.national_number)) > _MOST_NATIONAL and not phonenumbers.is_valid_number(
        number
    ):
        return None
    if number.italian_leading_zero and not phonenumbers.is_valid_number(number):
        return None  # too short once its trunk zero is taken off, so the library left it on
    return number


def _abroad(digits: str) -> str:
    return digits if digits.startswith("0") else f"+{digits}"


def _unwrapped(text: str) -> str:
    """Without what a spreadsheet wraps around a number to keep it as text."""
    wrapped = _WRAPPED.fullmatch(text)
    return (wrapped[1] if wrapped is not None else text).strip().removeprefix("'").strip()


def _mended(text: str) -> tuple[str, Reason | None]:
    """The number before a spreadsheet took it for one to count with, or why it is lost."""
    point = _POINT.fullmatch(text)
    if point is not None:
        return point[1], None
    if _FRACTION.fullmatch(text):
        return text, Reason.of(Why.NUMBER_FRACTION, text=text[:_SHOWN])
    if _THOUSANDS.fullmatch(text):
        return text.replace(",", ""), None
    power = _POWER.fullmatch(text.removeprefix("+"))
    if power is None:
        return text, None
    digits, length = power[1] + (power[2] or ""), int(power[3]) + 1
    if len(digits) != length:
        return text, Reason.of(Why.NUMBER_CUT, text=text[:_SHOWN])
    return digits, None


def _marked(text: str) -> str:
    """The text with links and kinds gone, and its extensions marked so that they are no digits."""
    text = _AGAIN.sub("+", without_links(text))
    text = _KIND_BEHIND.sub(" ", _KIND_BEFORE.sub(" ", text))

    def mark(found: re.Match[str]) -> str:
        hidden = "".join(chr(_ZERO + int(digit)) for digit in found[1])
        return f"{_MARK}{hidden}{_MARK}"

    return _EXTENSION.sub(mark, text)


def _pieces(text: str) -> Iterator[str]:
    """The text cut where one number ends; dates stay whole, an area code with its number."""
    hidden = _HOURS.sub(lambda found: _hide(found[0]), text)
    hidden = _DATE.sub(lambda found: _hide(found[0]), hidden)
    waiting = ""
    for piece in _CUT.split(hidden):
        joined = f"{waiting} {piece}".strip() if waiting else piece.strip()
        if _AREA.fullmatch(joined):
            waiting = joined
            continue
        waiting = ""
        if joined:
            yield joined
    if waiting:
        yield waiting


def _hide(text: str) -> str:
    """A date or a time as characters that are no digits; `_shown` turns it back."""
    return "".join(
        chr(_ZERO + 16 + int(one)) if one.isdigit() else chr(_ZERO + 32 + _HIDDEN_SIGNS.index(one))
        for one in text
    )


def _shown(text: str) -> str:
    """A text for people, its hidden dates and times as they were and the marks gone."""
    kept = []
    for character in text.replace(_MARK, ""):
        at = ord(character) - _ZERO
        if 0 <= at < 10:
            continue
        if 16 <= at < 26:
            character = str(at - 16)
        elif 32 <= at < 32 + len(_HIDDEN_SIGNS):
            character = _HIDDEN_SIGNS[at - 32]
        kept.append(character)
    told = " ".join("".join(kept).split()).strip(" ()[]-:;,.")
    # A sign alone says nothing to anybody.
    return told if any(map(str.isalnum, told)) else ""


@dataclass
class _Reader:
    """Reads piece after piece of one text."""

    region: str
    numbers: dict[str, PhoneNumber] = field(default_factory=dict)
    faults: list[Reason] = field(default_factory=list)
    _weak: list[PhoneNumber] = field(default_factory=list)

    def take(self, piece: str) -> None:
        """Read one piece."""
        piece, _, rest = piece.partition(_MARK)
        hidden, _, behind = rest.partition(_MARK)
        extension = "".join(str(ord(one) - _ZERO) for one in hidden)
        found, beside = self._runs(_COUNTER.sub("", piece) if _is_long(piece) else piece)
        beside[-1] = f"{beside[-1]} {behind}"
        notes = [_shown(one) for one in beside]
        for at, number in enumerate(found):
            last = at == len(found) - 1
            noted = " ".join(filter(None, (number.note, _note_of(at, notes))))
            self._keep(replace(number, extension=extension if last else "", note=noted))
        note = " ".join(filter(None, notes))
        if not found and note and self.numbers:
            key, last_one = list(self.numbers.items())[-1]
            self.numbers[key] = replace(last_one, note=f"{last_one.note} {note}".strip())

    def result(self) -> PhoneText:
        """All that was read; a few digits stand for a number only where there is no other."""
        if not self.numbers and not self.faults and self._weak:
            weak = self._weak[0]
            self.numbers[weak.number] = weak
            short = weak.typed.strip()[:_SHOWN]
            self.faults.append(Reason.of(Why.NUMBER_TOO_SHORT, text=short))
        return PhoneText(tuple(self.numbers.values()), tuple(dict.fromkeys(self.faults)))

    def _keep(self, number: PhoneNumber) -> None:
        known = self.numbers.get(number.number)
        if known is None:
            self.numbers[number.number] = number
        elif number.extension and not known.extension:
            self.numbers[number.number] = replace(known, extension=number.extension)

    def _runs(self, piece: str) -> tuple[list[PhoneNumber], list[str]]:
        """The numbers of a piece, and what stands before the first and behind each of them."""
        found: list[PhoneNumber] = []
        beside, ended = [""], 0
        total = digits_of(piece)
        for match in _RUN.finditer(piece):
            run = match[0].strip(" .-(")
            run = f"({run}" if match[0].lstrip().startswith("(") else run
            digits = digits_of(run)
            before, after = piece[: match.start()][-1:], piece[match.end() :][:1]
            touched = (before.isalpha() and match[0][0].isdigit()) or (
                after.isalpha() and match[0][-1].isdigit()
            )
            if touched and len(total) >= _SHORTEST:
                if len(digits) >= _SHORTEST:
                    self.faults.append(Reason.of(Why.NUMBER_WITH_LETTER, text=piece[:_SHOWN]))
                    found.append(PhoneNumber(digits[:NUMBER_LENGTH], run, False))
            elif len(digits) < _SHORTEST:
                self._weak.append(PhoneNumber(digits, run, False))
                continue
            else:
                found += self._numbers(run)
            beside[-1] += piece[ended : match.start()]
            beside += [""] * (len(found) + 1 - len(beside))
            ended = match.end()
        beside[-1] += piece[ended:]
        return found, beside

    def _numbers(self, run: str) -> list[PhoneNumber]:
        digits = digits_of(run)
        whole = parsed(run, self.region)
        in_use = whole is not None and phonenumbers.is_valid_number(whole)
        short = None if in_use else _SHORT_FORM.fullmatch(run)
        if short is not None and _is_in_use(short["whole"], self.region):
            (first,) = self._numbers(short["whole"])
            return [replace(first, note=f"-{short['rest']}")]
        if whole is not None and (len(digits) <= _LONGEST_OF_ONE or in_use):
            parts = [run]
        else:
            parts = _several(run, self.region) or [run]
        found = []
        for part in parts:
            number = parsed(part, self.region)
            if number is None or _is_placeholder(part, number):
                self.faults.append(_uncallable(part, number))
                digits = digits_of(part)
                found.append(PhoneNumber(digits[:NUMBER_LENGTH], part.strip(), False))
            else:
                found.append(PhoneNumber(e164(number), part.strip(), True))
        return found


def _note_of(at: int, notes: list[str]) -> str:
    """What stands beside a number: behind it or, where each name stands in front, before it."""
    in_front = bool(notes[0]) and not notes[-1]
    if in_front:
        return notes[at]
    return " ".join(filter(None, (notes[0] if at == 0 else "", notes[at + 1])))


def _is_long(piece: str) -> bool:
    return len(digits_of(_COUNTER.sub("", piece))) >= _FEWEST_NATIONAL


def _several(run: str, region: str) -> list[str]:
    """The run as several whole numbers, blanks or dashes between them; empty: it is not."""
    words = [word for word in run.split() if word.strip("-")]
    if len(words) == 1 or len(words) > _MOST_WORDS:
        return []
    for number in range(2, len(words) + 1):
        for cut in _cuts(words, number):
            if all(_is_whole(part, region) for part in cut):
                return cut
    return []


def _cuts(words: list[str], number: int) -> Iterator[list[str]]:
    """Every way to make so many parts of the words in their order."""
    if number == 1:
        yield [" ".join(words).strip("- ")]
        return
    for at in range(1, len(words) - number + 2):
        for rest in _cuts(words[at:], number - 1):
            yield [" ".join(words[:at]).strip("- "), *rest]


def _is_whole(part: str, region: str) -> bool:
    """Whether a part is a number by itself: one in use, or one that begins and ends like one."""
    number = parsed(part, region)
    if number is None:
        return False
    begun = part.lstrip().startswith(("+", "0")) and len(digits_of(part)) >= _WHOLE
    return begun or phonenumbers.is_valid_number(number)


def _is_in_use(part: str, region: str) -> bool:
    number = parsed(part, region)
    return number is not None and phonenumbers.is_valid_number(number)


def _is_placeholder(run: str, number: Parsed | None) -> bool:
    digits = digits_of(run)
    national = str(number.national_number) if number is not None else digits
    alike = len(set(digits)) == 1 or len(set(national)) == 1
    counted = any(digits == row[: len(digits)] for row in _PLACEHOLDERS)
    return alike or counted


def _uncallable(run: str, number: Parsed | None) -> Reason:
    why = Why.NUMBER_NOT_CALLABLE
    if _is_placeholder(run, number):
        why = Why.NUMBER_PLACEHOLDER
    elif len(digits_of(run)) <= _FEWEST_NATIONAL:
        why = Why.NUMBER_TOO_SHORT
    return Reason.of(why, text=run.strip()[:_SHOWN])
